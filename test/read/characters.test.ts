import { describe, expect, it } from "vitest";
import { normaliseGlyph } from "../../src/read/normalise-glyph.ts";
import { readFirst } from "../support/read-tiny.ts";
import { printed, tinyPdf } from "../support/tiny-pdf.ts";

describe("characters are the ones a person would type", () => {
  const cases: [string, string, string][] = [
    ["a Kangxi radical", "⼀", "一"],
    ["a radical of the supplement, simplified", "⻔", "门"],
    ["⼾ as the mainland means it", "⼾", "户"],
    ["a compatibility ideograph", "\uf96e", "葉"],
    ["a ligature", "ﬁ", "fi"],
    ["a stroke", "㇐", "一"],
    ["a bracket of vertical writing", "︵", "（"],
    ["a soft hyphen that is printed as a minus", "\u00ad", "-"],
    ["full-width digits stay", "１２", "１２"],
    ["circled numbers stay", "①", "①"],
    ["Han stay", "预算", "预算"],
    ["a Han beyond the first plane stays", "𠮷", "𠮷"],
  ];
  it.each(cases)("%s", (_name, printed, expected) => {
    expect(normaliseGlyph(printed)).toBe(expected);
  });

  it("keeps what the file has beside it", async () => {
    const { page } = await readFirst(tinyPdf([toUnicode("2f00")[0]], toUnicode("2f00")[1]));
    expect(page.glyphs[0]).toMatchObject({ text: "一", raw: "⼀" });
  });
});

describe("fonts that are not embedded are read through the character maps of their encoding", () => {
  const gbk = "d4a4cbe331a3ac"; // 预算1，
  const encodings: [string, string, string][] = [
    ["GBK-EUC-H", gbk, "预算1，"],
    ["GBKp-EUC-H", gbk, "预算1，"],
    ["GBK2K-H", gbk, "预算1，"],
    ["GB-EUC-H", gbk, "预算1，"],
    ["UniGB-UCS2-H", "98847b970031ff0c", "预算1，"],
    ["UniGB-UTF16-H", "98847b970031ff0c", "预算1，"],
  ];
  it.each(encodings)("%s", async (encoding, codes, expected) => {
    const font = { source: `<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/${encoding}/DescendantFonts[6 0 R]>>` };
    const { text, codes: diagnostics } = await readFirst(
      tinyPdf([{ content: `BT /N 10 Tf 100 700 Td <${codes}> Tj ET`, fonts: "/N 10 0 R" }], [font]),
    );
    expect(text).toBe(expected);
    expect(diagnostics).toEqual([]);
  });
});

describe("a font that does not say which characters it prints is reported", () => {
  it.each([
    ["private-use characters", "e123", "\ue123"],
    ["characters that are none", "ffff", "\uffff"],
    ["the mark for what could not be converted", "fffd", "\ufffd"],
  ])("%s", async (_, codePoint, text) => {
    const [page, fonts] = toUnicode(codePoint);
    expect((await readFirst(tinyPdf([page], fonts))).messages).toEqual([`read.unreadable-text 1 1 ${text}`]);
  });

  it("bullets of a symbol font are none", async () => {
    const [page, fonts] = toUnicode("f0b7");
    expect((await readFirst(tinyPdf([page], fonts))).codes).toEqual([]);
  });

  it("glyph numbers taken for characters", async () => {
    const font = [
      { source: "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+SimSun/Encoding/Identity-H/DescendantFonts[11 0 R]>>" },
      {
        source:
          "<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor 7 0 R>>",
      },
    ];
    const pdf = tinyPdf([{ content: "BT /N 10 Tf 100 700 Td <0115026700ab0c41011b0f09> Tj ET", fonts: "/N 10 0 R" }], font);
    expect((await readFirst(pdf)).codes).toEqual(["read.unreadable-text"]);
  });

  it("a font that cannot be loaded", async () => {
    const font = { source: "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/NoSuchCMap-H/DescendantFonts[6 0 R]>>" };
    const { codes, text } = await readFirst(
      tinyPdf([{ content: `BT /N 10 Tf 100 700 Td <0115> Tj ET ${printed("显", 100, 600)}`, fonts: "/N 10 0 R" }], [font]),
    );
    expect(codes).toEqual(["read.font-not-loaded"]);
    expect(text).toBe("显");
  });

  it("Latin names among Han are no reason", async () => {
    expect((await readFirst(tinyPdf(["BT /L 10 Tf 100 700 Td (VPN, Wi-Fi 6 & caf\\351) Tj ET"]))).codes).toEqual([]);
  });
});

/** A page that prints one glyph, which a ToUnicode map gives as the code point. */
function toUnicode(codePoint: string) {
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <41> <${codePoint}> endbfchar endcmap end end`;
  return [
    { content: "BT /U 10 Tf 100 700 Td (A) Tj ET", fonts: "/U 10 0 R" },
    [{ source: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 11 0 R>>" }, { source: "<<>>", stream: map }],
  ] as const;
}
