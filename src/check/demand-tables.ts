import { unknownName } from "../model/invalid-option.ts";
import type { Locale } from "../model/locale.ts";
import type { BudgetDocument } from "../tables/budget-document.ts";
import type { Form } from "../tables/define-table.ts";
import type { CheckRule, Claim, ColumnTerm, FigureSelector, TableSelector } from "./rule.ts";

/** Keys of columns by the kind of their table. */
type KnownColumns = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Demands that rules of the caller's own name tables and columns that a form has, or that one of the documents has.
 *
 * @throws BudgetError `OPTION_INVALID` for a table or a column that there is not; names the nearest one.
 */
export function demandTables(
  rules: readonly CheckRule[],
  forms: readonly Form[],
  documents: readonly BudgetDocument[],
  locale: Locale,
): void {
  if (rules.length === 0) return;
  const known = knownColumns(forms, documents);
  for (const rule of rules) {
    if ("structure" in rule) {
      const { structure } = rule;
      for (const table of "tables" in structure ? structure.tables : []) demandTable(table, known, locale);
    } else for (const claim of rule.claims) demandClaim(claim, known, locale);
  }
}

function demandClaim({ each, left, right, orRight = [] }: Claim, known: KnownColumns, locale: Locale): void {
  const own = scopeTables(each);
  for (const table of own) demandTable(table, known, locale);
  if (each.each === "cell") demandColumns(each.columns ?? [], own, known, locale);
  for (const selector of [...left, ...right, ...orRight.flat()]) demandSelector(selector, own, known, locale);
}

function demandSelector(selector: FigureSelector, own: readonly string[], known: KnownColumns, locale: Locale): void {
  if (!isOfTable(selector)) return;
  const { table, columns, orElse = [] } = selector;
  if (table !== undefined) demandTable(table, known, locale);
  if (typeof columns !== "string") demandColumns(columns.flatMap(columnNames), table === undefined ? own : [table], known, locale);
  for (const other of orElse) demandSelector(other, own, known, locale);
}

function demandTable(table: string, known: KnownColumns, locale: Locale): void {
  if (!known.has(table)) throw unknownName("table", table, [...known.keys()], locale);
}

/** A column is known if one of the tables that it may be of has it. */
function demandColumns(columns: readonly string[], tables: readonly string[], known: KnownColumns, locale: Locale): void {
  const keys = tables.flatMap((table) => [...(known.get(table) ?? [])]);
  for (const column of columns) if (keys.length > 0 && !keys.includes(column)) throw unknownName("column", column, keys, locale);
}

function scopeTables(each: Claim["each"]): readonly string[] {
  switch (each.each) {
    case "row":
    case "cell":
      return each.tables;
    case "value":
      return each.in.map(({ table }) => table);
    default:
      return [];
  }
}

function isOfTable(selector: FigureSelector): selector is TableSelector {
  return !("statement" in selector);
}

function columnNames(term: ColumnTerm): string[] {
  if (typeof term === "string") return [term];
  if ("orElse" in term) return [term.column, ...term.orElse.flatMap(columnNames)];
  return [term.column, "within" in term ? term.within : term.beside];
}

function knownColumns(forms: readonly Form[], documents: readonly BudgetDocument[]): KnownColumns {
  const known = new Map<string, Set<string>>();
  const add = (kind: string, columns: readonly { readonly key?: string | undefined }[]) => {
    const keys = known.get(kind) ?? new Set();
    for (const { key } of columns) if (key !== undefined) keys.add(key);
    known.set(kind, keys);
  };
  for (const { id, tables } of forms) for (const { kind, layouts } of tables) add(kind, layouts[id]?.columns ?? []);
  for (const { tables } of documents) for (const table of tables) if (table.kind !== "unrecognised") add(table.kind, table.columns);
  return known;
}
