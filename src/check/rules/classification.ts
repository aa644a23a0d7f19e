import type { StructureRule, StructureTest } from "../rule.ts";

const SUMMARIES = ["revenueSummary", "expenditureSummary", "generalPublicBudgetByFunction"] as const;
const FUNCTIONAL = [...SUMMARIES, "governmentFundBudgetByFunction", "stateCapitalBudgetByFunction"] as const;
const ECONOMIC = ["basicExpenditureByEconomicNature", "projectExpenditureByEconomicNature"] as const;

const BY_UNIT = [
  "revenueSummary",
  "basicExpenditureByUnit",
  "projectExpenditureByUnit",
  "transferPaymentsByDistrict",
  "governmentProcurement",
  "purchasedPublicServices",
] as const;

/** C: codes and names. */
export const classificationRules: readonly StructureRule[] = [
  rule(
    "C1",
    { test: "parentPresent", tables: FUNCTIONAL, parents: [3, 5] },
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
    "C9",
    // Cities divide a section into items of their own and print these instead of it.
    { test: "parentPresent", tables: ECONOMIC, parents: [3] },
    {
      zh: "经济科目的类在同一表中，且在其款之前",
      en: "The class of an economic code stands in the same table, above it",
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
  ...(
    [
      ["C10", "C11", "function", FUNCTIONAL, "功能科目", "functional"],
      ["C12", "C13", "departmentEconomic", ECONOMIC, "部门预算支出经济科目", "department's economic"],
      ["C14", "C15", "governmentEconomic", ECONOMIC, "政府预算支出经济科目", "government's economic"],
    ] as const
  ).flatMap(([code, name, column, tables, zh, en]) => [
    {
      ...rule(
        code,
        { test: "listedCode", tables, column },
        { zh: `${zh}编码在名录中，且该年有效`, en: `A ${en} code is in the ministry's list, and valid in the year` },
      ),
      severity: "info" as const,
    },
    rule(name, { test: "listedName", tables, column }, { zh: `${zh}名称与名录相同`, en: `The name of a ${en} code is the list's` }),
  ]),
  rule(
    "C16",
    { test: "economicPair", tables: ECONOMIC },
    { zh: "同一行的政府与部门经济科目相对应", en: "The government's and the department's economic code of a row go together" },
  ),
  rule(
    "C17",
    {
      test: "formLabel",
      tables: [
        "revenueAndExpenditureSummary",
        "fiscalAppropriationSummary",
        "administrativeAndThreePublicExpenses",
        "basicExpenditureByUnit",
        "projectExpenditureByUnit",
        "governmentProcurement",
        "purchasedPublicServices",
      ],
    },
    { zh: "表式所印的项目名称没有错字", en: "A label that the form prints has no slip in it" },
  ),
  rule(
    "C18",
    { test: "likeNames", attribute: "budgetUnit", tables: BY_UNIT },
    { zh: "同一单位在各表中名称相同", en: "A budget unit has one name in all tables" },
  ),
  rule(
    "C19",
    { test: "likeNames", attribute: "project", tables: BY_UNIT },
    { zh: "同一项目在各表中名称相同", en: "A project has one name in all tables" },
  ),
  rule(
    "C20",
    { test: "categoryName", tables: ["governmentProcurement"] },
    { zh: "政府采购品目名称与品目编号相符", en: "A procurement category's name goes with its code" },
  ),
];

function rule(id: string, structure: StructureTest, sentence: StructureRule["sentence"]): StructureRule {
  return { id, family: "classification", severity: "warning", structure, sentence };
}
