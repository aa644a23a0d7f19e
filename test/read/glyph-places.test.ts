import { describe, expect, it } from "vitest";
import { readFirst } from "../support/read-tiny.ts";
import { printed, tinyPdf } from "../support/tiny-pdf.ts";

/** Boxes on a page of 595 × 842 points; an em box is 0.88 above and 0.12 below the baseline. */
async function places(content: string) {
  return (await readFirst(tinyPdf([content]))).places;
}

describe("a glyph stands where the page shows it", () => {
  it("measures from the top left", async () => {
    expect(await places(printed("预算", 100, 742))).toEqual([
      ["预", 100, 91, 110, 101],
      ["算", 110, 91, 120, 101],
    ]);
  });

  const upright = "<9884> Tj";
  const cases: [string, string, (string | number)[][]][] = [
    ["a text matrix scales and moves", `BT /H 1 Tf 20 0 0 20 100 742 Tm ${upright} ET`, [["预", 100, 82, 120, 102]]],
    ["the page's own matrix comes on top", `2 0 0 2 0 0 cm BT /H 10 Tf 50 371 Td ${upright} ET`, [["预", 100, 82, 120, 102]]],
    [
      "Td counts from the line's beginning",
      `BT /H 10 Tf 100 742 Td ${upright} 0 -20 Td ${upright} ET`,
      [
        ["预", 100, 91, 110, 101],
        ["预", 100, 111, 110, 121],
      ],
    ],
    [
      "T* goes down by the leading",
      `BT /H 10 Tf 15 TL 100 742 Td ${upright} T* ${upright} ET`,
      [
        ["预", 100, 91, 110, 101],
        ["预", 100, 106, 110, 116],
      ],
    ],
    [
      "TD sets the leading",
      `BT /H 10 Tf 100 742 TD 0 -12 TD ${upright} T* ${upright} ET`,
      [
        ["预", 100, 103, 110, 113],
        ["预", 100, 115, 110, 125],
      ],
    ],
    ["' begins a new line", `BT /H 10 Tf 15 TL 100 742 Td <9884> ' ET`, [["预", 100, 106, 110, 116]]],
    [
      "TJ numbers move back",
      "BT /H 10 Tf 100 742 Td [<9884> -2000 <7b97>] TJ ET",
      [
        ["预", 100, 91, 110, 101],
        ["算", 130, 91, 140, 101],
      ],
    ],
    [
      "Tc comes after every glyph",
      "BT /H 10 Tf 5 Tc 100 742 Td <98847b97> Tj ET",
      [
        ["预", 100, 91, 110, 101],
        ["算", 115, 91, 125, 101],
      ],
    ],
    [
      "Tw widens spaces only",
      "BT /L 10 Tf 20 Tw 100 742 Td (1 1) Tj ET",
      [
        ["1", 100, 91, 106, 101],
        ["1", 128, 91, 134, 101],
      ],
    ],
    [
      "Tz stretches along the line",
      "BT /H 10 Tf 200 Tz 100 742 Td <98847b97> Tj ET",
      [
        ["预", 100, 91, 120, 101],
        ["算", 120, 91, 140, 101],
      ],
    ],
    ["Ts raises", `BT /H 10 Tf 4 Ts 100 742 Td ${upright} ET`, [["预", 100, 87, 110, 97]]],
    [
      "a mirrored frame with a negative size reads as it shows",
      `1 0 0 -1 0 842 cm BT /H -10 Tf -1 0 0 1 100 100 Tm ${upright} ET`,
      [["预", 100, 91, 110, 101]],
    ],
    ["q and Q keep the matrix", `q 2 0 0 2 0 0 cm Q ${printed("预", 100, 742)}`, [["预", 100, 91, 110, 101]]],
    [
      "white space moves on and is no glyph",
      printed("预　 算", 100, 742),
      [
        ["预", 100, 91, 110, 101],
        ["算", 130, 91, 140, 101],
      ],
    ],
  ];
  it.each(cases)("%s", async (_name, content, expected) => {
    expect(await places(content)).toEqual(expected);
  });

  it("follows a form with its matrix into the page, and clips it to its box", async () => {
    const form = {
      source: "<</Type/XObject/Subtype/Form/BBox[0 0 100 100]/Matrix[1 0 0 1 5 5]/Resources<</Font<</H 4 0 R>>>>>>",
      stream: printed("表", 10, 10) + printed("外", 200, 10),
    };
    const { places, codes } = await readFirst(
      tinyPdf([{ content: "q 2 0 0 2 10 20 cm /Fm Do Q", resources: "/XObject<</Fm 10 0 R>>" }], [form]),
    );
    expect(places).toEqual([["表", 40, 774, 60, 794]]);
    expect(codes).toEqual(["read.clipped-text"]);
  });

  it("writes downwards with a vertical font, brackets as on the line", async () => {
    const { page, text } = await readFirst(tinyPdf([printed("预（算", 100, 742, 10, "V")]));
    expect(text).toBe("预（算");
    expect(page.glyphs.map(({ angle, box }) => [angle, ...box.map(Math.round)])).toEqual([
      [90, 95, 100, 105, 110],
      [90, 95, 110, 105, 120],
      [90, 95, 120, 105, 130],
    ]);
  });

  it("gives Han their em where the font says that they are narrow", async () => {
    const narrow = (descendant: number) =>
      `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[${descendant} 0 R]>>`;
    const descendant =
      "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 300/FontDescriptor 7 0 R>>";
    const content = "BT /N 10 Tf 100 742 Td [<9884> -700 <7b97>] TJ ET";
    const { places } = await readFirst(tinyPdf([{ content, fonts: "/N 10 0 R" }], [{ source: narrow(11) }, { source: descendant }]));
    expect(places).toEqual([
      ["预", 100, 91, 110, 101],
      ["算", 110, 91, 120, 101],
    ]);
  });

  it("reads the glyphs of a Type 3 font", async () => {
    const proc = { source: "<<>>", stream: "1000 0 0 0 750 750 d1 0 0 750 750 re f" };
    const font = {
      source:
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<</one 10 0 R/two 10 0 R>>/Encoding<</Type/Encoding/Differences[49/one/two]>>/FirstChar 49/LastChar 50/Widths[1000 500]>>",
    };
    const { places } = await readFirst(tinyPdf([{ content: "BT /T3 10 Tf 100 742 Td (121) Tj ET", fonts: "/T3 11 0 R" }], [proc, font]));
    expect(places).toEqual([
      ["1", 100, 91, 110, 101],
      ["2", 110, 91, 115, 101],
      ["1", 115, 91, 125, 101],
    ]);
  });
});

describe("the page is read as it is held", () => {
  const content = `${printed("预", 100, 742)}50 100 m 300 100 l S`;
  const cases: [string, number, number, number, number[]][] = [
    ["/Rotate 0", 595, 842, 0, [100, 91, 110, 101]],
    ["/Rotate 90", 842, 595, 90, [741, 100, 751, 110]],
    ["/Rotate 180", 595, 842, 180, [485, 741, 495, 751]],
    ["/Rotate 270", 842, 595, 270, [91, 485, 101, 495]],
    ["/Rotate -90", 842, 595, 270, [91, 485, 101, 495]],
    ["/UserUnit 2", 1190, 1684, 0, [200, 182, 220, 202]],
    ["/CropBox[50 0 595 792]", 545, 792, 0, [50, 41, 60, 51]],
  ];
  it.each(cases)("%s", async (entries, width, height, angle, box) => {
    const { page } = await readFirst(tinyPdf([{ content, entries }]));
    expect([page.width, page.height]).toEqual([width, height]);
    expect(page.glyphs[0]?.angle).toBe(angle);
    expect(page.glyphs[0]?.box.map(Math.round)).toEqual(box);
  });

  it("a table turned on its side is upright when the page is turned back", async () => {
    const sideways = "BT /H 10 Tf 0 1 -1 0 200 300 Tm <9884> Tj ET 100 300 m 100 500 l S";
    const { page } = await readFirst(tinyPdf([{ content: sideways, entries: "/Rotate 90" }]));
    expect(page.glyphs[0]?.angle).toBe(0);
    expect(page.rulings[0]?.direction).toBe("horizontal");
  });

  it("a watermark has its own angle", async () => {
    const { page } = await readFirst(tinyPdf(["BT /H 40 Tf 0.7071 0.7071 -0.7071 0.7071 100 300 Tm <9884> Tj ET"]));
    expect(page.glyphs[0]?.angle).toBe(315);
  });
});
