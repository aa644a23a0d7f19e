import { amountColumn, codeColumn, labelColumn } from "./column.ts";
import { defineTable } from "./define-table.ts";
import { unitRows } from "./row-grammar.ts";
import { fiscalAppropriation } from "./shared-columns.ts";
import type { RowOf, TableOf } from "./table-schema.ts";
import { unitFields } from "./unit-fields.ts";

const twelveTableColumns = [
  labelColumn("支出项目类别（资金使用单位）"),
  amountColumn("total", "总计", "合计"),
  ...fiscalAppropriation,
  amountColumn("fiscalSpecialAccount", "财政专户拨款"),
  amountColumn("otherFunds", "其他资金", "单位资金"),
] as const;

/** 部门预算基本支出预算表: basic expenditure by budget unit and category. 表8 of gz-14, 表11 of gz-12 and 2026 (no unit code, categories indented). */
export const basicExpenditureByUnit = defineTable({
  kind: "basicExpenditureByUnit",
  titles: ["部门预算基本支出预算表", "单位预算基本支出预算表"],
  rows: unitRows({
    levels: [
      { role: "unit", field: "budgetUnitName", unitCode: "own" },
      {
        role: "category",
        field: "category",
        unitCode: "none",
        labels: [
          "工资福利支出",
          "商品和服务支出",
          "对个人和家庭的补助*",
          "资本性支出*",
          "债务利息及费用支出",
          "人员支出*",
          "公用经费*",
          "其他支出",
        ],
      },
    ],
    fields: unitFields("category"),
  }),
  layouts: {
    "gz-14": {
      number: 8,
      columns: [
        codeColumn("budgetUnitCode", "单位编码"),
        labelColumn("支出项目类别(单位名称)"),
        amountColumn("total", "总计", "合计"),
        ...fiscalAppropriation,
        amountColumn("fiscalSpecialAccount", "财政专户管理资金/小计"),
        amountColumn("currentYearRevenueAllocation", "财政专户管理资金/当年收入安排"),
        amountColumn("netBalanceAllocation", "财政专户管理资金/净结余安排"),
        amountColumn("institutionalRevenue", "事业收入资金"),
        amountColumn("businessRevenue", "经营收入资金"),
        amountColumn("otherFunds", "其他资金"),
      ],
    },
    "gz-12": { number: 11, columns: twelveTableColumns },
    "gz-12-2026": { number: 11, columns: twelveTableColumns },
  },
});

/** A row of 部门预算基本支出预算表. */
export interface BasicExpenditureByUnitRow extends RowOf<typeof basicExpenditureByUnit> {}

/** 部门预算基本支出预算表. */
export interface BasicExpenditureByUnit extends TableOf<typeof basicExpenditureByUnit> {
  rows: BasicExpenditureByUnitRow[];
}
