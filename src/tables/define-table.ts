import type { Column } from "./column.ts";
import type { RowGrammar } from "./row-grammar.ts";

/** How one form prints a table: its number, and its leaf columns in printed order. */
export interface TableLayout {
  readonly number: number;
  readonly columns: readonly Column[];
  /** Wording of the title in this form where it differs from the table's first title. */
  readonly title?: string;
}

/** One printed table: everything the library knows about it. Recognition, schema, type and export all come from here. */
export interface TableSpec {
  readonly kind: string;
  /** Titles as printed, without spaces; the first one is the usual wording. */
  readonly titles: readonly [string, ...string[]];
  readonly rows: RowGrammar;
  /** By form id. */
  readonly layouts: Readonly<Record<string, TableLayout>>;
}

/**
 * Declares a printed table; see `examples/` for a user's own one.
 *
 * @returns The same object, its literal types kept, so that rows are typed by it.
 */
export function defineTable<const Spec extends TableSpec>(spec: Spec): Spec {
  return spec;
}

/** Every wording of a table's title, of all forms that print it. */
export function titlesOf({ titles, layouts }: TableSpec): readonly string[] {
  return [...titles, ...Object.values(layouts).flatMap(({ title }) => title ?? [])];
}

/** A form: the tables that a document of one kind holds. */
export interface Form {
  readonly id: string;
  readonly tables: readonly TableSpec[];
}

export function defineForm<const Id extends string, const Tables extends readonly TableSpec[]>(form: {
  readonly id: Id;
  readonly tables: Tables;
}): { readonly id: Id; readonly tables: Tables } {
  return form;
}

/** The layout that a form gives a table, if it has it. */
export function layoutOf(spec: TableSpec, formId: string): TableLayout | undefined {
  return spec.layouts[formId];
}
