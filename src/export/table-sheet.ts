import type { Worksheet } from "exceljs";
import { Decimal } from "../model/amount.ts";
import { amountUnitNames } from "../model/amount-unit-names.ts";
import { displayWidth } from "../model/display-width.ts";
import type { BudgetTable } from "../tables/budget-document.ts";
import { headerCells } from "./header-cells.ts";
import { printedFigure, type SpreadsheetValue } from "./spreadsheet-value.ts";

const TITLE_ROWS = 2;
const WIDEST = 40;

/** Fills a sheet with a table as it is printed: title, unit, merged header, rows, notes. */
export function tableSheet(sheet: Worksheet, table: BudgetTable): void {
  const width = Math.max(1, table.columns.length);
  const { cells, rowCount } = headerCells(table.columns);
  const line = (row: number, text: string, horizontal: "left" | "center" | "right") => {
    const cell = sheet.getCell(row, 1);
    if (width > 1) sheet.mergeCells(row, 1, row, width);
    cell.value = text;
    cell.alignment = { horizontal, vertical: "middle", wrapText: true };
    return cell;
  };
  const number = table.number === undefined ? "" : `表${table.number} `;
  line(1, `${number}${table.title ?? ""}`, "center").font = { bold: true, size: 14 };
  line(2, table.printedUnit ? `单位：${amountUnitNames[table.printedUnit]}` : "", "right");
  for (const { text, row, column, rowSpan, columnSpan } of cells) {
    const [top, left] = [TITLE_ROWS + 1 + row, column + 1];
    if (rowSpan > 1 || columnSpan > 1) sheet.mergeCells(top, left, top + rowSpan - 1, left + columnSpan - 1);
    const cell = sheet.getCell(top, left);
    cell.value = text;
    cell.font = { bold: true };
    cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
  }
  const firstRow = TITLE_ROWS + rowCount + 1;
  for (const [rowIndex, row] of table.rows.entries()) {
    for (const [columnIndex, text] of row.cells.entries()) {
      if (text === null) continue;
      const { value, format } = sheetValue(table, rowIndex, columnIndex, text);
      const cell = sheet.getCell(firstRow + rowIndex, columnIndex + 1);
      cell.value = value;
      if (format) cell.numFmt = format;
      cell.alignment = { vertical: "middle", wrapText: true };
    }
  }
  table.notes.forEach((note, index) => {
    line(firstRow + table.rows.length + index, note, "left");
  });
  sheet.views = [{ state: "frozen", ySplit: firstRow - 1 }];
  for (const [index, { path }] of table.columns.entries()) {
    const texts = [path.at(-1) ?? "", ...table.rows.map(({ cells: printed }) => printed[index] ?? "")];
    sheet.getColumn(index + 1).width = Math.min(WIDEST, Math.max(8, ...texts.map(displayWidth)) + 2);
  }
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
