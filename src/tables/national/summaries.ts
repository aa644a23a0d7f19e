import { amountColumn, type Column, optional, textColumn } from "../column.ts";
import { defineTable, type TableSpec } from "../define-table.ts";
import { twoSidedRows } from "../row-grammar.ts";
import { amountUnder, fundColumns, personnelWordings, publicUseWordings } from "./columns.ts";

/** 序号 stands before 收入 in some papers. */
const revenueSide: readonly Column[] = [
  optional(textColumn("serialNumber", "序号")),
  textColumn("revenueItem", "收入/项目", "本年收入/项目", "财政拨款收入/项目"),
  amountColumn(
    "revenue",
    "收入/预算数",
    "收入/预算",
    "收入/金额",
    "收入/本年预算",
    "收入/本年预算数",
    "收入/合计",
    "本年收入/预算数",
    "财政拨款收入/预算数",
  ),
  amountUnder("currentYearRevenue", ["收入"], "编制预算"),
  amountUnder("carryoverFromPriorYear", ["收入"], "上年结转"),
];

const expenditureItem = textColumn("expenditureItem", "支出/项目", "本年支出/项目", "财政拨款支出/项目");
/** The headings over the amounts of the expenditure side. */
const headings = ["支出", "支出/预算数", "本年支出/预算数", "财政拨款支出", "支出/金额", "本年支出"];

const expenditure = amountColumn(
  "expenditure",
  "支出/预算数",
  "支出/预算",
  "支出/金额",
  "支出/本年预算",
  "支出/本年预算数",
  ...headings.flatMap((heading) => [`${heading}/合计`, `${heading}/总计`, `${heading}/小计`]),
);

/** 收支总表: all revenue on the left, all expenditure by functional class on the right. */
const revenueAndExpenditureSummary = defineTable({
  kind: "revenueAndExpenditureSummary",
  titles: ["收支总表", "收支总体情况表", "收支预算总表", "财务收支预算总表", "财务收支总表"],
  rows: twoSidedRows,
  layouts: {
    mof: {
      number: 1,
      columns: [
        ...revenueSide,
        expenditureItem,
        expenditure,
        amountUnder("currentYearExpenditure", ["支出"], "编制预算"),
        amountUnder("expenditureOfCarryover", ["支出"], "上年结转"),
        amountUnder("personnelExpenses", headings, ...personnelWordings),
        amountUnder("publicUseExpenses", headings, ...publicUseWordings),
        amountUnder("projectExpenditure", headings, "项目支出"),
      ],
    },
  },
});

/** 财政拨款收支总表: the three funds of 财政拨款 against what they pay for, where printed each fund in a column of its own. */
const fiscalAppropriationSummary = defineTable({
  kind: "fiscalAppropriationSummary",
  titles: ["财政拨款收支总表", "财政拨款收支总体情况表", "财政拨款收支预算总表"],
  rows: twoSidedRows,
  layouts: {
    mof: {
      number: 4,
      columns: [
        ...revenueSide,
        expenditureItem,
        expenditure,
        amountUnder("currentYearExpenditure", ["支出"], "编制预算"),
        amountUnder("expenditureOfCarryover", ["支出"], "上年结转"),
        ...fundColumns(headings),
      ],
    },
  },
});

export const summaries: readonly TableSpec[] = [revenueAndExpenditureSummary, fiscalAppropriationSummary];
