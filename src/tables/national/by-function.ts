import { amountColumn, type Column, optional, textColumn } from "../column.ts";
import { defineTable, type TableSpec } from "../define-table.ts";
import { functionalRows, rowsByBudgetUnit } from "../row-grammar.ts";
import { amountUnder, carriedOverColumns, expenditureColumns, functionalStub } from "./columns.ts";

type Titles = readonly [string, ...string[]];

/** A fund's title with every wording that cities print. */
function titles(fund: string): Titles {
  return [
    `${fund}支出表`,
    `${fund}支出情况表`,
    `${fund}支出预算表`,
    `${fund}支出预算情况表`,
    `${fund}支出明细表`,
    `${fund}拨款支出预算表`,
    `${fund}拨款支出表`,
    `${fund}支出功能分类预算表`,
    ...["按功能分类", "按功能分类科目", "功能科目"].map((by) => `${fund}支出表(${by})` as const),
    ...["按支出功能分类科目", "按功能科目分", "按功能分类科目分", "按支出功能分类科目-不含上年结转", "支出功能分类科目-不含上年结转"].map(
      (by) => `${fund}支出明细表(${by})` as const,
    ),
  ];
}

/**
 * A fund's expenditure, one row a functional code; papers differ in the heading over it.
 *
 * @param number Undefined for a table that not every budget has.
 */
function byFunction(kind: string, number: number | undefined, fund: string, of: Titles, own: readonly Column[] = []): TableSpec {
  const headings = ["", "预算数", `${fund}支出`, `本年${fund}支出`, "支出预算", "本年预算数/年初预算数", `${fund}财政拨款支出`];
  const totals = headings.flatMap((heading) => ["合计", "总计", "小计"].map((total) => (heading === "" ? total : `${heading}/${total}`)));
  return defineTable({
    kind,
    titles: of,
    rows: rowsByBudgetUnit(functionalRows),
    layouts: {
      mof: {
        ...(number !== undefined && { number }),
        columns: [
          ...functionalStub,
          ...expenditureColumns(headings, ["合计", ...totals, "支出总计", "本年支出合计", "预算数"]),
          ...carriedOverColumns,
          ...treasuryColumns,
          ...own,
        ],
      },
    },
  });
}

/** Of the same money, what the treasury pays out itself. */
const treasuryColumns: readonly Column[] = [
  amountUnder("basicExpenditureFromTreasury", ["国库拨款资金"], "基本支出国库集中支付资金"),
  amountUnder("procurementFromTreasury", ["国库拨款资金/项目支出"], "政府采购资金"),
  amountUnder("otherProjectExpenditureFromTreasury", ["国库拨款资金/项目支出"], "其他国库集中支付资金"),
];

/** The ministry's own papers compare the budget with what was spent in the year before. */
const comparedWithPriorYear: readonly Column[] = [
  amountColumn("priorYearOutturn", "上年执行数/执行数", "上年执行数"),
  amountColumn("priorYearOutturnWithoutInvestment", "上年执行数/扣除中央基建投资后执行数"),
  amountColumn("totalWithoutInvestment", "本年预算数/扣除中央基建投资后预算数"),
  amountColumn("changeFromPriorYear", "本年预算数比上年执行数/增减额"),
  textColumn("growthRate", "本年预算数比上年执行数/增减(%)"),
  amountColumn("changeWithoutInvestment", "本年预算数比上年执行数（扣除中央基建投资）/增减额"),
  textColumn("growthRateWithoutInvestment", "本年预算数比上年执行数（扣除中央基建投资）/增减(%)"),
].map(optional);

export const byFunctionTables: readonly TableSpec[] = [
  byFunction("generalPublicBudgetByFunction", 5, "一般公共预算", titles("一般公共预算"), comparedWithPriorYear),
  byFunction("governmentFundBudgetByFunction", undefined, "政府性基金预算", titles("政府性基金预算")),
  byFunction("stateCapitalBudgetByFunction", undefined, "国有资本经营预算", titles("国有资本经营预算")),
  byFunction("fiscalAppropriationByFunction", 5, "财政拨款", [
    "财政拨款支出表(功能科目)",
    "财政拨款支出表(按功能分类)",
    "财政拨款支出预算表(功能科目)",
  ]),
];

export const basicExpenditureByFunction: TableSpec = byFunction("basicExpenditureByFunction", 6, "一般公共预算基本", [
  ...["按支出功能分类科目", "按功能科目分", "按功能分类科目分", "按支出功能分类科目-不含上年结转"].map(
    (by) => `一般公共预算基本支出明细表(${by})`,
  ),
  "一般公共预算基本支出表(按功能分类)",
  "一般公共预算基本支出功能分类预算表",
] as unknown as Titles);
