import { administrativeAndThreePublicExpenses } from "./administrative-and-three-public-expenses.ts";
import { basicExpenditureByEconomicNature } from "./basic-expenditure-by-economic-nature.ts";
import { basicExpenditureByUnit } from "./basic-expenditure-by-unit.ts";
import type { TableKind } from "./budget-tables.ts";
import { type DefinedTable, defineForm, type Form } from "./define-table.ts";
import { departmentPerformanceTargets } from "./department-performance-targets.ts";
import { expenditureSummary } from "./expenditure-summary.ts";
import { fiscalAppropriationSummary } from "./fiscal-appropriation-summary.ts";
import { generalPublicBudgetByFunction } from "./general-public-budget-by-function.ts";
import { governmentFundBudgetByFunction } from "./government-fund-budget-by-function.ts";
import { governmentProcurement } from "./government-procurement.ts";
import { keyProjects } from "./key-projects.ts";
import { nonTaxRevenue } from "./non-tax-revenue.ts";
import { projectExpenditureByEconomicNature } from "./project-expenditure-by-economic-nature.ts";
import { projectExpenditureByUnit } from "./project-expenditure-by-unit.ts";
import { projectPerformanceTargets } from "./project-performance-targets.ts";
import { purchasedPublicServices } from "./purchased-public-services.ts";
import { revenueAndExpenditureSummary } from "./revenue-and-expenditure-summary.ts";
import { revenueSummary } from "./revenue-summary.ts";
import { stateCapitalBudgetByFunction } from "./state-capital-budget-by-function.ts";
import { transferPaymentsByDistrict } from "./transfer-payments-by-district.ts";

/** Every table the library knows, in the order of the forms. */
export const builtInTables: readonly DefinedTable<TableKind>[] = [
  revenueAndExpenditureSummary,
  revenueSummary,
  expenditureSummary,
  fiscalAppropriationSummary,
  nonTaxRevenue,
  generalPublicBudgetByFunction,
  governmentFundBudgetByFunction,
  stateCapitalBudgetByFunction,
  basicExpenditureByUnit,
  basicExpenditureByEconomicNature,
  projectExpenditureByEconomicNature,
  projectExpenditureByUnit,
  transferPaymentsByDistrict,
  administrativeAndThreePublicExpenses,
  governmentProcurement,
  purchasedPublicServices,
  keyProjects,
  projectPerformanceTargets,
  departmentPerformanceTargets,
];

/** The 14 tables of 2021: a number row under the headers, no thousands separators, codes in columns of their own. */
export const gz14: Form = defineForm({
  id: "gz-14",
  printsTotals: true,
  tables: [
    revenueAndExpenditureSummary,
    revenueSummary,
    expenditureSummary,
    fiscalAppropriationSummary,
    nonTaxRevenue,
    generalPublicBudgetByFunction,
    governmentFundBudgetByFunction,
    basicExpenditureByUnit,
    basicExpenditureByEconomicNature,
    projectExpenditureByUnit,
    transferPaymentsByDistrict,
    administrativeAndThreePublicExpenses,
    governmentProcurement,
    purchasedPublicServices,
    keyProjects,
    departmentPerformanceTargets,
  ],
});

/** The 12 tables of 2024: codes in brackets before names, categories and projects indented. */
export const gz12: Form = defineForm({
  id: "gz-12",
  printsTotals: true,
  tables: [
    revenueAndExpenditureSummary,
    revenueSummary,
    expenditureSummary,
    fiscalAppropriationSummary,
    generalPublicBudgetByFunction,
    basicExpenditureByEconomicNature,
    projectExpenditureByEconomicNature,
    administrativeAndThreePublicExpenses,
    governmentFundBudgetByFunction,
    stateCapitalBudgetByFunction,
    basicExpenditureByUnit,
    projectExpenditureByUnit,
    keyProjects,
  ],
});

/** The 12 tables of 2026: revenue by budget unit, other funds by their parts, expenditure of the year without what is carried over. */
export const gz12of2026: Form = defineForm({
  id: "gz-12-2026",
  printsTotals: true,
  tables: [...gz12.tables, projectPerformanceTargets, departmentPerformanceTargets],
});

export const builtInForms: readonly Form[] = [gz14, gz12, gz12of2026];
