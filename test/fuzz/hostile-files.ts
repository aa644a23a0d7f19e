import { deflateSync } from "node:zlib";
import { budgetText } from "../support/budget-text.ts";
import { firstFree, pdfOfObjects, printed, type TinyObject, tinyPdf } from "../support/tiny-pdf.ts";

export interface HostileFile {
  readonly name: string;
  readonly ending: "pdf" | "txt" | "json";
  readonly bytes: Uint8Array;
}

type Made = Uint8Array | string;

/** Ways to make a file that costs much, each for sizes that grow from harmless to far more than a budget can cost. */
const kinds: readonly [name: string, ending: HostileFile["ending"], sizes: readonly number[], make: (size: number) => Made][] = [
  ["glyph-far-away", "pdf", [1e4, 1e9, 1e18, 1e38], (size) => tinyPdf([printed("1", size, 10) + printed("9", 10, -size)])],
  ["huge-font", "pdf", [1e3, 1e6, 1e12], (size) => tinyPdf([printed("收入1.00", 10, 10, size)])],
  ["scaled-page", "pdf", [1e3, 1e9], (size) => tinyPdf([`${size} 0 0 ${size} 0 0 cm ${printed("1", 1, 1)} 0 0 9 9 re S`])],
  ["glyphs-on-a-page", "pdf", [300, 3000, 30_000, 300_000], (size) => tinyPdf([scattered(size, (at) => `(${at % 10}) Tj`)])],
  ["words-on-a-page", "pdf", [300, 3000, 20_000], (size) => tinyPdf([scattered(size, (at) => `(${at}.00) Tj`)])],
  ["grid", "pdf", [30, 200, 1000], (size) => tinyPdf([grid(size)])],
  ["rulings-anywhere", "pdf", [300, 5000, 100_000], (size) => tinyPdf([strokes(size)])],
  ["path-without-end", "pdf", [1e4, 1e6], (size) => tinyPdf([`0 0 m ${"9 9 l 0 9 l ".repeat(size / 2)} S`])],
  ["saved-states", "pdf", [1e3, 1e6], (size) => tinyPdf([`${"q ".repeat(size)}${printed("1", 9, 9)}`])],
  ["nested-arrays", "pdf", [1e3, 1e5], (size) => tinyPdf([`${"[".repeat(size)} TJ`])],
  [
    "nested-dictionaries",
    "pdf",
    [1e3, 1e5],
    (size) => tinyPdf([{ content: printed("1", 9, 9), entries: `/A ${"<</A ".repeat(size)}1${">>".repeat(size)}` }]),
  ],
  ["long-string", "pdf", [1e5, 5e6], (size) => tinyPdf([`BT /L 9 Tf 9 9 Td (${"1".repeat(size)}) Tj ET`])],
  ["spread-string", "pdf", [1e4, 1e6], (size) => tinyPdf([`BT /L 9 Tf 9 9 Td [${"(1) -9000 ".repeat(size / 10)}] TJ ET`])],
  ["forms-in-forms", "pdf", [4, 6, 9], nestedForms],
  [
    "form-draws-itself",
    "pdf",
    [1, 50],
    (size) =>
      tinyPdf([{ content: "/N Do", resources: `/XObject<</N ${firstFree} 0 R>>` }], [form("/N Do\n".repeat(size), `/N ${firstFree} 0 R`)]),
  ],
  ["glyph-draws-itself", "pdf", [1, 20], type3],
  ["packed-spaces", "pdf", [16, 128], (size) => packed("/Filter/FlateDecode", deflateSync(Buffer.alloc(size * 2 ** 20, 32)))],
  ["packed-twice", "pdf", [64], (size) => packed("/Filter[/Fl/Fl]", deflateSync(deflateSync(Buffer.alloc(size * 2 ** 20, 32))))],
  ["packed-operators", "pdf", [1e6, 1e7], (size) => packed("/Filter/FlateDecode", deflateSync("0 0 m 1 1 l S\n".repeat(size / 10)))],
  ["run-lengths", "pdf", [1e5, 1e6], (size) => packed("/Filter/RunLengthDecode", Buffer.from("\x81 ".repeat(size), "latin1"))],
  ["many-filters", "pdf", [10, 1000], (size) => packed(`/Filter[${"/AHx ".repeat(size)}]`, Buffer.from("20".repeat(999)))],
  ["one-page-often", "pdf", [40, 3000, 100_000], (size) => kids(`[${"3 0 R ".repeat(size)}]`, size)],
  ["false-count", "pdf", [1e6, 2147483647], (size) => kids("[3 0 R]", size)],
  ["pages-in-a-circle", "pdf", [1, 500], (size) => kids(`[${"2 0 R ".repeat(size)}3 0 R]`, 2)],
  ["many-pages", "pdf", [500, 3500], (size) => tinyPdf(Array.from({ length: size }, (_, at) => printed(`${at}`, 9, 9)))],
  [
    "widths",
    "pdf",
    [1e5, 2e9],
    (size) => tinyPdf([{ content: "BT /F 9 Tf 9 9 Td <0041> Tj ET", fonts: "/F 10 0 R" }], compositeFont(`/W[0 ${size} 500]`)),
  ],
  [
    "character-map",
    "pdf",
    [1e4, 4294967295],
    (size) => tinyPdf([{ content: "BT /F 9 Tf 9 9 Td <0041> Tj ET", fonts: "/F 10 0 R" }], compositeFont("/DW 500", characterMap(size))),
  ],
  ["huge-page", "pdf", [1e5, 1e15], (size) => tinyPdf([{ content: grid(20), mediaBox: `[0 0 ${size} ${size}]` }])],
  [
    "huge-picture",
    "pdf",
    [5000, 60_000],
    (size) =>
      tinyPdf(
        [{ content: "500 0 0 500 0 0 cm /P Do", resources: `/XObject<</P ${firstFree} 0 R>>` }],
        [
          {
            source: `<</Type/XObject/Subtype/Image/Width ${size}/Height ${size}/BitsPerComponent 8/ColorSpace/DeviceRGB>>`,
            stream: Buffer.alloc(1e5),
            flate: true,
          },
        ],
      ),
  ],
  [
    "former-versions",
    "pdf",
    [1, 3000],
    (size) =>
      Buffer.concat([
        tinyPdf([printed("1", 9, 9)]),
        Buffer.from(`xref\n0 0\ntrailer\n<</Size 1/Root 1 0 R/Prev 15>>\nstartxref\n15\n%%EOF\n`.repeat(size)),
      ]),
  ],
  [
    "objects-without-end",
    "pdf",
    [1e4, 3e5],
    (size) => Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.from("1 0 obj\n<</Type/Page/Kids[1 0 R]>>\n".repeat(size))]),
  ],
  ["no-pdf-behind-its-head", "pdf", [1e3, 2e7], (size) => Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(size, 65)])],
  ["digits", "txt", [1e5, 1e6, 5e7], (size) => "1".repeat(size)],
  ["brackets", "txt", [1e5, 1e6], (size) => "（(".repeat(size / 2)],
  ["figures", "txt", [1e5, 1e6], (size) => "1,234.56 ".repeat(size / 9)],
  ["lines-of-figures", "txt", [1e5, 1e6], (size) => "12345678.90\n".repeat(size / 12)],
  ["tabs", "txt", [1e5, 1e6], (size) => `甲${"\t1.00".repeat(size / 5)}`],
  ["titles", "txt", [1e5, 1e6], (size) => "表1 收支总体情况表\n单位：万元\n".repeat(size / 20)],
  ["statements", "txt", [1e5, 5e5], (size) => "收入预算1.00万元，比上年增加1.00万元，".repeat(size / 22)],
  [
    "budget-again-and-again",
    "txt",
    [20, 200],
    (size) => budgetText({ year: 2024, organization: "广州市甲局", total: "1300.00", threePublic: "10.00" }).repeat(size),
  ],
  ["lone-surrogates", "txt", [1e5, 1e6], (size) => Buffer.from("\ud800甲".repeat(size / 2), "utf16le")],
  ["pages-of-text", "txt", [2000, 100_000], (size) => "甲1.00\f".repeat(size)],
  ["spaces", "txt", [1e6], (size) => `甲${" ".repeat(size)}乙`],
  ["control-characters", "txt", [1e6], (size) => `甲${"\0\u001b[31m\u202e".repeat(size / 8)}`],
  ["one-word", "txt", [1e6], (size) => "预".repeat(size)],
  ["numbered-lines", "txt", [1e5], (size) => Array.from({ length: size / 5 }, (_, at) => `${at}\n`).join("")],
  ["nested-json", "json", [1e3, 1e6], (size) => "[".repeat(size) + "]".repeat(size)],
  ["long-json", "json", [1e6], (size) => JSON.stringify({ schemaVersion: 1, tables: Array.from({ length: size / 10 }, () => ({})) })],
];

/** More than a hundred files that cost much, or would. */
export function* hostileFiles(): Generator<HostileFile> {
  for (const [name, ending, sizes, make] of kinds) {
    for (const size of sizes) {
      const made = make(size);
      yield { name: `${name}-${size}`, ending, bytes: typeof made === "string" ? Buffer.from(made) : made };
    }
  }
}

/** Text at places that look like chance and are the same each time. */
function scattered(count: number, show: (at: number) => string): string {
  const places = Array.from({ length: count }, (_, at) => `1 0 0 1 ${(at * 7919) % 590} ${(at * 104_729) % 840} Tm ${show(at)}`);
  return `BT /L 6 Tf ${places.join("\n")} ET`;
}

function grid(lines: number): string {
  const step = 500 / lines;
  return Array.from(
    { length: lines },
    (_, at) => `20 ${20 + at * step} m 520 ${20 + at * step} l S ${20 + at * step} 20 m ${20 + at * step} 520 l S`,
  ).join("\n");
}

function strokes(count: number): string {
  const at = (factor: number, index: number) => (index * factor) % 590;
  return Array.from({ length: count }, (_, index) =>
    index % 2 === 0
      ? `${at(7919, index)} ${at(613, index)} m ${at(104_729, index)} ${at(613, index)} l S`
      : `${at(7919, index)} ${at(31, index)} m ${at(7919, index)} ${at(104_729, index)} l S`,
  ).join("\n");
}

function form(content: string, drawn: string): TinyObject {
  return { source: `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<<${drawn}>>>>>>`, stream: content };
}

function nestedForms(depth: number): Uint8Array {
  const forms = Array.from({ length: depth + 1 }, (_, level) =>
    form(level === depth ? "0 0 m 1 1 l S\n" : "/N Do\n".repeat(10), `/N ${firstFree + level + 1} 0 R`),
  );
  return tinyPdf([{ content: "/N Do", resources: `/XObject<</N ${firstFree} 0 R>>` }], forms);
}

function type3(times: number): Uint8Array {
  const font = `<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 65/LastChar 65/Widths[9]/Encoding<</Differences[65/A]>>/CharProcs<</A ${firstFree + 1} 0 R>>/Resources<</Font<</T ${firstFree} 0 R>>>>>>`;
  return tinyPdf(
    [{ content: `BT /T 9 Tf 9 9 Td (${"A".repeat(99)}) Tj ET`, fonts: `/T ${firstFree} 0 R` }],
    [{ source: font }, { source: "<<>>", stream: `9 0 d0 ${"BT /T 1 Tf (A) Tj ET ".repeat(times)}` }],
  );
}

function packed(filter: string, stream: Uint8Array): Uint8Array {
  return pdfOfObjects([
    { source: "<</Type/Catalog/Pages 2 0 R>>" },
    { source: "<</Type/Pages/Count 1/Kids[3 0 R]>>" },
    { source: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>" },
    { source: `<<${filter}>>`, stream },
  ]);
}

function kids(list: string, count: number): Uint8Array {
  return pdfOfObjects([
    { source: "<</Type/Catalog/Pages 2 0 R>>" },
    { source: `<</Type/Pages/Count ${count}/Kids${list}>>` },
    { source: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>" },
    { source: "<<>>", stream: "0 0 m 9 9 l S" },
  ]);
}

function compositeFont(entries: string, map = ""): TinyObject[] {
  return [
    { source: "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[11 0 R]/ToUnicode 13 0 R>>" },
    {
      source: `<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 12 0 R${entries}>>`,
    },
    {
      source:
        "<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>",
    },
    { source: "<<>>", stream: map },
  ];
}

function characterMap(codes: number): string {
  const last = codes.toString(16).padStart(8, "0");
  return `begincmap 1 begincodespacerange <00000000> <${last}> endcodespacerange 1 beginbfrange <00000000> <${last}> <0041> endbfrange endcmap`;
}
