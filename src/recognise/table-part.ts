import type { Grid } from "../layout/region.ts";
import { compactText } from "../model/compact-text.ts";
import { type Caption, isCaption, mergeCaptions, readCaption } from "./caption.ts";
import { dropIdleColumns } from "./drop-idle-columns.ts";
import { saysNothingToShow } from "./empty-statement.ts";
import { cellText, filled, type GridRow, gridRows, isFigure, isNumberRow } from "./grid-rows.ts";
import { headerEnd, repeatedHeaderEnd } from "./header-rows.ts";

/** The part of a table that stands on one page: captions that were drawn into the grid, header rows, body rows. */
export interface TablePart {
  readonly grid: Grid;
  /** What rows of the grid above the header say of the table. */
  readonly caption: Caption;
  /** First row of the header. */
  readonly headerFrom: number;
  /** First row of the body; equal to `headerFrom` where no header is printed. */
  readonly bodyFrom: number;
  /** The row after the body's last one: notes that were drawn into the grid stand below. */
  readonly bodyTo: number;
  /** The notes below the body, a paragraph each. */
  readonly notes: readonly string[];
}

/**
 * Finds where captions end, and the header, and the body begins.
 *
 * @param openHeader Texts of the open table's header cells, compact, when the grid may continue it: only the same words again are a header.
 */
export function toTablePart(grid: Grid, openHeader: ReadonlySet<string> | undefined): TablePart {
  const rows = gridRows(grid);
  const captions: Caption[] = [];
  let top = 0;
  for (; top < rows.length - 1; top++) {
    const caption = captionOfRow(rows[top] ?? [], grid);
    if (!caption) break;
    captions.push(caption);
  }
  const bodyFrom = bodyStart(rows, top, grid, openHeader);
  const notesFrom = notesStart(rows, bodyFrom);
  const notes = rows.slice(notesFrom).flatMap((row) => filled(row).map(cellText));
  const columns = dropIdleColumns(grid, top, notesFrom);
  return { grid: columns, caption: mergeCaptions(captions), headerFrom: top, bodyFrom, bodyTo: notesFrom, notes };
}

function bodyStart(rows: readonly GridRow[], top: number, grid: Grid, openHeader: ReadonlySet<string> | undefined): number {
  if (grid.headerRowCount !== undefined) return Math.min(rows.length, top + grid.headerRowCount);
  const { columnCount } = dropIdleColumns(grid, top, rows.length);
  return openHeader ? repeatedHeaderEnd(rows, top, columnCount, openHeader) : headerEnd(rows, top, columnCount);
}

const NOTE = /^注\d*[:：]/u;

/** Where the notes begin: a row that holds nothing but 注：… or 本表无数据, and from it to the end at most one cell a row. */
function notesStart(rows: readonly GridRow[], from: number): number {
  const start = rows.findIndex((row, index) => index >= from && isNoteRow(filled(row).map(cellText)));
  const onlyText = (row: GridRow) => filled(row).length <= 1 && !filled(row).map(cellText).some(isFigure);
  return start >= 0 && rows.slice(start).every(onlyText) ? start : rows.length;
}

function isNoteRow(texts: readonly string[]): boolean {
  return NOTE.test(compactText(texts.join(""))) || (texts.length === 1 && texts.every(saysNothingToShow));
}

/** The texts of a part's header cells, compact; of a row of column numbers none. */
export function headerTexts({ grid, headerFrom, bodyFrom }: TablePart): string[] {
  const header = gridRows(grid).slice(headerFrom, bodyFrom);
  return header
    .filter((row) => !isNumberRow(row, grid.columnCount))
    .flatMap((row) => filled(row).map((cell) => compactText(cellText(cell))));
}

/** A row that only says what the table is: one or two filled cells, all of them captions. */
function captionOfRow(row: GridRow, grid: Grid): Caption | undefined {
  const cells = filled(row);
  if (cells.length === 0 || cells.length > 3 || grid.columnCount < 2) return cells.length === 0 ? {} : undefined;
  const captions = cells.map((cell) => readCaption(cellText(cell)));
  return captions.every(isCaption) ? mergeCaptions(captions) : undefined;
}
