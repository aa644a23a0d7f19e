import { amountColumn, codeColumn, labelColumn, quantityColumn, textColumn } from "./column.ts";
import { defineTable } from "./define-table.ts";
import { unitRows } from "./row-grammar.ts";
import { fiscalAppropriation } from "./shared-columns.ts";
import type { RowOf, TableOf } from "./table-schema.ts";
import { unitFields } from "./unit-fields.ts";

/** 政府采购预算表: what is bought, by budget unit, project and item. 表13 of gz-14 only; a view on other tables, not a part of them. */
export const governmentProcurement = defineTable({
  kind: "governmentProcurement",
  titles: ["政府采购预算表"],
  rows: unitRows({
    ofWhich: ["货物类", "工程类", "服务类"],
    levels: [
      { role: "unit", field: "budgetUnitName", unitCode: "own" },
      { role: "expenditureType", field: "expenditureType", unitCode: "none", labels: ["基本支出", "项目支出"] },
      { role: "projectGroup", field: "projectGroup", unitCode: "none" },
      {
        role: "item",
        field: "projectName",
        unitCode: "same",
        detail: ["procurementItemName", "procurementCategoryName", "procurementCategoryCode", "quantity", "unitOfMeasure"],
      },
    ],
    fields: unitFields(
      "expenditureType",
      "projectGroup",
      "projectName",
      "procurementItemName",
      "procurementCategoryName",
      "procurementCategoryCode",
      "quantity",
      "unitOfMeasure",
    ),
  }),
  layouts: {
    "gz-14": {
      number: 13,
      columns: [
        codeColumn("budgetUnitCode", "单位编码"),
        labelColumn("单位名称(支出项目名称)"),
        textColumn("procurementItemName", "政府采购项目/政府采购项目名称"),
        textColumn("procurementCategoryName", "政府采购项目/政府采购品目名称"),
        codeColumn("procurementCategoryCode", "政府采购项目/政府采购品目编号"),
        quantityColumn("quantity", "数量"),
        textColumn("unitOfMeasure", "计量单位"),
        amountColumn("total", "总计", "合计"),
        ...fiscalAppropriation,
        amountColumn("fiscalSpecialAccount", "财政专户管理资金", "财政专户拨款"),
        amountColumn("otherFunds", "其他资金", "单位资金"),
      ],
    },
  },
});

/** A row of 政府采购预算表. */
export interface GovernmentProcurementRow extends RowOf<typeof governmentProcurement> {}

/** 政府采购预算表. */
export interface GovernmentProcurement extends TableOf<typeof governmentProcurement> {
  rows: GovernmentProcurementRow[];
}
