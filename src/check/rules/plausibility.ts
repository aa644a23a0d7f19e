import type { CheckRule, Claim, SumRule } from "../rule.ts";

const BASIC = "basicExpenditureByEconomicNature";
const PROJECT = "projectExpenditureByEconomicNature";
const THREE_PUBLIC = "administrativeAndThreePublicExpenses";

/** The economic codes that the 2024 text counts as administrative expenses. */
const ADMINISTRATIVE_CODES = [
  "30201",
  "30202",
  "30205",
  "30206",
  "30207",
  "30208",
  "30209",
  "30211",
  "30212",
  "30213",
  "30214",
  "30215",
  "30216",
  "30217",
  "30218",
  "30224",
  "30229",
  "30231",
  "30239",
  "30307",
  "31002",
  "31003",
  "31007",
  "31013",
  "31019",
] as const;

/** The economic code that each of the three public expenses is booked under. */
const threePublicLines = [
  ["30212", "overseasTravelExpenses"],
  ["30231", "officialVehicleRunningExpenses"],
  ["30217", "officialReceptionExpenses"],
  ["31013", "officialVehiclePurchaseExpenses"],
] as const;

/** What usually holds, though nothing in the forms demands it: worth a look where it does not. */
export const plausibilityRules: readonly CheckRule[] = [
  rule("X23", [sameBasic("2080505", "30108"), sameBasic("2080506", "30109"), sameBasic("2210201", "30113")], {
    zh: "基本养老保险缴费、职业年金缴费、住房公积金：功能科目的基本支出 ≤ 经济科目 30108、30109、30113（此类缴费也可列于其他功能科目）",
    en: "Pension contributions, occupational annuities, housing fund: basic expenditure by function is at most economic codes 30108, 30109, 30113 (they are also paid under other functional codes)",
  }),
  rule(
    "P3",
    threePublicLines.map(([code, key]) => economicLine(code, key)),
    {
      zh: "“三公”经费各项的一般公共预算 ≥ 基本支出、项目支出经济科目 30212、30231、30217、31013 之和",
      en: "A line of the three public expenses is at least the economic codes 30212, 30231, 30217, 31013 of basic and project expenditure",
    },
  ),
  rule(
    "P9",
    threePublicLines.map(
      ([code, key]): Claim => ({
        each: { each: "document" },
        left: [BASIC, PROJECT].map((table) => ({ table, rows: { codes: [code] }, columns: ["total"], ifNoRow: "nothing" })),
        right: [{ table: THREE_PUBLIC, rows: { keys: [key] }, columns: ["generalPublicBudget"] }],
      }),
    ),
    {
      zh: "基本支出和项目支出都按经济分类列示的：“三公”经费各项的一般公共预算 ＝ 经济科目 30212、30231、30217、31013 之和",
      en: "Where both basic and project expenditure are printed by economic nature: a line of the three public expenses = the economic codes 30212, 30231, 30217, 31013",
    },
  ),
  // Only one publication shows it (eight projects of 2021), and a contract may be for more years than the project's budget.
  rule(
    "Q1",
    [view("governmentProcurement")],
    {
      zh: "政府采购预算表某项目的采购额 ≤ 部门预算项目支出预算表该单位同名项目",
      en: "What is procured for a project is at most the unit's project of that name",
    },
    "info",
  ),
  rule(
    "Q2",
    [view("purchasedPublicServices")],
    {
      zh: "政府购买服务预算表某项目的金额 ≤ 部门预算项目支出预算表该单位同名项目",
      en: "What is purchased as public services for a project is at most the unit's project of that name",
    },
    "info",
  ),
  {
    ...rule(
      "P5",
      [
        {
          each: { each: "document" },
          left: [{ table: THREE_PUBLIC, rows: { keys: ["officialVehiclePurchaseExpenses"] }, columns: ["total"] }],
          right: [
            {
              table: "governmentProcurement",
              rows: { roles: ["item"], categoryPrefixes: ["A020305"] },
              columns: ["total"],
              ifNoRow: "nothing",
            },
          ],
        },
      ],
      {
        zh: "公务用车购置费 ＝ 政府采购预算表品目 A020305（乘用车）之和",
        en: "Official vehicle purchase = the procurement items of category A020305 (passenger cars)",
      },
    ),
    optIn: true,
  },
  rule(
    "P7",
    [
      {
        each: { each: "document" },
        left: [{ table: THREE_PUBLIC, rows: { keys: ["administrativeExpenses"] }, columns: ["generalPublicBudget"] }],
        relation: "atMost",
        right: [BASIC, PROJECT].map((table) => ({ table, rows: { codes: ADMINISTRATIVE_CODES }, columns: ["total"], ifNoRow: "nothing" })),
      },
    ],
    {
      zh: "行政经费的一般公共预算 ≤ 说明所列 25 个经济科目的基本支出与项目支出之和",
      en: "Administrative expenses out of the general public budget are at most the 25 economic codes that the text names, basic and project",
    },
  ),
  {
    id: "P10",
    family: "plausibility",
    severity: "warning",
    structure: { test: "assetsPlausible" },
    sentence: {
      zh: "说明中的固定资产不超过全年支出的 1000 倍：超过的，金额单位可能应为元而非万元",
      en: "Stated fixed assets are at most 1000 times a year's expenditure: more is likely to be stated in 元, not 万元",
    },
  },
];

function rule(id: string, claims: readonly Claim[], sentence: SumRule["sentence"], severity: SumRule["severity"] = "warning"): SumRule {
  return { id, family: "plausibility", severity, claims, sentence };
}

function sameBasic(functional: string, economic: string): Claim {
  return {
    each: { each: "document" },
    left: [{ table: "generalPublicBudgetByFunction", rows: { codes: [functional] }, columns: ["basicExpenditure"], ifNoRow: "noClaim" }],
    relation: "atMost",
    right: [{ table: BASIC, rows: { codes: [economic] }, columns: ["total"], ifNoRow: "noClaim" }],
  };
}

function economicLine(code: string, key: string): Claim {
  return {
    each: { each: "document" },
    left: [BASIC, PROJECT].map((table) => ({
      table,
      rows: { codes: [code] },
      columns: ["total"],
      ifNoRow: "nothing",
      ifNoTable: "nothing",
    })),
    relation: "atMost",
    right: [{ table: THREE_PUBLIC, rows: { keys: [key] }, columns: ["generalPublicBudget"] }],
  };
}

/** A view on the projects takes no more from one than it has. */
function view(table: string): Claim {
  return {
    each: { each: "row", tables: [table], rows: { roles: ["projectGroup"] } },
    left: [{ columns: ["total"] }],
    relation: "atMost",
    right: [
      {
        table: "projectExpenditureByUnit",
        rows: { roles: ["project"], same: ["project", "budgetUnit"] },
        columns: ["total"],
        ifNoRow: "noClaim",
      },
    ],
  };
}
