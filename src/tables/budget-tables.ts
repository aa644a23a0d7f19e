import type { AdministrativeAndThreePublicExpenses } from "./administrative-and-three-public-expenses.ts";
import type { BasicExpenditureByEconomicNature } from "./basic-expenditure-by-economic-nature.ts";
import type { BasicExpenditureByUnit } from "./basic-expenditure-by-unit.ts";
import type { DepartmentPerformanceTargets } from "./department-performance-targets.ts";
import type { ExpenditureSummary } from "./expenditure-summary.ts";
import type { FiscalAppropriationSummary } from "./fiscal-appropriation-summary.ts";
import type { GeneralPublicBudgetByFunction } from "./general-public-budget-by-function.ts";
import type { GovernmentFundBudgetByFunction } from "./government-fund-budget-by-function.ts";
import type { GovernmentProcurement } from "./government-procurement.ts";
import type { KeyProjects } from "./key-projects.ts";
import type { NonTaxRevenue } from "./non-tax-revenue.ts";
import type { ProjectExpenditureByEconomicNature } from "./project-expenditure-by-economic-nature.ts";
import type { ProjectExpenditureByUnit } from "./project-expenditure-by-unit.ts";
import type { ProjectPerformanceTargets } from "./project-performance-targets.ts";
import type { PurchasedPublicServices } from "./purchased-public-services.ts";
import type { RevenueAndExpenditureSummary } from "./revenue-and-expenditure-summary.ts";
import type { RevenueSummary } from "./revenue-summary.ts";
import type { StateCapitalBudgetByFunction } from "./state-capital-budget-by-function.ts";
import type { TransferPaymentsByDistrict } from "./transfer-payments-by-district.ts";

/** The type of each kind of table that the library knows. */
export interface BudgetTables {
  /** 收支总体情况表. */
  revenueAndExpenditureSummary: RevenueAndExpenditureSummary;
  /** 收入总体情况表. */
  revenueSummary: RevenueSummary;
  /** 支出总体情况表. */
  expenditureSummary: ExpenditureSummary;
  /** 财政拨款收支总体情况表. */
  fiscalAppropriationSummary: FiscalAppropriationSummary;
  /** 非税收入预算表. */
  nonTaxRevenue: NonTaxRevenue;
  /** 一般公共预算支出情况表(按功能分类科目). */
  generalPublicBudgetByFunction: GeneralPublicBudgetByFunction;
  /** 政府性基金预算支出情况表. */
  governmentFundBudgetByFunction: GovernmentFundBudgetByFunction;
  /** 国有资本经营预算支出情况表. */
  stateCapitalBudgetByFunction: StateCapitalBudgetByFunction;
  /** 部门预算基本支出预算表. */
  basicExpenditureByUnit: BasicExpenditureByUnit;
  /** 一般公共预算基本支出情况表(按经济分类科目). */
  basicExpenditureByEconomicNature: BasicExpenditureByEconomicNature;
  /** 一般公共预算项目支出情况表(按经济分类科目). */
  projectExpenditureByEconomicNature: ProjectExpenditureByEconomicNature;
  /** 部门预算项目支出及其他支出预算表. */
  projectExpenditureByUnit: ProjectExpenditureByUnit;
  /** 部门预算转移支付项目预算表. */
  transferPaymentsByDistrict: TransferPaymentsByDistrict;
  /** 财政拨款安排的行政经费及"三公"经费预算表. */
  administrativeAndThreePublicExpenses: AdministrativeAndThreePublicExpenses;
  /** 政府采购预算表. */
  governmentProcurement: GovernmentProcurement;
  /** 政府购买服务预算表. */
  purchasedPublicServices: PurchasedPublicServices;
  /** 重点项目预算绩效目标. */
  keyProjects: KeyProjects;
  /** 项目支出绩效目标表. */
  projectPerformanceTargets: ProjectPerformanceTargets;
  /** 部门整体支出绩效目标. */
  departmentPerformanceTargets: DepartmentPerformanceTargets;
}

export type TableKind = keyof BudgetTables;
