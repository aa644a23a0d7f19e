import type { Claim, ColumnTerm, RowFilter, SumRule, TableSelector } from "../rule.ts";
import { appropriation, carriedOver, otherFunds, otherSourceLines, otherSources, specialAccount } from "./funds.ts";

const SUMMARY = "revenueAndExpenditureSummary";
const FISCAL = "fiscalAppropriationSummary";
const GENERAL = "generalPublicBudgetByFunction";
const FUND = "governmentFundBudgetByFunction";
const CAPITAL = "stateCapitalBudgetByFunction";
const FUND_TABLES = [
  { table: GENERAL, column: "generalPublicBudget" },
  { table: FUND, column: "governmentFundBudget" },
  { table: CAPITAL, column: "stateCapitalBudget" },
] as const;

/** What a table's expenditure of one class leaves out when the two-sided table prints it below the subtotal. */
const BELOW_SUBTOTAL = ["affiliateGrantExpenditure", "superiorRemittanceExpenditure", "carryoverToNextYear"] as const;

/** What comes from other sources than the three funds, in total. */
const otherSourcesInTotal: TableSelector = {
  table: SUMMARY,
  rows: { side: "revenue", keys: otherSourceLines, topLevel: true },
  columns: ["revenue"],
  orElse: [totalRow("revenueSummary", otherSources)],
};

/** What is left for the next year is revenue that no table of expenditure counts. */
const leftOver: TableSelector = {
  table: SUMMARY,
  rows: { side: "expenditure", keys: ["carryoverToNextYear"] },
  columns: ["expenditure"],
  ifNoRow: "nothing",
  ifNoTable: "nothing",
};
const fiscalLeftOver: TableSelector = { ...leftOver, table: FISCAL, weight: "upTo" };
/** Where 支出总体情况表 counts it, it has a column for it. */
const countedLeftOver: TableSelector = { ...totalRow("expenditureSummary", ["carryoverToNextYear"]), ifNoTable: "nothing" };

/** What the tables of the three funds may count too where they spend money of the year before. */
const carriedOverOfCode: TableSelector = {
  ...codeRow("revenueSummary", ["carryoverFromPriorYear"]),
  weight: "upTo",
  ifNoRow: "nothing",
  ifNoTable: "nothing",
};

/** 单位资金 of other cities counts what its superiors grant and its affiliates remit, 其他资金 of Guangzhou does not. */
const otherFundsLine: Claim = {
  each: { each: "document" },
  left: [side("revenue", ["otherFunds"])],
  right: [
    totalRow("revenueSummary", [otherFunds]),
    { ...totalRow("revenueSummary", ["superiorGrantRevenue", "affiliateRemittanceRevenue"]), weight: "upTo", ifNoTable: "nothing" },
  ],
};

/** X: the same money in two tables. Where it is the same only if a fund is empty, all funds are summed, or the rule is an inequality. */
export const betweenTablesRules: readonly SumRule[] = [
  rule(
    "X1",
    [
      {
        each: {
          each: "value",
          attribute: "class",
          in: [
            { table: SUMMARY, rows: { side: "expenditure" } },
            { table: "expenditureSummary", rows: { roles: ["class"] } },
          ],
        },
        left: [
          { table: SUMMARY, rows: { side: "expenditure", same: ["class"] }, columns: ["expenditure"], ifNoRow: "nothing" },
          { ...classRow("expenditureSummary", BELOW_SUBTOTAL), weight: "upTo", ifNoTable: "nothing" },
        ],
        right: [classRow("expenditureSummary", ["total"])],
      },
    ],
    {
      zh: "收支总体情况表各类支出 ＝ 支出总体情况表同类合计（对附属单位补助、上缴上级、结转下年可另列于本年支出合计之下）",
      en: "A class of the revenue and expenditure summary = the same class of the expenditure summary, less at most what may be printed below the subtotal",
    },
  ),
  rule(
    "X2",
    [
      {
        each: { each: "value", attribute: "class", in: [{ table: FISCAL, rows: { side: "expenditure" } }] },
        left: [{ table: FISCAL, rows: { side: "expenditure", same: ["class"] }, columns: ["expenditure"] }],
        relation: "atMost",
        right: [classRow("expenditureSummary", ["total"])],
      },
    ],
    {
      zh: "财政拨款收支总体情况表各类支出 ≤ 支出总体情况表同类合计",
      en: "A class of the fiscal appropriation summary is at most the same class of the expenditure summary",
    },
  ),
  rule(
    "X3",
    [
      {
        each: { each: "document" },
        left: [side("expenditure", ["totalExpenditure"]), countedLeftOver],
        right: [totalRow("expenditureSummary", ["total"]), leftOver],
      },
    ],
    {
      zh: "收支总体情况表支出总计 ＝ 支出总体情况表合计（该表不列结转下年的，另加结转下年）",
      en: "Total expenditure of the revenue and expenditure summary = the total of the expenditure summary, and carryover to next year where that table leaves it out",
    },
  ),
  rule(
    "X4",
    BELOW_SUBTOTAL.map((key) => ({
      each: { each: "document" },
      left: [side("expenditure", [key])],
      right: [totalRow("expenditureSummary", [key])],
    })),
    {
      zh: "收支总体情况表对附属单位补助支出、上缴上级支出、结转下年 ＝ 支出总体情况表合计行该列",
      en: "Grants to affiliates, remittance to superiors and carryover to next year = the columns of the expenditure summary's total",
    },
  ),
  rule(
    "X5",
    [
      revenueLine(["fiscalAppropriation", "budgetAppropriation"], [appropriation]),
      revenueLine(["generalPublicBudget"], ["generalPublicBudget"]),
      revenueLine(["governmentFundBudget"], ["governmentFundBudget"]),
      revenueLine(["stateCapitalBudget"], ["stateCapitalBudget"]),
      revenueLine(["fiscalSpecialAccount"], [specialAccount]),
      revenueLine(["educationFees"], ["educationFees"]),
      revenueLine(["otherSpecialAccountAppropriation"], ["otherSpecialAccountAppropriation"]),
      otherFundsLine,
      revenueLine(["institutionalRevenue"], ["institutionalRevenue"]),
      revenueLine(["businessRevenue"], ["businessRevenue"]),
      revenueLine(["otherRevenue"], ["otherRevenue"]),
      revenueLine(["currentYearRevenue"], ["currentYearRevenue"]),
      revenueLine(["superiorGrantRevenue"], ["superiorGrantRevenue"]),
      revenueLine(["affiliateRemittanceRevenue"], ["affiliateRemittanceRevenue"]),
      revenueLine(["institutionalFundDrawdown"], ["institutionalFundDrawdown"]),
      revenueLine(["carryoverFromPriorYear"], ["carryoverFromPriorYear"]),
      revenueLine(["totalRevenue"], ["total"]),
    ],
    {
      zh: "收支总体情况表各项收入 ＝ 收入总体情况表合计行的相应列",
      en: "A revenue line of the revenue and expenditure summary = the columns of the revenue summary's total that it stands for",
    },
  ),
  rule(
    "X6",
    [
      {
        each: { each: "value", attribute: "code", in: [{ table: "expenditureSummary" }, { table: "revenueSummary" }] },
        left: [codeRow("revenueSummary", ["total"])],
        right: [codeRow("expenditureSummary", ["total"])],
      },
    ],
    {
      zh: "收入总体情况表总计 ＝ 支出总体情况表合计（逐科目）",
      en: "Revenue summary total = expenditure summary total, code by code",
    },
  ),
  rule(
    "X7",
    FUND_TABLES.map(({ table, column }) => ({
      each: { each: "value", attribute: "code", in: [{ table }, ...(table === GENERAL ? [{ table: "revenueSummary" }] : [])] },
      left: [codeRow("revenueSummary", [column]), carriedOverOfCode],
      right: [{ ...codeRow(table, ["total"]), ifNoRow: "nothing" }],
    })),
    {
      zh: "收入总体情况表一般公共预算（政府性基金、国有资本经营预算）＝ 该项预算支出表总计（逐科目）",
      en: "The revenue summary's general public budget (government-managed funds, state capital operations) = that budget's expenditure by function, code by code",
    },
  ),
  rule("X8", [allFunds("basicExpenditure")], {
    zh: "支出总体情况表基本支出 ＝ 三项预算的基本支出，另可有其他来源安排的部分（逐科目）",
    en: "Basic expenditure = the basic expenditure of the three funds, and at most as much more as comes from other sources, code by code",
  }),
  rule("X9", [allFunds("projectExpenditure")], {
    zh: "支出总体情况表项目支出 ＝ 三项预算的项目支出，另可有其他来源安排的部分（逐科目）",
    en: "Project expenditure = the project expenditure of the three funds, and at most as much more as comes from other sources, code by code",
  }),
  rule(
    "X11",
    [
      {
        each: { each: "value", attribute: "code", in: [{ table: "expenditureSummary" }] },
        left: [codeRow("expenditureSummary", ["total"]), carriedOverOfCode],
        right: [...fundTotals("codes"), codeRow("revenueSummary", otherSources)],
      },
      {
        each: { each: "document" },
        left: [totalRow("expenditureSummary", ["total"]), leftOver, carriedOver],
        right: [...fundTotals("total"), otherSourcesInTotal, countedLeftOver, fiscalLeftOver],
      },
    ],
    {
      zh: "支出总体情况表合计 ＝ 三项预算支出 ＋ 财政专户 ＋ 其他资金 ＋ 上级补助 ＋ 附属单位上缴 ＋ 用事业基金弥补收支差额 ＋ 上年预结转（逐科目及合计）",
      en: "Expenditure summary = the three funds + special account + other funds + grants from superiors + remittances from affiliates + fund drawdown + carryover, code by code and in total",
    },
  ),
  rule(
    "X12",
    [
      {
        each: { each: "document" },
        left: [side("revenue", ["generalPublicBudget"])],
        right: fiscalFund("generalPublicBudget"),
      },
      { each: { each: "document" }, left: fiscalFund("generalPublicBudget"), right: [totalRow(GENERAL, ["total"]), fiscalLeftOver] },
    ],
    {
      zh: "一般公共预算：收支总体情况表 ＝ 财政拨款收支总体情况表 ＝ 一般公共预算支出表合计，另可有结转下年",
      en: "General public budget: revenue and expenditure summary = fiscal appropriation summary = expenditure by function, and at most what is carried over besides",
    },
  ),
  rule(
    "X13",
    [
      { each: { each: "document" }, left: fiscalFund("governmentFundBudget"), right: [totalRow(FUND, ["total"]), fiscalLeftOver] },
      { each: { each: "document" }, left: fiscalFund("stateCapitalBudget"), right: [totalRow(CAPITAL, ["total"]), fiscalLeftOver] },
      { each: { each: "document" }, left: [side("revenue", ["governmentFundBudget"])], right: fiscalFund("governmentFundBudget") },
      { each: { each: "document" }, left: [side("revenue", ["stateCapitalBudget"])], right: fiscalFund("stateCapitalBudget") },
    ],
    {
      zh: "政府性基金、国有资本经营预算：收支总体情况表 ＝ 财政拨款收支总体情况表 ＝ 该项预算支出情况表合计，另可有结转下年",
      en: "Government-managed funds, state capital operations: revenue and expenditure summary = fiscal appropriation summary = that budget's table, and at most what is carried over besides",
    },
  ),
  rule(
    "X14",
    [
      {
        each: { each: "document" },
        left: [side("revenue", ["fiscalAppropriation", "budgetAppropriation"])],
        right: [fiscalLine(["generalPublicBudget", "governmentFundBudget", "stateCapitalBudget"])],
      },
    ],
    {
      zh: "收支总体情况表财政拨款（预算拨款）＝ 财政拨款收支总体情况表三项预算之和",
      en: "Fiscal appropriation of the revenue and expenditure summary = the three funds of the fiscal appropriation summary",
    },
  ),
  rule(
    "X15",
    [
      {
        each: { each: "document" },
        left: [fiscalLine(["carryoverFromPriorYear"])],
        relation: "atMost",
        right: [side("revenue", ["carryoverFromPriorYear"])],
      },
      {
        each: { each: "document" },
        left: [totalRow("projectExpenditureByUnit", ["carryoverFromPriorYear"])],
        relation: "atMost",
        right: [side("revenue", ["carryoverFromPriorYear"])],
      },
    ],
    {
      zh: "财政拨款收支总体情况表、部门预算项目支出预算表的上年预结转 ≤ 收支总体情况表上年预结转",
      en: "Carryover of the fiscal appropriation summary and of the projects is at most that of the revenue and expenditure summary",
    },
  ),
  rule(
    "X16",
    [
      {
        each: { each: "document" },
        left: [totalRow(GENERAL, ["basicExpenditure"])],
        right: [totalRow("basicExpenditureByEconomicNature", ["total"])],
      },
    ],
    {
      zh: "一般公共预算支出表基本支出合计 ＝ 基本支出情况表（按经济分类）合计",
      en: "Basic expenditure of the general public budget by function = the same by economic nature",
    },
  ),
  rule(
    "X17",
    [
      {
        each: { each: "document" },
        left: [totalRow(GENERAL, ["projectExpenditure"])],
        right: [totalRow("projectExpenditureByEconomicNature", ["total"])],
      },
    ],
    {
      zh: "一般公共预算支出表项目支出合计 ＝ 项目支出情况表（按经济分类）合计",
      en: "Project expenditure of the general public budget by function = the same by economic nature",
    },
  ),
  rule(
    "X18",
    [
      {
        each: { each: "document" },
        left: [totalRow("expenditureSummary", ["basicExpenditure"])],
        right: [totalRow("basicExpenditureByUnit", ["total"])],
      },
      ...FUND_TABLES.map(
        ({ table, column }): Claim => ({
          each: { each: "document" },
          left: [totalRow("basicExpenditureByUnit", [column])],
          right: [totalRow(table, ["basicExpenditure"]), carriedOver],
        }),
      ),
    ],
    {
      zh: "支出总体情况表的基本支出合计 ＝ 部门预算基本支出预算表总计；后者各项预算 ＝ 该项预算支出表的基本支出合计，另可有上年结转安排的部分",
      en: "Basic expenditure = the total of basic expenditure by unit; each fund there = basic expenditure of that fund by function, and at most the carryover besides",
    },
  ),
  rule(
    "X19",
    [
      {
        each: { each: "value", attribute: "economicName", in: [{ table: "basicExpenditureByUnit", rows: { roles: ["category"] } }] },
        left: [
          { table: "basicExpenditureByUnit", rows: { roles: ["category"], same: ["economicName"] }, columns: ["generalPublicBudget"] },
        ],
        right: [
          {
            table: "basicExpenditureByEconomicNature",
            rows: { roles: ["class"], same: ["economicName"] },
            columns: ["total"],
            ifNoRow: "noClaim",
          },
          carriedOver,
        ],
      },
    ],
    {
      zh: "部门预算基本支出预算表各类别的一般公共预算 ＝ 基本支出情况表（按经济分类）同名科目，另可有上年结转安排的部分",
      en: "General public budget of a category of basic expenditure by unit = the economic class of that name, and at most the carryover besides",
    },
  ),
  rule(
    "X20",
    [
      {
        each: { each: "document" },
        left: [totalRow("projectExpenditureByUnit", ["total"])],
        right: [
          totalRow("expenditureSummary", ["projectExpenditure"]),
          { ...totalRow("expenditureSummary", ["businessExpenditure", ...BELOW_SUBTOTAL]), weight: "upTo", ifNoTable: "nothing" },
        ],
      },
    ],
    {
      zh: "部门预算项目支出（及其他支出）预算表合计 ＝ 支出总体情况表项目支出，另可含其他支出",
      en: "Project expenditure by unit = project expenditure of the expenditure summary, and at most its other expenditure besides",
    },
  ),
  rule(
    "X21",
    FUND_TABLES.map(({ table, column }) => ({
      each: { each: "document" },
      left: [totalRow("projectExpenditureByUnit", [column])],
      right: [totalRow(table, ["projectExpenditure"]), carriedOver],
    })),
    {
      zh: "部门预算项目支出预算表合计行各项预算 ＝ 该项预算支出表项目支出合计，另可有上年结转安排的部分",
      en: "Each fund of project expenditure by unit = project expenditure of that fund by function, and at most the carryover besides",
    },
  ),
  rule(
    "X22",
    // 国有资本经营预算支出情况表 does not divide its projects.
    FUND_TABLES.filter(({ table }) => table !== CAPITAL).flatMap(({ table, column }) => [
      projectSort(["部门项目支出"], column, totalRow(table, ["departmentProjectExpenditure"])),
      projectSort(["市级财政专项资金(本级支出)", "财政专项资金(本级支出)"], column, totalRow(table, ["earmarkedFunds"])),
    ]),
    {
      zh: "部门预算项目支出预算表部门项目支出、财政专项资金的各项预算 ＝ 该项预算支出表的相应列",
      en: "Department projects and earmarked funds of project expenditure by unit = the columns of that fund by function",
    },
  ),
  rule(
    "X24",
    [
      {
        each: { each: "value", attribute: "class", in: [{ table: FISCAL, rows: { side: "expenditure" } }] },
        left: [{ table: FISCAL, rows: { side: "expenditure", same: ["class"] }, columns: ["expenditure"] }],
        right: [
          classRow(GENERAL, ["total"]),
          { ...classRow(FUND, ["total"]), ifNoTable: "nothing" },
          { ...classRow(CAPITAL, ["total"]), ifNoTable: "nothing", orElse: [{ ...fiscalLine(["stateCapitalBudget"]), weight: "upTo" }] },
          {
            ...classRow("revenueSummary", ["carryoverFromPriorYear"]),
            weight: "upTo",
            ifNoTable: "nothing",
            orElse: [{ ...fiscalLine(["carryoverFromPriorYear"]), weight: "upTo" }],
          },
        ],
      },
    ],
    {
      zh: "财政拨款收支总体情况表各类支出 ＝ 三项预算支出表同类之和，另可有上年预结转安排的部分",
      en: "A class of the fiscal appropriation summary = the class in the tables of the three funds, and at most the carryover besides",
    },
  ),
  rule(
    "X25",
    [
      unitByUnit(["total"], ["total"], []),
      ...FUND_TABLES.map(({ column }) => unitByUnit([column], [column], ["carryoverFromPriorYear"])),
      unitByUnit([specialAccount], ["fiscalSpecialAccount"], ["carryoverFromPriorYear"]),
      unitByUnit([otherFunds], ["otherFunds"], ["superiorGrantRevenue", "affiliateRemittanceRevenue", "carryoverFromPriorYear"]),
    ],
    {
      zh: "收入总体情况表（按单位）各单位的合计及各项资金 ＝ 部门预算基本支出、项目支出预算表中该单位之和（名称带不带“（本级）”均为同一单位；可有上年结转、结转下年）",
      en: "Revenue summary by unit: a unit's total and funds = the unit's basic and project expenditure by unit, with or without （本级）, and at most what is carried over besides",
    },
  ),
  rule(
    "X26",
    [
      {
        each: { each: "value", attribute: "code", in: [{ table: "expenditureSummary" }] },
        left: fundTotals("codes"),
        relation: "atMost",
        right: [codeRow("expenditureSummary", ["total"])],
      },
    ],
    {
      zh: "支出总体情况表合计 ≥ 三项预算支出之和（逐科目）",
      en: "Expenditure summary = at least the three funds, code by code",
    },
  ),
];

function rule(id: string, claims: readonly Claim[], sentence: SumRule["sentence"]): SumRule {
  return { id, family: "betweenTables", severity: "error", claims, sentence };
}

function totalRow(table: string, columns: readonly ColumnTerm[]): TableSelector {
  return { table, rows: { roles: ["total"] }, columns, ifNoRow: "leftOut" };
}

function codeRow(table: string, columns: readonly ColumnTerm[]): TableSelector {
  return { table, rows: { same: ["code"] }, columns };
}

function classRow(table: string, columns: readonly ColumnTerm[]): TableSelector {
  return { table, rows: { roles: ["class"], same: ["class"] }, columns, ifNoRow: "nothing" };
}

/** Lines of one side of 收支总体情况表. */
function side(name: "revenue" | "expenditure", keys: readonly string[]): TableSelector {
  return { table: SUMMARY, rows: { side: name, keys }, columns: [name], ifNoRow: "leftOut" };
}

function fiscalLine(keys: readonly string[]): TableSelector {
  return { table: FISCAL, rows: { side: "revenue", keys }, columns: ["revenue"], ifNoRow: "leftOut" };
}

/** A fund of 财政拨款; what of it is carried over from the prior year, in a line of its own or in one for all funds, other tables may count too. */
function fiscalFund(key: string): TableSelector[] {
  const carriedOverOf = (line: string): TableSelector => ({ ...fiscalLine([line]), weight: "upTo" });
  const undivided: TableSelector = { ...carriedOverOf("carryoverFromPriorYear"), ifNoRow: "nothing" };
  return [fiscalLine([key]), { ...carriedOverOf(`${key}Carryover`), ifNoRow: "noClaim", orElse: [undivided] }];
}

function revenueLine(keys: readonly string[], columns: readonly ColumnTerm[]): Claim {
  return { each: { each: "document" }, left: [side("revenue", keys)], right: [totalRow("revenueSummary", columns)] };
}

/** One sort of expenditure per code: what the three funds' own tables show, and what other sources may pay besides. */
function allFunds(column: string): Claim {
  const rows: RowFilter = { same: ["code"] };
  const besides = (columns: readonly ColumnTerm[], inTotal: TableSelector): TableSelector => ({
    table: "revenueSummary",
    rows,
    columns,
    weight: "upTo",
    ifNoTable: "nothing",
    orElse: [{ ...inTotal, weight: "upTo" }],
  });
  return {
    each: { each: "value", attribute: "code", in: [{ table: "expenditureSummary" }] },
    left: [codeRow("expenditureSummary", [column])],
    right: [
      { ...codeRow(GENERAL, [column]), ifNoRow: "nothing" },
      { ...codeRow(FUND, [column]), ifNoRow: "nothing", ifNoTable: "nothing" },
      {
        ...codeRow(CAPITAL, [column]),
        ifNoRow: "nothing",
        orElse: [besides(["stateCapitalBudget"], side("revenue", ["stateCapitalBudget"]))],
        ifNoTable: "nothing",
      },
      besides(otherSources, otherSourcesInTotal),
    ],
  };
}

/** Total expenditure of the three funds, from their own tables; of one without a table from the income side. */
function fundTotals(of: "codes" | "total"): TableSelector[] {
  return FUND_TABLES.map(({ table, column }) => {
    const own: TableSelector = of === "codes" ? { ...codeRow(table, ["total"]), ifNoRow: "nothing" } : totalRow(table, ["total"]);
    const revenue = of === "codes" ? codeRow("revenueSummary", [column]) : side("revenue", [column]);
    return table === GENERAL ? own : { ...own, ifNoTable: "nothing", orElse: [revenue] };
  });
}

/** What a unit takes in against what it spends: money that was carried over may stand in any fund, what is left over in none. */
function unitByUnit(revenue: readonly ColumnTerm[], spent: readonly string[], besides: readonly string[]): Claim {
  const rows: RowFilter = { roles: ["unit"], same: ["budgetUnit"] };
  const own = (table: string, columns: readonly ColumnTerm[]): TableSelector => ({ table, rows, columns, sole: true });
  // A department's row above those of its units is the sum of theirs, and stands in no other table.
  const ownRevenue = (columns: readonly ColumnTerm[]): TableSelector => ({
    ...own("revenueSummary", columns),
    rows: { ...rows, lowest: true },
  });
  return {
    each: { each: "value", attribute: "budgetUnit", in: [{ table: "revenueSummary", rows: { roles: ["unit"], lowest: true } }] },
    left: [
      ...["basicExpenditureByUnit", "projectExpenditureByUnit"].map(
        (table): TableSelector => ({ ...own(table, spent), ifNoRow: "nothing" }),
      ),
      { ...leftOver, weight: "upTo" },
    ],
    right: [ownRevenue(revenue), ...(besides.length > 0 ? [{ ...ownRevenue(besides), weight: "upTo" as const }] : [])],
  };
}

function projectSort(labels: readonly string[], column: string, right: TableSelector): Claim {
  return {
    each: { each: "document" },
    left: [{ table: "projectExpenditureByUnit", rows: { roles: ["ofWhich"], labels }, columns: [column], ifNoRow: "noClaim" }],
    right: [right],
  };
}
