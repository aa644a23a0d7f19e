import type { StructureRule, StructureTest } from "../rule.ts";

const SUMMARIES = ["revenueSummary", "expenditureSummary", "generalPublicBudgetByFunction"] as const;
const FUNCTIONAL = [...SUMMARIES, "governmentFundBudgetByFunction", "stateCapitalBudgetByFunction"] as const;
const ECONOMIC = ["basicExpenditureByEconomicNature", "projectExpenditureByEconomicNature"] as const;

/** C: codes and names. */
export const classificationRules: readonly StructureRule[] = [
  rule(
    "C1",
    { test: "parentPresent", tables: FUNCTIONAL },
    {
      zh: "功能科目的类、款在同一表中，且在其款、项之前",
      en: "The class and section of a functional code stand in the same table, above it",
    },
  ),
  rule(
    "C2",
    { test: "codesAscend", tables: FUNCTIONAL },
    {
      zh: "功能科目编码在表中由小到大",
      en: "Functional codes ascend within a table",
    },
  ),
  rule(
    "C3",
    { test: "oneName", tables: SUMMARIES },
    {
      zh: "同一功能科目在各表中名称相同",
      en: "A functional code has one name in all tables",
    },
  ),
  rule(
    "C4",
    { test: "codeLength", tables: FUNCTIONAL.filter((kind) => kind !== "revenueSummary"), lengths: [3, 5, 7] },
    {
      zh: "功能科目编码为 3、5 或 7 位数字",
      en: "A functional code has 3, 5 or 7 digits",
    },
  ),
  rule(
    "C8",
    { test: "codeLength", tables: ["revenueSummary"], lengths: [3, 5, 6, 7] },
    {
      zh: "收入总体情况表的编码为 3、5、7 位功能科目，或 6 位单位编码",
      en: "A code of the revenue summary is a functional one of 3, 5 or 7 digits, or a budget unit's of 6",
    },
  ),
  rule(
    "C5",
    { test: "codeLength", tables: ECONOMIC, lengths: [3, 5] },
    {
      zh: "经济科目编码为 3 或 5 位数字",
      en: "An economic code has 3 or 5 digits",
    },
  ),
  rule(
    "C6",
    { test: "oneName", tables: ECONOMIC },
    {
      zh: "同一经济科目在各表中名称相同",
      en: "An economic code has one name in all tables",
    },
  ),
  rule(
    "C7",
    {
      test: "unitCode",
      tables: ["projectExpenditureByUnit", "transferPaymentsByDistrict", "governmentProcurement", "purchasedPublicServices"],
    },
    {
      zh: "项目、采购项的单位编码 ＝ 其上单位行的编码",
      en: "The unit code of a project or item is that of the unit above it",
    },
  ),
];

function rule(id: string, structure: StructureTest, sentence: StructureRule["sentence"]): StructureRule {
  return { id, family: "classification", severity: "warning", structure, sentence };
}
