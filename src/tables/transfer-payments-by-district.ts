import { amountColumn, codeColumn, labelColumn, textColumn } from "./column.ts";
import { defineTable } from "./define-table.ts";
import { unitRows } from "./row-grammar.ts";
import { funds } from "./shared-columns.ts";
import type { RowOf, TableOf } from "./table-schema.ts";
import { unitFields } from "./unit-fields.ts";

/** The eleven districts of Guangzhou in printed order, and what is not yet given to one. */
const districts = [
  amountColumn("yuexiu", "其中：/越秀", "其中：/越秀区"),
  amountColumn("haizhu", "其中：/海珠", "其中：/海珠区"),
  amountColumn("liwan", "其中：/荔湾", "其中：/荔湾区"),
  amountColumn("tianhe", "其中：/天河", "其中：/天河区"),
  amountColumn("baiyun", "其中：/白云", "其中：/白云区"),
  amountColumn("huangpu", "其中：/黄埔", "其中：/黄埔区"),
  amountColumn("nansha", "其中：/南沙", "其中：/南沙区"),
  amountColumn("huadu", "其中：/花都", "其中：/花都区"),
  amountColumn("panyu", "其中：/番禺", "其中：/番禺区"),
  amountColumn("conghua", "其中：/从化", "其中：/从化区"),
  amountColumn("zengcheng", "其中：/增城", "其中：/增城区"),
  amountColumn("unallocated", "其中：/待分配"),
] as const;

/** The columns of 其中：, the districts' and what is not yet given to one. */
export const districtKeys = districts.map(({ key }) => key);

/** 部门预算转移支付项目预算表: transfers to the districts by project. 表11 of gz-14 only; no part of the department's own expenditure. */
export const transferPaymentsByDistrict = defineTable({
  kind: "transferPaymentsByDistrict",
  titles: ["部门预算转移支付项目预算表"],
  rows: unitRows({
    levels: [
      { role: "unit", field: "budgetUnitName", unitCode: "own" },
      { role: "project", field: "projectName", unitCode: "same", detail: ["performanceGoal", "performanceIndicators"] },
    ],
    fields: unitFields("projectName", "performanceGoal", "performanceIndicators"),
  }),
  layouts: {
    "gz-14": {
      number: 11,
      columns: [
        codeColumn("budgetUnitCode", "单位编码"),
        labelColumn("单位名称(项目名称)"),
        amountColumn("total", "总计", "合计"),
        ...funds,
        amountColumn("otherFunds", "其他资金", "单位资金"),
        amountColumn("carryoverFromPriorYear", "上年预结转"),
        ...districts,
        textColumn("performanceGoal", "绩效目标"),
        textColumn("performanceIndicators", "项目主要绩效指标"),
      ],
    },
  },
});

/** A row of 部门预算转移支付项目预算表. */
export interface TransferPaymentsByDistrictRow extends RowOf<typeof transferPaymentsByDistrict> {}

/** 部门预算转移支付项目预算表. */
export interface TransferPaymentsByDistrict extends TableOf<typeof transferPaymentsByDistrict> {
  rows: TransferPaymentsByDistrictRow[];
}
