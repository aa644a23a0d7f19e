import { amountColumn, codeColumn, textColumn } from "./column.ts";
import { defineTable } from "./define-table.ts";
import { functionalRows } from "./row-grammar.ts";
import type { RowOf, TableOf } from "./table-schema.ts";

const columns = [
  codeColumn("code", "功能分类科目/科目编码"),
  textColumn("name", "功能分类科目/科目名称"),
  amountColumn("total", "国有资本经营预算支出/小计"),
  amountColumn("basicExpenditure", "国有资本经营预算支出/其中：基本支出"),
  amountColumn("projectExpenditure", "国有资本经营预算支出/项目支出"),
] as const;

/** 国有资本经营预算支出情况表: one row a functional code. 表10 of gz-12 and 2026; gz-14 has none. */
export const stateCapitalBudgetByFunction = defineTable({
  kind: "stateCapitalBudgetByFunction",
  titles: ["国有资本经营预算支出情况表"],
  rows: functionalRows,
  layouts: {
    "gz-12": { number: 10, columns },
    "gz-12-2026": { number: 10, columns },
  },
});

/** A row of 国有资本经营预算支出情况表. */
export interface StateCapitalBudgetByFunctionRow extends RowOf<typeof stateCapitalBudgetByFunction> {}

/** 国有资本经营预算支出情况表. */
export interface StateCapitalBudgetByFunction extends TableOf<typeof stateCapitalBudgetByFunction> {
  rows: StateCapitalBudgetByFunctionRow[];
}
