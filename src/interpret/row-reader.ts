import { type AmountUnit, type Decimal, toTenThousandYuan } from "../model/amount.ts";
import { tidyText } from "../model/compact-text.ts";
import { type Notice, notice, type Place } from "../model/diagnostic.ts";
import { foldWidth } from "../model/fold-width.ts";
import { parsePrintedAmount } from "../model/printed-amount.ts";
import type { JoinedRow, RecognisedTable } from "../recognise/recognised-table.ts";
import type { Column } from "../tables/column.ts";
import type { TableSpec } from "../tables/define-table.ts";
import { promisedAmountKeys } from "../tables/promised-keys.ts";

/** Reads the cells of one row by column key; what cannot be read becomes a notice. */
export interface RowReader {
  readonly rowIndex: number;
  readonly row: JoinedRow;
  /** What messages call the table: its number; empty for a table without one. */
  readonly name: number | string;
  /** Where the row stands. */
  readonly place: () => Place;
  /** Trimmed text of the column, null where it is empty or the table has no such column. */
  readonly text: (key: string) => string | null;
  /** Whether the table prints the column. */
  readonly has: (key: string) => boolean;
  readonly indent: (key: string) => number;
  /** Digits of a code, spaces removed, put together where it is printed in columns of its parts; kept as printed where it is none. */
  readonly code: (key: string) => string | null;
  /** A count in a column of counts, text without stray spaces in any other. */
  readonly value: (key: string) => Decimal | string | null;
  /** The amount in 万元 of a cell, read as one of a column; null for an empty cell. */
  readonly amountAt: (index: number, column: Column) => Decimal | null;
  /** The row's amounts in 万元, one for each column of the specification that the table prints or that every form prints. */
  readonly amounts: () => Readonly<Record<string, Decimal | null>>;
  readonly report: (made: Notice) => void;
}

export interface TableContext {
  readonly table: RecognisedTable;
  readonly spec: TableSpec;
  /** As printed, or the form's; undefined for a table without one. */
  readonly number: number | undefined;
  /** What messages call the table. */
  readonly name: number | string;
  readonly unit: AmountUnit;
  readonly report: (made: Notice) => void;
}

export function rowReader({ table, spec, number, name, unit, report }: TableContext, row: JoinedRow, rowIndex: number): RowReader {
  const indexOf = (key: string) => table.columns.findIndex(({ column }) => column?.key === key);
  const text = (key: string) => row.cells[indexOf(key)]?.text?.trim() || null;
  const code = (key: string) => digits(text(key)) ?? codeOfParts(table, rowIndex, key);
  const place = (index?: number): Place => {
    const { page, box } = (index === undefined ? undefined : row.cells[index]?.places[0]) ?? {};
    return { table: number, row: rowIndex, page: page ?? row.page, bbox: box ?? row.bbox };
  };
  const readAmount = (index: number, column: Column, convert: (value: Decimal) => Decimal): Decimal | null => {
    const own = row.cells[index]?.text?.trim() || null;
    const printed = parsePrintedAmount(own);
    if (printed) return printed.kind === "number" ? convert(printed.value) : null;
    const fields = { number: name, row: rowLabel(row), column: column.headers[0]?.join("/") ?? column.key, text: own ?? "" };
    report(notice("interpret.bad-amount", fields, place(index)));
    return null;
  };
  const amountAt = (index: number, column: Column) => readAmount(index, column, (value) => toTenThousandYuan(value, unit));
  const readAmounts = () => {
    const printed = new Map(amountColumns(table).map((column) => [column.key, amountAt(indexOf(column.key), column)]));
    const required = promisedAmountKeys(spec).filter((key) => !printed.has(key));
    return { ...Object.fromEntries(printed), ...Object.fromEntries(required.map((key) => [key, null])) };
  };
  // Read once: what cannot be read is told each time.
  let amounts: Record<string, Decimal | null> | undefined;
  return {
    rowIndex,
    row,
    name,
    place,
    text,
    has: (key) => indexOf(key) >= 0 || partsOf(table, key).length > 0,
    indent: (key) => row.cells[indexOf(key)]?.indent ?? 0,
    code,
    value: (key) => {
      const column = table.columns[indexOf(key)]?.column;
      if (column?.type === "quantity") return readAmount(indexOf(key), column, (value) => value);
      return column?.type === "code" ? code(key) : text(key) && tidyText(text(key) ?? "");
    },
    amountAt,
    amounts: () => {
      amounts ??= readAmounts();
      return amounts;
    },
    report,
  };
}

/** The first text of a row, to name it in a message. */
export function rowLabel(row: JoinedRow): string {
  return (
    row.cells
      .find(({ text }) => text?.trim())
      ?.text?.trim()
      .slice(0, 30) ?? ""
  );
}

function amountColumns(table: RecognisedTable): Column[] {
  return table.columns.flatMap(({ column }) => (column?.type === "amount" ? [column] : []));
}

function digits(text: string | null | undefined): string | null {
  return foldWidth(text ?? "").replace(/[\s[\]()]+/gu, "") || null;
}

/** Indexes of the columns that hold the parts of a code. */
function partsOf({ columns }: RecognisedTable, key: string): number[] {
  return columns.flatMap(({ column }, index) => (column?.type === "codePart" && column.of === key ? [index] : []));
}

/** A code out of its parts, as far as the row prints them; a part that is empty before them is that of the row above. */
function codeOfParts(table: RecognisedTable, rowIndex: number, key: string): string | null {
  const parts = partsOf(table, key);
  const printed = (row: number, column: number) => digits(table.rows[row]?.cells[column]?.text);
  const last = parts.findLastIndex((column) => printed(rowIndex, column) !== null);
  const above = (column: number) => table.rows.findLastIndex((_, row) => row <= rowIndex && printed(row, column) !== null);
  const codes = parts.slice(0, last + 1).map((column, at) => twoDigits(printed(above(column), column) ?? "", at));
  const whole = codes.reduce((before, part) => (part.length > before.length && part.startsWith(before) ? part : before + part), "");
  return whole || null;
}

/** Spreadsheets drop the zero before a section or an item that is kept as a number. */
function twoDigits(part: string, at: number): string {
  return at > 0 && part.length === 1 ? `0${part}` : part;
}
