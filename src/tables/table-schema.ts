import * as z from "zod";
import { AmountUnit, type Decimal } from "../model/amount.ts";
import { Box } from "../model/box.ts";
import type { AmountFields } from "./amount-fields.ts";
import type { DefinedTable, TableSpec } from "./define-table.ts";
import type { RowFields, RowGrammar } from "./row-grammar.ts";

const tableColumnShape = {
  /** 列标识: the column's name in the typed fields and amounts; absent for a column that the form does not have. */
  key: z.string().optional(),
  /** 表头: the header path as printed, outermost first. */
  path: z.array(z.string()),
};
/** A leaf column of a table. */
export const TableColumn: z.ZodObject<typeof tableColumnShape> = z.object(tableColumnShape);
export interface TableColumn extends z.infer<typeof TableColumn> {}

export const rowPlace = {
  /** 单元格: one entry a leaf column, as printed with wrapped lines joined; null where the cell is empty. */
  cells: z.array(z.string().nullable()),
  /** 页: the page on which the row begins, counted from 1; absent where the text does not tell pages apart. */
  page: z.int().positive().optional(),
  /** 行: the line of the text input on which the row begins, counted from 1; absent for PDF. */
  line: z.int().positive().optional(),
  /** 位置: the row's box on `page`; absent for text input. */
  bbox: Box.optional(),
};
export type RowPlace = z.infer<z.ZodObject<typeof rowPlace>>;

export const tableHead = {
  /** 表题: the title as printed; the form's where none is printed. */
  title: z.string(),
  /** 金额单位: what the table prints its money in; amounts are always 万元. */
  printedUnit: AmountUnit,
  /** 页: pages that the table stands on, counted from 1; empty where the text does not tell pages apart. */
  pages: z.array(z.int().positive()),
  /** 来源: `ocr` where cells were recognised in a picture; absent where the file says what it prints. */
  source: z.literal("ocr").optional(),
  /** 缺行: present and true when rows of this table are missing from the input. */
  incomplete: z.literal(true).optional(),
  /** 列: the leaf columns in printed order. */
  columns: z.array(TableColumn),
};

export const tableFoot = {
  /** 注: the notes under the table, each without its line breaks. */
  notes: z.array(z.string()),
};

const unrecognisedTableShape = {
  /** 表的种类: a table of no known form. */
  kind: z.literal("unrecognised"),
  /** 表号: as printed (表N); absent where none is printed. */
  number: z.int().optional(),
  /** 表题: the title as printed; null where there is none. */
  title: z.string().nullable(),
  /** 金额单位: what the table prints its money in; absent where it does not say. */
  printedUnit: AmountUnit.optional(),
  /** 页: pages that the table stands on, counted from 1; empty where the text does not tell pages apart. */
  pages: z.array(z.int().positive()),
  /** 来源: `ocr` where cells were recognised in a picture; absent where the file says what it prints. */
  source: z.literal("ocr").optional(),
  /** 列: the leaf columns in printed order. */
  columns: z.array(TableColumn),
  /** 行: the rows as they stand. */
  rows: z.array(z.object(rowPlace)),
  ...tableFoot,
};
/** A table that no form knows: its grid as it stands. */
export const UnrecognisedTable: z.ZodObject<typeof unrecognisedTableShape> = z.object(unrecognisedTableShape);
export interface UnrecognisedTable extends z.infer<typeof UnrecognisedTable> {}

/** Keys of the glossary keep what it says of them, so that editors show it; other keys are a user's own. */
type AmountsBy<Key extends string> = Pick<AmountFields, Key & keyof AmountFields> & {
  [Own in Exclude<Key, keyof AmountFields>]: Decimal | null;
};

/** Amounts in 万元 by column; a key that only some forms print is absent where the table has no such column. */
export type AmountsOf<Spec extends TableSpec> =
  Spec extends DefinedTable<string, RowGrammar, infer Amount, infer FormsAmount>
    ? AmountsBy<Amount> & Partial<AmountsBy<FormsAmount>>
    : never;

type FieldsOf<Rows extends RowGrammar> = Rows extends { readonly fields: RowFields<infer Fields> } ? Fields : never;

/**
 * One row of a table: its role, its place in the tree of rows, its typed fields, its amounts, and what is printed. Where forms print
 * other rows, it is one of these, and `role` narrows it.
 */
export type RowOf<Spec extends TableSpec, Rows extends RowGrammar = Spec["rows"]> = Rows extends RowGrammar ? RowBy<Rows, Spec> : never;

type RowBy<Rows extends RowGrammar, Spec extends TableSpec> = {
  /** 行的种类: what the row is; `other` for a row that the form does not know. */
  role: Rows["roles"][number] | "other";
  /** 层级: 0 for a total, then one more a step down the tree. */
  level: number;
  /** 上级行: index in `rows` of the row that this one is part of; null for none. */
  parent: number | null;
} & FieldsOf<Rows> & {
    /** 金额: in 万元 by column; null for an empty cell. */
    amounts: AmountsOf<Spec>;
  } & RowPlace;

export type TableOf<Spec extends TableSpec> = {
  /** 表的种类: what the table is about; narrows the row's own fields. */
  kind: Spec["kind"];
} & NumberOf<Spec> &
  z.infer<z.ZodObject<typeof tableHead>> & {
    /** 行: in printed order, a row cut by a page break joined. */
    rows: RowOf<Spec>[];
  } & z.infer<z.ZodObject<typeof tableFoot>>;

type NumberOf<Spec extends TableSpec> =
  Spec extends DefinedTable<string, RowGrammar, string, string, infer Numbered>
    ? Numbered extends true
      ? {
          /** 表号: as printed (表N), or the form's own number where none is printed. */
          number: number;
        }
      : {
          /** 表号: as printed (表N); absent where none is printed. */
          number?: number | undefined;
        }
    : never;

/** The same value as JSON holds it: money as digits. */
export type Json<T> = T extends Decimal
  ? string
  : T extends readonly (infer Item)[]
    ? Json<Item>[]
    : T extends object
      ? { [Key in keyof T]: Json<T[Key]> }
      : T;
