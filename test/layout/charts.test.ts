import { describe, expect, it } from "vitest";
import { pageToRegions } from "../../src/layout/page-to-regions.ts";
import type { Ruling } from "../../src/read/page.ts";
import { pageOf, printedGlyphs } from "../support/drawn-table.ts";

/** Texts at their places, and the horizontal rules of a chart's grid. */
function grids(texts: readonly (readonly [text: string, x: number, baseline: number])[], rules: readonly number[] = []): number {
  const glyphs = texts.flatMap(([text, x, baseline]) => printedGlyphs(text, x, baseline, 10));
  const rulings = rules.map((position): Ruling => ({ direction: "horizontal", position, from: 100, to: 400, thickness: 0.5 }));
  return pageToRegions(pageOf(glyphs, rulings)).regions.filter(({ kind }) => kind === "grid").length;
}

/** Figures at the axis, one below the other. */
const axis = ["120", "100.5", "80", "60"].map((text, index) => [text, 100, 200 + 20 * index] as const);

describe("what is no table", () => {
  it.each([
    ["the axis of a chart and a legend", [...axis, ["在职人员", 300, 200], ["离退休人员", 300, 265]], [196, 216, 236]],
    [
      "a share beside its name, and another name",
      [
        ["96.45%", 100, 200],
        ["项目支出", 300, 200],
        ["基本支出", 100, 220],
      ],
      [180, 240],
    ],
  ] as const)("%s", (_name, texts, rules) => {
    expect(grids(texts, rules)).toBe(0);
  });
});

describe("what is one", () => {
  const rows = [
    ["项目", 100, 200],
    ["上年数", 300, 200],
    ["预算数", 380, 200],
    ["人员经费", 100, 220],
    ["1.00", 310, 220],
    ["1.00", 390, 220],
  ] as const;

  it("a header with a row", () => {
    expect(grids(rows)).toBe(1);
  });
});
