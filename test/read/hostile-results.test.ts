import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parseBudget } from "../../src/index.ts";
import { randomOf } from "../support/law-runs.ts";
import { firstFree, pdfOfObjects, printed, type TinyObject, type TinyPage, tinyPdf } from "../support/tiny-pdf.ts";

const catalog: readonly TinyObject[] = [{ source: "<</Type/Catalog/Pages 2 0 R>>" }];
const onePage = "<</Type/Pages/Count 1/Kids[3 0 R]>>";

/** A page whose filter is named by another object, and whose content is 64 MiB. */
function hiddenFilter(): Uint8Array {
  return pdfOfObjects([
    ...catalog,
    { source: onePage },
    { source: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>" },
    { source: "<</Filter 5 0 R>>", stream: deflateSync(Buffer.alloc(64 * 2 ** 20, 32), { level: 9 }) },
    { source: "/FlateDecode" },
  ]);
}

/** One page named 3,000 times. */
function onePageAgainAndAgain(): Uint8Array {
  return pdfOfObjects([
    ...catalog,
    { source: `<</Type/Pages/Count 3000/Kids[${"3 0 R ".repeat(3000)}]>>` },
    { source: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>" },
    { source: "<<>>", stream: printed("预算", 100, 700) },
  ]);
}

/** Forms that each draw the next one ten times, six deep. */
function nestedForms(): Uint8Array {
  const forms = Array.from({ length: 7 }, (_, level) => ({
    source: `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</N ${firstFree + level + 1} 0 R>>>>>>`,
    stream: level === 6 ? "0 0 m 1 1 l S\n" : "/N Do\n".repeat(10),
  }));
  return tinyPdf([{ content: "/N Do", resources: `/XObject<</N ${firstFree} 0 R>>` }], forms);
}

/** A composite font that gives two thousand million widths. */
function endlessWidths(): Uint8Array {
  const page: TinyPage = { content: "BT /F 10 Tf 10 10 Td <0041> Tj ET", fonts: "/F 10 0 R" };
  return tinyPdf(
    [page],
    [
      { source: "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[11 0 R]>>" },
      {
        source:
          "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 12 0 R/W[0 2000000000 500]>>",
      },
      {
        source:
          "<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>",
      },
    ],
  );
}

/** Digits anywhere on a page. */
function scatteredDigits(count: number): Uint8Array {
  const random = randomOf(14);
  const digit = () => printed(String(Math.floor(random() * 10)), random() * 580, random() * 830, 8, "L");
  return tinyPdf([Array.from({ length: count }, digit).join("\n")]);
}

describe("each kind of attack ends with its own result", () => {
  const ends: [string, Uint8Array, string][] = [
    ["a glyph far off the page", tinyPdf([`${printed("1", 10, 10, 10, "L")} ${printed("9", 1e18, 10, 10, "L")}`]), "read.off-page-text"],
    ["a filter that another object names", hiddenFilter(), "LIMIT_EXCEEDED"],
    ["one page as 3,000", onePageAgainAndAgain(), "LIMIT_EXCEEDED"],
    ["forms within forms", nestedForms(), "LIMIT_EXCEEDED"],
    ["widths without number", endlessWidths(), "DAMAGED_PDF"],
    ["a hundred digits anywhere", scatteredDigits(100), "layout.uncertain-columns"],
    ["two hundred digits anywhere", scatteredDigits(200), "layout.search-ended"],
  ];
  it.each(ends)("%s", { timeout: 30_000 }, async (_name, bytes, expected) => {
    const ended = await parseBudget(bytes).then(
      ({ diagnostics }) => diagnostics.map(({ code }) => code as string),
      (error: { readonly code: string }) => [error.code],
    );
    expect(ended).toContain(expected);
  });
});
