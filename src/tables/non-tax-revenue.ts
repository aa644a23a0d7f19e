import { amountColumn, codeColumn, labelColumn, textColumn } from "./column.ts";
import { defineTable } from "./define-table.ts";
import { unitRows } from "./row-grammar.ts";
import type { RowOf, TableOf } from "./table-schema.ts";
import { unitFields } from "./unit-fields.ts";

/** 非税收入预算表: non-tax revenue by budget unit, fund and heading. 表5 of gz-14 only; no part of the income tables. */
export const nonTaxRevenue = defineTable({
  kind: "nonTaxRevenue",
  titles: ["非税收入预算表"],
  rows: unitRows({
    ofWhich: ["一般公共预算", "政府性基金预算", "国有资本经营预算", "财政专户管理资金"],
    ofWhichField: "fund",
    levels: [
      { role: "unit", field: "budgetUnitName", unitCode: "own" },
      { role: "fund", field: "fund", unitCode: "none" },
      { role: "item", field: "fund", unitCode: "none", detail: ["revenueHeading", "projectName"] },
    ],
    fields: unitFields("fund", "revenueHeading", "projectName", "remarks"),
  }),
  layouts: {
    "gz-14": {
      number: 5,
      columns: [
        codeColumn("budgetUnitCode", "单位编码"),
        labelColumn("单位名称（资金来源）"),
        textColumn("revenueHeading", "收入科目"),
        textColumn("projectName", "项目名称"),
        amountColumn("total", "非税收入预算/合计"),
        amountColumn("remittedToCentral", "非税收入预算/上缴中央"),
        amountColumn("remittedToProvincialSpecialAccount", "非税收入预算/上缴省财政专户"),
        amountColumn("ownLevelRevenue", "非税收入预算/本级收入"),
        textColumn("remarks", "备注"),
      ],
    },
  },
});

/** A row of 非税收入预算表. */
export interface NonTaxRevenueRow extends RowOf<typeof nonTaxRevenue> {}

/** 非税收入预算表. */
export interface NonTaxRevenue extends TableOf<typeof nonTaxRevenue> {
  rows: NonTaxRevenueRow[];
}
