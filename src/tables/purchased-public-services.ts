import { amountColumn, codeColumn, labelColumn, textColumn } from "./column.ts";
import { defineTable } from "./define-table.ts";
import { unitRows } from "./row-grammar.ts";
import { fiscalAppropriation } from "./shared-columns.ts";
import type { RowOf, TableOf } from "./table-schema.ts";
import { unitFields } from "./unit-fields.ts";

/** 政府购买服务预算表: services bought from outside, by budget unit, project and catalogue. 表14 of gz-14 only; a view, not a part of other tables. */
export const purchasedPublicServices = defineTable({
  kind: "purchasedPublicServices",
  titles: ["政府购买服务预算表"],
  rows: unitRows({
    ofWhich: ["基本支出", "项目支出"],
    ofWhichField: "expenditureType",
    levels: [
      { role: "unit", field: "budgetUnitName", unitCode: "own" },
      { role: "expenditureType", field: "expenditureType", unitCode: "none", labels: ["基本支出", "项目支出"] },
      { role: "projectGroup", field: "projectGroup", unitCode: "none" },
      {
        role: "item",
        field: "projectName",
        unitCode: "same",
        detail: ["catalogueLevel1", "catalogueLevel2", "catalogueLevel3", "purchaseMethod"],
      },
    ],
    fields: unitFields(
      "expenditureType",
      "projectGroup",
      "projectName",
      "catalogueLevel1",
      "catalogueLevel2",
      "catalogueLevel3",
      "purchaseMethod",
    ),
  }),
  layouts: {
    "gz-14": {
      number: 14,
      columns: [
        codeColumn("budgetUnitCode", "单位编码"),
        labelColumn("单位名称(支出项目名称)"),
        textColumn("catalogueLevel1", "政府购买服务项目/一级目录"),
        textColumn("catalogueLevel2", "政府购买服务项目/二级目录"),
        textColumn("catalogueLevel3", "政府购买服务项目/三级目录"),
        textColumn("purchaseMethod", "购买方式"),
        amountColumn("total", "总计", "合计"),
        ...fiscalAppropriation,
        amountColumn("fiscalSpecialAccount", "财政专户管理资金", "财政专户拨款"),
        amountColumn("otherFunds", "其他资金", "单位资金"),
      ],
    },
  },
});

/** A row of 政府购买服务预算表. */
export interface PurchasedPublicServicesRow extends RowOf<typeof purchasedPublicServices> {}

/** 政府购买服务预算表. */
export interface PurchasedPublicServices extends TableOf<typeof purchasedPublicServices> {
  rows: PurchasedPublicServicesRow[];
}
