import { describe, expect, it } from "vitest";
import { pageToRegions } from "../../src/layout/page-to-regions.ts";
import { drawTable, pageOf, printedGlyphs, ruleStyles, textWidth } from "../support/drawn-table.ts";

const SIZE = 12;
const TABLE = drawTable("项目 | 预算\n公用经费 | 1.00", { headerRows: 1, top: 160, left: 250 });

/** The captions of a page whose table stands below these lines, each in the middle of the page. */
function captions(lines: readonly string[], size = SIZE): string[] {
  const printed = lines.flatMap((text, index) =>
    printedGlyphs(text, 300 - textWidth(text, index === 0 ? SIZE : size) / 2, 100 + 18 * index, index === 0 ? SIZE : size),
  );
  const { regions } = pageToRegions(pageOf([...printed, ...TABLE.glyphs], ruleStyles["every cell"](TABLE)));
  return regions.flatMap((region) => (region.kind === "text" ? [`${region.role}: ${region.text}`] : []));
}

describe("a title in two lines", () => {
  it.each([
    ["that is one only as a whole", ["一般公共预算支出情况", "总表"], ["title: 一般公共预算支出情况总表"]],
    [
      "whose second line says in brackets by what",
      ["一般公共预算支出情况表", "（按功能分类科目）"],
      ["title: 一般公共预算支出情况表（按功能分类科目）"],
    ],
    ["followed by its unit", ["一般公共预算支出情况表", "（单位：万元）"], ["title: 一般公共预算支出情况表", "amountUnit: （单位：万元）"]],
    [
      "followed by the title again",
      ["项目绩效目标表", "（2026年度）", "项目绩效目标表"],
      ["title: 项目绩效目标表（2026年度）", "title: 项目绩效目标表"],
    ],
    [
      "followed by a sentence",
      ["一般公共预算支出情况表", "按功能分类科目编列"],
      ["title: 一般公共预算支出情况表", "paragraph: 按功能分类科目编列"],
    ],
  ])("%s", (_, lines, wanted) => {
    expect(captions(lines)).toEqual(wanted);
  });

  it("does not take in a smaller line", () => {
    expect(captions(["一般公共预算支出情况表", "（按功能分类科目）"], SIZE - 2)).toEqual([
      "title: 一般公共预算支出情况表",
      "paragraph: （按功能分类科目）",
    ]);
  });
});
