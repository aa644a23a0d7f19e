import { codeWitnesses } from "../missing-codes.ts";
import type { StructureRule } from "../rule.ts";

/** K: what should be there is there. */
export const completenessRules: readonly StructureRule[] = [
  {
    id: "K1",
    family: "completeness",
    severity: "warning",
    structure: { test: "contents" },
    sentence: { zh: "目录所列的表都在文件中", en: "Every table that the contents page lists is in the document" },
  },
  {
    id: "K2",
    family: "completeness",
    severity: "warning",
    structure: { test: "formTables" },
    sentence: { zh: "表式所有的表都在文件中", en: "Every table of the form is in the document" },
  },
  {
    id: "K3",
    family: "completeness",
    severity: "error",
    structure: { test: "rowsProven", pairs: codeWitnesses },
    sentence: {
      zh: "一表有金额的功能科目，另一表也有该行",
      en: "A functional code with an amount in one table has its row in the other",
    },
  },
  {
    id: "K4",
    family: "completeness",
    severity: "warning",
    structure: {
      test: "partsPresent",
      tables: [
        "revenueSummary",
        "expenditureSummary",
        "generalPublicBudgetByFunction",
        "basicExpenditureByEconomicNature",
        "projectExpenditureByEconomicNature",
      ],
      mayEnd: { tables: ["basicExpenditureByEconomicNature", "projectExpenditureByEconomicNature"], role: "section" },
    },
    sentence: {
      zh: "有金额的类、款，其下有款、项（该表的其他类、款有时）",
      en: "A class or section with an amount has rows under it, where others of the table have",
    },
  },
  {
    id: "K5",
    family: "completeness",
    severity: "warning",
    structure: {
      test: "standsUnder",
      rows: [
        { table: "basicExpenditureByUnit", role: "category", under: "unit" },
        { table: "projectExpenditureByUnit", role: "category", under: "unit" },
        { table: "projectExpenditureByUnit", role: "project", under: "unit" },
        { table: "transferPaymentsByDistrict", role: "project", under: "unit" },
        { table: "nonTaxRevenue", role: "fund", under: "unit" },
        { table: "governmentProcurement", role: "projectGroup", under: "expenditureType" },
        { table: "purchasedPublicServices", role: "projectGroup", under: "expenditureType" },
      ],
    },
    sentence: {
      zh: "支出类别、项目等各行之上有其所属的单位（支出类型）一行",
      en: "A category, project or group stands under the row of its unit (of its type of expenditure)",
    },
  },
];
