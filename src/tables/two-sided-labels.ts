import { functionalClasses } from "./functional-classes.ts";

/** A label of a two-sided table: its key, its wordings, and the role of a row that prints it. */
export interface SideLabel {
  readonly key: string;
  readonly labels: readonly string[];
  readonly role: "line" | "subtotal" | "grandTotal";
}

/** What the revenue side can print, in 表1 and 表4 of every form. */
export const revenueLabels: readonly SideLabel[] = [
  { key: "fiscalAppropriation", labels: ["财政拨款", "财政拨款收入"], role: "line" },
  { key: "budgetAppropriation", labels: ["预算拨款", "预算拨款收入"], role: "line" },
  {
    key: "generalPublicBudget",
    labels: ["一般公共预算", "一般公共预算拨款", "一般公共预算财政拨款", "一般公共预算拨款收入", "一般公共预算财政拨款收入"],
    role: "line",
  },
  {
    key: "governmentFundBudget",
    labels: ["政府性基金预算", "政府性基金预算拨款", "政府性基金预算财政拨款", "政府性基金预算拨款收入", "政府性基金预算财政拨款收入"],
    role: "line",
  },
  {
    key: "stateCapitalBudget",
    labels: [
      "国有资本经营预算",
      "国有资本经营预算拨款",
      "国有资本经营预算财政拨款",
      "国有资本经营预算拨款收入",
      "国有资本经营预算财政拨款收入",
    ],
    role: "line",
  },
  { key: "fiscalSpecialAccount", labels: ["财政专户管理资金", "财政专户拨款", "财政专户拨款收入", "财政专户管理资金收入"], role: "line" },
  { key: "educationFees", labels: ["教育收费"], role: "line" },
  { key: "otherSpecialAccountAppropriation", labels: ["其他专户收入拨款", "其他财政拨款收入"], role: "line" },
  { key: "otherFunds", labels: ["其他资金", "其他资金收入", "单位资金", "单位资金收入"], role: "line" },
  { key: "institutionalRevenue", labels: ["事业收入", "事业单位事业收入"], role: "line" },
  { key: "businessRevenue", labels: ["经营收入", "事业单位经营收入"], role: "line" },
  { key: "otherRevenue", labels: ["其他收入"], role: "line" },
  { key: "currentYearRevenue", labels: ["本年收入合计", "本年收入小计"], role: "subtotal" },
  { key: "superiorGrantRevenue", labels: ["上级补助收入"], role: "line" },
  { key: "affiliateRemittanceRevenue", labels: ["附属单位上缴收入"], role: "line" },
  { key: "institutionalFundDrawdown", labels: ["用事业基金弥补收支差额", "用事业基金弥补收支总额", "使用非财政拨款结余"], role: "line" },
  {
    key: "carryoverFromPriorYear",
    labels: ["上年预结转", "上年结转", "上年结转结余", "上年结转和结余", "年初结转和结余", "上年结转收入"],
    role: "line",
  },
  { key: "totalRevenue", labels: ["收入总计", "收入合计", "总收入"], role: "grandTotal" },
];

/** What the expenditure side can print: the functional classes, then what stands below the subtotal. */
export const expenditureLabels: readonly SideLabel[] = [
  ...functionalClasses.map(({ key, names }) => ({ key, labels: names, role: "line" as const })),
  { key: "currentYearExpenditure", labels: ["本年支出合计", "本年支出小计"], role: "subtotal" },
  { key: "affiliateGrantExpenditure", labels: ["对附属单位补助支出"], role: "line" },
  { key: "superiorRemittanceExpenditure", labels: ["上缴上级支出"], role: "line" },
  {
    key: "carryoverToNextYear",
    labels: ["结转下年", "结转下年支出", "结转结余下年", "年末结转结余", "年末结转和结余", "年终结转结余"],
    role: "line",
  },
  { key: "totalExpenditure", labels: ["支出总计", "支出合计", "总支出"], role: "grandTotal" },
];
