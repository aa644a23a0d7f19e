import type { Decimal } from "../../model/amount.ts";
import { greatest } from "../../model/long-lists.ts";
import { type ColumnSum, figureOf, figuresAddUp } from "./column-sums.ts";
import { type Family, keepWhatAddsUp, type Way } from "./row-families.ts";

/** Amounts of a row in printed order; where there are fewer than columns, some cells are empty, and the text does not say which. */
export type SparseRow = readonly string[];

/** One entry a column. */
export type PlacedRow = readonly (string | undefined)[];

/** More steps than this are not tried for one row. */
const MOST_STEPS = 20_000;

/**
 * Puts amounts into columns where rows leave cells empty: in printed order, so that every row keeps to the sums of its columns, and every
 * family of rows adds up in each column.
 *
 * @param families Which rows add up to which.
 * @returns The ways that are left for each row, one where it is certain; undefined where some row has none.
 */
export function waysToPlace(
  rows: readonly SparseRow[],
  columns: number,
  sums: readonly ColumnSum[],
  families: readonly Family[],
): readonly (readonly Way[])[] | undefined {
  if (sums.length === 0) return undefined;
  const ways: (readonly Way[])[] = [];
  for (const row of rows) {
    const own = waysOf(row, columns, sums);
    if (own.length === 0) return undefined;
    ways.push(own);
  }
  return keepWhatAddsUp(ways, families) ?? ways;
}

/** The cells in which all ways agree; undefined where they do not, or leave it empty. */
export function certainCells(ways: readonly Way[]): PlacedRow {
  const [first, ...others] = ways;
  return (first?.cells ?? []).map((cell, column) => (others.every(({ cells }) => cells[column] === cell) ? cell : undefined));
}

function waysOf(amounts: SparseRow, columns: number, sums: readonly ColumnSum[]): readonly Way[] {
  const printed = amounts.map(figureOf);
  const nothing = figureOf(undefined);
  const found = new Map<string, Way>();
  let steps = 0;
  const extend = (cells: PlacedRow, figures: readonly Decimal[], used: number) => {
    steps += 1;
    const complete = sums.filter(({ total, parts }) => greatest(parts, total) === figures.length - 1);
    if (steps > MOST_STEPS || (complete.length > 0 && !figuresAddUp(figures, complete))) return;
    if (cells.length === columns) {
      found.set(cells.map((cell) => cell ?? "").join(" "), { cells, figures });
      return;
    }
    const [amount, figure] = [amounts[used], printed[used]];
    if (amount !== undefined && figure) extend([...cells, amount], [...figures, figure], used + 1);
    if (columns - cells.length > amounts.length - used) extend([...cells, undefined], [...figures, nothing], used);
  };
  extend([], [], 0);
  return steps > MOST_STEPS ? [] : [...found.values()];
}
