import type { CheckReport } from "gz-budget";
import type { Opened } from "./opened.ts";

/** A printed cell: positions in the document's tables, the table's rows and the row's cells. */
export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

type Box = readonly [number, number, number, number];

/** Where on the original something stands: boxes on a page of the PDF, or a line of the text. */
export type Spot = { readonly page: number; readonly boxes: readonly Box[] } | { readonly line: number };

/** The place of a cell; an empty one is shown by its row. */
export function spotOf({ trace }: Opened, { table, row, column }: CellPlace): Spot | undefined {
  const joined = trace.tables[table]?.rows[row];
  const [first] = joined?.cells[column]?.places ?? [];
  if (first) {
    const boxes = (joined?.cells[column]?.places ?? []).filter(({ page }) => page === first.page).map(({ box }) => box);
    return { page: first.page, boxes };
  }
  if (joined?.page !== undefined) return { page: joined.page, boxes: joined.bbox ? [joined.bbox] : [] };
  return joined?.line === undefined ? undefined : { line: joined.line };
}

export type ReportFigure = CheckReport["findings"][number]["left"]["figures"][number];

/** The cell of a figure of the report; undefined for one that stands in the text, or whose row is missing. */
export function cellOf({ trace }: Opened, figure: ReportFigure): CellPlace | undefined {
  if (!("row" in figure)) return undefined;
  const table = trace.document.tables.findIndex(({ kind, number }) => kind === figure.kind && number === figure.number);
  return table < 0 || figure.column < 0 ? undefined : { table, row: figure.row, column: figure.column };
}

/** The place of a figure of the report: of its cell, or only its page or line. */
export function spotOfFigure(opened: Opened, figure: ReportFigure): Spot | undefined {
  const cell = cellOf(opened, figure);
  if (cell) return spotOf(opened, cell);
  if (figure.page !== undefined) return { page: figure.page, boxes: [] };
  return figure.line === undefined ? undefined : { line: figure.line };
}
