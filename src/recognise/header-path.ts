import type { GridCell } from "../layout/region.ts";
import { tidyText } from "../model/compact-text.ts";
import { cellText, type TablePart } from "./table-part.ts";

/**
 * The header path of each leaf column, outermost cell first, as printed.
 *
 * @returns One path a column; empty where the header says nothing of it. A cell that spans rows counts once.
 * @example 财政拨款 over 合计 | 一般公共预算 → [["财政拨款", "合计"], ["财政拨款", "一般公共预算"]]
 */
export function headerPaths({ grid, headerFrom, bodyFrom }: TablePart): string[][] {
  const paths: string[][] = Array.from({ length: grid.columnCount }, () => []);
  for (const cell of headerCells(grid.cells, headerFrom, bodyFrom)) {
    const text = tidyText(cellText(cell));
    for (let column = cell.column; column < cell.column + cell.columnSpan; column++) paths[column]?.push(text);
  }
  return paths;
}

function headerCells(cells: readonly GridCell[], from: number, to: number): GridCell[] {
  const inHeader = cells.filter((cell) => cell.row >= from && cell.row < to && cell.lines.length > 0);
  const withoutNumbers = inHeader.filter((cell) => !/^\d{1,2}$/.test(cellText(cell).trim()));
  return withoutNumbers.sort((a, b) => a.row - b.row || a.column - b.column);
}
