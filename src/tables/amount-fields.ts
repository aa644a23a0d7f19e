import type { Decimal } from "../model/amount.ts";

/** What the columns of money mean, in 万元; null for an empty cell, a dash, or a text that is no amount. A table has those that it prints. */
export interface AmountFields {
  /** 合计, 总计, 小计: everything that the row adds up to. */
  total: Decimal | null;
  /** 收入 预算: the amount on the revenue side of a two-sided table. */
  revenue: Decimal | null;
  /** 支出 预算: the amount on the expenditure side of a two-sided table. */
  expenditure: Decimal | null;
  /** 本年收入合计: revenue of the year itself, before what is carried over or drawn down. */
  currentYearRevenue: Decimal | null;
  /** 财政拨款: fiscal appropriation, the sum of its three funds. */
  fiscalAppropriation: Decimal | null;
  /** 一般公共预算: out of the general public budget. */
  generalPublicBudget: Decimal | null;
  /** 政府性基金预算: out of government-managed funds. */
  governmentFundBudget: Decimal | null;
  /** 国有资本经营预算: out of state capital operations. */
  stateCapitalBudget: Decimal | null;
  /** 财政专户管理资金, 财政专户拨款: money under the fiscal special account. */
  fiscalSpecialAccount: Decimal | null;
  /** 教育收费: education fees, part of the fiscal special account. */
  educationFees: Decimal | null;
  /** 其他专户收入拨款: what else comes out of the fiscal special account. */
  otherSpecialAccountAppropriation: Decimal | null;
  /** 其他资金: funds from other sources. */
  otherFunds: Decimal | null;
  /** 事业收入: an institution's own revenue from its services. */
  institutionalRevenue: Decimal | null;
  /** 事业单位经营收入, 经营收入: an institution's revenue from business operations. */
  businessRevenue: Decimal | null;
  /** 其他收入: other revenue. */
  otherRevenue: Decimal | null;
  /** 上级补助收入: grants from the superior unit. */
  superiorGrantRevenue: Decimal | null;
  /** 附属单位上缴收入: what affiliated units remit. */
  affiliateRemittanceRevenue: Decimal | null;
  /** 用事业基金弥补收支差额: drawn from the institutional fund to cover the gap. */
  institutionalFundDrawdown: Decimal | null;
  /** 上年预结转: expected carryover from the prior year. */
  carryoverFromPriorYear: Decimal | null;
  /** 基本支出: basic expenditure, for staff and daily running. */
  basicExpenditure: Decimal | null;
  /** 项目支出: project expenditure. */
  projectExpenditure: Decimal | null;
  /** 部门项目支出: the department's own projects, part of project expenditure. */
  departmentProjectExpenditure: Decimal | null;
  /** 财政专项资金（本级支出）: earmarked funds spent at this level, part of project expenditure. */
  earmarkedFunds: Decimal | null;
  /** 其他事业发展性支出: other expenditure on development, beside earmarked funds. */
  otherDevelopmentExpenditure: Decimal | null;
  /** 市本级使用资金: what is spent at the city's own level. */
  ownLevelExpenditure: Decimal | null;
  /** 拟用于对下转移支付资金: what is to be transferred to lower levels. */
  transferPayments: Decimal | null;
  /** 事业单位经营支出: an institution's expenditure on business operations. */
  businessExpenditure: Decimal | null;
  /** 对附属单位补助支出: grants to affiliated units. */
  affiliateGrantExpenditure: Decimal | null;
  /** 上缴上级支出: remittance to the superior unit. */
  superiorRemittanceExpenditure: Decimal | null;
  /** 结转下年: carried over to the next year. */
  carryoverToNextYear: Decimal | null;
  /** 上缴中央: non-tax revenue remitted to the central government. */
  remittedToCentral: Decimal | null;
  /** 上缴省财政专户: non-tax revenue remitted to the province's special account. */
  remittedToProvincialSpecialAccount: Decimal | null;
  /** 本级收入: non-tax revenue that stays at this level. */
  ownLevelRevenue: Decimal | null;
  /** 当年收入安排: paid out of this year's revenue of the special account. */
  currentYearRevenueAllocation: Decimal | null;
  /** 净结余安排: paid out of the net balance of the special account. */
  netBalanceAllocation: Decimal | null;
  /** 越秀区: transferred to Yuexiu district. */
  yuexiu: Decimal | null;
  /** 海珠区: transferred to Haizhu district. */
  haizhu: Decimal | null;
  /** 荔湾区: transferred to Liwan district. */
  liwan: Decimal | null;
  /** 天河区: transferred to Tianhe district. */
  tianhe: Decimal | null;
  /** 白云区: transferred to Baiyun district. */
  baiyun: Decimal | null;
  /** 黄埔区: transferred to Huangpu district. */
  huangpu: Decimal | null;
  /** 南沙区: transferred to Nansha district. */
  nansha: Decimal | null;
  /** 花都区: transferred to Huadu district. */
  huadu: Decimal | null;
  /** 番禺区: transferred to Panyu district. */
  panyu: Decimal | null;
  /** 从化区: transferred to Conghua district. */
  conghua: Decimal | null;
  /** 增城区: transferred to Zengcheng district. */
  zengcheng: Decimal | null;
  /** 待分配: transfers not yet allotted to a district. */
  unallocated: Decimal | null;
}
