export { checkBudget } from "./check/check-budget.ts";
export type { CheckOptions } from "./check/check-options.ts";
export { type TextOptions, tableListToText } from "./export/document-to-text.ts";
export { type ExportFormat, type ExportOptions, exportDocuments, exportFormats } from "./export/export-documents.ts";
export { Fact } from "./export/fact.ts";
export { type FactColumn, type FactValue, factColumns } from "./export/fact-column.ts";
export { type FormatReportOptions, formatReport, type ReportFormat, reportFormats } from "./export/format-report.ts";
export { type FormatSeriesOptions, formatSeries, type SeriesFormat, seriesFormats } from "./export/format-series.ts";
export { type HeaderCell, headerCells } from "./export/header-cells.ts";
export { jsonSchema } from "./export/json-schema.ts";
export type { InspectPicture } from "./export/page-to-svg.ts";
export type {
  ExcludedDocument,
  MissingReason,
  NotComparable,
  Series,
  SeriesBy,
  SeriesFigure,
  SeriesPoint,
  SeriesReport,
} from "./export/series.ts";
export { type CsvOptions, factsToCsv } from "./export/to-csv.ts";
export { toFacts } from "./export/to-facts.ts";
export { factsToNdjson, type JsonOptions, toJson } from "./export/to-json.ts";
export { type SeriesOptions, toSeries } from "./export/to-series.ts";
export { type InspectOptions, traceToHtml } from "./export/trace-to-html.ts";
export { type AmountUnit, Decimal } from "./model/amount.ts";
export { BudgetError, type BudgetErrorCode } from "./model/budget-error.ts";
export { CheckReport, type Finding } from "./model/check-report.ts";
export type { Diagnostic, DiagnosticCode, Severity } from "./model/diagnostic.ts";
export type { Locale } from "./model/locale.ts";
export type { Narrative, NarrativeFigure, NarrativeSection } from "./model/narrative.ts";
export { type BudgetInput, type BudgetTrace, parseBudget, traceBudget } from "./parse-budget.ts";
export type { ParseOptions, ParseProgress } from "./parse-options.ts";
export type {
  AdministrativeAndThreePublicExpenses,
  AdministrativeAndThreePublicExpensesRow,
} from "./tables/administrative-and-three-public-expenses.ts";
export type { AmountFields } from "./tables/amount-fields.ts";
export type {
  BasicExpenditureByEconomicNature,
  BasicExpenditureByEconomicNatureRow,
} from "./tables/basic-expenditure-by-economic-nature.ts";
export type { BasicExpenditureByUnit, BasicExpenditureByUnitRow } from "./tables/basic-expenditure-by-unit.ts";
export {
  BudgetDocument,
  type BudgetTable,
  type BudgetTables,
  findTable,
  type Organization,
  type RecognisedBudgetTable,
  type Source,
  type TableKind,
} from "./tables/budget-document.ts";
export type { ExpenditureSummary, ExpenditureSummaryRow } from "./tables/expenditure-summary.ts";
export type { FiscalAppropriationSummary, FiscalAppropriationSummaryRow } from "./tables/fiscal-appropriation-summary.ts";
export type { GeneralPublicBudgetByFunction, GeneralPublicBudgetByFunctionRow } from "./tables/general-public-budget-by-function.ts";
export type { GovernmentFundBudgetByFunction, GovernmentFundBudgetByFunctionRow } from "./tables/government-fund-budget-by-function.ts";
export type { GovernmentProcurement, GovernmentProcurementRow } from "./tables/government-procurement.ts";
export type { NonTaxRevenue, NonTaxRevenueRow } from "./tables/non-tax-revenue.ts";
export type {
  ProjectExpenditureByEconomicNature,
  ProjectExpenditureByEconomicNatureRow,
} from "./tables/project-expenditure-by-economic-nature.ts";
export type { ProjectExpenditureByUnit, ProjectExpenditureByUnitRow } from "./tables/project-expenditure-by-unit.ts";
export type { PurchasedPublicServices, PurchasedPublicServicesRow } from "./tables/purchased-public-services.ts";
export type { RevenueAndExpenditureSummary, RevenueAndExpenditureSummaryRow } from "./tables/revenue-and-expenditure-summary.ts";
export type { RevenueByFunctionRow, RevenueByUnitRow, RevenueSummary, RevenueSummaryRow } from "./tables/revenue-summary.ts";
export type { CodedName, Side } from "./tables/row-grammar.ts";
export type { StateCapitalBudgetByFunction, StateCapitalBudgetByFunctionRow } from "./tables/state-capital-budget-by-function.ts";
export type { Json, TableColumn, UnrecognisedTable } from "./tables/table-schema.ts";
export type { TransferPaymentsByDistrict, TransferPaymentsByDistrictRow } from "./tables/transfer-payments-by-district.ts";
export type { PerformanceIndicator, PerformanceIndicators } from "./tables/unit-fields.ts";
