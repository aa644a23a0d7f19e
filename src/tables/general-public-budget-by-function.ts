import { amountColumn, codeColumn, codedNameColumn, textColumn } from "./column.ts";
import { defineTable } from "./define-table.ts";
import { functionalRows } from "./row-grammar.ts";
import type { RowOf, TableOf } from "./table-schema.ts";

const codedNameColumns = [
  codedNameColumn("function", "功能科目名称"),
  amountColumn("total", "一般公共预算支出/小计"),
  amountColumn("basicExpenditure", "一般公共预算支出/其中：基本支出"),
  amountColumn("projectExpenditure", "一般公共预算支出/项目支出"),
] as const;

/** 一般公共预算支出（按功能分类科目）: one row a functional code. 表6 of gz-14 with codes in their own column, 表5 of gz-12 and 2026 with `[code]name`. */
export const generalPublicBudgetByFunction = defineTable({
  kind: "generalPublicBudgetByFunction",
  titles: ["一般公共预算支出情况表(按功能分类科目)", "一般公共预算支出预算表(按功能分类科目)", "一般公共预算支出情况表"],
  rows: functionalRows,
  layouts: {
    "gz-14": {
      number: 6,
      columns: [
        codeColumn("code", "功能分类科目/科目编码"),
        textColumn("name", "功能分类科目/科目名称"),
        amountColumn("total", "一般公共预算支出/总计"),
        amountColumn("basicExpenditure", "一般公共预算支出/基本支出"),
        amountColumn("projectExpenditure", "一般公共预算支出/项目支出/小计"),
        amountColumn("departmentProjectExpenditure", "一般公共预算支出/项目支出/部门项目支出"),
        amountColumn("earmarkedFunds", "一般公共预算支出/项目支出/财政专项资金(本级支出)"),
      ],
    },
    "gz-12": { number: 5, columns: codedNameColumns },
    "gz-12-2026": { number: 5, columns: codedNameColumns },
  },
});

/** A row of 一般公共预算支出情况表(按功能分类科目). */
export interface GeneralPublicBudgetByFunctionRow extends RowOf<typeof generalPublicBudgetByFunction> {}

/** 一般公共预算支出情况表(按功能分类科目). */
export interface GeneralPublicBudgetByFunction extends TableOf<typeof generalPublicBudgetByFunction> {
  rows: GeneralPublicBudgetByFunctionRow[];
}
