import type { Notice } from "../../model/diagnostic.ts";
import type { Grid, GridCell } from "../region.ts";
import type { InputLine } from "../text/input-line.ts";
import { headerSpans } from "./header-spans.ts";
import { linesToTabbedRows, type TabbedRow } from "./tabbed-rows.ts";
import { transcribedLines } from "./transcription.ts";

/**
 * Tab-separated lines as a grid, header and number row included as they stand.
 *
 * @param lines The lines of one table on one page, nothing else between them.
 */
export function linesToTabbedGrid(lines: readonly InputLine[]): { readonly grid: Grid; readonly notices: readonly Notice[] } {
  const { columnCount, rows, headerRowCount, notices } = linesToTabbedRows(lines);
  const printed = rows.map(({ fields }) => fields.map((field) => field.split("\n").flatMap(transcribedLines)));
  const header = headerSpans(printed.slice(0, headerRowCount).map((cells) => cells.map((cell) => cell.join(""))));
  const headerCells = header.map((span) => ({ ...span, lines: printed[span.row]?.[span.column] ?? [], indent: 0 }));
  const bodyCells = rows.flatMap((row, index) => (index < headerRowCount ? [] : toCells(row, index, printed[index] ?? [])));
  const first = lines[0];
  const grid: Grid = {
    kind: "grid",
    pageNumber: first?.pageNumber,
    line: rows[0]?.line ?? first?.line ?? 1,
    lastLine: lines.at(-1)?.line ?? 1,
    method: "tabbed",
    rowCount: rows.length,
    columnCount,
    cells: [...headerCells, ...bodyCells],
    rowLines: rows.map(({ line }) => line),
  };
  return { grid, notices };
}

function toCells({ fields }: TabbedRow, row: number, printed: readonly (readonly string[])[]): GridCell[] {
  return printed.map((lines, column) => ({ row, column, rowSpan: 1, columnSpan: 1, lines, indent: indentOf(fields[column] ?? "") }));
}

/** Ideographic spaces at the beginning: what a transcription keeps of a stub indent. */
function indentOf(field: string): number {
  return /^ *(\u3000*)/u.exec(field)?.[1]?.length ?? 0;
}
