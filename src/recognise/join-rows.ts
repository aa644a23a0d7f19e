import type { Grid, GridCell } from "../layout/region.ts";
import { unionBox } from "../model/box.ts";
import { parsePrintedAmount } from "../model/printed-amount.ts";
import type { Column } from "../tables/column.ts";
import { columnMap } from "./column-map.ts";
import { joinText } from "./join-text.ts";
import type { JoinedCell, JoinedRow } from "./recognised-table.ts";
import { cellText, gridRows, type TablePart } from "./table-part.ts";

const EMPTY: JoinedCell = { text: null, indent: 0, places: [] };

interface RowPlace {
  readonly row: number;
  readonly page: number | undefined;
}

/** The rows of all parts, those joined that a page break cut. */
export interface JoinedRows {
  readonly rows: readonly JoinedRow[];
  /** Rows where the page does not say for certain that the first row of a page belongs to the row before. */
  readonly uncertain: readonly RowPlace[];
  /** Rows in which two cells of a page fell into one column of the table, and what stands there now. */
  readonly merged: readonly (RowPlace & { readonly text: string })[];
}

/**
 * Puts the bodies of a table's parts under one another.
 *
 * @param base The grid whose columns the table has.
 * @param columns The form's column for each, to know where money stands; undefined where it is not known.
 */
export function joinRows(parts: readonly TablePart[], base: Grid, columns: readonly (Column | undefined)[]): JoinedRows {
  const bodies = parts.map((part) => bodyRows(part, base, columns));
  const nature = rowNature(
    bodies.map((body) => body.map(({ row }) => row)),
    base,
    columns,
  );
  const rows: JoinedRow[] = [];
  const uncertain: RowPlace[] = [];
  const merged: (RowPlace & { text: string })[] = [];
  for (const [index, body] of bodies.entries()) {
    const grid = parts[index]?.grid;
    const open = parts[index - 1]?.grid.openBottom === true || grid?.openTop === true;
    for (const [at, { row, collisions }] of body.entries()) {
      const last = rows.at(-1);
      const cut = at === 0 && last ? cutBetween(last, row, nature, open) : "no";
      if (cut !== "no" && last) rows[rows.length - 1] = mergeRows(last, row);
      else rows.push(row);
      const place = { row: rows.length - 1, page: grid?.pageNumber };
      if (cut === "perhaps") uncertain.push(place);
      merged.push(...collisions.map((text) => ({ ...place, text })));
    }
  }
  return { rows, uncertain, merged };
}

interface BodyRow {
  readonly row: JoinedRow;
  /** Texts of two cells that fell into one column. */
  readonly collisions: readonly string[];
}

/** Body rows of one part, their cells in the table's columns. */
function bodyRows({ grid, bodyFrom, bodyTo }: TablePart, base: Grid, columns: readonly (Column | undefined)[]): BodyRow[] {
  const map = columnMap(grid, base);
  return gridRows(grid)
    .slice(bodyFrom, bodyTo)
    .map((row, index) => toBodyRow(row, bodyFrom + index, grid, map, base.columnCount, columns))
    .filter(({ row }) => row.cells.some(({ text }) => text !== null));
}

function toBodyRow(
  row: readonly GridCell[],
  rowIndex: number,
  grid: Grid,
  map: readonly number[],
  columnCount: number,
  columns: readonly (Column | undefined)[],
): BodyRow {
  const cells = Array.from({ length: columnCount }, () => EMPTY);
  const collisions: string[] = [];
  for (const cell of row) {
    if (cell.lines.length === 0) continue;
    const at = placeOf(cell, map, columns);
    const places = cell.box && grid.pageNumber !== undefined ? [{ page: grid.pageNumber, box: cell.box }] : [];
    const placed = mergeCells(cells[at] ?? EMPTY, { text: cellText(cell) || null, indent: cell.indent, places });
    if (cells[at] !== EMPTY && placed.text !== null) collisions.push(placed.text);
    cells[at] = placed;
  }
  const line = grid.rowLines?.[rowIndex];
  const box = grid.rowBoxes?.[rowIndex];
  const place = { ...(grid.pageNumber !== undefined && { page: grid.pageNumber }), ...(line !== undefined && { line }) };
  return { row: { cells, ...place, ...(box && { bbox: box }) }, collisions };
}

/** A label over the code and the name column stands in the name column; any other merged cell at its left. */
function placeOf(cell: GridCell, map: readonly number[], columns: readonly (Column | undefined)[]): number {
  const covered = Array.from({ length: cell.columnSpan }, (_, offset) => map[cell.column + offset] ?? 0);
  const name = covered.find((column) => columns[column]?.type === "label" || columns[column]?.key === "name");
  return (covered.length > 1 ? name : undefined) ?? covered[0] ?? 0;
}

function rowNature(bodies: readonly (readonly JoinedRow[])[], base: Grid, columns: readonly (Column | undefined)[]): RowNature {
  const money = moneyColumns(bodies.flat(), base, columns);
  const inside = bodies.flatMap((rows) => rows.slice(1, -1));
  const known = columns.some((column) => column);
  return {
    money,
    stub: money.map((_, index) => (known ? isStub(columns[index]) : index < 2)),
    alwaysMoney: inside.every(({ cells }) => cells.some(({ text }, column) => money[column] && text !== null)),
  };
}

const STUB_KEYS: ReadonlySet<string> = new Set(["code", "name", "budgetUnitCode", "label", "revenueItem", "expenditureItem"]);

function isStub(column: Column | undefined): boolean {
  return column?.type === "codedName" || STUB_KEYS.has(column?.key ?? "");
}

/** Columns that hold money: the form says so, or most of their filled cells are figures. */
function moneyColumns(rows: readonly JoinedRow[], base: Grid, columns: readonly (Column | undefined)[]): boolean[] {
  const known = columns.some((column) => column);
  return Array.from({ length: base.columnCount }, (_, column) => {
    if (known) return columns[column]?.type === "amount";
    const filled = rows.flatMap(({ cells }) => cells[column]?.text ?? []);
    return filled.length > 0 && filled.filter(isNumber).length > filled.length / 2;
  });
}

/** What a table's columns are for, and whether every row of it that stands inside a page prints money. */
interface RowNature {
  readonly money: readonly boolean[];
  /** Columns of codes and labels: what a row begins with. */
  readonly stub: readonly boolean[];
  readonly alwaysMoney: boolean;
}

/**
 * Whether the first row of a page is the rest of the last row of the page before.
 *
 * A rest has no code, ordinal or 合计 of its own and prints no text where the row before has none. Where every other row prints money,
 * a row without any is a rest, and so is one with the money that the row before lacks; elsewhere only a grid that is open at the cut says so.
 */
function cutBetween(last: JoinedRow, first: JoinedRow, { money, stub, alwaysMoney }: RowNature, open: boolean): "yes" | "perhaps" | "no" {
  if (beginsRow(first, stub)) return "no";
  if (!money.includes(true)) return open ? "yes" : "no";
  const printsMoney = (row: JoinedRow) => row.cells.some(({ text }, column) => money[column] && text !== null);
  const oneNumber = last.cells.every(({ text }, column) => {
    const rest = first.cells[column]?.text ?? null;
    return !money[column] || text === null || rest === null || (!isNumber(text) && isNumber(text + rest));
  });
  if (!oneNumber) return "no";
  if (open) return "yes";
  const hasStub = first.cells.some(({ text }, column) => stub[column] && text !== null);
  if (printsMoney(first) && (printsMoney(last) || !alwaysMoney)) return "no";
  if (!printsMoney(first) && !hasStub) return "yes";
  if (!alwaysMoney) return "no";
  return first.cells.every(({ text }, column) => text === null || money[column] || last.cells[column]?.text !== null) ? "yes" : "perhaps";
}

const ROW_BEGINNING =
  /^(?:[[［【]\s*\d{3}|\d{3}(?:\d\d){0,2}$|\d{6}$|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|其中|合\s*计|总\s*计|小\s*计|本年[收支]|[收支][入出]总计)/u;

function beginsRow(row: JoinedRow, stub: readonly boolean[]): boolean {
  return row.cells.some(({ text }, column) => stub[column] && text !== null && ROW_BEGINNING.test(text.trim()));
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
