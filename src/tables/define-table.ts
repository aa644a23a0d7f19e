import { groupBy } from "../model/group-by.ts";
import type { AmountColumn, Column } from "./column.ts";
import type { RowGrammar } from "./row-grammar.ts";

/** How one form prints a table: its number, and its leaf columns in printed order. */
export interface TableLayout {
  /** Absent for a table that stands in the prose, or in a publication of its own: it is none of those that a budget of this form must have. */
  readonly number?: number;
  readonly columns: readonly Column[];
  /** Where headings stand: above the rows, or among them, so that a header path is a block's label and a heading in it. @default "above" */
  readonly headings?: "above" | "within";
  /** Wording of the title in this form where it differs from the table's first title. */
  readonly title?: string;
  /** How rows are told apart in this form, where it prints other rows than the table's usual ones. */
  readonly rows?: RowGrammar;
}

/** One printed table: everything the library knows about it. Recognition, schema, type and export all come from here. */
export interface TableSpec {
  readonly kind: string;
  /** Titles as printed, without spaces; the first one is the usual wording. */
  readonly titles: readonly [string, ...string[]];
  /** Row labels, compact and without their ordinals, that no other table with the same columns prints: they tell it where the title is missing. */
  readonly tellingLabels?: readonly string[];
  /** How rows are told apart, in every form whose layout says nothing else. */
  readonly rows: RowGrammar;
  /** By form id. */
  readonly layouts: Readonly<Record<string, TableLayout>>;
}

/** A declared table: what it says of its rows is in its type, so that a document's rows are typed by it. */
export interface DefinedTable<
  Kind extends string = string,
  /** The grammars of all layouts. */
  Rows extends RowGrammar = RowGrammar,
  /** Keys of the amounts that every form prints. */
  Amount extends string = string,
  /** Keys of the amounts that only some forms print. */
  FormsAmount extends string = string,
  /** Whether every form gives it a number. */
  Numbered extends boolean = boolean,
> extends TableSpec {
  readonly kind: Kind;
  readonly rows: Rows;
  /** Carries the keys of the amounts through the types; no value is ever here. */
  readonly amountKeys?: { readonly ofEveryForm: Amount; readonly ofSomeForms: FormsAmount };
  /** Carries through the types whether the table is numbered; no value is ever here. */
  readonly numbered?: Numbered;
}

/** Declares a printed table; see `examples/` for a user's own one. */
export function defineTable<const Spec extends TableSpec>(
  spec: Spec,
): DefinedTable<Spec["kind"], GrammarOf<Spec>, CommonAmountKey<Spec>, Exclude<AmountKey<Spec>, CommonAmountKey<Spec>>, IsNumbered<Spec>> {
  return spec;
}

type LayoutOf<Spec extends TableSpec> = Spec["layouts"][keyof Spec["layouts"]];
type IsNumbered<Spec extends TableSpec> = LayoutOf<Spec> extends { readonly number: number } ? true : false;
/** The table's grammar, and those that layouts have of their own. */
type GrammarOf<Spec extends TableSpec> =
  | Spec["rows"]
  | (LayoutOf<Spec> extends infer Layout ? (Layout extends { readonly rows: infer Own extends RowGrammar } ? Own : never) : never);
type AmountKeyOf<Layout extends TableLayout> = Extract<Layout["columns"][number], AmountColumn>["key"];
type AmountKey<Spec extends TableSpec> =
  LayoutOf<Spec> extends infer Layout ? (Layout extends TableLayout ? AmountKeyOf<Layout> : never) : never;
/** Form ids whose layout of the table lacks the key; `never` when every form prints it. */
type FormsWithout<Spec extends TableSpec, Key> = {
  [Form in keyof Spec["layouts"]]: Key extends AmountKeyOf<Spec["layouts"][Form]> ? never : Form;
}[keyof Spec["layouts"]];
type CommonAmountKey<Spec extends TableSpec> = {
  [Key in AmountKey<Spec>]: [FormsWithout<Spec, Key>] extends [never] ? Key : never;
}[AmountKey<Spec>];

/** How the rows of a table are told apart in one of its layouts. */
export function rowsOf({ rows }: TableSpec, layout: TableLayout): RowGrammar {
  return layout.rows ?? rows;
}

/** The grammars of a table, each once. */
export function grammarsOf(spec: TableSpec): readonly RowGrammar[] {
  return [...new Set(Object.values(spec.layouts).map((layout) => rowsOf(spec, layout)))];
}

/** Every wording of a table's title, of all forms that print it. */
export function titlesOf({ titles, layouts }: TableSpec): readonly string[] {
  return [...titles, ...Object.values(layouts).flatMap(({ title }) => title ?? [])];
}

/** A form: the tables that a document of one kind holds. */
export interface Form {
  readonly id: string;
  readonly tables: readonly TableSpec[];
  /** Whether every table prints its total, so that a budget without one has lost it. @default false: nothing is said of a total that is not there */
  readonly printsTotals?: boolean;
}

/** The tables that a budget of a form must have, those with a number: of several kinds with one number it has one. */
export function numberedTables({ id, tables }: Form): readonly (readonly [TableSpec, ...TableSpec[]])[] {
  const numbers = groupBy(tables, (spec) => layoutOf(spec, id)?.number);
  return [...numbers].flatMap(([number, ofNumber]) => (number === undefined ? [] : [ofNumber]));
}

/** Declares a form: its id, and its tables in printed order. */
export function defineForm(form: Form): Form {
  return form;
}

/** The layout that a form gives a table, if it has it. */
export function layoutOf(spec: TableSpec, formId: string): TableLayout | undefined {
  return spec.layouts[formId];
}
