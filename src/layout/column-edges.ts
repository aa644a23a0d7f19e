import type { ColumnExtent } from "./aligned-columns.ts";

/** A column before its edges are known. */
export interface Column extends ColumnExtent {
  /** True when its text ends flush right (amounts). */
  readonly flushRight: boolean;
  /** Middle of its own heading; undefined where none is printed. */
  readonly headingMiddle: number | undefined;
}

/** Padding of a cell is between these, in ems. */
const NARROWEST = 0.05;
const WIDEST = 1.5;

/**
 * Edges between columns that have no rules: one more than columns.
 *
 * Amounts end one padding before their column does, and headings stand in its middle; from both the padding follows, where the page agrees
 * with itself. Elsewhere an edge runs in the middle of the river.
 */
export function columnEdges(columns: readonly Column[], em: number, outer: ColumnExtent): number[] {
  const padding = commonPadding(columns, em);
  const edges = [outer.left];
  columns.slice(1).forEach((column, index) => {
    const before = columns[index] as Column;
    const flush = before.flushRight && padding !== undefined ? before.right + padding : undefined;
    edges.push(flush !== undefined && flush > before.right && flush <= column.left ? flush : (before.right + column.left) / 2);
  });
  edges.push(outer.right);
  return edges;
}

function commonPadding(columns: readonly Column[], em: number): number | undefined {
  const paddings: number[] = [];
  columns.slice(1).forEach((column, index) => {
    const before = columns[index] as Column;
    if (!before.flushRight || !column.flushRight || column.headingMiddle === undefined) return;
    const padding = column.headingMiddle - (column.right + before.right) / 2;
    if (padding >= NARROWEST * em && padding <= WIDEST * em) paddings.push(padding);
  });
  paddings.sort((a, b) => a - b);
  return paddings[paddings.length >> 1];
}
