import * as z from "zod";
import { Amount, AmountUnit, type Decimal } from "../model/amount.ts";
import { Box } from "../model/box.ts";
import type { AmountColumn } from "./column.ts";
import type { TableLayout, TableSpec } from "./define-table.ts";

/** A leaf column: the header path as printed, outermost first; `key` is absent for a column that the form does not have. */
export const TableColumn = z.object({ key: z.string().optional(), path: z.array(z.string()) });
export type TableColumn = z.infer<typeof TableColumn>;

const rowPlace = {
  /** One entry a leaf column, as printed with wrapped lines joined; null where the cell is empty. */
  cells: z.array(z.string().nullable()),
  /** The page on which the row begins, counted from 1; absent where the text does not tell pages apart. */
  page: z.int().positive().optional(),
  /** The line of the text input on which the row begins, counted from 1; absent for PDF. */
  line: z.int().positive().optional(),
  /** The row's box on `page`; absent for text input. */
  bbox: Box.optional(),
};
export type RowPlace = z.infer<z.ZodObject<typeof rowPlace>>;

const tableHead = {
  title: z.string(),
  /** What the table prints its money in; amounts are always 万元. */
  printedUnit: AmountUnit,
  /** Pages that the table stands on, counted from 1; empty where the text does not tell pages apart. */
  pages: z.array(z.int().positive()),
  /** Present and true when rows of this table are missing from the input. */
  incomplete: z.literal(true).optional(),
};

/** A table that no form knows: its grid as it stands. */
export const UnrecognisedTable = z.object({
  kind: z.literal("unrecognised"),
  number: z.int().optional(),
  title: z.string().nullable(),
  printedUnit: AmountUnit.optional(),
  pages: tableHead.pages,
  columns: z.array(TableColumn),
  rows: z.array(z.object(rowPlace)),
  notes: z.array(z.string()),
});
export type UnrecognisedTable = z.infer<typeof UnrecognisedTable>;

type LayoutOf<Spec extends TableSpec> = Spec["layouts"][keyof Spec["layouts"]];
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

/** Amounts in 万元 by column; a key that only some forms print is absent where the table has no such column. */
export type AmountsOf<Spec extends TableSpec> = { [Key in CommonAmountKey<Spec>]: Decimal | null } & {
  [Key in Exclude<AmountKey<Spec>, CommonAmountKey<Spec>>]?: Decimal | null;
};

/** One row of a table: its role, its place in the tree of rows, its typed fields, its amounts, and what is printed. */
export type RowOf<Spec extends TableSpec> = {
  /** What the row is; `other` for a row that the form does not know. */
  role: Spec["rows"]["roles"][number] | "other";
  /** 0 for a total, then one more a step down the tree. */
  level: number;
  /** Index in `rows` of the row that this one is part of; null for none. */
  parent: number | null;
} & z.infer<z.ZodObject<Spec["rows"]["fields"]>> & { amounts: AmountsOf<Spec> } & RowPlace;

export type TableOf<Spec extends TableSpec> = {
  kind: Spec["kind"];
  /** As printed (表N), or the form's own number where none is printed. */
  number: number;
} & z.infer<z.ZodObject<typeof tableHead>> & { columns: TableColumn[]; rows: RowOf<Spec>[]; notes: string[] };

/** The same value as JSON holds it: money as digits. */
export type Json<T> = T extends Decimal
  ? string
  : T extends readonly (infer Item)[]
    ? Json<Item>[]
    : T extends object
      ? { [Key in keyof T]: Json<T[Key]> }
      : T;

/** The zod schema of one table, derived from its specification. */
export function tableSchema<Spec extends TableSpec>(spec: Spec): z.ZodType<TableOf<Spec>, Json<TableOf<Spec>>> {
  const schema = z.object({
    kind: z.literal(spec.kind),
    number: z.int(),
    ...tableHead,
    columns: z.array(TableColumn),
    rows: z.array(rowSchema(spec)),
    notes: z.array(z.string()),
  });
  return schema as unknown as z.ZodType<TableOf<Spec>, Json<TableOf<Spec>>>;
}

function rowSchema(spec: TableSpec) {
  return z.object({
    role: z.enum([...spec.rows.roles, "other"]),
    level: z.int().nonnegative(),
    parent: z.int().nonnegative().nullable(),
    ...spec.rows.fields,
    amounts: z.object(amountShape(spec)),
    ...rowPlace,
  });
}

function amountShape(spec: TableSpec): z.ZodRawShape {
  const layouts = Object.values(spec.layouts);
  const keysOf = ({ columns }: TableLayout) => columns.filter(({ type }) => type === "amount").map(({ key }) => key);
  const keys = [...new Set(layouts.flatMap(keysOf))];
  const inAll = (key: string) => layouts.every((layout) => keysOf(layout).includes(key));
  return Object.fromEntries(keys.map((key) => [key, inAll(key) ? Amount.nullable() : Amount.nullable().optional()]));
}
