import type { Claim, RowFilter, SumRule } from "../rule.ts";
import { threeFunds } from "./funds.ts";

const VIEW_COLUMNS = ["total", "fiscalAppropriation", ...threeFunds, "fiscalSpecialAccount", "otherFunds"];
const NON_TAX_COLUMNS = ["total", "remittedToCentral", "remittedToProvincialSpecialAccount", "ownLevelRevenue"];
const THREE_PUBLIC = "administrativeAndThreePublicExpenses";

/** G and P: rows of the tables by budget unit, and of “三公”经费, add up to the row that they are part of. */
export const rowGroupRules: readonly SumRule[] = [
  rule("G1", ofWhich("nonTaxRevenue"), {
    zh: "非税收入预算表：合计 ＝ 其中各项资金之和",
    en: "Non-tax revenue: total = its funds",
  }),
  rule("G2", [below("nonTaxRevenue", ["total"])], { zh: "非税收入预算表：合计 ＝ 各单位之和", en: "Non-tax revenue: total = its units" }),
  rule("G3", [below("nonTaxRevenue", ["unit", "fund"])], {
    zh: "非税收入预算表：单位 ＝ 其各项资金之和，资金 ＝ 其各收入科目之和",
    en: "Non-tax revenue: a unit is the sum of its funds, a fund of its headings",
  }),
  rule("G4", [below("basicExpenditureByUnit", ["unit"])], {
    zh: "部门预算基本支出预算表：单位 ＝ 其各支出类别之和",
    en: "Basic expenditure by unit: a unit is the sum of its categories",
  }),
  rule("G5", [below("basicExpenditureByUnit", ["total"])], {
    zh: "部门预算基本支出预算表：合计 ＝ 各单位之和",
    en: "Basic expenditure by unit: total = its units",
  }),
  rule("G6", ofWhich("projectExpenditureByUnit"), {
    zh: "部门预算项目支出预算表：合计 ＝ 部门项目支出 ＋ 市级财政专项资金（本级支出）",
    en: "Project expenditure by unit: total = department projects + earmarked funds",
  }),
  rule("G7", [below("projectExpenditureByUnit", ["total"])], {
    zh: "部门预算项目支出预算表：合计 ＝ 各单位之和",
    en: "Project expenditure by unit: total = its units",
  }),
  rule("G8", [below("projectExpenditureByUnit", ["unit"])], {
    zh: "部门预算项目支出预算表：单位 ＝ 其下各类（无类别时各项目）之和",
    en: "Project expenditure by unit: a unit is the sum of its categories (of its projects where there are none)",
  }),
  rule("G9", [below("projectExpenditureByUnit", ["category"])], {
    zh: "部门预算项目支出预算表：类别 ＝ 其各项目之和",
    en: "Project expenditure by unit: a category is the sum of its projects",
  }),
  rule("G11", [below("transferPaymentsByDistrict", ["total", "unit"])], {
    zh: "部门预算转移支付项目预算表：合计 ＝ 各单位之和，单位 ＝ 其各项目之和",
    en: "Transfer payments: total = its units, a unit is the sum of its projects",
  }),
  rule("G12", ofWhich("governmentProcurement"), {
    zh: "政府采购预算表：合计 ＝ 货物类 ＋ 工程类 ＋ 服务类",
    en: "Government procurement: total = goods + works + services",
  }),
  rule("G13", across("governmentProcurement", "item", "procurementClass", VIEW_COLUMNS), {
    zh: "政府采购预算表：货物类、工程类、服务类 ＝ 品目编号以 A、B、C 开头的各项之和",
    en: "Government procurement: goods, works and services are the sums of the items with categories A, B and C",
  }),
  rule("G14", [below("governmentProcurement", ["total"])], {
    zh: "政府采购预算表：合计 ＝ 各单位之和",
    en: "Government procurement: total = its units",
  }),
  rule("G15", [below("governmentProcurement", ["unit"])], {
    zh: "政府采购预算表：单位 ＝ 基本支出 ＋ 项目支出",
    en: "Government procurement: a unit is its basic + its project expenditure",
  }),
  rule("G16", [below("governmentProcurement", ["expenditureType"])], {
    zh: "政府采购预算表：基本支出、项目支出 ＝ 其下各行之和",
    en: "Government procurement: basic and project expenditure are the sums of what stands under them",
  }),
  rule("G17", [below("governmentProcurement", ["projectGroup"])], {
    zh: "政府采购预算表：项目 ＝ 其各采购项之和",
    en: "Government procurement: a project is the sum of its items",
  }),
  rule("G18", ofWhich("purchasedPublicServices"), {
    zh: "政府购买服务预算表：合计 ＝ 基本支出 ＋ 项目支出",
    en: "Purchased public services: total = basic + project expenditure",
  }),
  rule("G19", [below("purchasedPublicServices", ["total", "unit", "expenditureType", "projectGroup"])], {
    zh: "政府购买服务预算表：合计、单位、支出类型、项目 ＝ 其下各行之和",
    en: "Purchased public services: total, unit, type of expenditure and project are the sums of what stands under them",
  }),
  rule(
    "G20",
    [
      ...across("nonTaxRevenue", "fund", "label", NON_TAX_COLUMNS),
      ...across("purchasedPublicServices", "expenditureType", "label", VIEW_COLUMNS),
    ],
    {
      zh: "非税收入、政府购买服务预算表：其中各行 ＝ 各单位同名行之和",
      en: "Non-tax revenue, purchased public services: an “of which” row is the sum of the units' rows of that name",
    },
  ),
  rule("G21", [below("keyProjects", ["total", "unit"], { filled: true })], {
    zh: "重点项目：合计 ＝ 各单位之和，单位 ＝ 其各项目之和（印有金额的）",
    en: "Key projects: total = its units, a unit is the sum of its projects, where it prints an amount",
  }),
  rule("G22", [below("projectPerformanceTargets", ["total", "unit"])], {
    zh: "项目支出绩效目标表：合计 ＝ 各单位之和，单位 ＝ 其各项目之和",
    en: "Performance targets of projects: total = its units, a unit is the sum of its projects",
  }),
  rule("P1", [lines("threePublicExpenses", ["overseasTravelExpenses", "officialVehicleExpenses", "officialReceptionExpenses"])], {
    zh: "“三公”经费 ＝ 因公出国（境）费 ＋ 公务用车购置及运行维护费 ＋ 公务接待费",
    en: "Three public expenses = overseas travel + official vehicles + official reception",
  }),
  rule("P2", [lines("officialVehicleExpenses", ["officialVehiclePurchaseExpenses", "officialVehicleRunningExpenses"])], {
    zh: "公务用车购置及运行维护费 ＝ 公务用车购置费 ＋ 公务用车运行维护费",
    en: "Official vehicles = purchase + running expenses",
  }),
];

function rule(id: string, claims: readonly Claim[], sentence: SumRule["sentence"]): SumRule {
  return { id, family: "groups", severity: "error", claims, sentence };
}

/** A row is the sum of the rows directly under it, 其中 rows apart. */
function below(table: string, roles: readonly string[], also: RowFilter = {}): Claim {
  const parts: RowFilter = { childrenOf: "this", notRoles: ["ofWhich", "other"], ...also };
  return {
    each: { each: "cell", tables: [table], rows: { roles, ...also }, parts: { rows: parts } },
    left: [{ columns: "this" }],
    right: [{ rows: parts, columns: "this" }],
  };
}

/** The total is the sum of its 其中 rows; at least as large where only one is listed. */
function ofWhich(table: string): Claim[] {
  const parts: RowFilter = { childrenOf: "this", roles: ["ofWhich"] };
  const total: RowFilter = { roles: ["total"] };
  return [
    {
      each: { each: "cell", tables: [table], rows: total, parts: { rows: parts, min: 2 } },
      left: [{ columns: "this" }],
      right: [{ rows: parts, columns: "this" }],
    },
    {
      each: { each: "cell", tables: [table], rows: total, parts: { rows: parts, max: 1 } },
      left: [{ rows: parts, columns: "this" }],
      relation: "atMost",
      right: [{ columns: "this" }],
    },
  ];
}

/** A 其中 row, which is there for every sort of row that has an amount, is the sum of the rows of its sort over all units. */
function across(table: string, role: string, attribute: "label" | "procurementClass", columns: readonly string[]): Claim[] {
  return columns.map((column) => ({
    each: {
      each: "value",
      attribute,
      in: [
        { table, rows: { roles: ["ofWhich"] } },
        { table, rows: { roles: [role] } },
      ],
    },
    left: [{ table, rows: { roles: ["ofWhich"], same: [attribute] }, columns: [column], ifNoRow: "leftOut" }],
    right: [{ table, rows: { roles: [role], same: [attribute] }, columns: [column], ifNoRow: "nothing" }],
  }));
}

/** A line of “三公”经费 is the sum of its parts, each of which the form always prints. */
function lines(key: string, parts: readonly string[]): Claim {
  return {
    each: { each: "cell", tables: [THREE_PUBLIC], rows: { keys: [key] }, parts: { rows: { keys: parts }, min: 1 } },
    left: [{ columns: "this" }],
    right: parts.map((part) => ({ rows: { keys: [part] }, columns: "this", ifNoRow: "leftOut" })),
  };
}
