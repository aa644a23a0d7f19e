import { amountColumn, codedNameColumn } from "./column.ts";
import { defineTable } from "./define-table.ts";
import { economicRows } from "./row-grammar.ts";
import type { RowOf, TableOf } from "./table-schema.ts";

const columns = [
  codedNameColumn("departmentEconomic", "部门预算支出经济科目", "部门预算经济分类科目", "经济分类科目", "支出经济分类科目"),
  amountColumn("total", "预算", "金额"),
] as const;

/** 一般公共预算项目支出（按经济分类科目）: one row an economic code. 表7 of gz-12 and 2026; gz-14 has none. */
export const projectExpenditureByEconomicNature = defineTable({
  kind: "projectExpenditureByEconomicNature",
  titles: ["一般公共预算项目支出情况表(按经济分类科目)", "一般公共预算项目支出情况表(按支出经济分类科目)", "一般公共预算项目支出情况表"],
  rows: economicRows,
  layouts: {
    "gz-12": { number: 7, columns },
    "gz-12-2026": { number: 7, columns },
  },
});

/** A row of 一般公共预算项目支出情况表(按经济分类科目). */
export interface ProjectExpenditureByEconomicNatureRow extends RowOf<typeof projectExpenditureByEconomicNature> {}

/** 一般公共预算项目支出情况表(按经济分类科目). */
export interface ProjectExpenditureByEconomicNature extends TableOf<typeof projectExpenditureByEconomicNature> {
  rows: ProjectExpenditureByEconomicNatureRow[];
}
