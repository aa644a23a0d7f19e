import type { Grid } from "../layout/region.ts";

/**
 * A grid without the column edges at which no cell of its own rows begins: a caption drawn into the frame (单位名称：… | 单位：万元) may be
 * parted where the table is not.
 *
 * @param from First row that is no caption.
 * @param to The row after the last one that is no note.
 */
export function dropIdleColumns(grid: Grid, from: number, to: number): Grid {
  const begins = new Set(grid.cells.filter(({ row }) => row >= from && row < to).map(({ column }) => column));
  if (begins.size === 0) return grid;
  const kept = Array.from({ length: grid.columnCount }, (_, column) => column).filter((column) => column === 0 || begins.has(column));
  if (kept.length === grid.columnCount) return grid;
  const columnOf = (column: number) => kept.findLastIndex((edge) => edge <= column);
  return {
    ...grid,
    columnCount: kept.length,
    cells: grid.cells.map((cell) => {
      const column = columnOf(cell.column);
      return { ...cell, column, columnSpan: columnOf(cell.column + cell.columnSpan - 1) - column + 1 };
    }),
  };
}
