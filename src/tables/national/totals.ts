import { amountColumn, type Column, codeColumn, labelColumn, optional } from "../column.ts";
import { defineTable, type TableSpec } from "../define-table.ts";
import { functionalRows, plainRows, rowsByBudgetUnit, unitRows } from "../row-grammar.ts";
import {
  amountUnder,
  carriedOverColumns,
  expenditureColumns,
  functionalStub,
  fundColumns,
  remarks,
  serialNumber,
  under,
} from "./columns.ts";

const unitStub: readonly Column[] = [
  serialNumber,
  optional(codeColumn("budgetUnitCode", "单位编码", "单位代码", "部门编码", "部门代码", "部门（单位）代码", "部门（单位）编码")),
  labelColumn("单位名称", "预算单位", "部门名称", "部门（单位）名称", "预算单位名称"),
];
const rowsByUnit = unitRows({ levels: [{ role: "unit", field: "budgetUnitName", unitCode: "own" }], fields: {} });

/** The headings that revenue of the year stands under. */
const year = [
  "",
  "本年收入",
  "收入预算",
  "编制预算",
  "当年预算",
  "部门预算",
  "本年收入/财政拨款",
  "财政拨款收入",
  "财政拨款",
  "部门预算/一般公共预算拨款",
];
const own = ["", "本年收入", "本年收入/单位资金", "单位资金", "编制预算", "当年预算", "收入预算", "部门预算", "其他资金收入", "事业收入"];
const carriedOver = ["上年结转结余", "上年结转", "上年结余、结转"];

/** Revenue by source. Papers print it under 本年收入, beside it what is carried over, in any order. */
const revenueColumns: readonly Column[] = [
  amountColumn("total", "合计", "总计", "收入总计", "收入预算/合计", "部门预算/合计", "收入合计"),
  amountUnder("departmentBudget", ["部门预算"], "小计", "合计"),
  amountUnder("currentYearRevenue", ["本年收入", "编制预算", "当年预算"], "小计", "合计"),
  optional(
    amountColumn(
      "fiscalAppropriation",
      ...under(["财政拨款收入", "财政拨款", "本级财政拨款", "本年收入/财政拨款"], ["小计", "合计", "金额"]),
      "收入预算/财政拨款收入",
      "财政拨款收入",
    ),
  ),
  amountUnder("operatingAppropriation", ["本级财政拨款"], "其中：经费拨款"),
  amountUnder(
    "earmarkedFunds",
    ["部门预算/一般公共预算拨款", "部门预算/公共预算拨款"],
    "其中：专项资金列入部门预算项目",
    "其中：专项资金列入部门预算的项目",
  ),
  ...fundColumns(year),
  amountUnder("fiscalSpecialAccount", own, "财政专户管理资金", "财政专户管理资金收入", "财政专户管理事业收入"),
  amountUnder("institutionalRevenue", own, "事业收入", "事业收入（不含教育收费）", "金额"),
  amountUnder("educationFees", own, "其中：教育收费", "教育收费"),
  amountUnder("businessRevenue", own, "事业单位经营收入", "经营收入", "事业单位经营服务收入"),
  amountUnder("superiorGrantRevenue", own, "上级补助收入"),
  amountUnder("affiliateRemittanceRevenue", own, "附属单位上缴收入", "对附属单位上缴收入", "下级单位上缴收入"),
  amountUnder("otherRevenue", own, "其他收入", "其它收入"),
  amountUnder("institutionalFundDrawdown", own, "使用非财政拨款结余", "用事业基金弥补收支差额"),
  amountUnder("cashBalanceFromPriorYear", own, "上年实户资金余额"),
  optional(
    amountColumn(
      "carryoverFromPriorYear",
      ...under(["", "部门预算"], ["上年结转", "上年结转结余", "上年结余、结转"]),
      ...under(carriedOver, ["小计", "合计"]),
    ),
  ),
  ...fundColumns(carriedOver, (key) => `${key}Carryover`),
  amountUnder("fiscalSpecialAccountCarryover", carriedOver, "财政专户管理资金", "专户资金结转结余"),
  amountUnder("otherFundsCarryover", carriedOver, "单位资金", "单位资金结转结余"),
  remarks,
];

const revenueTitles = ["收入总表", "收入总体情况表", "收入预算总表"] as const;
const revenueByFunction = defineTable({
  kind: "revenueSummary",
  titles: revenueTitles,
  rows: functionalRows,
  layouts: { mof: { number: 2, columns: [...functionalStub, ...revenueColumns] } },
});
const revenueByUnit = defineTable({
  kind: "revenueSummary",
  titles: revenueTitles,
  rows: rowsByUnit,
  layouts: { mof: { number: 2, columns: [...unitStub, ...revenueColumns] } },
});
/** One row without a label, the total: the paper is that of a single unit. */
const revenueOfOneUnit = defineTable({
  kind: "revenueSummary",
  titles: revenueTitles,
  rows: plainRows({}),
  layouts: { mof: { number: 2, columns: revenueColumns } },
});

const expenditureTitles = ["支出总表", "支出总体情况表", "支出预算总表"] as const;
const expenditureByFunction = defineTable({
  kind: "expenditureSummary",
  titles: expenditureTitles,
  rows: rowsByBudgetUnit(functionalRows),
  layouts: {
    mof: {
      number: 3,
      columns: [
        ...functionalStub,
        ...expenditureColumns(["", "支出预算", "本年支出"], ["合计", "总计", "支出总计", "小计", "支出预算/合计", "支出合计"]),
        ...carriedOverColumns,
        amountUnder("businessExpenditure", [""], "事业单位经营支出", "经营支出"),
        amountUnder("affiliateGrantExpenditure", [""], "对附属单位补助支出", "对附属单位的补助支出"),
        amountUnder("superiorRemittanceExpenditure", [""], "上缴上级支出"),
        amountUnder("carryoverToNextYear", [""], "结转下年", "年末结转结余", "年终结转结余"),
        amountUnder("governmentProcurement", ["政府采购项目"], "小计"),
        amountUnder(
          "procurementReservedForSmallAndMediumEnterprises",
          ["政府采购项目"],
          "其中：政府采购项目中预留给中小企业的项目资金规模",
        ),
        amountUnder(
          "procurementReservedForSmallAndMicroEnterprises",
          ["政府采购项目"],
          "其中：政府采购项目中预留给小型、微型企业的项目资金规模",
        ),
      ],
    },
  },
});
/** Expenditure by the revenue that pays for it, one row a unit. */
const expenditureByUnit = defineTable({
  kind: "expenditureSummary",
  titles: expenditureTitles,
  rows: rowsByUnit,
  layouts: { mof: { number: 3, columns: [...unitStub, ...revenueColumns] } },
});

export const totals: readonly TableSpec[] = [revenueByFunction, revenueByUnit, revenueOfOneUnit, expenditureByFunction, expenditureByUnit];
