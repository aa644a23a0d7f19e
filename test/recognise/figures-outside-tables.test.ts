import { describe, expect, it } from "vitest";
import { figuresOutsideTables } from "../../src/recognise/figures-outside-tables.ts";

const noticesOf = (...texts: string[]) =>
  figuresOutsideTables(texts.map((text) => ({ role: "paragraph", text, page: 7 }))).map(({ fields, page }) => [page, fields]);

describe("figures that stand in no table are told of", () => {
  it("rows of a table that no form knows, once a page", () => {
    expect(noticesOf("其他资金明细表", "合计 1,234.50 12.30", "甲 1,000.00 (10.00)\n乙 234.50 −2.30")).toEqual([
      [7, { count: 3, text: "合计 1,234.50 12.30" }],
    ]);
  });

  it.each([
    "本年收入 1,234.50 万元，比上年增加 12.30 万元，增长 1.01 %。",
    "1.1 1.2 1.3",
    "电话 020-8765 4321",
    "占比分别为 12.50% 87.50%",
    "2024.01.01 2024.12.31",
  ])("%s is no row", (sentence) => {
    expect(noticesOf(sentence)).toEqual([]);
  });

  it("a table without a title is told as a table, not as figures outside of all", () => {
    const text = "2150101\t资源勘探\t110.50\t101.50\n2150102\t制造业\t9.00\t9.00";
    const told = figuresOutsideTables([{ role: "grid", text, page: 3 }]).map(({ code, page, fields }) => [code, page, fields["count"]]);
    expect(told).toEqual([["recognise.untitled-table", 3, 2]]);
  });

  it("and those in a paragraph as figures outside of all tables", () => {
    const told = figuresOutsideTables([{ role: "paragraph", text: "甲 110.50 101.50", page: 3 }]).map(({ code }) => code);
    expect(told).toEqual(["recognise.figures-outside-tables"]);
  });
});
