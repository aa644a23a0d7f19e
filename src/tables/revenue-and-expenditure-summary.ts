import { amountColumn, textColumn } from "./column.ts";
import { defineTable } from "./define-table.ts";
import { twoSidedRows } from "./row-grammar.ts";
import type { RowOf, TableOf } from "./table-schema.ts";

const twelveTableColumns = [
  textColumn("revenueItem", "收入/项目"),
  amountColumn("revenue", "收入/预算", "收入/金额"),
  textColumn("expenditureItem", "支出/项目"),
  amountColumn("expenditure", "支出/预算", "支出/金额"),
] as const;

/** 收支总体情况表: all revenue on the left, all expenditure by functional class on the right. 表1 in every form. */
export const revenueAndExpenditureSummary = defineTable({
  kind: "revenueAndExpenditureSummary",
  titles: ["收支总体情况表", "部门收支总体情况表", "单位收支总体情况表"],
  // None of this is 财政拨款: 表4 has the same columns and cannot print it.
  tellingLabels: ["事业单位经营收入", "上级补助收入", "附属单位上缴收入", "对附属单位补助支出", "上缴上级支出"],
  rows: twoSidedRows,
  layouts: {
    "gz-14": {
      number: 1,
      columns: [
        textColumn("revenueItem", "收入/收入项目", "收入/项目"),
        amountColumn("revenue", "收入/预算", "收入/金额"), // printed with its year, 2021年预算: headers are compared without it
        textColumn("expenditureItem", "支出/支出项目", "支出/项目"),
        amountColumn("expenditure", "支出/预算", "支出/金额"),
      ],
    },
    "gz-12": { number: 1, columns: twelveTableColumns },
    "gz-12-2026": { number: 1, columns: twelveTableColumns },
  },
});

/** A row of 收支总体情况表. */
export interface RevenueAndExpenditureSummaryRow extends RowOf<typeof revenueAndExpenditureSummary> {}

/** 收支总体情况表. */
export interface RevenueAndExpenditureSummary extends TableOf<typeof revenueAndExpenditureSummary> {
  rows: RevenueAndExpenditureSummaryRow[];
}
