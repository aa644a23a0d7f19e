import type { Grid, GridCell } from "../layout/region.ts";
import { unionBox } from "../model/box.ts";
import { parsePrintedAmount } from "../model/printed-amount.ts";
import type { Column } from "../tables/column.ts";
import { columnMap } from "./column-map.ts";
import { joinText } from "./join-text.ts";
import type { JoinedCell, JoinedRow } from "./recognised-table.ts";
import { cellText, gridRows, type TablePart } from "./table-part.ts";

const EMPTY: JoinedCell = { text: null, indent: 0, places: [] };

/** The rows of all parts, those joined that a page break cut. */
export interface JoinedRows {
  readonly rows: readonly JoinedRow[];
  /** Rows where the page does not say for certain that the first row of a page belongs to the row before. */
  readonly uncertain: readonly { readonly row: number; readonly page: number | undefined }[];
}

/**
 * Puts the bodies of a table's parts under one another.
 *
 * @param base The grid whose columns the table has.
 * @param columns The form's column for each, to know where money stands; undefined where it is not known.
 */
export function joinRows(parts: readonly TablePart[], base: Grid, columns: readonly (Column | undefined)[]): JoinedRows {
  const rows: JoinedRow[] = [];
  const uncertain: { row: number; page: number | undefined }[] = [];
  const money = moneyColumns(parts, base, columns);
  for (const [index, part] of parts.entries()) {
    const body = bodyRows(part, base, columns);
    const [first] = body;
    const last = rows.at(-1);
    const before = parts[index - 1]?.grid;
    const cut = first && last && before ? cutBetween(last, first, money, before.openBottom === true || part.grid.openTop === true) : "no";
    if (cut !== "no" && first && last) {
      rows[rows.length - 1] = mergeRows(last, first);
      if (cut === "perhaps") uncertain.push({ row: rows.length - 1, page: part.grid.pageNumber });
      rows.push(...body.slice(1));
    } else rows.push(...body);
  }
  return { rows, uncertain };
}

/** Body rows of one part, its cells in the table's columns. */
function bodyRows({ grid, bodyFrom }: TablePart, base: Grid, columns: readonly (Column | undefined)[]): JoinedRow[] {
  const map = columnMap(grid, base);
  return gridRows(grid)
    .slice(bodyFrom)
    .map((row, index) => toJoinedRow(row, bodyFrom + index, grid, map, base.columnCount, columns))
    .filter(({ cells }) => cells.some(({ text }) => text !== null));
}

function toJoinedRow(
  row: readonly GridCell[],
  rowIndex: number,
  grid: Grid,
  map: readonly number[],
  columnCount: number,
  columns: readonly (Column | undefined)[],
): JoinedRow {
  const cells = Array.from({ length: columnCount }, () => EMPTY);
  for (const cell of row) {
    if (cell.lines.length === 0) continue;
    const at = placeOf(cell, map, columns);
    const places = cell.box && grid.pageNumber !== undefined ? [{ page: grid.pageNumber, box: cell.box }] : [];
    const joined = { text: cellText(cell) || null, indent: cell.indent, places };
    cells[at] = cells[at] === EMPTY ? joined : mergeCells(cells[at] ?? EMPTY, joined);
  }
  const line = grid.rowLines?.[rowIndex];
  const box = grid.rowBoxes?.[rowIndex];
  return {
    cells,
    ...(grid.pageNumber !== undefined && { page: grid.pageNumber }),
    ...(line !== undefined && { line }),
    ...(box && { bbox: box }),
  };
}

/** A label over the code and the name column stands in the name column; any other merged cell at its left. */
function placeOf(cell: GridCell, map: readonly number[], columns: readonly (Column | undefined)[]): number {
  const covered = Array.from({ length: cell.columnSpan }, (_, offset) => map[cell.column + offset] ?? 0);
  const name = covered.find((column) => columns[column]?.type === "label" || columns[column]?.key === "name");
  return (covered.length > 1 ? name : undefined) ?? covered[0] ?? 0;
}

/** Columns that hold money: the form says so, or most of their filled cells are figures. */
function moneyColumns(parts: readonly TablePart[], base: Grid, columns: readonly (Column | undefined)[]): boolean[] {
  if (columns.some((column) => column)) return Array.from({ length: base.columnCount }, (_, index) => columns[index]?.type === "amount");
  const texts = parts.flatMap((part) => bodyRows(part, base, columns));
  return Array.from({ length: base.columnCount }, (_, column) => {
    const filled = texts.flatMap(({ cells }) => cells[column]?.text ?? []);
    return filled.length > 0 && filled.filter(isNumber).length > filled.length / 2;
  });
}

/**
 * Whether the first row of a page is the rest of the last row of the page before.
 *
 * A row without any money under a row with money is a rest, since rows of these tables print their money, zero or not; so is a row that
 * has the money that the row before lacks. A rest prints no text where the row before has none.
 */
function cutBetween(last: JoinedRow, first: JoinedRow, money: readonly boolean[], open: boolean): "yes" | "perhaps" | "no" {
  if (!money.includes(true)) return open ? "yes" : "no";
  const printsMoney = (row: JoinedRow) => row.cells.some(({ text }, column) => money[column] && text !== null);
  const moneyOfBoth = last.cells.every(({ text }, column) => {
    const rest = first.cells[column]?.text ?? null;
    return !money[column] || text === null || rest === null || (!isNumber(text) && isNumber(text + rest));
  });
  const texts = first.cells.flatMap(({ text }, column) => (text !== null && !money[column] ? [column] : []));
  const continues = texts.every((column) => last.cells[column]?.text !== null);
  if (!printsMoney(first))
    return open || (printsMoney(last) && continues)
      ? "yes"
      : printsMoney(last) && texts.length > 0 && !isLabelOnly(texts)
        ? "perhaps"
        : "no";
  if (!printsMoney(last)) return moneyOfBoth ? (open || continues ? "yes" : "perhaps") : "no";
  return open && moneyOfBoth ? "yes" : "no";
}

function isLabelOnly(columns: readonly number[]): boolean {
  return columns.length === 1 && (columns[0] ?? 0) <= 1;
}

function isNumber(text: string): boolean {
  const printed = parsePrintedAmount(text);
  return printed?.kind === "number" || printed?.kind === "dash";
}

function mergeRows(last: JoinedRow, rest: JoinedRow): JoinedRow {
  const cells = last.cells.map((cell, column) => mergeCells(cell, rest.cells[column] ?? EMPTY));
  const samePage = last.page === rest.page;
  const bbox = samePage ? unionBox(last.bbox, rest.bbox) : last.bbox;
  return { ...last, cells, ...(bbox && { bbox }) };
}

function mergeCells(cell: JoinedCell, rest: JoinedCell): JoinedCell {
  if (rest.text === null) return cell;
  if (cell.text === null) return rest;
  return { text: joinText([cell.text, rest.text]), indent: cell.indent, places: [...cell.places, ...rest.places] };
}
