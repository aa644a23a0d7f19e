import type { Alignment, Borders, Cell, Worksheet } from "exceljs";
import { Decimal } from "../model/amount.ts";
import { amountUnitNames } from "../model/amount-unit-names.ts";
import { displayWidth } from "../model/display-width.ts";
import type { BudgetTable } from "../tables/budget-document.ts";
import type { CellMark, TableMarks } from "./cell-marks.ts";
import { headerCells } from "./header-cells.ts";
import { columnWidths, pageCount, rowHeight } from "./sheet-layout.ts";
import { printedFigure, type SpreadsheetValue } from "./spreadsheet-value.ts";
import type { TableRow } from "./table-row.ts";

const TITLE_ROWS = 2;
const TITLE_HEIGHT = 26;
/** How much larger than the rest the title is. */
const TITLE_SCALE = 1.4;
/** Spaces that a text is moved in by a step down the tree of rows. */
const INDENT_WIDTH = 2;
const FONT = { name: "宋体", size: 10 } as const;
const TOTALS: ReadonlySet<string> = new Set(["total", "subtotal", "grandTotal"]);
const thin = { style: "thin" } as const;
const BORDER: Partial<Borders> = { top: thin, left: thin, bottom: thin, right: thin };

/** Every sheet on paper: A4 across, as wide as the page, its header on every page. */
export const pageSetup = {
  paperSize: 9,
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
} as const satisfies Partial<Worksheet["pageSetup"]>;

/** The first columns and rows of a sheet, as what is printed of it. */
export function printArea(sheet: Worksheet, columnCount: number, rowCount: number): string {
  return `A$1:${sheet.getColumn(columnCount).letter}$${rowCount}`;
}

/**
 * Fills a sheet with a table as it is printed: title, unit, merged header, rows, notes; and marks what a check says of its cells. What is printed of it is a page
 * of the budget.
 */
export function tableSheet(sheet: Worksheet, table: BudgetTable, marks?: TableMarks): void {
  const columnCount = Math.max(1, table.columns.length);
  const { cells, rowCount } = headerCells(table.columns);
  const values = table.rows.map((row, rowIndex) =>
    row.cells.map((text, column) => (text === null ? undefined : sheetValue(table, rowIndex, column, text))),
  );
  const title = `${table.number === undefined ? "" : `表${table.number} `}${table.title ?? ""}`;
  const widths = columnWidths(
    table.columns.map(({ path }, column) => {
      const of = (isFigure: boolean) =>
        table.rows.flatMap(({ cells: printed }, row) => {
          const value = values[row]?.[column];
          if (!value || (value.format !== undefined) !== isFigure) return [];
          return [" ".repeat(isFigure ? 0 : indentOf(table, row, column) * INDENT_WIDTH) + (printed[column] ?? "")];
        });
      return { header: path.at(-1) ?? "", texts: of(false), figures: of(true) };
    }),
  );
  const missing = displayWidth(title) * TITLE_SCALE + 2 - widths.reduce((sum, width) => sum + width, 0);
  if (missing > 0) widths[0] = (widths[0] ?? 0) + missing;
  const span = (from: number, count: number) => widths.slice(from, from + count).reduce((sum, width) => sum + width, 0);
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });

  const line = (row: number, text: string, horizontal: "left" | "center" | "right", font: object = FONT) => {
    if (columnCount > 1) sheet.mergeCells(row, 1, row, columnCount);
    const cell = sheet.getCell(row, 1);
    cell.value = text;
    cell.font = font;
    cell.alignment = { horizontal, vertical: "middle", wrapText: true };
    sheet.getRow(row).height = rowHeight([{ text, width: span(0, columnCount) }]);
  };
  line(1, title, "center", { ...FONT, bold: true, size: FONT.size * TITLE_SCALE });
  sheet.getRow(1).height = TITLE_HEIGHT;
  setMark(sheet.getCell(1, 1), marks?.table);
  line(2, table.printedUnit ? `单位：${amountUnitNames[table.printedUnit]}` : "", "right");

  for (const { text, row, column, rowSpan, columnSpan } of cells) {
    const [top, left] = [TITLE_ROWS + 1 + row, column + 1];
    if (rowSpan > 1 || columnSpan > 1) sheet.mergeCells(top, left, top + rowSpan - 1, left + columnSpan - 1);
    const cell = sheet.getCell(top, left);
    cell.value = text;
    cell.font = { ...FONT, bold: true };
    cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
  }
  for (let row = 0; row < rowCount; row++) {
    const inRow = cells.filter((cell) => cell.row + cell.rowSpan - 1 === row);
    const heights = inRow.map(({ text, column, columnSpan, rowSpan }) => rowHeight([{ text, width: span(column, columnSpan) }]) / rowSpan);
    sheet.getRow(TITLE_ROWS + 1 + row).height = Math.max(rowHeight([]), ...heights);
    for (let column = 1; column <= columnCount; column++) sheet.getCell(TITLE_ROWS + 1 + row, column).border = BORDER;
  }

  const firstRow = TITLE_ROWS + rowCount + 1;
  for (const [rowIndex, row] of table.rows.entries()) {
    const { role = "" } = row as Partial<TableRow>;
    const heights: { text: string; width: number }[] = [];
    for (let column = 0; column < columnCount; column++) {
      const cell = sheet.getCell(firstRow + rowIndex, column + 1);
      cell.border = BORDER;
      cell.font = { ...FONT, bold: TOTALS.has(role) };
      setMark(cell, marks?.cell(rowIndex, column));
      const value = values[rowIndex]?.[column];
      if (value === undefined) continue;
      const indent = value.format === undefined ? indentOf(table, rowIndex, column) : 0;
      cell.value = value.value;
      if (value.format) cell.numFmt = value.format;
      const alignment: Partial<Alignment> = { vertical: "middle", wrapText: true, horizontal: value.format ? "right" : "left" };
      cell.alignment = indent > 0 ? { ...alignment, indent } : alignment;
      heights.push({ text: row.cells[column] ?? "", width: (widths[column] ?? 0) - indent * INDENT_WIDTH });
    }
    sheet.getRow(firstRow + rowIndex).height = rowHeight(heights);
  }
  table.notes.forEach((note, index) => {
    line(firstRow + table.rows.length + index, note, "left");
  });

  const lastRow = Math.max(1, firstRow + table.rows.length + table.notes.length - 1);
  sheet.views = [{ state: "frozen", xSplit: namingColumns(table, values), ySplit: firstRow - 1 }];
  const heights = Array.from({ length: lastRow }, (_, index) => sheet.getRow(index + 1).height);
  const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0);
  const size = { width: sum(widths), height: sum(heights), header: sum(heights.slice(TITLE_ROWS, TITLE_ROWS + rowCount)) };
  Object.assign(sheet.pageSetup, pageSetup, {
    fitToHeight: pageCount(size, table.pages.length),
    printArea: printArea(sheet, columnCount, lastRow),
    ...(rowCount > 0 && { printTitlesRow: `${TITLE_ROWS + 1}:${TITLE_ROWS + rowCount}` }),
  });
  sheet.headerFooter.oddFooter = "&P / &N";
}

const MARK_COLOURS = { cause: "FFFFC7CE", finding: "FFFFEB9C" } as const;
const MOST_TEXTS = 5;

function setMark(cell: Cell, mark: CellMark | undefined): void {
  if (!mark) return;
  const more = mark.texts.length > MOST_TEXTS ? ["…"] : [];
  cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: MARK_COLOURS[mark.strength] } };
  cell.note = [...mark.texts.slice(0, MOST_TEXTS), ...more].join("\n\n");
}

/** Money and counts are numbers; in a column that no form knows, what prints a separator or decimals is one too. */
function sheetValue(table: BudgetTable, rowIndex: number, columnIndex: number, text: string): SpreadsheetValue {
  const key = table.columns[columnIndex]?.key;
  const row = table.rows[rowIndex] as { readonly amounts?: object; readonly [field: string]: unknown } | undefined;
  const isFigure =
    key === undefined
      ? /^[^\d]?[\d０-９]{1,3}([,，][\d０-９]{3})*[.．][\d０-９]+\D?$/u.test(text)
      : key in (row?.amounts ?? {}) || row?.[key] instanceof Decimal;
  return isFigure ? printedFigure(text) : { value: text };
}

/** How far a name stands in: the lines above it that it is part of, without the total. */
function indentOf(table: BudgetTable, rowIndex: number, column: number): number {
  const rows = table.rows as readonly Partial<TableRow>[];
  const key = table.columns[column]?.key ?? "";
  const side = key === "revenueItem" ? "revenue" : key === "expenditureItem" ? "expenditure" : undefined;
  if (side !== undefined) {
    let depth = 0;
    for (let at = rows[rowIndex]?.[side]?.partOf; at !== undefined && depth < rows.length; at = rows[at]?.[side]?.partOf) depth++;
    return depth;
  }
  const names = table.columns.findIndex(({ key: name }) => name !== undefined && !/code$/i.test(name));
  return column === names ? Math.max(0, (rows[rowIndex]?.level ?? 0) - 1) : 0;
}

/** Columns that stay when one scrolls to the right: those before the first figure, where they leave room for figures. */
function namingColumns(table: BudgetTable, values: readonly (readonly (SpreadsheetValue | undefined)[])[]): number {
  const first = table.columns.findIndex((_, column) => values.some((row) => row[column]?.format !== undefined));
  return first > 0 && first <= 3 ? first : 0;
}
