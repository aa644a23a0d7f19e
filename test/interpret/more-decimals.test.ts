import { describe, expect, it } from "vitest";
import { moreDecimals } from "../../src/interpret/more-decimals.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { builtInForms } from "../../src/tables/forms.ts";
import { gridOf, lineOf, pagesOf } from "../support/grid-of.ts";

/** What is told of a column with these figures. */
function toldOf(figures: readonly string[]): unknown[] {
  const rows = figures.map((figure) => `[205]教育支出 | ${figure} | 0.00 | 0.00`);
  const header = "功能科目名称 | 一般公共预算支出 | < | <\n^ | 小计 | 其中：基本支出 | 项目支出";
  const title = lineOf("title", "一般公共预算支出情况表（按功能分类科目）");
  const { tables } = recognise(pagesOf([title, gridOf([header, ...rows].join("\n"))]), builtInForms);
  return tables
    .flatMap((table) => moreDecimals(table, 5, 5))
    .flatMap(({ code, fields }) => (code === "interpret.more-decimals" ? [fields?.text] : []));
}

describe("a figure with more decimals than all others of its column", () => {
  it.each([
    ["is told", ["1.00", "2.00", "3.001", "4.00"], ["3.001"]],
    ["is told among whole numbers and blanks", ["1.00", "2", "", "3.001", "4.00", "5.00"], ["3.001"]],
    ["is not where many have as many", ["1.00", "2.00", "3.001"], []],
    ["is not where all have as many", ["1.001", "2.002", "3.003", "4.004"], []],
    ["is none where one has fewer", ["1.00", "2.5", "3.00", "4.00"], []],
  ])("%s", (_name, figures, told) => {
    expect(toldOf(figures)).toEqual(told);
  });
});
