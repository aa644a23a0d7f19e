export { budgetDocumentSchema } from "./tables/budget-document.ts";
export {
  type AmountColumn,
  amountColumn,
  type Column,
  codeColumn,
  codedNameColumn,
  type HeaderPath,
  labelColumn,
  quantityColumn,
  type TextColumn,
  textColumn,
} from "./tables/column.ts";
export { type DefinedTable, defineForm, defineTable, type Form, type TableLayout, type TableSpec } from "./tables/define-table.ts";
export { builtInForms, builtInTables, gz12, gz12of2026, gz14 } from "./tables/forms.ts";
export {
  economicRows,
  functionalRows,
  keyedRows,
  plainRows,
  type RowFields,
  type RowGrammar,
  twoSidedRows,
  type UnitLevel,
  unitRows,
} from "./tables/row-grammar.ts";
export type { AmountsOf, RowOf, TableOf } from "./tables/table-schema.ts";
export { quantityField, textField } from "./tables/unit-fields.ts";
