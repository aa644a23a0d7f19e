import type { CheckRule, Claim, SumRule } from "../rule.ts";

const SUMMARY = "revenueAndExpenditureSummary";
const PRIOR = [{ statement: "this", part: "prior" }] as const;

/** Y: several documents: years of one organisation, a department and its units. */
export const acrossDocumentsRules: readonly CheckRule[] = [
  rule(
    "Y1",
    [
      priorYear(["totalRevenue", "totalRevenueAndExpenditure"], SUMMARY, { side: "revenue", keys: ["totalRevenue"] }, "revenue"),
      priorYear(
        ["totalExpenditure", "totalRevenueAndExpenditure"],
        SUMMARY,
        { side: "expenditure", keys: ["totalExpenditure"] },
        "expenditure",
      ),
      priorYear(
        [
          "administrativeExpenses",
          "threePublicExpenses",
          "overseasTravelExpenses",
          "officialVehicleExpenses",
          "officialVehiclePurchaseExpenses",
          "officialVehicleRunningExpenses",
          "officialReceptionExpenses",
        ],
        "administrativeAndThreePublicExpenses",
        { same: ["key"] },
        "total",
      ),
    ],
    {
      zh: "说明所隐含的上年数 ＝ 同一单位上年预算的该数",
      en: "The prior year's amount that the text implies = the same organisation's budget of that year",
    },
  ),
  {
    id: "Y2",
    family: "acrossDocuments",
    severity: "info",
    structure: {
      test: "namesOverYears",
      tables: ["expenditureSummary", "revenueSummary", "basicExpenditureByEconomicNature", "projectExpenditureByEconomicNature"],
    },
    sentence: { zh: "同一科目编码逐年名称相同", en: "A code keeps its name from year to year" },
  },
  {
    id: "Y3",
    family: "acrossDocuments",
    severity: "warning",
    structure: {
      test: "unitBudgets",
      tables: [
        "basicExpenditureByUnit",
        "projectExpenditureByUnit",
        "transferPaymentsByDistrict",
        "governmentProcurement",
        "purchasedPublicServices",
        "nonTaxRevenue",
      ],
    },
    sentence: {
      zh: "部门预算中某单位的行 ＝ 该单位预算该表的合计",
      en: "A department's row of a unit = the total of that unit's own budget",
    },
  },
  {
    id: "Y4",
    family: "acrossDocuments",
    severity: "warning",
    structure: {
      test: "departmentSums",
      tables: [
        "expenditureSummary",
        "revenueSummary",
        "generalPublicBudgetByFunction",
        "governmentFundBudgetByFunction",
        "stateCapitalBudgetByFunction",
      ],
    },
    sentence: {
      zh: "部门的合计 ＝ 所属各单位合计之和（各单位预算齐备时）",
      en: "A department's total = the sum of its units' totals, where all of them are given",
    },
  },
];

function rule(id: string, claims: readonly Claim[], sentence: SumRule["sentence"]): SumRule {
  return { id, family: "acrossDocuments", severity: "warning", claims, sentence };
}

function priorYear(
  measures: readonly string[],
  table: string,
  rows: { readonly side?: "revenue" | "expenditure"; readonly keys?: readonly string[]; readonly same?: readonly ["key"] },
  column: string,
): Claim {
  return { each: { each: "statement", measures }, left: PRIOR, right: [{ document: "priorYear", table, rows, columns: [column] }] };
}
