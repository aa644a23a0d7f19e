import { functionalClasses } from "./functional-classes.ts";

/** A label of a two-sided table: its key, its wordings, and the role of a row that prints it. */
export interface SideLabel {
  readonly key: string;
  readonly labels: readonly string[];
  readonly role: "line" | "subtotal" | "grandTotal";
  /** Key of the line that other forms print for the same money. */
  readonly sameAs?: string;
  /** Keys of the lines that it is the sum of, where a form prints only these. */
  readonly sumOf?: readonly string[];
  /** Labels that mean something of their own where they are parts of this line: 一般公共预算拨款 under 上年结转. */
  readonly parts?: readonly SideLabel[];
}

/** What the two sides of a table can print. */
export interface SideLabels {
  readonly revenue: readonly SideLabel[];
  readonly expenditure: readonly SideLabel[];
}

/** How the line of one fund of 财政拨款 is worded. */
function fundLabels(fund: string): string[] {
  return ["", "拨款", "财政拨款", "拨款收入", "财政拨款收入", "收入", "资金"].map((ending) => `${fund}${ending}`);
}

/** How a part of what is carried over from the prior year is worded. */
function carryoverLabels(fund: string): string[] {
  return ["", "拨款", "拨款结余、结转", "结余、结转", "结转", "结转结余", "拨款结转", "资金结转", "资金"].map(
    (ending) => `${fund}${ending}`,
  );
}

/** What stands under 上年结转: the same funds as above it, but of the prior year. */
const carryoverParts: readonly SideLabel[] = [
  { key: "fiscalAppropriationCarryover", labels: carryoverLabels("财政拨款"), role: "line" },
  { key: "nonFiscalCarryover", labels: [...carryoverLabels("非财政拨款"), "非财政拨款资金结余"], role: "line" },
  { key: "generalPublicBudgetCarryover", labels: carryoverLabels("一般公共预算"), role: "line" },
  { key: "governmentFundBudgetCarryover", labels: carryoverLabels("政府性基金预算"), role: "line" },
  { key: "stateCapitalBudgetCarryover", labels: carryoverLabels("国有资本经营预算"), role: "line" },
];

/** What the revenue side can print, in 表1 and 表4 of every form. */
export const revenueLabels: readonly SideLabel[] = [
  { key: "fiscalAppropriation", labels: ["财政拨款", "财政拨款收入", "本级财政拨款收入"], role: "line" },
  { key: "budgetAppropriation", labels: ["预算拨款", "预算拨款收入"], role: "line", sameAs: "fiscalAppropriation" },
  {
    key: "generalPublicBudget",
    labels: fundLabels("一般公共预算"),
    role: "line",
  },
  {
    key: "governmentFundBudget",
    labels: [...fundLabels("政府性基金预算"), "政府性基金拨款", "政府性基金收入", "政府性基金拨款收入"],
    role: "line",
  },
  {
    key: "stateCapitalBudget",
    labels: fundLabels("国有资本经营预算"),
    role: "line",
  },
  {
    key: "fiscalSpecialAccount",
    labels: ["财政专户管理资金", "财政专户拨款", "财政专户拨款收入", "财政专户管理资金收入", "财政专户管理事业收入"],
    role: "line",
    sumOf: ["educationFees", "otherSpecialAccountAppropriation"],
  },
  { key: "educationFees", labels: ["教育收费"], role: "line" },
  { key: "otherSpecialAccountAppropriation", labels: ["其他专户收入拨款", "其他财政拨款收入"], role: "line" },
  {
    key: "otherFunds",
    labels: ["其他资金", "其他资金收入", "单位资金", "单位资金收入"],
    role: "line",
    sumOf: ["institutionalRevenue", "businessRevenue", "otherRevenue"],
  },
  { key: "institutionalRevenue", labels: ["事业收入", "事业单位事业收入", "事业收入(不含教育收费)", "事业收入资金"], role: "line" },
  { key: "businessRevenue", labels: ["经营收入", "事业单位经营收入", "事业单位经营服务收入", "事业单位经营收入资金"], role: "line" },
  { key: "otherRevenue", labels: ["其他收入", "其它收入", "其他收入资金"], role: "line" },
  { key: "currentYearRevenue", labels: ["本年收入合计", "本年收入小计", "本年收入"], role: "subtotal" },
  { key: "superiorGrantRevenue", labels: ["上级补助收入", "上级补助收入资金"], role: "line" },
  { key: "affiliateRemittanceRevenue", labels: ["附属单位上缴收入", "附属单位上缴收入资金", "下级单位上缴收入"], role: "line" },
  { key: "institutionalFundDrawdown", labels: ["用事业基金弥补收支差额", "用事业基金弥补收支总额", "使用非财政拨款结余"], role: "line" },
  {
    key: "carryoverFromPriorYear",
    labels: ["上年预结转", "上年结转", "上年结转结余", "上年结转和结余", "年初结转和结余", "上年结转收入", "上年结余、结转"],
    role: "line",
    parts: carryoverParts,
  },
  { key: "totalRevenue", labels: ["收入总计", "收入合计", "总收入", "合计", "总计"], role: "grandTotal" },
];

/** What the expenditure side can print: the functional classes, then what stands below the subtotal. */
export const expenditureLabels: readonly SideLabel[] = [
  ...functionalClasses.map(({ key, names }) => ({ key, labels: names, role: "line" as const })),
  { key: "currentYearExpenditure", labels: ["本年支出合计", "本年支出小计", "本年支出"], role: "subtotal" },
  { key: "affiliateGrantExpenditure", labels: ["对附属单位补助支出", "对附属单位的补助支出"], role: "line" },
  { key: "superiorRemittanceExpenditure", labels: ["上缴上级支出"], role: "line" },
  {
    key: "carryoverToNextYear",
    labels: ["结转下年", "结转下年支出", "结转结余下年", "年末结转结余", "年末结转和结余", "年终结转结余", "结余结转下年"],
    role: "line",
  },
  { key: "totalExpenditure", labels: ["支出总计", "支出合计", "总支出", "合计", "总计"], role: "grandTotal" },
];
