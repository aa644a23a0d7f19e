export { checkBudget } from "./check/check-budget.ts";
export type { CheckOptions } from "./check/check-options.ts";
export type { CheckRule, Claim, FigureSelector, RowFilter, Scope, StructureRule, SumRule } from "./check/rule.ts";
export { builtInRules } from "./check/rules/built-in-rules.ts";
export { rulesReference } from "./check/rules-reference.ts";
export { impliedPriorAmount } from "./check/statement.ts";
export { documentToText, tableListToText } from "./export/document-to-text.ts";
export { type ExportFormat, type ExportOptions, exportDocuments, exportFormats, formatExtensions } from "./export/export-documents.ts";
export { Fact } from "./export/fact.ts";
export { type FactColumn, type FactValue, factColumns } from "./export/fact-column.ts";
export { type FormatReportOptions, formatReport, type ReportFormat, reportFormats } from "./export/format-report.ts";
export { type HeaderCell, headerCells } from "./export/header-cells.ts";
export { jsonSchema } from "./export/json-schema.ts";
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
export { seriesToCsv, seriesToJson } from "./export/series-rows.ts";
export { type ChartOptions, seriesToSvg } from "./export/series-to-svg.ts";
export { seriesToText } from "./export/series-to-text.ts";
export { type CsvOptions, factsToCsv } from "./export/to-csv.ts";
export { toFacts } from "./export/to-facts.ts";
export { factsToNdjson, type JsonOptions, toJson, toNdjson } from "./export/to-json.ts";
export { factsToParquet } from "./export/to-parquet.ts";
export { type SeriesOptions, toSeries } from "./export/to-series.ts";
export { factsToSqlite } from "./export/to-sqlite.ts";
export { toXlsx, type XlsxOptions } from "./export/to-xlsx.ts";
export { type InspectOptions, traceToHtml } from "./export/trace-to-html.ts";
export { Decimal } from "./model/amount.ts";
export { BudgetError, type BudgetErrorCode, errorCatalogue } from "./model/budget-error.ts";
export { CheckReport, Finding } from "./model/check-report.ts";
export { Diagnostic, type DiagnosticCode, diagnosticCatalogue, type Severity } from "./model/diagnostic.ts";
export type { Locale } from "./model/locale.ts";
export { Narrative, NarrativeFigure, NarrativeSection } from "./model/narrative.ts";
export { type BudgetInput, type BudgetTrace, parseBudget, traceBudget } from "./parse-budget.ts";
export type { ParseOptions, ParseProgress } from "./parse-options.ts";
export {
  BudgetDocument,
  type BudgetTable,
  budgetDocumentSchema,
  findTable,
  Organization,
  type RecognisedBudgetTable,
  Source,
  type TableKind,
} from "./tables/budget-document.ts";
export { amountColumn, codeColumn, codedNameColumn, labelColumn, quantityColumn, textColumn } from "./tables/column.ts";
export { defineForm, defineTable, type Form, type TableSpec } from "./tables/define-table.ts";
export { builtInForms, builtInTables, gz12, gz12of2026, gz14 } from "./tables/forms.ts";
export {
  economicRows,
  functionalRows,
  keyedRows,
  plainRows,
  twoSidedRows,
  unitRows,
} from "./tables/row-grammar.ts";
export type { AmountsOf, Json, RowOf, TableColumn, TableOf, UnrecognisedTable } from "./tables/table-schema.ts";
export { quantityField, textField } from "./tables/unit-fields.ts";
