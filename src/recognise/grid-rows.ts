import type { Grid, GridCell } from "../layout/region.ts";
import { columnNumbers, isColumnMark } from "../model/column-numbers.ts";
import { compactText } from "../model/compact-text.ts";
import { onceEach } from "../model/once-each.ts";
import { parsePrintedAmount } from "../model/printed-amount.ts";
import { joinText } from "./join-text.ts";

/** A row of a grid, its cells by their left column. */
export type GridRow = readonly GridCell[];

/** The rows of a grid; a merged cell stands in its first row. */
export const gridRows = onceEach((grid: Grid): readonly GridRow[] => {
  const rows: GridCell[][] = Array.from({ length: grid.rowCount }, () => []);
  for (const cell of grid.cells) rows[cell.row]?.push(cell);
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  return rows;
});

export const cellText = onceEach((cell: GridCell): string => joinText(cell.lines));

export function filled(row: GridRow): GridCell[] {
  return row.filter((cell) => cell.lines.some((line) => line.trim() !== ""));
}

/** Where nothing marks them, column numbers stand under this share of the columns. */
const NUMBERED = 0.6;

/** The row of column numbers under a header: 1 2 3 …, 栏次 1 2 3 …, or ** ** 1 2 3 …. */
export function isNumberRow(row: GridRow, columnCount: number): boolean {
  const texts = filled(row).map(cellText);
  const numbers = columnNumbers(texts) ?? [];
  if (columnCount < 2 || numbers[0] !== 1) return false;
  return texts.length >= (texts.some(isColumnMark) ? 2 : Math.max(2, columnCount * NUMBERED));
}

const TOTAL_LABEL = /^(?:合计|总计)$/u;
/** Headings are no sentences. */
const SENTENCE = /[。；;]/u;

export function isDataRow(row: GridRow): boolean {
  const texts = filled(row).map(cellText);
  if (texts.some((text) => isFigure(text) || SENTENCE.test(text))) return true;
  return texts.length === 1 && TOTAL_LABEL.test(compactText(texts[0] ?? ""));
}

/** Whether all that a row prints is 合计 and figures: it is no heading, though cells of a header reach down beside it. */
export function isTotalRow(row: GridRow): boolean {
  const texts = filled(row).map((cell) => compactText(cellText(cell)));
  const figures = texts.filter((text) => !TOTAL_LABEL.test(text));
  return figures.length > 0 && figures.length === texts.length - 1 && figures.every(isFigure);
}

/** What is set like a figure though it cannot be read as one: a sign behind it, a column too narrow for it (`####`). */
const LIKE_FIGURE = /^(?:(?=[^\p{L}]*?\d\.\d)[^\p{L}]*(?:[万千]?元)?|#{2,})$/u;

/** An amount, a dash or a code: what a header never prints. A bare year can be a header. */
export function isFigure(text: string): boolean {
  const printed = parsePrintedAmount(text);
  if (!printed) return LIKE_FIGURE.test(compactText(text));
  return printed.kind !== "blank" && (printed.kind === "dash" || !/^20\d\d$/.test(compactText(text)));
}
