import type { Grid } from "../layout/region.ts";

/** x range of each column, as far as a cell that spans only it says so. */
export function columnRanges(grid: Grid): (readonly [number, number] | undefined)[] {
  const ranges: ([number, number] | undefined)[] = Array.from({ length: grid.columnCount }, () => undefined);
  for (const { column, columnSpan, box } of grid.cells) {
    if (!box || columnSpan !== 1) continue;
    const known = ranges[column];
    ranges[column] = known ? [Math.min(known[0], box[0]), Math.max(known[1], box[2])] : [box[0], box[2]];
  }
  return ranges;
}

/**
 * Which column of a table each column of a further part is.
 *
 * @param part A grid on a later page.
 * @param table The grid whose columns the table has.
 * @returns One index a column of the part: the same index when both have as many, else the column that it overlaps most.
 */
export function columnMap(part: Grid, table: Grid): number[] {
  const identity = Array.from({ length: part.columnCount }, (_, column) => Math.min(column, table.columnCount - 1));
  if (part.columnCount === table.columnCount) return identity;
  const of = columnRanges(part);
  const to = columnRanges(table);
  if ([...of, ...to].some((range) => range === undefined)) return part.box && table.box ? nearestEdges(part, table) : identity;
  return of.map((range) => indexOfLargest(to.map((other) => overlap(range, other))));
}

/** Where a column holds merged cells only: each column of the part is the one whose left edge is nearest. */
function nearestEdges(part: Grid, table: Grid): number[] {
  const edges = leftEdges(table);
  return leftEdges(part).map((left) => indexOfLargest(edges.map((edge) => -Math.abs(edge - left))));
}

function leftEdges({ cells, columnCount }: Grid): number[] {
  return Array.from({ length: columnCount }, (_, column) => cells.find((cell) => cell.column === column)?.box?.[0] ?? 0);
}

function overlap(a: readonly [number, number] | undefined, b: readonly [number, number] | undefined): number {
  return a && b ? Math.min(a[1], b[1]) - Math.max(a[0], b[0]) : Number.NEGATIVE_INFINITY;
}

function indexOfLargest(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > (values[best] ?? Number.NEGATIVE_INFINITY) ? index : best), 0);
}
