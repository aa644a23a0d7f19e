import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openPdf } from "../../src/read/read-pdf.ts";
import { lockedBombs } from "../support/locked-bombs.ts";
import { readAll } from "../support/read-tiny.ts";
import { firstFree, pdfOfObjects, printed, type TinyObject, type TinyPage, tinyPdf } from "../support/tiny-pdf.ts";

const mebibytes = (count: number) => Buffer.alloc(count * 2 ** 20, 32);
const flate = (bytes: Uint8Array) => deflateSync(bytes, { level: 9 });

/** Runs of 128 equal bytes. */
function runLength(bytes: Uint8Array): Uint8Array {
  const runs: number[] = [];
  for (let at = 0; at < bytes.length; at += 128) runs.push(129, bytes[at] ?? 0);
  return Uint8Array.from([...runs, 128]);
}

/** LZW that never clears its table: each code but the first stands for one byte more than the one before it. */
function lzwOfSpaces(codes: number): Uint8Array {
  let bits = 0;
  let held = 0n;
  const bytes: number[] = [];
  const write = (code: number, width: number) => {
    held = (held << BigInt(width)) | BigInt(code);
    bits += width;
    while (bits >= 8) {
      bits -= 8;
      bytes.push(Number((held >> BigInt(bits)) & 255n));
      held &= (1n << BigInt(bits)) - 1n;
    }
  };
  const widthFor = (entries: number) => (entries >= 2047 ? 12 : entries >= 1023 ? 11 : entries >= 511 ? 10 : 9);
  write(256, 9);
  write(32, 9);
  for (let code = 258; code < 258 + codes; code++) write(Math.min(code, 4095), widthFor(Math.min(code, 4095)));
  for (let flush = 0; flush < 2; flush++) write(0, 12);
  return Uint8Array.from(bytes);
}

/** A page whose content is object 4; further objects follow. */
function contentOf(dictionary: string, stream: Uint8Array, further: readonly TinyObject[] = []): Uint8Array {
  return pdfOfObjects([
    { source: "<</Type/Catalog/Pages 2 0 R>>" },
    { source: "<</Type/Pages/Count 1/Kids[3 0 R]>>" },
    { source: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>" },
    { source: `<<${dictionary}>>`, stream },
    ...further,
  ]);
}

const bomb = flate(mebibytes(64));
const packed = (objectNumber: number, value: string): TinyObject => {
  const head = `${objectNumber} 0 `;
  return { source: `<</Type/ObjStm/N 1/First ${head.length}>>`, stream: head + value, flate: true };
};

describe("a stream that would grow without bounds is refused, whatever names its filter", () => {
  const names: [string, string, Uint8Array, (readonly TinyObject[])?][] = [
    ["a name", "/Filter/FlateDecode", bomb],
    ["a short name", "/Filter/Fl", bomb],
    ["a name with escapes", "/Filter/#46late#44ecode", bomb],
    ["an entry with escapes", "/F#69lter/FlateDecode", bomb],
    ["the entry of a picture within content", "/F/Fl", bomb],
    ["a comment before the name", "/Filter %/LZWDecode\n/FlateDecode", bomb],
    ["a reference", "/Filter 5 0 R", bomb, [{ source: "/FlateDecode" }]],
    ["a reference to a reference", "/Filter 5 0 R", bomb, [{ source: "6 0 R" }, { source: "/FlateDecode" }]],
    ["a reference within a list", "/Filter[5 0 R]", bomb, [{ source: "/FlateDecode" }]],
    ["a reference into packed objects", "/Filter 9 0 R", bomb, [packed(9, "/FlateDecode")]],
    ["an object with a comment in its number", "/Filter 5 0 R", bomb, [{ source: "null" }, { source: "null endobj 5 %\n 0 obj /Fl" }]],
    ["several filters", "/Filter[/FlateDecode/FlateDecode]", flate(bomb)],
    ["an unknown filter before it", "/Filter[/Unknown/FlateDecode]", bomb],
    ["many filters", `/Filter[${"/Fl".repeat(30)}]`, Array.from({ length: 29 }).reduce<Uint8Array>((all) => flate(all), bomb)],
    ["LZW", "/Filter/LZWDecode", lzwOfSpaces(9000)],
    ["LZW behind Flate", "/Filter[/Fl/LZW]", flate(lzwOfSpaces(30_000))],
    ["run lengths", "/Filter/RL", runLength(mebibytes(20))],
    ["run lengths behind Flate", "/Filter[/Fl/RL]", flate(runLength(mebibytes(20)))],
    ["ASCII 85", "/Filter/A85", Buffer.alloc(5 * 2 ** 20, "z")],
    ["hexadecimal digits behind Flate", "/Filter[/Fl/AHx]", flate(Buffer.alloc(40 * 2 ** 20, "20"))],
    ["rows of a predictor", "/Filter/Fl/DecodeParms<</Predictor 12/Columns 1000000000>>", flate(Buffer.from("x"))],
  ];
  it.each(names)("%s", async (_name, dictionary, stream, further = []) => {
    await expect(openPdf(contentOf(dictionary, stream, further))).rejects.toMatchObject({
      code: "LIMIT_EXCEEDED",
      fields: { limit: "contentBytes" },
    });
  });

  const lies: [string, string, Uint8Array, (readonly TinyObject[])?][] = [
    ["it calls itself a font", "/Filter/Fl/Length1 5", bomb],
    ["it calls itself a picture", "/Filter/Fl/Subtype/Image/Width 3000/Height 3000", bomb],
    ["it calls itself an attachment", "/Filter/Fl/Type/EmbeddedFile", bomb],
    ["a packed object says its length", "/Filter/Fl/Length 9 0 R", bomb, [packed(9, String(bomb.length))]],
    [
      "its data hold the keyword of their end",
      "/Filter/AHx/Length 5 0 R",
      Buffer.from(`${"20".repeat(2 ** 20)} endstream ${"20".repeat(17 * 2 ** 20)}`),
      [{ source: String(36 * 2 ** 20 + 11) }],
    ],
  ];
  it.each(lies)("although %s", async (_name, dictionary, stream, further = []) => {
    await expect(readAll(contentOf(dictionary, stream, further))).rejects.toMatchObject({ code: "LIMIT_EXCEEDED" });
  });

  it("although it stands in the data of another stream", async () => {
    const inner = Buffer.concat([
      Buffer.from(`4 0 obj <</Filter/Fl/Length ${bomb.length}>>\nstream\n`),
      bomb,
      Buffer.from("\nendstream endobj"),
    ]);
    await expect(openPdf(contentOf("", inner))).rejects.toMatchObject({ code: "LIMIT_EXCEEDED" });
  });

  it.each(lockedBombs)("although it is encrypted with %s", async (_encryption, base64) => {
    const bytes = new Uint8Array(Buffer.from(base64, "base64"));
    for (const password of ["u", "o"])
      await expect(openPdf(bytes, { password })).rejects.toMatchObject({ code: "LIMIT_EXCEEDED", fields: { limit: "contentBytes" } });
    await expect(openPdf(bytes)).rejects.toMatchObject({ code: "ENCRYPTED" });
    await expect(openPdf(bytes, { password: "x" })).rejects.toMatchObject({ code: "WRONG_PASSWORD" });
  });
});

describe("drawings that lie in each other are counted as often as they are drawn", () => {
  const levels = 6;
  const form = (level: number, use: string, resources: string) => ({
    source: `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<${resources.replaceAll("NEXT", String(firstFree + level + 1))}>>>>`,
    stream: level === levels ? "0 0 m 1 1 l S\n" : use.repeat(10),
  });
  const nest = (use: string, resources: string) => Array.from({ length: levels + 1 }, (_, level) => form(level, use, resources));
  const first = String(firstFree);
  const kinds: [string, TinyPage, readonly TinyObject[], string?][] = [
    ["forms", { content: "/N Do", resources: `/XObject<</N ${first} 0 R>>` }, nest("/N Do\n", "/XObject<</N NEXT 0 R>>")],
    [
      "forms with escapes in their names",
      { content: "/N Do", resources: `/XObject<</N ${first} 0 R>>` },
      nest("/#4e Do\n", "/XObject<</N NEXT 0 R>>"),
    ],
    [
      "forms with comments behind their names",
      { content: "/N Do", resources: `/XObject<</N ${first} 0 R>>` },
      nest("/N%\n%\nDo ", "/XObject<</N NEXT 0 R>>"),
    ],
    [
      "masks",
      { content: "/G gs", resources: `/ExtGState<</G<</SMask<</S/Luminosity/G ${first} 0 R>>>>>>` },
      nest("/G gs\n", "/ExtGState<</G<</SMask<</S/Luminosity/G NEXT 0 R>>>>>>"),
    ],
    [
      "the drawings of annotations",
      { content: "", entries: `/Annots[<</Subtype/Stamp/Rect[0 0 9 9]/AP<</N ${first} 0 R>>>>]` },
      nest("/N Do\n", "/XObject<</N NEXT 0 R>>"),
    ],
    [
      "the letters of a font",
      { content: "BT /T 9 Tf (a) Tj ET", fonts: `/T ${firstFree + levels + 1} 0 R` },
      [
        ...nest("/N Do\n", "/XObject<</N NEXT 0 R>>"),
        {
          source: `<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a ${first} 0 R>>/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[1]>>`,
        },
      ],
    ],
    [
      "one content many times",
      { content: "", entries: `/Contents[${`${first} 0 R `.repeat(20)}]` },
      [{ source: "<<>>", stream: mebibytes(1) }],
    ],
    ["annotations without number", { content: "", entries: `/Annots[${"<</Subtype/Link>>".repeat(40_000)}]` }, []],
  ];
  it.each(kinds)("%s", async (_name, page, further) => {
    await expect(readAll(tinyPdf([page], further))).rejects.toMatchObject({ code: "LIMIT_EXCEEDED", fields: { limit: "contentBytes" } });
  });

  it("patterns, each made of ten others", async () => {
    const tiles = Array.from({ length: levels * 10 }, (_, index) => {
      const next = Array.from({ length: 10 }, (_, at) => firstFree + (Math.floor(index / 10) + 1) * 10 + at);
      const isLast = index >= (levels - 1) * 10;
      return {
        source: `<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<</Pattern<<${next.map((one, at) => `/P${at} ${one} 0 R`).join("")}>>>>>>`,
        stream: isLast ? "0 0 m 1 1 l S ".repeat(50) : next.map((_, at) => `/Pattern cs /P${at} scn 0 0 9 9 re f\n`).join(""),
      };
    });
    const page = { content: "/Pattern cs /P0 scn 0 0 9 9 re f", resources: `/Pattern<</P0 ${first} 0 R>>` };
    await expect(readAll(tinyPdf([page], tiles))).rejects.toMatchObject({ code: "LIMIT_EXCEEDED", fields: { limit: "contentBytes" } });
  });

  it("a form that is drawn a thousand times is none of them", async () => {
    const page = { content: "/N Do\n".repeat(1000), resources: `/XObject<</N ${first} 0 R>>` };
    const { pages } = await readAll(tinyPdf([page], [{ source: "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]>>", stream: "0 0 m 9 0 l S" }]));
    expect(pages[0]?.rulings).toHaveLength(1000);
  });
});

describe("one content as page after page", () => {
  const text = printed("预算", 100, 700);
  const kids = (count: number, kid: (index: number) => string, further: readonly TinyObject[]) =>
    pdfOfObjects([
      { source: "<</Type/Catalog/Pages 2 0 R>>" },
      { source: `<</Type/Pages/Count ${count}/Kids[${Array.from({ length: count }, (_, index) => kid(index)).join(" ")}]>>` },
      { source: "<<>>", stream: text },
      ...further,
    ]);
  const page = (content = "3 0 R") => ({ source: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${content}>>` });
  const repeated: [string, Uint8Array][] = [
    ["one page", kids(3000, () => "4 0 R", [page()])],
    [
      "pages of their own",
      kids(
        300,
        (index) => `${index + 4} 0 R`,
        Array.from({ length: 300 }, () => page()),
      ),
    ],
    [
      "pages with lists of contents",
      kids(
        300,
        (index) => `${index + 4} 0 R`,
        Array.from({ length: 300 }, () => page("[3 0 R]")),
      ),
    ],
  ];
  it.each(repeated)("%s", async (_name, bytes) => {
    await expect(readAll(bytes)).rejects.toMatchObject({ code: "LIMIT_EXCEEDED", fields: { limit: "repeatedPages", found: 51 } });
  });

  it("is a document up to fifty times, and for empty pages", async () => {
    expect((await readAll(repeated[0]?.[1] as Uint8Array, { pages: "1-50" })).pages).toHaveLength(50);
    expect((await readAll(tinyPdf(Array.from({ length: 60 }, () => "")))).pages).toHaveLength(60);
  });

  it("a count beyond all pages is the file's, not ours", async () => {
    const bytes = pdfOfObjects([
      { source: "<</Type/Catalog/Pages 2 0 R>>" },
      { source: "<</Type/Pages/Count 2000000000/Kids[3 0 R]>>" },
      page("4 0 R"),
      { source: "<<>>", stream: text },
    ]);
    for (const pages of [undefined, "1-", "1"]) {
      const error = await readAll(bytes, { pages }).catch((thrown: unknown) => thrown);
      if (error instanceof Error) expect(error).toMatchObject({ name: "BudgetError" });
    }
  });
});

describe("a number that pdf.js would believe makes its page unreadable", () => {
  const composite = (entries: string, descendant: string): readonly TinyObject[] => [
    { source: `<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[11 0 R]${entries}>>` },
    {
      source: `<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 12 0 R${descendant}>>`,
    },
    {
      source:
        "<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>",
    },
    { source: "[0 2000000000 500]" },
    { source: "<<>>", stream: "1 beginbfrange <00000000> <ffffffff> <0000> endbfrange" },
    { source: "<<>>", stream: `100 begincidrange ${"<0000> <ffff> 0 ".repeat(100)} endcidrange` },
  ];
  const shown = { content: "BT /F 10 Tf 10 10 Td <0041> Tj ET", fonts: "/F 10 0 R" };
  const simple = (entries: string): readonly TinyObject[] => [{ source: `<</Type/Font/Subtype/Type1/BaseFont/Helvetica${entries}>>` }];
  const pixels = { content: "/I Do", resources: "/XObject<</I 10 0 R>>" };
  const image = (entries: string, stream = "x"): readonly TinyObject[] => [
    { source: `<</Type/XObject/Subtype/Image/Width 10/Height 10/BitsPerComponent 8/ColorSpace/DeviceGray${entries}>>`, stream },
  ];
  const kinds: [string, TinyPage, readonly TinyObject[]][] = [
    ["widths of glyphs from one to another", shown, composite("", "/W[0 2000000000 500]")],
    ["widths behind a reference", shown, composite("", "/W 13 0 R")],
    ["the width of one glyph", shown, composite("", "/W[2000000000[500]]")],
    ["many such ranges", shown, composite("", `/W[${"0 65000 500 ".repeat(40)}]`)],
    ["widths of vertical glyphs", shown, composite("", "/W2[0 2000000000 1 2 3]")],
    ["codes of a map", shown, composite("/ToUnicode 14 0 R", "")],
    ["many ranges of codes", shown, composite("/ToUnicode 15 0 R", "")],
    ["the last character of a font", shown, simple("/FirstChar 0/LastChar 2000000000")],
    ["the first character of a font", shown, simple("/FirstChar -2000000000/LastChar 5")],
    [
      "samples of a function",
      { content: "/C cs 1 scn", resources: "/ColorSpace<</C[/Separation/X/DeviceRGB 10 0 R]>>" },
      [{ source: "<</FunctionType 0/Domain[0 1]/Range[0 1 0 1 0 1]/Size[1000000000]/BitsPerSample 8>>", stream: "x" }],
    ],
    ["colours of an index", pixels, image("/ColorSpace[/Indexed/DeviceRGB 500000000(x)]")],
    ["columns of a picture", pixels, image("/Filter/CCF/DecodeParms<</Columns 1000000000>>")],
    [
      "a mask",
      pixels,
      [
        ...image("/SMask 11 0 R"),
        { source: "<</Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceGray>>", stream: "x" },
      ],
    ],
    ["the pixels of a JPEG", pixels, image("/Filter/DCT", "\xff\xd8\xff\xc0\x00\x11\x08\x7f\xff\x7f\xff\x03")],
    ["those behind another filter", pixels, image("/Filter[/AHx/DCTDecode]", "ffd8ffc00011087fff7fff03>")],
    ["the pixels of a JPEG 2000", pixels, image("/Filter/JPXDecode", `\xff\x4f\xff\x51\x00\x2f\x00\x00\x00\x00\x7f\xff\x00\x00\x7f\xff`)],
    [
      "a shading without bits",
      { content: "/S sh", resources: "/Shading<</S 10 0 R>>" },
      [
        {
          source: "<</ShadingType 4/ColorSpace/DeviceGray/BitsPerCoordinate 0/BitsPerComponent 0/BitsPerFlag 0/Decode[0 1 0 1 0 1]>>",
          stream: "x",
        },
      ],
    ],
  ];
  it.each(kinds)("%s", async (_name, page, further) => {
    const { codes, pages } = await readAll(tinyPdf([page, printed("next", 10, 10, 10, "L")], further));
    expect(codes).toEqual(["read.unreadable-page"]);
    expect(pages[1]?.glyphs).toHaveLength(4);
  });

  it("and the file, where it is the only one", async () => {
    await expect(readAll(tinyPdf([shown], composite("", "/W[0 2000000000 500]")))).rejects.toMatchObject({ code: "DAMAGED_PDF" });
  });

  it("not where fonts have as many glyphs as fonts have", async () => {
    expect((await readAll(tinyPdf([shown], composite("", "/W[0 65535 500]")))).codes).not.toContain("read.unreadable-page");
  });
});
