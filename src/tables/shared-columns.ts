import { amountColumn } from "./column.ts";

/** The three funds of 财政拨款 under its own heading, as the tables by budget unit print them. */
export const fundsUnderAppropriation = [
  amountColumn("generalPublicBudget", "财政拨款/一般公共预算"),
  amountColumn("governmentFundBudget", "财政拨款/政府性基金预算"),
  amountColumn("stateCapitalBudget", "财政拨款/国有资本经营预算", "财政拨款/国有资本经营"), // 2021 表14 prints 国有资本经营
] as const;

/** The same three funds without a heading. */
export const funds = [
  amountColumn("generalPublicBudget", "一般公共预算"),
  amountColumn("governmentFundBudget", "政府性基金预算"),
  amountColumn("stateCapitalBudget", "国有资本经营预算"),
] as const;

/** 财政拨款 with its sum and its three funds. */
export const fiscalAppropriation = [
  amountColumn("fiscalAppropriation", "财政拨款/合计", "财政拨款/小计"),
  ...fundsUnderAppropriation,
] as const;
