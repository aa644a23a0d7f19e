import { amountColumn, codeColumn, textColumn } from "./column.ts";
import { defineTable } from "./define-table.ts";
import { functionalRows } from "./row-grammar.ts";
import type { RowOf, TableOf } from "./table-schema.ts";

const currentYear = [
  amountColumn("total", "合计", "总计"),
  amountColumn("basicExpenditure", "基本支出"),
  amountColumn("projectExpenditure", "项目支出"),
  amountColumn("businessExpenditure", "事业单位经营支出"),
  amountColumn("affiliateGrantExpenditure", "对附属单位补助支出"),
  amountColumn("superiorRemittanceExpenditure", "上缴上级支出"),
] as const;
const carryover = amountColumn("carryoverToNextYear", "结转下年", "年末结转结余", "年终结转结余");
const codeAndName = [codeColumn("code", "功能分类科目/科目编码"), textColumn("name", "功能分类科目/科目名称")] as const;

/** 支出总体情况表: all expenditure, one row a functional code. 表3 in every form; that of 2026 leaves out what is carried over. */
export const expenditureSummary = defineTable({
  kind: "expenditureSummary",
  titles: ["支出总体情况表", "部门支出总体情况表", "单位支出总体情况表"],
  rows: functionalRows,
  layouts: {
    "gz-14": { number: 3, columns: [codeColumn("code", "功能科目编码"), textColumn("name", "功能科目名称"), ...currentYear, carryover] },
    "gz-12": { number: 3, columns: [...codeAndName, ...currentYear, carryover] },
    "gz-12-2026": { number: 3, title: "本年支出总体情况表", columns: [...codeAndName, ...currentYear] },
  },
});

/** A row of 支出总体情况表. */
export interface ExpenditureSummaryRow extends RowOf<typeof expenditureSummary> {}

/** 支出总体情况表. */
export interface ExpenditureSummary extends TableOf<typeof expenditureSummary> {
  rows: ExpenditureSummaryRow[];
}
