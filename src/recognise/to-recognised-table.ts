import type { Grid } from "../layout/region.ts";
import type { AmountUnit } from "../model/amount.ts";
import { compactText } from "../model/compact-text.ts";
import { type Notice, notice, type Place } from "../model/diagnostic.ts";
import { parsePrintedAmount } from "../model/printed-amount.ts";
import type { PrintedText } from "../model/printed-text.ts";
import { type Form, rowsOf, type TableLayout } from "../tables/define-table.ts";
import { readCaption } from "./caption.ts";
import { columnMap } from "./column-map.ts";
import { cellText, gridRows, isNumberRow } from "./grid-rows.ts";
import { headerPaths } from "./header-path.ts";
import { joinRows } from "./join-rows.ts";
import { matchColumns } from "./match-columns.ts";
import { isLikeTitleOf, matchTable, type TableMatch } from "./match-table.ts";
import type { OpenTable } from "./open-table.ts";
import type { JoinedColumn, JoinedRow, RecognisedTable } from "./recognised-table.ts";
import { tableOfBlocks } from "./table-of-blocks.ts";
import type { TablePart } from "./table-part.ts";

/** A gathered table with its header, and the table of a form that it turned out to be. */
export interface MatchedTable {
  readonly table: OpenTable;
  /** Its parts; those of a table whose headings stand among its rows have no header. */
  readonly parts: readonly TablePart[];
  readonly base: Grid;
  readonly paths: readonly (readonly string[])[];
  readonly match: TableMatch | undefined;
}

/** Reads the header of a gathered table and tells its form. */
export function toMatchedTable(table: OpenTable, forms: readonly Form[], preferred: string | undefined): MatchedTable {
  const { caption, parts } = table;
  const title = caption.title ?? null;
  const within = tableOfBlocks(title, parts, forms);
  const base = baseGrid(within?.parts ?? parts);
  if (within) return { table, ...within, base, paths: Array.from({ length: base.columnCount }, () => []) };
  const given = specified(base, preferred);
  const paths = given ? givenPaths(given, parts) : combinedPaths(parts, base);
  const match = given ?? matchTable(title, paths, forms, preferred, parts.flatMap(bodyTexts));
  return { table, parts, base, paths, match: match && isLikelyProse(match, title, base) ? undefined : match };
}

function bodyTexts({ grid, bodyFrom, bodyTo }: TablePart): string[] {
  return grid.cells.filter(({ row }) => row >= bodyFrom && row < bodyTo).map((cell) => compactText(cellText(cell)));
}

/** A table of the prose that has neither title nor rules is as likely lines of the prose itself, of which some look like rows. */
function isLikelyProse({ layout }: TableMatch, title: string | null, { method }: Grid): boolean {
  return layout.number === undefined && title === null && method === "aligned";
}

/** Joins the rows of a table. */
export function toRecognisedTable({ table, parts, base, paths, match }: MatchedTable): RecognisedTable {
  const { caption, notes, titled } = table;
  const title = caption.title ?? null;
  const within = match?.layout.headings === "within";
  const columns = paths.map((path, index): JoinedColumn => ({ path, column: match?.columns.columns[index] }));
  const joined = joinRows(
    parts,
    base,
    columns.map(({ column }) => column),
    match && rowsOf(match.spec, match.layout),
  );
  const number = caption.number ?? match?.layout.number;
  const printed = number ?? "";
  const shown = title ?? match?.spec.titles[0] ?? "";
  const page = parts[0]?.grid.pageNumber;
  const extents = parts.flatMap(({ grid: { pageNumber, box, line, lastLine, beside = [] } }) => [
    { page: pageNumber, box, line, lastLine },
    ...beside.map((place) => ({ page: place.pageNumber, box: place.box })),
  ]);
  const notices: Notice[] = [
    ...(match && !within ? columnNotices(match, columns, { number: printed, title: shown }, { table: number, page }) : []),
    ...(match && title !== null && !isLikeTitleOf(title, match.spec)
      ? [notice("recognise.kind-by-header", { title, known: match.spec.titles[0] }, { table: number, page })]
      : []),
    ...(!match && titled ? [notice("recognise.unknown-table", { title: shown }, { table: number, page })] : []),
    ...joined.uncertain.map(({ row, page: at }) =>
      notice("recognise.join-uncertain", { number: printed, title: shown, page: at ?? 0 }, { table: number, row, page: at }),
    ),
    ...joined.cutOff.map(({ row, page: at }) =>
      notice("recognise.row-cut-off", { number: printed, title: shown, row: row + 1, page: at ?? 0 }, { table: number, row, page: at }),
    ),
    ...joined.fragments.map(({ row, page: at }) =>
      notice("recognise.row-fragment", { number: printed, title: shown, row: row + 1 }, { table: number, row, page: at }),
    ),
    ...joined.merged.map(({ row, page: at, text }) =>
      notice("recognise.cells-merged", { number: printed, title: shown, text }, { table: number, row, page: at }),
    ),
    ...table.strays.map(({ text, pageNumber, box }) =>
      notice(
        "recognise.text-between-rows",
        { number: printed, title: shown, text, page: pageNumber ?? 0 },
        { table: number, page: pageNumber, bbox: box },
      ),
    ),
    ...looseFigures(table, joined.rows.length, { number: printed, title: shown }, number),
    ...((match || titled) && parts.some(({ grid }) => grid.method === "aligned")
      ? [notice("recognise.columns-inferred", { number: printed, title: shown }, { table: number, page })]
      : []),
  ];
  return {
    match: match && {
      spec: match.spec,
      form: match.form,
      layout: match.layout,
      right: within || isRight(match, columns, joined.rows),
    },
    printedNumber: caption.number,
    title,
    printedUnit: caption.amountUnit ?? unitInHeadings(within ? joined.rows : columns.filter(({ column }) => column?.type === "amount")),
    budgetUnitName: caption.budgetUnit,
    pages: [...new Set(extents.flatMap(({ page: at }) => at ?? []))].sort((a, b) => a - b),
    extents,
    columns,
    rows: joined.rows,
    notes,
    around: [...table.around, ...parts.flatMap(aroundBody)],
    notices,
  };
}

/** What a part prints above and below its rows; a row of column numbers in one. */
function aroundBody({ grid, bodyFrom, bodyTo }: TablePart): PrintedText[] {
  const rows = gridRows(grid);
  return [...rows.slice(0, bodyFrom), ...rows.slice(bodyTo)].flatMap((row) => {
    const cells = row.flatMap((cell) => {
      const text = cellText(cell);
      return text === "" ? [] : [{ page: cell.elsewhere?.pageNumber ?? grid.pageNumber, text }];
    });
    const numbers = { page: grid.pageNumber, text: cells.map(({ text }) => text).join(" ") };
    return isNumberRow(row, grid.columnCount) ? [numbers] : cells;
  });
}

/** A column without figures may be unknown: nothing is read from it. */
function isRight({ columns }: TableMatch, printed: readonly JoinedColumn[], rows: readonly JoinedRow[]): boolean {
  const known = new Set(printed.flatMap(({ column }) => column?.key ?? []));
  const holdsFigures = (index: number) => rows.some(({ cells }) => parsePrintedAmount(cells[index]?.text ?? null)?.kind === "number");
  return (
    columns.doubtful.length === 0 &&
    columns.missing.every(({ key }) => known.has(key)) &&
    printed.every(({ column }, index) => column !== undefined || !holdsFigures(index))
  );
}

/** The unit that a heading says: 预算数（单位：万元）; headings stand above columns of money, or among the rows. */
function unitInHeadings(headings: readonly JoinedColumn[] | readonly JoinedRow[]): AmountUnit | undefined {
  const texts = headings.flatMap((heading) =>
    "path" in heading ? (heading.path.at(-1) ?? []) : heading.cells.flatMap(({ text }) => text ?? []),
  );
  return texts.flatMap((text) => (UNIT_BEHIND.test(text) ? (readCaption(text).amountUnit ?? []) : []))[0];
}

/** A heading that ends with its unit in brackets; sentences are longer. */
const UNIT_BEHIND = /^.{0,16}[（(][^（()）]*元[)）]$/u;

/** A header without rows, and figures below it that are in no table. */
function looseFigures(
  { loose, titled }: OpenTable,
  rowCount: number,
  name: { readonly number: number | string; readonly title: string },
  table: number | undefined,
): Notice[] {
  const [first] = loose;
  if (!first || !titled || rowCount > 0) return [];
  const place = { table, page: first.pageNumber, bbox: first.box };
  return [notice("recognise.figures-below-header", { ...name, count: loose.length, text: first.text }, place)];
}

/** The part whose columns the table has: of those with rows, the one with the most columns. */
function baseGrid(parts: readonly TablePart[]): Grid {
  const withRows = parts.filter(({ grid, bodyFrom }) => bodyFrom < grid.rowCount);
  const candidates = (withRows.length > 0 ? withRows : parts).map(({ grid }) => grid);
  return candidates.reduce((best, grid) => (grid.columnCount > best.columnCount ? grid : best));
}

/** The header of the first part, and of the next one where a page break cut the header in two. */
function combinedPaths(parts: readonly TablePart[], base: Grid): string[][] {
  const headers = parts.filter(({ headerFrom, bodyFrom }) => bodyFrom > headerFrom);
  const [first, second] = headers;
  if (!first) return Array.from({ length: base.columnCount }, () => []);
  const cut = first.bodyFrom >= first.grid.rowCount && second !== undefined;
  const pieces = (cut ? [first, second] : [first]).map((part) => inColumnsOf(part, base));
  return Array.from({ length: base.columnCount }, (_, column) => pieces.flatMap((paths) => paths[column] ?? []));
}

function inColumnsOf(part: TablePart, base: Grid): string[][] {
  const paths = headerPaths(part);
  if (part.grid.columnCount === base.columnCount) return paths;
  const map = columnMap(base, part.grid);
  return map.map((column) => paths[column] ?? []);
}

/** The header of flowed text as the first page prints it, or as the form does. */
function givenPaths({ layout }: TableMatch, parts: readonly TablePart[]): string[][] {
  const printed = parts[0]?.grid.specification?.paths;
  return layout.columns.map(({ headers }, index) => [...(printed?.[index] ?? headers[0] ?? [])]);
}

/** Flowed text comes with the specification that its columns were read by; where two forms print the same columns, the document's form counts. */
function specified({ specification }: Grid, preferred: string | undefined): TableMatch | undefined {
  const read = specification?.spec.layouts[specification.form];
  if (!specification || !read) return undefined;
  const { spec } = specification;
  const keys = (layout: TableLayout | undefined) => layout?.columns.map(({ key }) => key).join();
  const form = preferred !== undefined && keys(spec.layouts[preferred]) === keys(read) ? preferred : specification.form;
  const layout = spec.layouts[form] ?? read;
  const paths = layout.columns.map(({ headers }) => headers[0] ?? []);
  return { form, spec, layout, columns: matchColumns(paths, layout.columns) };
}

function columnNotices(
  { columns: { missing, moved, doubtful } }: TableMatch,
  columns: readonly JoinedColumn[],
  table: { readonly number: number | string; readonly title: string },
  place: Place,
): Notice[] {
  const name = (path: readonly string[]) => path.join("/");
  const known = new Set(columns.flatMap(({ column }) => column?.key ?? []));
  return [
    ...missing
      .filter(({ key }) => !known.has(key))
      .map(({ headers }) => notice("recognise.missing-column", { ...table, column: name(headers[0] ?? []) }, place)),
    ...columns.flatMap(({ path, column }) => (column ? [] : [notice("recognise.unknown-column", { ...table, column: name(path) }, place)])),
    ...doubtful.map((index) => {
      const { path = [], column } = columns[index] ?? {};
      return notice("recognise.doubtful-column", { ...table, column: name(path), known: name(column?.headers[0] ?? []) }, place);
    }),
    ...moved.map((index) => notice("recognise.moved-column", { ...table, column: name(columns[index]?.path ?? []) }, place)),
  ];
}
