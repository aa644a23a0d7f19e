import { amountColumn, codeColumn, textColumn } from "./column.ts";
import { defineTable } from "./define-table.ts";
import { functionalRows } from "./row-grammar.ts";
import type { RowOf, TableOf } from "./table-schema.ts";

const twelveTableColumns = [
  codeColumn("code", "功能分类科目/科目编码"),
  textColumn("name", "功能分类科目/科目名称"),
  amountColumn("total", "政府性基金预算支出/小计"),
  amountColumn("basicExpenditure", "政府性基金预算支出/其中：基本支出"),
  amountColumn("projectExpenditure", "政府性基金预算支出/项目支出"),
] as const;

/** 政府性基金预算支出情况表: one row a functional code. 表7 of gz-14, 表9 of gz-12 and 2026. */
export const governmentFundBudgetByFunction = defineTable({
  kind: "governmentFundBudgetByFunction",
  titles: ["政府性基金预算支出情况表"],
  rows: functionalRows,
  layouts: {
    "gz-14": {
      number: 7,
      columns: [
        codeColumn("code", "支出功能科目编码"),
        textColumn("name", "支出功能科目"),
        amountColumn("total", "总计", "合计"),
        amountColumn("basicExpenditure", "基本支出"),
        amountColumn("projectExpenditure", "项目支出/小计"),
        amountColumn("departmentProjectExpenditure", "项目支出/部门项目支出"),
        amountColumn("earmarkedFunds", "项目支出/财政专项资金(本级支出)"),
      ],
    },
    "gz-12": { number: 9, columns: twelveTableColumns },
    "gz-12-2026": { number: 9, columns: twelveTableColumns },
  },
});

/** A row of 政府性基金预算支出情况表. */
export interface GovernmentFundBudgetByFunctionRow extends RowOf<typeof governmentFundBudgetByFunction> {}

/** 政府性基金预算支出情况表. */
export interface GovernmentFundBudgetByFunction extends TableOf<typeof governmentFundBudgetByFunction> {
  rows: GovernmentFundBudgetByFunctionRow[];
}
