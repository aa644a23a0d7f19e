import { arrangeInGroups } from "./column-groups.ts";
import { addsUp, type ColumnSum, figureOf } from "./column-sums.ts";

/** An amount of a stream: its text, and whether it stood by itself, away from the others of its row. */
export interface StreamAmount {
  readonly text: string;
  readonly apart: boolean;
}

/** A run of rows and the amounts of the stream that they take up. */
export interface ArrangedChunk {
  /** One array a row, one amount a column. */
  readonly rows: readonly (readonly string[])[];
  /** Amounts of the stream before this chunk's. */
  readonly from: number;
  /** False where no arrangement adds up: the amounts stand in the order of the stream. */
  readonly resolved: boolean;
}

/** So many rows at the top of a page may stay unresolved when everything below them adds up. */
const MOST_UNRESOLVED = 3;

/**
 * Puts a stream of amounts into rows and columns again.
 *
 * A page prints them row by row, or column by column, or some columns this and some that way, or some rows; zeros next to a text column
 * may come before the rest of their row. An arrangement counts only if every row of it adds up across its columns.
 *
 * @param sums Which columns add up to which; without any, only a table of one column can be arranged.
 * @returns undefined when no arrangement adds up, or rows and columns both do and differ.
 */
export function arrangeAmounts(
  amounts: readonly StreamAmount[],
  columns: number,
  sums: readonly ColumnSum[],
): readonly ArrangedChunk[] | undefined {
  if (amounts.length === 0 || amounts.length % columns !== 0) return undefined;
  if (columns === 1) return [{ rows: amounts.map(({ text }) => [text]), from: 0, resolved: true }];
  if (sums.length === 0) return undefined;
  const texts = amounts.map(({ text }) => text);
  const byRows = inRows(texts, columns);
  const byColumns = inColumns(texts, columns);
  const holds = (rows: readonly (readonly string[])[]) => rows.every((row) => addsUp(row, sums));
  const [rowsHold, columnsHold] = [holds(byRows), holds(byColumns)];
  if (rowsHold && columnsHold && !same(byRows, byColumns)) return undefined;
  if (rowsHold) return byRows.map((row, index) => ({ rows: [row], from: index * columns, resolved: true }));
  if (columnsHold) return [{ rows: byColumns, from: 0, resolved: true }];
  const inGroups = arrangeInGroups(texts, columns, sums);
  if (inGroups) return [{ rows: inGroups, from: 0, resolved: true }];
  return arrangeFrom(amounts, 0, columns, sums) ?? arrangeBelow(amounts, byRows, columns, sums);
}

/** The shortest chunk that adds up, then the rest; another one if the rest does not. */
function arrangeFrom(
  amounts: readonly StreamAmount[],
  from: number,
  columns: number,
  sums: readonly ColumnSum[],
): readonly ArrangedChunk[] | undefined {
  if (from === amounts.length) return [];
  const left = (amounts.length - from) / columns;
  for (let count = 1; count <= left; count += 1) {
    const chunk = amounts.slice(from, from + count * columns);
    const rows = orders(chunk)
      .map((texts) => inColumns(texts, columns))
      .find((candidate) => candidate.every((row) => addsUp(row, sums) && leads(row)));
    const rest = rows && arrangeFrom(amounts, from + count * columns, columns, sums);
    if (rows && rest) return [{ rows, from, resolved: true }, ...rest];
  }
  return undefined;
}

/** Everything but the first rows, if that is most of the page. */
function arrangeBelow(
  amounts: readonly StreamAmount[],
  byRows: readonly (readonly string[])[],
  columns: number,
  sums: readonly ColumnSum[],
): readonly ArrangedChunk[] | undefined {
  for (let count = 1; count <= Math.min(MOST_UNRESOLVED, byRows.length / 3); count += 1) {
    const rest = arrangeFrom(amounts, count * columns, columns, sums);
    if (rest) return [{ rows: byRows.slice(0, count), from: 0, resolved: false }, ...rest];
  }
  return undefined;
}

/** The stream as it is, with the zeros at its beginning behind the rest, and with all that stood apart behind the rest. */
function orders(chunk: readonly StreamAmount[]): readonly (readonly string[])[] {
  const texts = chunk.map(({ text }) => text);
  const zeros = chunk.findIndex(({ text }) => !figureOf(text).isZero());
  const together = chunk.filter(({ text, apart }) => !apart || !figureOf(text).isZero());
  const apart = chunk.filter((item) => !together.includes(item));
  const moved = zeros > 0 ? [[...texts.slice(zeros), ...texts.slice(0, zeros)]] : [];
  return [texts, ...moved, [...together, ...apart].map(({ text }) => text)];
}

/** A row of zeros keeps to any sum; any other begins with its total. */
function leads(row: readonly string[]): boolean {
  return row.every((text) => figureOf(text).isZero()) || !figureOf(row[0]).isZero();
}

function inRows(texts: readonly string[], columns: number): readonly (readonly string[])[] {
  return Array.from({ length: texts.length / columns }, (_, row) => texts.slice(row * columns, (row + 1) * columns));
}

function inColumns(texts: readonly string[], columns: number): readonly (readonly string[])[] {
  const rows = texts.length / columns;
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => texts[column * rows + row] ?? ""));
}

function same(a: readonly (readonly string[])[], b: readonly (readonly string[])[]): boolean {
  return a.every((row, index) => row.every((text, column) => text === b[index]?.[column]));
}
