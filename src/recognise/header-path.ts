import type { Grid, GridCell } from "../layout/region.ts";
import { tidyText } from "../model/compact-text.ts";
import { cellText, gridRows, isNumberRow } from "./grid-rows.ts";
import type { TablePart } from "./table-part.ts";

/**
 * The header path of each leaf column, outermost cell first, as printed.
 *
 * @returns One path a column; empty where the header says nothing of it. A cell that spans rows counts once.
 * @example 财政拨款 over 合计 | 一般公共预算 → [["财政拨款", "合计"], ["财政拨款", "一般公共预算"]]
 */
export function headerPaths({ grid, headerFrom, bodyFrom }: TablePart): string[][] {
  const paths: string[][] = Array.from({ length: grid.columnCount }, () => []);
  for (const cell of headerCells(grid, headerFrom, bodyFrom)) {
    const text = tidyText(cellText(cell));
    for (let column = cell.column; column < cell.column + cell.columnSpan; column++) paths[column]?.push(text);
  }
  return paths;
}

function headerCells(grid: Grid, from: number, to: number): GridCell[] {
  const rows = gridRows(grid).slice(from, to);
  const worded = rows.filter((row) => !isNumberRow(row, grid.columnCount)).flat();
  const filled = worded.filter((cell) => cell.lines.length > 0 && !/^\d{1,2}$/.test(cellText(cell).trim()));
  return filled.sort((a, b) => a.row - b.row || a.column - b.column);
}
