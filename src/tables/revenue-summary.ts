import { amountColumn, codeColumn, labelColumn, textColumn } from "./column.ts";
import { defineTable } from "./define-table.ts";
import { type FunctionalRows, functionalRows, unitRows } from "./row-grammar.ts";
import type { RowOf, TableOf } from "./table-schema.ts";

/** One row a budget unit under the total. */
const rowsByUnit = unitRows({ levels: [{ role: "unit", field: "budgetUnitName", unitCode: "own" }], fields: {} });

/**
 * 收入总体情况表: all revenue by source; one row a functional code, in the form of 2026 one row a budget unit. gz-14 prints subtotals of
 * the sources, the others do not.
 */
export const revenueSummary = defineTable({
  kind: "revenueSummary",
  titles: ["收入总体情况表", "部门收入总体情况表", "单位收入总体情况表"],
  rows: functionalRows,
  layouts: {
    "gz-14": {
      number: 2,
      columns: [
        codeColumn("code", "功能科目编码(单位编码)", "功能科目编码", "功能分类科目/科目编码"),
        textColumn("name", "功能科目名称(单位名称)", "功能科目名称", "功能分类科目/科目名称"),
        amountColumn("total", "总计", "合计"),
        amountColumn("currentYearRevenue", "本年收入/合计"),
        amountColumn("fiscalAppropriation", "本年收入/财政拨款/小计"),
        amountColumn("generalPublicBudget", "本年收入/财政拨款/一般公共预算"),
        amountColumn("governmentFundBudget", "本年收入/财政拨款/政府性基金预算"),
        amountColumn("stateCapitalBudget", "本年收入/财政拨款/国有资本经营预算"),
        amountColumn("fiscalSpecialAccount", "本年收入/财政专户拨款/小计"),
        amountColumn("educationFees", "本年收入/财政专户拨款/教育收费"),
        amountColumn("otherSpecialAccountAppropriation", "本年收入/财政专户拨款/其他财政拨款收入"),
        amountColumn("otherFunds", "本年收入/其他资金/小计"),
        amountColumn("institutionalRevenue", "本年收入/其他资金/事业收入"),
        amountColumn("businessRevenue", "本年收入/其他资金/事业单位经营收入"),
        amountColumn("otherRevenue", "本年收入/其他资金/其他收入"),
        amountColumn("superiorGrantRevenue", "上级补助收入"),
        amountColumn("affiliateRemittanceRevenue", "附属单位上缴收入"),
        amountColumn("institutionalFundDrawdown", "用事业基金弥补收支差额", "用事业基金弥补收支总额"), // 总额: 2021
        amountColumn("carryoverFromPriorYear", "上年预结转", "上年结转"),
      ],
    },
    "gz-12": {
      number: 2,
      columns: [
        codeColumn("code", "功能分类科目/科目编码"),
        textColumn("name", "功能分类科目/科目名称"),
        amountColumn("total", "合计", "总计"),
        amountColumn("generalPublicBudget", "财政拨款收入/一般公共预算"),
        amountColumn("governmentFundBudget", "财政拨款收入/政府性基金预算"),
        amountColumn("stateCapitalBudget", "财政拨款收入/国有资本经营预算"),
        amountColumn("educationFees", "财政专户拨款收入/教育收费", "财政专户拨款/教育收费"),
        amountColumn("otherSpecialAccountAppropriation", "财政专户拨款收入/其他专户收入拨款", "财政专户拨款/其他专户收入拨款"),
        amountColumn("institutionalRevenue", "其他资金收入/事业收入"),
        amountColumn("businessRevenue", "其他资金收入/经营收入", "其他资金收入/事业单位经营收入"),
        amountColumn("otherRevenue", "其他资金收入/其他收入"),
        amountColumn("superiorGrantRevenue", "上级补助收入"),
        amountColumn("affiliateRemittanceRevenue", "附属单位上缴收入"),
        amountColumn("institutionalFundDrawdown", "用事业基金弥补收支差额", "使用非财政拨款结余"),
      ],
    },
    "gz-12-2026": {
      number: 2,
      rows: rowsByUnit,
      columns: [
        labelColumn("单位名称", "预算单位", "预算单位名称"),
        amountColumn("total", "合计", "总计"),
        amountColumn("generalPublicBudget", "财政拨款收入/一般公共预算"),
        amountColumn("governmentFundBudget", "财政拨款收入/政府性基金预算"),
        amountColumn("stateCapitalBudget", "财政拨款收入/国有资本经营预算"),
        amountColumn("educationFees", "财政专户拨款收入/教育收费"),
        amountColumn("otherSpecialAccountAppropriation", "财政专户拨款收入/其他专户收入拨款"),
        amountColumn("institutionalRevenue", "其他资金收入/事业收入"),
        amountColumn("businessRevenue", "其他资金收入/事业单位经营收入", "其他资金收入/经营收入"),
        amountColumn("otherRevenue", "其他资金收入/其他收入"),
        amountColumn("superiorGrantRevenue", "上级补助收入"),
        amountColumn("affiliateRemittanceRevenue", "附属单位上缴收入"),
        amountColumn("carryoverFromPriorYear", "上年结转结余", "上年结转"),
      ],
    },
  },
});

/** A row of 收入总体情况表 by functional code, as the forms of 2021 and 2024 print it. */
export interface RevenueByFunctionRow extends RowOf<typeof revenueSummary, FunctionalRows> {}

/** A row of 收入总体情况表 by budget unit, as the form of 2026 prints it. */
export interface RevenueByUnitRow extends RowOf<typeof revenueSummary, typeof rowsByUnit> {}

/** A row of 收入总体情况表; `role` tells which. */
export type RevenueSummaryRow = RevenueByFunctionRow | RevenueByUnitRow;

/** 收入总体情况表. */
export interface RevenueSummary extends TableOf<typeof revenueSummary> {
  rows: RevenueSummaryRow[];
}
