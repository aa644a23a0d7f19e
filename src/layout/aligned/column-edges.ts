import type { ColumnExtent } from "./aligned-columns.ts";

/** A column before its edges are known. */
export interface Column extends ColumnExtent {
  /** On which side its text is flush: amounts on the right, labels on the left; undefined where no text tells. */
  readonly flush: "left" | "right" | undefined;
  /** Middle of its own heading; undefined where none is printed. */
  readonly headingMiddle: number | undefined;
}

/** Padding of a cell is between these, in ems, and this where the page does not tell. */
const NARROWEST = 0.05;
const WIDEST = 1.5;
const USUAL = 0.4;

/**
 * Edges between columns that have no rules: one more than columns.
 *
 * Amounts end one padding before their column does, labels begin one padding after it does, and headings stand in its middle. Where that
 * tells nothing, an edge runs in the middle of the river.
 */
export function columnEdges(columns: readonly Column[], em: number, outer: ColumnExtent): number[] {
  const padding = commonPadding(columns, em);
  const inner = columns.slice(1).map((right, index) => {
    const left = columns[index] as Column;
    const told = [
      left.flush === "right" ? left.right + padding : undefined,
      right.flush === "right" ? mirrored(right.right + padding, right) : undefined,
      right.flush === "left" ? right.left - padding : undefined,
      left.flush === "left" ? mirrored(left.left - padding, left) : undefined,
    ].find((edge) => edge !== undefined && edge >= left.right && edge <= right.left);
    return told ?? (left.right + right.left) / 2;
  });
  return [outer.left, ...inner, outer.right];
}

/** The other edge of a column whose heading stands in its middle. */
function mirrored(edge: number, { headingMiddle }: Column): number | undefined {
  return headingMiddle === undefined ? undefined : 2 * headingMiddle - edge;
}

function commonPadding(columns: readonly Column[], em: number): number {
  const paddings: number[] = [];
  columns.slice(1).forEach((column, index) => {
    const before = columns[index] as Column;
    if (before.flush !== "right" || column.flush !== "right" || column.headingMiddle === undefined) return;
    const padding = column.headingMiddle - (column.right + before.right) / 2;
    if (padding >= NARROWEST * em && padding <= WIDEST * em) paddings.push(padding);
  });
  paddings.sort((a, b) => a - b);
  return paddings[paddings.length >> 1] ?? USUAL * em;
}
