import { districtKeys } from "../../tables/transfer-payments-by-district.ts";
import type { Claim, ColumnTerm, SumRule } from "../rule.ts";
import { appropriation, basicExpenditure, otherFunds, specialAccount, threeFunds } from "./funds.ts";

/** What Guangzhou prints beside 本年收入, and other cities under its heading, as parts of it. */
const besideCurrentYear = ["superiorGrantRevenue", "affiliateRemittanceRevenue", "institutionalFundDrawdown"] as const;

/** W: a row's own columns add up. */
export const withinRowRules: readonly SumRule[] = [
  rule(
    "W1",
    [
      sum(["revenueSummary"], "total", [
        { column: "currentYearRevenue", orElse: [appropriation, specialAccount, otherFunds] },
        ...besideCurrentYear.map((column) => ({ column, beside: "currentYearRevenue" })),
        "carryoverFromPriorYear",
        "cashBalanceFromPriorYear",
      ]),
    ],
    {
      zh: "收入总体情况表：总计（合计）＝ 本年收入（没有小计时为各项资金之和）＋ 上级补助收入 ＋ 附属单位上缴收入 ＋ 用事业基金弥补收支差额 ＋ 上年预结转（及上年实户资金余额）",
      en: "Revenue summary: total = current-year revenue (the sum of its sources where no subtotal is printed) + superior grants + affiliate remittances + institutional fund drawdown + carryover from the prior year (and the prior year's cash balance)",
    },
  ),
  rule(
    "W2",
    [
      sum(["revenueSummary"], "currentYearRevenue", [
        appropriation,
        specialAccount,
        otherFunds,
        ...besideCurrentYear.map((column) => ({ column, within: "currentYearRevenue" })),
      ]),
    ],
    {
      zh: "收入总体情况表：本年收入合计 ＝ 财政拨款 ＋ 财政专户拨款 ＋ 其他资金（及列于本年收入栏下的上级补助、附属单位上缴等收入）",
      en: "Revenue summary: current-year revenue = fiscal appropriation + fiscal special account + other funds (and the grants and remittances that are printed under its heading)",
    },
  ),
  rule("W3", [sum(["revenueSummary"], "fiscalAppropriation", threeFunds)], {
    zh: "收入总体情况表：财政拨款小计 ＝ 一般公共预算 ＋ 政府性基金预算 ＋ 国有资本经营预算",
    en: "Revenue summary: fiscal appropriation = general public budget + government-managed funds + state capital operations",
  }),
  rule("W4", [sum(["revenueSummary"], "fiscalSpecialAccount", ["educationFees", "otherSpecialAccountAppropriation"])], {
    zh: "收入总体情况表：财政专户拨款小计 ＝ 教育收费 ＋ 其他专户拨款",
    en: "Revenue summary: fiscal special account = education fees + other special account appropriation",
  }),
  rule("W5", [sum(["revenueSummary"], "otherFunds", ["institutionalRevenue", "businessRevenue", "otherRevenue"])], {
    zh: "收入总体情况表：其他资金小计 ＝ 事业收入 ＋ 事业单位经营收入 ＋ 其他收入",
    en: "Revenue summary: other funds = institutional revenue + business revenue + other revenue",
  }),
  rule(
    "W7",
    [
      sum(["expenditureSummary"], "total", [
        basicExpenditure,
        "projectExpenditure",
        "businessExpenditure",
        "affiliateGrantExpenditure",
        "superiorRemittanceExpenditure",
        "carryoverToNextYear",
      ]),
    ],
    {
      zh: "支出总体情况表：合计 ＝ 基本支出 ＋ 项目支出 ＋ 事业单位经营支出 ＋ 对附属单位补助支出 ＋ 上缴上级支出 ＋ 结转下年",
      en: "Expenditure summary: total = basic + project + business expenditure + grants to affiliates + remittance to superiors + carryover to next year",
    },
  ),
  rule("W8", [sum(["nonTaxRevenue"], "total", ["remittedToCentral", "remittedToProvincialSpecialAccount", "ownLevelRevenue"])], {
    zh: "非税收入预算表：合计 ＝ 上缴中央 ＋ 上缴省财政专户 ＋ 本级收入",
    en: "Non-tax revenue: total = remitted to central + remitted to the provincial special account + own-level revenue",
  }),
  rule("W9", [basicAndProject(["generalPublicBudgetByFunction"])], {
    zh: "一般公共预算支出表：总计（小计）＝ 基本支出 ＋ 项目支出",
    en: "General public budget by function: total = basic expenditure + project expenditure",
  }),
  rule("W10", [projectParts(["generalPublicBudgetByFunction"])], {
    zh: "一般公共预算支出表：项目支出小计 ＝ 部门项目支出 ＋ 财政专项资金（本级支出）",
    en: "General public budget by function: project expenditure = department projects + earmarked funds",
  }),
  rule(
    "W11",
    [basicAndProject(["governmentFundBudgetByFunction", "stateCapitalBudgetByFunction"]), projectParts(["governmentFundBudgetByFunction"])],
    {
      zh: "政府性基金、国有资本经营预算支出情况表：总计 ＝ 基本支出 ＋ 项目支出；项目支出小计 ＝ 部门项目支出 ＋ 财政专项资金",
      en: "Government-managed funds and state capital operations: total = basic + project expenditure; project expenditure = department projects + earmarked funds",
    },
  ),
  rule(
    "W12",
    [
      sum(["basicExpenditureByUnit"], "total", [
        appropriation,
        { column: "fiscalSpecialAccount", orElse: ["currentYearRevenueAllocation", "netBalanceAllocation"] },
        "institutionalRevenue",
        "businessRevenue",
        "otherFunds",
      ]),
    ],
    {
      zh: "部门预算基本支出预算表：总计 ＝ 财政拨款 ＋ 财政专户 ＋ 事业收入资金 ＋ 经营收入资金 ＋ 其他资金（按所印各列）",
      en: "Basic expenditure by unit: total = fiscal appropriation + fiscal special account + institutional + business + other funds (as far as printed)",
    },
  ),
  rule("W13", [sum(["basicExpenditureByUnit"], "fiscalAppropriation", threeFunds)], {
    zh: "部门预算基本支出预算表：财政拨款 ＝ 三项预算之和",
    en: "Basic expenditure by unit: fiscal appropriation = its three funds",
  }),
  rule("W14", [sum(["basicExpenditureByUnit"], "fiscalSpecialAccount", ["currentYearRevenueAllocation", "netBalanceAllocation"])], {
    zh: "部门预算基本支出预算表：财政专户管理资金小计 ＝ 当年收入安排 ＋ 净结余安排",
    en: "Basic expenditure by unit: fiscal special account = current-year revenue allocation + net balance allocation",
  }),
  rule(
    "W15",
    [
      sum(["projectExpenditureByUnit"], "total", [
        appropriation,
        "fiscalSpecialAccount",
        "institutionalRevenue",
        "businessRevenue",
        "otherFunds",
        "carryoverFromPriorYear",
      ]),
    ],
    {
      zh: "部门预算项目支出预算表：总计 ＝ 财政拨款 ＋ 财政专户 ＋ 事业收入资金 ＋ 经营收入资金 ＋ 其他资金 ＋ 上年预结转（按所印各列）",
      en: "Project expenditure by unit: total = fiscal appropriation + fiscal special account + institutional + business + other funds + carryover from the prior year (as far as printed)",
    },
  ),
  rule("W16", [sum(["projectExpenditureByUnit"], "fiscalAppropriation", threeFunds)], {
    zh: "部门预算项目支出预算表：财政拨款 ＝ 三项预算之和",
    en: "Project expenditure by unit: fiscal appropriation = its three funds",
  }),
  rule("W24", [sum(["projectPerformanceTargets"], "total", ["fiscalAppropriation", "fiscalSpecialAccount", "otherFunds"])], {
    zh: "项目支出绩效目标表：总计 ＝ 财政拨款 ＋ 财政专户拨款 ＋ 其他资金",
    en: "Performance targets of projects: total = fiscal appropriation + fiscal special account + other funds",
  }),
  rule("W17", [sum(["transferPaymentsByDistrict"], "total", [...threeFunds, "otherFunds", "carryoverFromPriorYear"])], {
    zh: "部门预算转移支付项目预算表：总计 ＝ 三项预算 ＋ 其他资金 ＋ 上年预结转",
    en: "Transfer payments: total = its three funds + other funds + carryover from the prior year",
  }),
  rule("W18", [sum(["transferPaymentsByDistrict"], "total", districtKeys)], {
    zh: "部门预算转移支付项目预算表：总计 ＝ 各区 ＋ 待分配",
    en: "Transfer payments: total = the districts + what is not yet allocated",
  }),
  rule("W19", [sum(["administrativeAndThreePublicExpenses"], "total", threeFunds)], {
    zh: "行政经费及“三公”经费预算表：合计 ＝ 三项预算之和",
    en: "Administrative and three public expenses: total = its three funds",
  }),
  rule("W20", [sum(["governmentProcurement"], "total", [appropriation, "fiscalSpecialAccount", "otherFunds"])], {
    zh: "政府采购预算表：总计 ＝ 财政拨款 ＋ 财政专户管理资金 ＋ 其他资金",
    en: "Government procurement: total = fiscal appropriation + fiscal special account + other funds",
  }),
  rule("W21", [sum(["governmentProcurement"], "fiscalAppropriation", threeFunds)], {
    zh: "政府采购预算表：财政拨款 ＝ 三项预算之和",
    en: "Government procurement: fiscal appropriation = its three funds",
  }),
  rule("W22", [sum(["purchasedPublicServices"], "total", [appropriation, "fiscalSpecialAccount", "otherFunds"])], {
    zh: "政府购买服务预算表：总计 ＝ 财政拨款 ＋ 财政专户管理资金 ＋ 其他资金",
    en: "Purchased public services: total = fiscal appropriation + fiscal special account + other funds",
  }),
  rule("W23", [sum(["purchasedPublicServices"], "fiscalAppropriation", threeFunds)], {
    zh: "政府购买服务预算表：财政拨款 ＝ 三项预算之和",
    en: "Purchased public services: fiscal appropriation = its three funds",
  }),
];

function rule(id: string, claims: readonly Claim[], sentence: SumRule["sentence"]): SumRule {
  return { id, family: "withinRow", severity: "error", claims, sentence };
}

function sum(tables: readonly string[], total: string, parts: readonly ColumnTerm[]): Claim {
  return { each: { each: "row", tables }, left: [{ columns: [total] }], right: [{ columns: parts }] };
}

function basicAndProject(tables: readonly string[]): Claim {
  return sum(tables, "total", [
    basicExpenditure,
    { column: "projectExpenditure", orElse: ["departmentProjectExpenditure", "earmarkedFunds", "specialBusinessExpenses"] },
  ]);
}

function projectParts(tables: readonly string[]): Claim {
  return sum(tables, "projectExpenditure", ["departmentProjectExpenditure", "earmarkedFunds"]);
}
