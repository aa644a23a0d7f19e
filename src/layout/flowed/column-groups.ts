import type { Decimal } from "../../model/amount.ts";
import { type ColumnSum, figureOf, figuresAddUp } from "./column-sums.ts";

type Rows<Cell> = readonly (readonly Cell[])[];

/** More rows than this, each as often as it is tried, are not looked at. */
const MOST_STEPS = 400_000;

/**
 * Puts a stream of amounts into rows and columns where a page prints its columns in groups of neighbours: a column by itself from top to
 * bottom, others row by row beside one another.
 *
 * @param columns Amount columns of the table, every one of them filled.
 * @returns One array a row; undefined when no way to part the columns into groups adds up in every row, or several do and differ.
 */
export function arrangeInGroups(texts: readonly string[], columns: number, sums: readonly ColumnSum[]): Rows<string> | undefined {
  const count = texts.length / columns;
  const figures = texts.map(figureOf);
  const found = new Map<string, Rows<string>>();
  let steps = 0;
  /** @param order For each column so far, where the amounts of its rows stand in the stream. */
  const extend = (order: Rows<number>) => {
    steps += count;
    if (steps > MOST_STEPS || found.size > 1 || !addUp(figures, order, count, sums)) return;
    if (order.length === columns) {
      const rows = Array.from({ length: count }, (_, row) => order.map((places) => texts[places[row] ?? 0] ?? ""));
      found.set(JSON.stringify(rows), rows);
      return;
    }
    const from = order.length * count;
    for (let width = 1; width <= columns - order.length; width += 1) {
      const group = Array.from({ length: width }, (_, column) => Array.from({ length: count }, (_row, row) => from + row * width + column));
      extend([...order, ...group]);
    }
  };
  extend([]);
  return steps <= MOST_STEPS && found.size === 1 ? [...found.values()][0] : undefined;
}

/** Whether each row keeps to the sums whose columns are all placed. */
function addUp(figures: readonly Decimal[], order: Rows<number>, count: number, sums: readonly ColumnSum[]): boolean {
  const known = sums.filter(({ total, parts }) => [total, ...parts].every((column) => column < order.length));
  const rows = Array.from({ length: known.length > 0 ? count : 0 }, (_, row) => row);
  return rows.every((row) =>
    figuresAddUp(
      order.map((places) => figures[places[row] ?? 0]),
      known,
    ),
  );
}
