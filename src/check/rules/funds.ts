import type { ColumnTerm, TableSelector } from "../rule.ts";

/** 财政拨款: its own column, or its three funds. */
export const threeFunds = ["generalPublicBudget", "governmentFundBudget", "stateCapitalBudget"] as const;
export const appropriation: ColumnTerm = { column: "fiscalAppropriation", orElse: threeFunds };

/** 财政专户: its own column, or what it consists of. */
export const specialAccount: ColumnTerm = { column: "fiscalSpecialAccount", orElse: ["educationFees", "otherSpecialAccountAppropriation"] };

/** 其他资金 of the income tables. */
export const otherFunds: ColumnTerm = { column: "otherFunds", orElse: ["institutionalRevenue", "businessRevenue", "otherRevenue"] };

/** Sources of the income tables that are not this year's 财政拨款. */
export const otherSources: readonly ColumnTerm[] = [
  specialAccount,
  otherFunds,
  "superiorGrantRevenue",
  "affiliateRemittanceRevenue",
  "institutionalFundDrawdown",
  "carryoverFromPriorYear",
];

/** The same sources as lines of 收支总体情况表, which prints 其他资金 as one or by its parts: of these, those that are part of no other count. */
export const otherSourceLines = [
  "fiscalSpecialAccount",
  "educationFees",
  "otherSpecialAccountAppropriation",
  "otherFunds",
  "institutionalRevenue",
  "businessRevenue",
  "otherRevenue",
  "superiorGrantRevenue",
  "affiliateRemittanceRevenue",
  "institutionalFundDrawdown",
  "carryoverFromPriorYear",
] as const;

/** 基本支出: its own column, or its two parts. */
export const basicExpenditure: ColumnTerm = { column: "basicExpenditure", orElse: ["personnelExpenses", "publicUseExpenses"] };

/** What the year before left over may stand in any fund of the tables by budget unit; the tables by function do not count it. */
export const carriedOver: TableSelector = {
  table: "revenueAndExpenditureSummary",
  rows: { side: "revenue", keys: ["carryoverFromPriorYear"] },
  columns: ["revenue"],
  weight: "upTo",
  ifNoRow: "nothing",
  ifNoTable: "nothing",
  orElse: [
    { table: "revenueSummary", rows: { roles: ["total"] }, columns: ["carryoverFromPriorYear"], weight: "upTo", ifNoTable: "nothing" },
  ],
};
