export { budgetDocumentSchema } from "./tables/budget-document.ts";
export {
  type AmountColumn,
  amountColumn,
  type CodePartColumn,
  type Column,
  codeColumn,
  codedNameColumn,
  codePartColumns,
  type HeaderPath,
  labelColumn,
  optional,
  quantityColumn,
  type TextColumn,
  textColumn,
} from "./tables/column.ts";
export { type DefinedTable, defineForm, defineTable, type Form, type TableLayout, type TableSpec } from "./tables/define-table.ts";
export { FormFile, formOf } from "./tables/form-file.ts";
export { builtInForms, builtInTables, gz12, gz12of2026, gz14 } from "./tables/forms.ts";
export { national } from "./tables/national/national.ts";
export { proposeForm } from "./tables/propose-form.ts";
export {
  economicRows,
  economicRowsWithItems,
  functionalRows,
  type KeyedLine,
  keyedRows,
  plainRows,
  type RowFields,
  type RowGrammar,
  rowsByBudgetUnit,
  twoSidedRows,
  twoSidedRowsWith,
  type UnitLevel,
  unitRows,
} from "./tables/row-grammar.ts";
export type { AmountsOf, RowOf, TableOf } from "./tables/table-schema.ts";
export type { SideLabel, SideLabels } from "./tables/two-sided-labels.ts";
export { quantityField, textField } from "./tables/unit-fields.ts";
