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

/** 财政拨款收支总体情况表: the three funds of 财政拨款 against what they pay for. 表4 in every form. */
export const fiscalAppropriationSummary = defineTable({
  kind: "fiscalAppropriationSummary",
  titles: ["财政拨款收支总体情况表"],
  rows: twoSidedRows,
  layouts: {
    "gz-14": {
      number: 4,
      columns: [
        textColumn("revenueItem", "收入/收入项目", "收入/项目"),
        amountColumn("revenue", "收入/预算", "收入/金额"), // printed with its year, 2021年预算: headers are compared without it
        textColumn("expenditureItem", "支出/支出项目", "支出/项目"),
        amountColumn("expenditure", "支出/预算", "支出/金额"),
      ],
    },
    "gz-12": { number: 4, columns: twelveTableColumns },
    "gz-12-2026": { number: 4, columns: twelveTableColumns },
  },
});

/** A row of 财政拨款收支总体情况表. */
export interface FiscalAppropriationSummaryRow extends RowOf<typeof fiscalAppropriationSummary> {}

/** 财政拨款收支总体情况表. */
export interface FiscalAppropriationSummary extends TableOf<typeof fiscalAppropriationSummary> {
  rows: FiscalAppropriationSummaryRow[];
}
