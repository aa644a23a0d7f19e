export { Decimal } from "./model/amount.ts";
export { BudgetError, type BudgetErrorCode, errorCatalogue } from "./model/budget-error.ts";
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
export { builtInForms, builtInTables, gz12, gz14 } from "./tables/forms.ts";
export {
  economicRows,
  functionalRows,
  keyedRows,
  plainRows,
  quantityField,
  textField,
  twoSidedRows,
  unitRows,
} from "./tables/row-grammar.ts";
export type { AmountsOf, Json, RowOf, TableColumn, TableOf, UnrecognisedTable } from "./tables/table-schema.ts";
