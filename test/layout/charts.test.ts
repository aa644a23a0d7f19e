import { describe, expect, it } from "vitest";
import { pageToRegions } from "../../src/layout/page-to-regions.ts";
import type { Ruling } from "../../src/read/page.ts";
import { pageOf, printedGlyphs } from "../support/drawn-table.ts";

/** Texts at their places, ten points high where they do not say, and the horizontal rules of a chart's grid. */
function grids(
  texts: readonly (readonly [text: string, x: number, baseline: number, size?: number])[],
  rules: readonly number[] = [],
): number {
  const glyphs = texts.flatMap(([text, x, baseline, size = 10]) => printedGlyphs(text, x, baseline, size));
  const rulings = rules.map((position): Ruling => ({ direction: "horizontal", position, from: 100, to: 400, thickness: 0.5 }));
  return pageToRegions(pageOf(glyphs, rulings)).regions.filter(({ kind }) => kind === "grid").length;
}

/** Figures at the axis, one below the other. */
const axis = ["120", "100.5", "80", "60"].map((text, index) => [text, 100, 200 + 20 * index] as const);

describe("what is no table", () => {
  it.each([
    ["the axis of a chart and a legend", [...axis, ["在职人员", 300, 200], ["离退休人员", 300, 265]], [196, 216, 236]],
    [
      "a sentence with a gap in it over a chart, whose legend stands beside a figure at the axis",
      [
        ["2020年本部门当年一般公共预算拨款支出1234.50万元，较上年减少10.00", 112, 100, 16],
        ["，减少的主要", 661, 100, 16],
        ["原因是随着本部门人员转入其他单位，预算随之减少，其余各项支出均无变化。", 79, 131, 16],
        ["金额（万元）", 314, 200, 18],
        ...["1300", "1200", "1100", "1000"].map((text, index) => [text, 174, 255 + 16 * index] as const),
        ["金额（万元）", 554, 271],
        ["2019年度", 249, 316],
        ["2020年度", 361, 316],
        ["2、支出按功能科目分类的明细情况", 112, 348, 16],
        ["本部门当年支出如下", 115, 380, 16],
      ],
      [175, 325],
    ],
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

  it.each([
    ["rising", ["1", "2", "3"]],
    ["falling unevenly", ["30", "12", "7"]],
    ["years", ["2026", "2025", "2024"]],
  ])("rows with figures at the left: %s", (_name, figures) => {
    const body = figures.flatMap((text, row) => [[text, 100, 220 + 20 * row] as const, ["项目名称", 160, 220 + 20 * row] as const]);
    const header = [
      ["序号", 100, 200],
      ["名称", 160, 200],
      ["预算数", 380, 200],
    ] as const;
    expect(grids([...header, ...body, ...figures.map((_, row) => ["8.00", 390, 220 + 20 * row] as const)])).toBe(1);
  });

  it("a header with a row", () => {
    expect(grids(rows)).toBe(1);
  });
});
