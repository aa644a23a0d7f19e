import type { Grid, GridCell } from "../layout/region.ts";
import { columnNumbers } from "../model/column-numbers.ts";
import { compactText } from "../model/compact-text.ts";
import { parsePrintedAmount } from "../model/printed-amount.ts";
import { type Caption, isCaption, mergeCaptions, readCaption } from "./caption.ts";
import { dropIdleColumns } from "./drop-idle-columns.ts";
import { saysNothingToShow } from "./empty-statement.ts";
import { joinText } from "./join-text.ts";
import { bagContains, bagSimilarity } from "./similarity.ts";

/** A row of a grid, its cells by their left column. */
export type GridRow = readonly GridCell[];

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
 * @param openHeader Compact text of the open table's header, when the grid may continue it: only the same words again are a header.
 */
export function toTablePart(grid: Grid, openHeader: string | undefined): TablePart {
  const rows = gridRows(grid);
  const captions: Caption[] = [];
  let top = 0;
  for (; top < rows.length - 1; top++) {
    const caption = captionOfRow(rows[top] ?? [], grid);
    if (!caption) break;
    captions.push(caption);
  }
  const bodyFrom = Math.min(rows.length, bodyStart(rows, top, grid, openHeader));
  const notesFrom = notesStart(rows, bodyFrom);
  const notes = rows.slice(notesFrom).flatMap((row) => filled(row).map(cellText));
  const columns = dropIdleColumns(grid, top, notesFrom);
  return { grid: columns, caption: mergeCaptions(captions), headerFrom: top, bodyFrom, bodyTo: notesFrom, notes };
}

/** Printed rows above the column numbers, and these. */
const MOST_HEADER_ROWS = 8;

function bodyStart(rows: readonly GridRow[], top: number, grid: Grid, openHeader: string | undefined): number {
  if (grid.headerRowCount !== undefined) return top + grid.headerRowCount;
  const printed = rows.slice(top).filter((row) => filled(row).length > 0);
  const numbers = printed.slice(0, MOST_HEADER_ROWS).find((row) => isNumberRow(row, grid.columnCount));
  const numberRow = numbers ? rows.indexOf(numbers) : -1;
  if (numberRow >= 0) return numberRow + 1;
  const firstData = rows.findIndex((row, index) => index >= top && isDataRow(row));
  if (openHeader !== undefined) return repeatedHeaderEnd(rows, top, firstData < 0 ? rows.length : firstData, openHeader);
  return firstData >= 0 ? headerEnd(rows, top, firstData) : leafEnd(rows, top);
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

/** The rows of a grid; a merged cell stands in its first row. */
export function gridRows(grid: Grid): GridRow[] {
  const rows: GridCell[][] = Array.from({ length: grid.rowCount }, () => []);
  for (const cell of grid.cells) rows[cell.row]?.push(cell);
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  return rows;
}

export function cellText(cell: GridCell): string {
  return joinText(cell.lines);
}

/** All header words of a part, for comparison. */
export function headerText({ grid, headerFrom, bodyFrom }: TablePart): string {
  const header = gridRows(grid).slice(headerFrom, bodyFrom);
  return compactText(
    header
      .filter((row) => !isNumberRow(row, grid.columnCount))
      .flatMap((row) => row.map(cellText))
      .join(""),
  );
}

function filled(row: GridRow): GridCell[] {
  return row.filter((cell) => cell.lines.some((line) => line.trim() !== ""));
}

/** A row that only says what the table is: one or two filled cells, all of them captions. */
function captionOfRow(row: GridRow, grid: Grid): Caption | undefined {
  const cells = filled(row);
  if (cells.length === 0 || cells.length > 3 || grid.columnCount < 2) return cells.length === 0 ? {} : undefined;
  const captions = cells.map((cell) => readCaption(cellText(cell)));
  return captions.every(isCaption) ? mergeCaptions(captions) : undefined;
}

/** The row of column numbers under a header: 1 2 3 …, or 栏次 1 2 3 …. */
export function isNumberRow(row: GridRow, columnCount: number): boolean {
  const texts = filled(row).map(cellText);
  const numbers = columnNumbers(texts) ?? [];
  const fewest = /^[栏行]次$/u.test(compactText(texts[0] ?? "")) ? 1 : Math.max(2, columnCount * 0.6);
  return columnCount >= 2 && numbers[0] === 1 && numbers.length >= fewest;
}

const TOTAL_LABEL = /^(?:合计|总计)$/u;

function isDataRow(row: GridRow): boolean {
  const texts = filled(row).map(cellText);
  if (texts.some(isFigure)) return true;
  return texts.length === 1 && TOTAL_LABEL.test(compactText(texts[0] ?? ""));
}

/** What is set like a figure though it cannot be read as one: a sign behind it, a column too narrow for it (`####`). */
const LIKE_FIGURE = /^(?:[^\p{L}]*\d\.\d{1,2}[^\p{L}]*(?:[万千]?元)?|#{2,})$/u;

/** An amount, a dash or a code: what a header never prints. A bare year can be a header. */
function isFigure(text: string): boolean {
  const printed = parsePrintedAmount(text);
  if (!printed) return LIKE_FIGURE.test(compactText(text));
  return printed.kind !== "blank" && (printed.kind === "dash" || !/^20\d\d$/.test(compactText(text)));
}

/** A header cell that spans down keeps the rows under it in the header. */
function headerEnd(rows: readonly GridRow[], from: number, firstData: number): number {
  const spans = rows.slice(from, firstData).flatMap((row) => filled(row).map((cell) => cell.row + cell.rowSpan));
  return Math.max(firstData, Math.min(rows.length, ...(spans.length > 0 ? [Math.max(...spans)] : [firstData])));
}

/** Where a header ends that no figure follows: below a heading over several columns stand the headings of each. */
function leafEnd(rows: readonly GridRow[], top: number): number {
  let end = headerEnd(rows, top, top + 1);
  const hasHeadingOverSeveral = () =>
    rows.slice(top, end).some((row) => row.some((cell) => cell.columnSpan > 1 && cell.row + cell.rowSpan === end));
  while (end < rows.length && hasHeadingOverSeveral()) end = headerEnd(rows, top, end + 1);
  return Math.min(rows.length, end);
}

/** How many rows at the top print the words of the open table's header again, or some of them; none where they print something else. */
function repeatedHeaderEnd(rows: readonly GridRow[], top: number, firstData: number, openHeader: string): number {
  let best = { end: top, score: 0.8 };
  for (let end = top + 1; end <= firstData; end++) {
    const cells = rows.slice(top, end).flatMap(filled);
    const text = compactText(cells.map(cellText).join(""));
    const partly = cells.length >= 2 && bagContains(openHeader, text) ? 0.85 : 0;
    const score = Math.max(bagSimilarity(text, openHeader), partly);
    if (score > best.score) best = { end, score };
  }
  return best.end;
}
