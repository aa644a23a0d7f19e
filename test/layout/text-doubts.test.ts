import { describe, expect, it } from "vitest";
import { parseBudget } from "../../src/parse-budget.ts";

/** The smallest text that leaves each doubt, and the words that the message names. */
const doubts: readonly (readonly [code: string, doubt: string, text: string, named: string])[] = [
  ["layout.side-assumed", "a label that no line above or below gives a side", "财政拨款收支总体情况表\n收入\n177.82", "“收入”"],
  [
    "layout.unplaced-words",
    "a row of a table of two sides among the rows of another",
    [
      "                一般公共预算项目支出情况表（按经济分类科目）",
      "合计                                            479.67",
      "三、其他资金                       0.00 三、国防支出                     0.00",
    ].join("\n"),
    "国防支出",
  ],
  [
    "layout.rows-assumed",
    "codes that stand before, beside and behind their names and amounts",
    [
      "收入总体情况表",
      `2100409 甲项 764.00 764.00${" 0.00".repeat(10)}`,
      "拨款",
      `21012 乙款 260.04 260.04${" 0.00".repeat(10)}`,
      "2101201",
      "丙项",
      `80.00 80.00${" 0.00".repeat(10)}`,
      "2101202",
      `180.04 180.04${" 0.00".repeat(10)}`,
    ].join("\n"),
    "",
  ],
  [
    "recognise.row-fragment",
    "the end of a goal with neither a label nor money",
    "部门预算项目支出及其他支出预算表\n0.00\n墙，解决隐患问题等。",
    "",
  ],
  [
    "recognise.join-uncertain",
    "a goal above the header of a page and amounts below it",
    [
      "部门预算项目支出及其他支出预算表",
      "革，建立健全工作机制，探索新的做法和办法",
      "\f支出项目类别（资金使用单位） 总计",
      "728.55 728.55 728.55 0.00 0.00 0.00 0.00",
    ].join("\n"),
    "",
  ],
];

describe("what text leaves open is said", () => {
  it.each(doubts)("%s: %s", async (code, _doubt, text, named) => {
    const { diagnostics } = await parseBudget(text, { locale: "en" });
    const said = diagnostics.filter((diagnostic) => diagnostic.code === code);
    expect(said.map(({ message }) => message.includes(named))).toContain(true);
  });
});
