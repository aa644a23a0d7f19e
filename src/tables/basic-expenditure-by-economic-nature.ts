import { amountColumn, codedNameColumn } from "./column.ts";
import { defineTable } from "./define-table.ts";
import { economicRows } from "./row-grammar.ts";
import type { RowOf, TableOf } from "./table-schema.ts";

const departmentColumns = [
  codedNameColumn("departmentEconomic", "部门预算支出经济科目", "部门预算经济分类科目", "经济分类科目", "支出经济分类科目"),
  amountColumn("total", "预算", "金额"),
] as const;

/** 一般公共预算基本支出（按经济分类科目）: one row an economic code. 表9 of gz-14 prints the government's code beside the department's; 表6 of gz-12 and 2026. */
export const basicExpenditureByEconomicNature = defineTable({
  kind: "basicExpenditureByEconomicNature",
  titles: ["一般公共预算基本支出情况表(按经济分类科目)", "一般公共预算基本支出情况表(按支出经济分类科目)", "一般公共预算基本支出情况表"],
  rows: economicRows,
  layouts: {
    "gz-14": {
      number: 9,
      columns: [
        codedNameColumn("governmentEconomic", "政府预算经济分类", "政府预算支出经济科目", "政府预算支出经济分类科目"),
        codedNameColumn("departmentEconomic", "部门预算经济分类", "部门预算支出经济科目", "部门预算支出经济分类科目"),
        amountColumn("total", "预算", "金额"),
      ],
    },
    "gz-12": { number: 6, columns: departmentColumns },
    "gz-12-2026": { number: 6, columns: departmentColumns },
  },
});

/** A row of 一般公共预算基本支出情况表(按经济分类科目). */
export interface BasicExpenditureByEconomicNatureRow extends RowOf<typeof basicExpenditureByEconomicNature> {}

/** 一般公共预算基本支出情况表(按经济分类科目). */
export interface BasicExpenditureByEconomicNature extends TableOf<typeof basicExpenditureByEconomicNature> {
  rows: BasicExpenditureByEconomicNatureRow[];
}
