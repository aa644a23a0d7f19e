import type { GridCell } from "../layout/region.ts";
import { compactText } from "../model/compact-text.ts";
import { cellText, filled, type GridRow, isDataRow, isNumberRow, isTotalRow } from "./grid-rows.ts";

/** Printed rows above the column numbers, and these. */
const MOST_HEADER_ROWS = 8;
/** A header has a heading of its own for this share of the columns; a form, in which labels stand beside what they ask for, has not. */
const HEADED = 0.5;

/**
 * Where the header of a grid ends: `top` where it has none.
 *
 * A header is a tree: a heading over several columns stands over the headings of each, and one that stands over another of the same width
 * is the label of a row above the label of the next. It is whole when each column is headed; what follows is body, figures or not.
 *
 * @param top First row that is no caption.
 */
export function headerEnd(rows: readonly GridRow[], top: number, columnCount: number): number {
  const numbers = numberRowAfter(rows, top, columnCount);
  if (numbers >= 0) return numbers + 1;
  const firstData = rows.findIndex((row, index) => index >= top && isDataRow(row));
  const limit = firstData < 0 ? rows.length : firstData;
  if (limit === top) return top;
  let end = top + 1;
  while (
    end < rows.length &&
    !isTotalRow(rows[end] ?? []) &&
    (isCrossed(rows, top, end, firstData) || (end < limit && goesOn(rows, top, end, columnCount)))
  )
    end += 1;
  return headedColumns(rows, top, end) >= HEADED * columnCount ? end : top;
}

/** The row of column numbers that ends a header; a row of figures above it says that there is none. */
function numberRowAfter(rows: readonly GridRow[], top: number, columnCount: number): number {
  const printed = rows.map((row, index) => ({ row, index })).filter(({ row, index }) => index >= top && filled(row).length > 0);
  const at = printed.slice(0, MOST_HEADER_ROWS).findIndex(({ row }) => isNumberRow(row, columnCount));
  return printed.slice(0, Math.max(0, at)).some(({ row }) => isDataRow(row)) ? -1 : (printed[at]?.index ?? -1);
}

/** Whether a header cell goes on below; a label at the left that reaches down to the figures is none of the header's. */
function isCrossed(rows: readonly GridRow[], top: number, end: number, firstData: number): boolean {
  const crossing = rows.slice(top, end).flatMap((row) => filled(row).filter((cell) => cell.row + cell.rowSpan > end));
  return crossing.some(({ column }) => column > 0) || crossing.some((cell) => cell.row + cell.rowSpan <= firstData);
}

/** Whether the next row belongs to a header: it parts a heading over several columns, or heads columns that nothing heads yet. */
function goesOn(rows: readonly GridRow[], top: number, end: number, columnCount: number): boolean {
  const next = rows[end] ?? [];
  const above = rows.slice(top, end).flatMap((row) => row.filter((cell) => cell.row + cell.rowSpan === end));
  const stands = (cell: GridCell) => above.filter((over) => isOver(over, cell));
  if (filled(next).some((cell) => filled(stands(cell)).some((over) => isSameWidth(over, cell)))) return false;
  const parts = filled(above).some((over) => filled(next).filter((cell) => isOver(over, cell)).length > 1);
  const headed = new Set(rows.slice(top, end).flatMap((row) => filled(row).flatMap(columnsOf)));
  const heads = filled(next).some((cell) => columnsOf(cell).some((column) => !headed.has(column)));
  return parts || (heads && headed.size < columnCount);
}

function isOver(above: GridCell, below: GridCell): boolean {
  return above.column <= below.column && below.column + below.columnSpan <= above.column + above.columnSpan;
}

function isSameWidth(one: GridCell, other: GridCell): boolean {
  return one.column === other.column && one.columnSpan === other.columnSpan;
}

function columnsOf({ column, columnSpan }: GridCell): number[] {
  return Array.from({ length: columnSpan }, (_, offset) => column + offset);
}

/** How many columns have a heading of their own. */
function headedColumns(rows: readonly GridRow[], top: number, end: number): number {
  return new Set(rows.slice(top, end).flatMap((row) => filled(row).flatMap(({ column, columnSpan }) => (columnSpan === 1 ? [column] : []))))
    .size;
}

/**
 * Where the repetition of a header ends: `top` where the rows print anything else than its words.
 *
 * @param header The texts of its cells, compact.
 */
export function repeatedHeaderEnd(rows: readonly GridRow[], top: number, columnCount: number, header: ReadonlySet<string>): number {
  let end = top;
  while (end < rows.length && repeats(rows[end] ?? [], header)) end += 1;
  const repeated = rows.slice(top, end).flatMap(filled).length;
  const from = repeated < 2 ? top : end;
  return isNumberRow(rows[from] ?? [], columnCount) ? from + 1 : from;
}

function repeats(row: GridRow, header: ReadonlySet<string>): boolean {
  return !isDataRow(row) && filled(row).every((cell) => header.has(compactText(cellText(cell))));
}
