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
/** So many amounts are looked at, each as often as it is tried: a page of 40 rows and 8 columns takes a tenth of them. */
const MOST_STEPS = 200_000;

interface Item extends StreamAmount {
  readonly isZero: boolean;
}

/** The search for the chunks of one stream. */
interface Search {
  readonly items: readonly Item[];
  readonly columns: number;
  readonly sums: readonly ColumnSum[];
  /** Places from which the rest cannot be arranged. */
  readonly dead: Set<number>;
  steps: number;
}

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
  const items = amounts.map((item) => ({ ...item, isZero: figureOf(item.text).isZero() }));
  const search: Search = { items, columns, sums, dead: new Set(), steps: 0 };
  return arrangeFrom(search, 0) ?? arrangeBelow(search, byRows);
}

/** The shortest chunk that adds up, then the rest; another one if the rest does not. */
function arrangeFrom(search: Search, first: number): readonly ArrangedChunk[] | undefined {
  const { items, columns, dead } = search;
  const chunks: ArrangedChunk[] = [];
  let from = first;
  let shortest = 1;
  while (from < items.length) {
    const chunk = chunkFrom(search, from, shortest);
    if (search.steps > MOST_STEPS) return undefined;
    if (chunk) {
      chunks.push(chunk);
      from += chunk.rows.length * columns;
      shortest = 1;
      continue;
    }
    dead.add(from);
    const before = chunks.pop();
    if (!before) return undefined;
    ({ from } = before);
    shortest = before.rows.length + 1;
  }
  return chunks;
}

/** The shortest chunk of `shortest` rows or more that adds up, with a rest that may still be arranged. */
function chunkFrom(search: Search, from: number, shortest: number): ArrangedChunk | undefined {
  const { items, columns, sums, dead } = search;
  for (let count = shortest; from + count * columns <= items.length && search.steps <= MOST_STEPS; count += 1) {
    const next = from + count * columns;
    if (dead.has(next)) continue;
    search.steps += count * columns;
    const rows = orders(items.slice(from, next))
      .map((texts) => inColumns(texts, columns))
      .find((candidate) => candidate.every((row) => addsUp(row, sums) && leads(row)));
    if (rows) return { rows, from, resolved: true };
  }
  return undefined;
}

/** Everything but the first rows, if that is most of the page. */
function arrangeBelow(search: Search, byRows: readonly (readonly string[])[]): readonly ArrangedChunk[] | undefined {
  for (let count = 1; count <= Math.min(MOST_UNRESOLVED, byRows.length / 3); count += 1) {
    const rest = arrangeFrom(search, count * search.columns);
    if (rest) return [{ rows: byRows.slice(0, count), from: 0, resolved: false }, ...rest];
  }
  return undefined;
}

/** The stream as it is, with the zeros at its beginning behind the rest, and with all that stood apart behind the rest. */
function orders(chunk: readonly Item[]): readonly (readonly string[])[] {
  const texts = chunk.map(({ text }) => text);
  const zeros = chunk.findIndex(({ isZero }) => !isZero);
  const isApart = ({ apart, isZero }: Item) => apart && isZero;
  const together = chunk.filter((item) => !isApart(item));
  const apart = chunk.filter(isApart);
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
