import { districtKeys } from "../../tables/transfer-payments-by-district.ts";
import type { Attribute, CheckRule, Claim, FigureSelector, RowFilter, SumRule, TableSelector } from "../rule.ts";
import { carriedOver, threeFunds } from "./funds.ts";

const SUMMARY = "revenueAndExpenditureSummary";
const DISJOINT_FUNDS = [...threeFunds, "fiscalSpecialAccount", "otherFunds", "carryoverFromPriorYear"] as const;
const OWN: readonly FigureSelector[] = [{ statement: "this" }];
const THREE_PUBLIC_PARTS = ["overseasTravelExpenses", "officialVehicleExpenses", "officialReceptionExpenses"] as const;
const PROCUREMENT_CLASSES = [
  ["goods", "货物类"],
  ["works", "工程类"],
  ["services", "服务类"],
] as const;

/** N: what the explanatory part says, against the tables and against itself. */
export const narrativeRules: readonly CheckRule[] = [
  rule(
    "N1",
    "error",
    [
      stated(
        ["totalRevenue", "totalRevenueAndExpenditure"],
        [summary("revenue", ["totalRevenue"])],
        [[summary("revenue", ["currentYearRevenue"])]],
      ),
      stated(
        ["totalExpenditure", "totalRevenueAndExpenditure"],
        [summary("expenditure", ["totalExpenditure"])],
        [[summary("expenditure", ["currentYearExpenditure"])]],
      ),
    ],
    {
      zh: "说明中的收入预算、支出预算、收支总预算 ＝ 收支总体情况表收入总计、支出总计",
      en: "Stated total revenue and expenditure = the totals of the revenue and expenditure summary",
    },
  ),
  rule(
    "N2",
    "error",
    [
      statedItem(["totalRevenue", "totalRevenueAndExpenditure"], [{ ...summary("revenue"), orElse: [ofRevenueSummary()] }]),
      statedItem(["totalExpenditure"], [{ table: "expenditureSummary", rows: { roles: ["total"] }, columns: "item" }]),
    ],
    {
      zh: "说明中收入预算的各项资金、支出预算的基本支出和项目支出 ＝ 表中该项",
      en: "Stated funds of revenue, stated basic and project expenditure = the tables",
    },
  ),
  rule("N3", "warning", [statedItem(["totalExpenditure"], [{ ...summary("revenue"), orElse: [ofRevenueSummary()] }])], {
    zh: "说明中支出预算的各项资金 ＝ 收入中该项资金",
    en: "Stated funds of expenditure = the same funds of revenue",
  }),
  rule(
    "N4",
    "warning",
    [
      {
        each: { each: "statement", measures: ["totalRevenue"] },
        left: [{ statement: { measure: "totalRevenue", items: DISJOINT_FUNDS, near: "paragraph" } }],
        relation: "atMost",
        right: OWN,
      },
      {
        each: { each: "statement", measures: ["totalExpenditure"] },
        left: [{ statement: { measure: "totalExpenditure", items: DISJOINT_FUNDS, near: "paragraph" } }],
        relation: "atMost",
        right: OWN,
      },
    ],
    {
      zh: "说明中各项资金之和 ≤ 其总额",
      en: "The stated funds are together at most the stated total",
    },
  ),
  rule(
    "N5",
    "error",
    [
      stated(["transferPayments"], [{ table: "transferPaymentsByDistrict", rows: { roles: ["total"] }, columns: ["total"] }]),
      statedItem(["transferPayments"], [{ table: "transferPaymentsByDistrict", rows: { roles: ["total"] }, columns: "item" }]),
    ],
    {
      zh: "说明中的转移支付及各区金额 ＝ 转移支付项目预算表合计行",
      en: "Stated transfer payments, in total and by district = the total row of the transfer payments table",
    },
  ),
  rule(
    "N6",
    "warning",
    [
      {
        each: { each: "statement", measures: ["transferPayments"], items: "none" },
        left: [
          {
            statement: {
              measure: "transferPayments",
              items: districtKeys,
              near: "section",
            },
          },
        ],
        relation: "atMost",
        right: OWN,
      },
    ],
    {
      zh: "说明中各区转移支付之和 ≤ 转移支付总额",
      en: "The districts' stated transfer payments are together at most the stated total",
    },
  ),
  rule(
    "N7",
    "error",
    [
      stated(
        ["threePublicExpenses", ...THREE_PUBLIC_PARTS, "officialVehiclePurchaseExpenses", "officialVehicleRunningExpenses"],
        [{ table: "administrativeAndThreePublicExpenses", rows: { same: ["key"] }, columns: ["total"] }],
      ),
    ],
    {
      zh: "说明中的“三公”经费及各项 ＝ “三公”经费预算表合计",
      en: "Stated three public expenses and their parts = the table's total column",
    },
  ),
  rule(
    "N8",
    "error",
    [stated(["administrativeExpenses"], [{ table: "administrativeAndThreePublicExpenses", rows: { same: ["key"] }, columns: ["total"] }])],
    {
      zh: "说明中的机关运行经费（行政经费）＝ 行政经费预算表合计",
      en: "Stated administrative expenses = the table's total column",
    },
  ),
  rule(
    "N9",
    "error",
    [
      stated(["governmentProcurement"], [{ table: "governmentProcurement", rows: { roles: ["total"] }, columns: ["total"] }]),
      ...PROCUREMENT_CLASSES.map(([item, label]) => procured([item], { roles: ["ofWhich"], labels: [label] })),
    ],
    {
      zh: "说明中的政府采购及货物、工程、服务类 ＝ 政府采购预算表",
      en: "Stated procurement, goods, works and services = the procurement table",
    },
  ),
  rule(
    "N10",
    "warning",
    [
      {
        each: { each: "statement", measures: ["governmentProcurement"] },
        left: OWN,
        right: PROCUREMENT_CLASSES.map(([item]) => ({ statement: { measure: "governmentProcurement", items: [item], near: "section" } })),
      },
    ],
    {
      zh: "说明中政府采购 ＝ 货物类 ＋ 工程类 ＋ 服务类",
      en: "Stated procurement = stated goods + works + services",
    },
  ),
  {
    id: "N11",
    family: "narrative",
    severity: "warning",
    structure: { test: "growthRate" },
    sentence: {
      zh: "说明中的增减百分比 ＝ 增减额 ÷ 上年数（本年数 － 增减额），方向一致",
      en: "A stated percentage = the stated change ÷ the prior year's amount (this year's less the change), in the same direction",
    },
  },
  rule(
    "N12",
    "warning",
    [
      atMostStated("plannedFixedAssets", [
        {
          table: "governmentProcurement",
          rows: { roles: ["item"], categoryPrefixes: ["A01", "A02", "A03", "A04", "A05", "A06"] },
          columns: ["total"],
          ifNoRow: "nothing",
        },
      ]),
    ],
    {
      zh: "说明中的拟购置固定资产 ≥ 政府采购预算表品目 A01–A06（固定资产类货物）之和",
      en: "Stated planned purchases of fixed assets are at least the procurement items of categories A01–A06",
    },
  ),
  rule(
    "N13",
    "error",
    [
      {
        each: { each: "row", tables: ["keyProjects"], rows: { roles: ["project"] } },
        left: [projectOf(["project", "budgetUnit"], [projectOf(["project"], [transferOf(["project"])])])],
        right: [{ columns: ["total"] }],
        orRight: [[{ columns: ["total"] }, carriedOver]],
      },
      {
        each: { each: "statement", measures: ["keyProject"], items: "some" },
        left: [projectOf(["project"], [transferOf(["project"])])],
        right: OWN,
        orRight: [[...OWN, carriedOver]],
      },
    ],
    {
      zh: "重点项目的预算 ＝ 项目支出预算表（或转移支付表）同名项目，后者另可有上年结转安排的部分",
      en: "A key project's amount = the project of that name, which may have what was carried over besides",
    },
  ),
  rule(
    "N14",
    "warning",
    [
      {
        each: { each: "statement", measures: ["officialVehicleExpenses"] },
        left: OWN,
        right: (["officialVehiclePurchaseExpenses", "officialVehicleRunningExpenses"] as const).map((measure) => ({
          statement: { measure, near: "section" },
        })),
      },
    ],
    {
      zh: "说明中公务用车购置及运行维护费 ＝ 购置费 ＋ 运行维护费",
      en: "Stated official vehicles = stated purchase + running expenses",
    },
  ),
  rule(
    "N15",
    "warning",
    [
      {
        each: { each: "statement", measures: ["threePublicExpenses"] },
        left: OWN,
        right: THREE_PUBLIC_PARTS.map((measure) => ({ statement: { measure, near: "section" } })),
      },
    ],
    {
      zh: "说明中“三公”经费 ＝ 因公出国（境）费 ＋ 公务用车费 ＋ 公务接待费",
      en: "Stated three public expenses = stated overseas travel + official vehicles + official reception",
    },
  ),
  rule(
    "N16",
    "info",
    [
      changes("threePublicExpenses", THREE_PUBLIC_PARTS),
      changes("officialVehicleExpenses", ["officialVehiclePurchaseExpenses", "officialVehicleRunningExpenses"]),
    ],
    {
      zh: "说明中“三公”经费的增减额 ＝ 各项增减额之和；公务用车费同",
      en: "The stated change of the three public expenses = the changes of their parts; the same for official vehicles",
    },
  ),
  rule(
    "N17",
    "info",
    [
      atMostStated(
        "plannedFixedAssets",
        ["basicExpenditureByEconomicNature", "projectExpenditureByEconomicNature"].map((table) => ({
          table,
          rows: { codes: ["31002", "31003", "31013", "31019"] },
          columns: ["total"],
          ifNoRow: "nothing",
        })),
      ),
    ],
    {
      zh: "说明中的拟购置固定资产 ≥ 经济科目 31002、31003、31013、31019 的基本支出与项目支出之和",
      en: "Stated planned purchases of fixed assets are at least economic codes 31002, 31003, 31013, 31019 of basic and project expenditure",
    },
  ),
  rule(
    "N18",
    "warning",
    [
      stated(
        ["commissionedServices"],
        ["basicExpenditureByEconomicNature", "projectExpenditureByEconomicNature"].map((table) => ({
          table,
          rows: { codes: ["30227"] },
          columns: ["total"],
          ifNoRow: "nothing",
        })),
      ),
    ],
    {
      zh: "说明中一般公共预算安排的委托业务费 ＝ 经济科目 30227 的基本支出与项目支出之和",
      en: "Stated commissioned services = economic code 30227 of basic and project expenditure",
    },
  ),
];

function rule(id: string, severity: SumRule["severity"], claims: readonly Claim[], sentence: SumRule["sentence"]): SumRule {
  return { id, family: "narrative", severity, claims, sentence };
}

function projectOf(same: readonly Attribute[], orElse: readonly TableSelector[]): TableSelector {
  return { table: "projectExpenditureByUnit", rows: { roles: ["project"], same }, columns: ["total"], sole: true, orElse };
}

function transferOf(same: readonly Attribute[]): TableSelector {
  return { table: "transferPaymentsByDistrict", rows: { roles: ["project"], same }, columns: ["total"], sole: true };
}

function stated(measures: readonly string[], right: readonly TableSelector[], orRight?: readonly (readonly TableSelector[])[]): Claim {
  return { each: { each: "statement", measures }, left: OWN, right, ...(orRight && { orRight }) };
}

/** The text names everything that is meant to be bought, tables a part of it. */
function atMostStated(measure: string, shown: readonly TableSelector[]): Claim {
  return { each: { each: "statement", measures: [measure] }, left: shown, relation: "atMost", right: OWN };
}

function statedItem(measures: readonly string[], right: readonly TableSelector[]): Claim {
  return { each: { each: "statement", measures, items: "some" }, left: OWN, right };
}

/** Lines of 收支总体情况表: the named ones, or the one that a stated fund names. */
function summary(side: "revenue" | "expenditure", keys?: readonly string[]): TableSelector {
  return { table: SUMMARY, rows: { side, ...(keys ? { keys } : { same: ["key"] }) }, columns: [side] };
}

function ofRevenueSummary(): TableSelector {
  return { table: "revenueSummary", rows: { roles: ["total"] }, columns: "item" };
}

function procured(items: readonly string[], rows: RowFilter): Claim {
  return {
    each: { each: "statement", measures: ["governmentProcurement"], items },
    left: OWN,
    right: [{ table: "governmentProcurement", rows, columns: ["total"] }],
  };
}

function changes(whole: string, parts: readonly string[]): Claim {
  return {
    each: { each: "statement", measures: [whole] },
    left: [{ statement: "this", part: "change" }],
    right: parts.map((measure) => ({ statement: { measure, near: "section" }, part: "change" })),
  };
}
