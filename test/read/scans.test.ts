import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseBudget } from "../../src/parse-budget.ts";
import type { PageToRecognise } from "../../src/read/page-pictures.ts";
import { readAll, readFirst, rulingsOf } from "../support/read-tiny.ts";
import { printed, tinyPdf } from "../support/tiny-pdf.ts";

/** A picture of 300 × 400 pixels over the whole page, its first pixel black and the others white. */
const picture = {
  source: "<</Type/XObject/Subtype/Image/Width 300/Height 400/ColorSpace/DeviceGray/BitsPerComponent 8>>",
  stream: new Uint8Array(300 * 400).fill(255).fill(0, 0, 1),
};
const scan = (more = "") => tinyPdf([{ content: `q 595 0 0 842 0 0 cm /Im Do Q ${more}`, resources: "/XObject<</Im 10 0 R>>" }], [picture]);

describe("a page without a text layer says so", () => {
  it("each page of a scanned budget", async () => {
    const bytes = new Uint8Array(readFileSync(new URL("../../fixtures/corpus/gz-2024-ybzx/scan.pdf", import.meta.url)));
    const { pages, codes } = await readAll(bytes, { pages: "1-5" });
    expect(pages.map(({ glyphs }) => glyphs.length)).toEqual([0, 0, 0, 0, 0]);
    expect(codes).toEqual(Array(5).fill("read.no-text-layer"));
  });

  it("text that was turned into outlines", async () => {
    const glyph = (x: number) => `${x} 100 m ${x + 5} 100 ${x + 6} 108 ${x} 109 c f `;
    expect((await readFirst(tinyPdf([Array.from({ length: 60 }, (_, i) => glyph(8 * i)).join("")]))).codes).toEqual(["read.no-text-layer"]);
  });

  it("a scan with no more text than its page number", async () => {
    const { text, messages } = await readFirst(scan(printed("- 3 -", 280, 30)));
    expect(text).toBe("-3-");
    expect(messages).toEqual(["read.mostly-picture 1 3"]);
  });

  it("a page with a picture and text is an ordinary page", async () => {
    const { text, codes } = await readFirst(scan(printed("部门预算部门预算部门预算部门预算部门预算部门", 50, 700)));
    expect(text).toHaveLength(22);
    expect(codes).toEqual([]);
  });

  it("white text on a picture is read", async () => {
    expect((await readFirst(scan(`1 g ${printed("部门预算部门预算部门预算部门预算部门预算部门", 50, 700)}`))).text).toHaveLength(22);
  });

  it("invisible text behind a scan is used, with a warning", async () => {
    const { text, codes } = await readFirst(scan(`3 Tr ${printed("预算", 50, 700)}`));
    expect(text).toBe("预算");
    expect(codes).toEqual(["read.hidden-text-used"]);
  });

  it.each([
    ["a page number", printed("- 3 -", 280, 30)],
    ["a line that the scanner stamps on each page", printed("本页由某某扫描仪扫描制作并保存于某某系统之中请妥善保管", 50, 30)],
  ])("and so is that of a page that shows no more than %s", async (_, stamp) => {
    const behind = "部门预算收支总体情况表部门预算收支总体情况表部门预算收支总体情况表";
    const { page, text, codes } = await readFirst(scan(`${stamp} 3 Tr ${printed(behind, 50, 700)}`));
    expect(text).toContain(behind);
    expect(page.glyphs.filter(({ confidence }) => confidence !== undefined)).toHaveLength(behind.length);
    expect(codes).toEqual(["read.hidden-text-used"]);
  });

  it("but not that of a page that shows more text than is hidden", async () => {
    const { text } = await readFirst(
      scan(`${printed("部门预算部门预算部门预算部门预算部门预算部门", 50, 700)} 3 Tr ${printed("预算", 50, 600)}`),
    );
    expect(text).toBe("部门预算部门预算部门预算部门预算部门预算部门");
  });
});

describe("recogniseText reads a page from its pixels", () => {
  const glyph = { text: "预", box: [10, 10, 20, 20], baseline: 19, fontSize: 10, angle: 0, confidence: 0.97 } as const;

  it("is given the pictures, and its glyphs are the page's", async () => {
    let seen: unknown;
    const recogniseText = async (page: PageToRecognise) => {
      const [found] = await page.pictures();
      seen = {
        page: page.pageNumber,
        size: [page.width, page.height],
        found: [found?.width, found?.height, found?.box],
        pixels: [...(found?.rgba.subarray(0, 8) ?? [])],
      };
      return [glyph];
    };
    const { page, codes } = await readFirst(scan(), { recogniseText });
    expect(seen).toEqual({ page: 1, size: [595, 842], found: [300, 400, [0, 0, 595, 842]], pixels: [0, 0, 0, 255, 255, 255, 255, 255] });
    expect(page.glyphs).toEqual([glyph]);
    expect(codes).toEqual(["read.text-recognised"]);
  });

  it.each([
    ["upright", "595 0 0 842 0 0", "", [300, 400, 0, 0]],
    ["stored upside down", "595 0 0 -842 0 842", "", [300, 400, 0, 399]],
    ["mirrored", "-595 0 0 842 595 0", "", [300, 400, 299, 0]],
    ["turned by its matrix", "0 842 -595 0 595 0", "", [400, 300, 0, 299]],
    ["on a page that is turned to the right", "595 0 0 842 0 0", "/Rotate 90", [400, 300, 399, 0]],
    ["on a page that is turned to the left", "595 0 0 842 0 0", "/Rotate 270", [400, 300, 0, 299]],
  ])("gets a picture %s as the page shows it", async (_, matrix, entries, expected) => {
    let seen: unknown;
    const recogniseText = async (page: PageToRecognise) => {
      const [{ width, height, rgba } = { width: 0, height: 0, rgba: new Uint8ClampedArray() }] = await page.pictures();
      const black = Array.from({ length: width * height }, (_, at) => at).find((at) => rgba[4 * at] === 0) ?? -1;
      seen = [width, height, black % width, Math.floor(black / width)];
      return [];
    };
    const pdf = tinyPdf([{ content: `q ${matrix} cm /Im Do Q`, resources: "/XObject<</Im 10 0 R>>", entries }], [picture]);
    await readFirst(pdf, { recogniseText });
    expect(seen).toEqual(expected);
  });

  it("may return the rulings that the picture shows, too", async () => {
    const ruling = { direction: "horizontal", position: 100, from: 50, to: 500, thickness: 1 } as const;
    const { page } = await readFirst(scan("50 700 m 500 700 l S"), { recogniseText: () => ({ glyphs: [glyph], rulings: [ruling] }) });
    expect(page.glyphs).toEqual([glyph]);
    expect(rulingsOf(page)).toEqual(["horizontal at 142 from 50 to 500 by 1", "horizontal at 100 from 50 to 500 by 1"]);
  });

  it("can have the page drawn", async () => {
    let size: readonly number[] = [];
    const recogniseText = async (page: PageToRecognise) => {
      const { width, height, rgba } = await page.render(36);
      size = [width, height, rgba.length];
      return [];
    };
    await readFirst(scan(), { recogniseText });
    expect(size).toEqual([298, 421, 298 * 421 * 4]);
  });

  it("and what it is not said to be sure of, is rather sure", async () => {
    const { confidence, ...unsaid } = glyph;
    const { page } = await readFirst(scan(), { recogniseText: () => [unsaid] });
    expect(page.glyphs).toEqual([{ ...unsaid, confidence: 0.9 }]);
  });

  it("and print of which it read nothing is told with its place", async () => {
    const unread = [[10, 20, 30, 40]] as const;
    const { diagnostics } = await parseBudget(scan(), { recogniseText: () => ({ glyphs: [glyph], unread }) });
    expect(diagnostics.filter(({ code }) => code === "read.unread-print")).toMatchObject([{ page: 1, bbox: [10, 20, 30, 40] }]);
    const behind = await readFirst(scan(`3 Tr ${printed("预算", 50, 700)}`), { recogniseText: () => ({ glyphs: [], unread }) });
    expect(behind.codes).toEqual(["read.hidden-text-used", "read.text-recognised"]);
  });

  it("reads the picture instead of the invisible text behind it", async () => {
    const { page, codes } = await readFirst(scan(`3 Tr ${printed("预算", 50, 700)}`), { recogniseText: () => [glyph] });
    expect(page.glyphs).toEqual([glyph]);
    expect(codes).toEqual(["read.invisible-text", "read.text-recognised"]);
  });

  it.each([
    ["fails", () => Promise.reject(new Error("no model")), "read.recognition-failed"],
    ["finds nothing", () => [], "read.text-recognised"],
  ])("where it %s, invisible text behind the picture is used", async (_, recogniseText, code) => {
    const { text, codes } = await readFirst(scan(`3 Tr ${printed("预算", 50, 700)}`), { recogniseText });
    expect(text).toBe("预算");
    expect(codes).toEqual(["read.hidden-text-used", code]);
  });

  it("reads the picture of a page with no more text than its number, and keeps that", async () => {
    const { text, codes } = await readFirst(scan(printed("- 3 -", 280, 30)), { recogniseText: () => [glyph] });
    expect(text).toBe("-3-预");
    expect(codes).toEqual(["read.text-recognised"]);
  });

  it("is not asked about a page that has text", async () => {
    const { codes } = await readFirst(tinyPdf([printed("预", 100, 700)]), { recogniseText: () => Promise.reject(new Error("asked")) });
    expect(codes).toEqual([]);
  });

  it("may fail without ending the document", async () => {
    const { messages } = await readFirst(scan(), { recogniseText: () => Promise.reject(new Error("no model")) });
    expect(messages).toEqual(["read.recognition-failed 1 no model"]);
  });
});
