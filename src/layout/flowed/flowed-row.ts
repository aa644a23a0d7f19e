import type { HeaderPath } from "../../tables/column.ts";
import type { Grid, GridCell } from "../region.ts";
import type { KnownTable } from "./known-table.ts";
import type { FlowedCell } from "./lead-cells.ts";

/** A row of a flowed table: one entry a column of the layout, undefined for an empty cell. */
export interface FlowedRow {
  readonly cells: readonly (FlowedCell | undefined)[];
  readonly line: number;
  readonly pageNumber: number | undefined;
}

/**
 * The rows as grids, one a page.
 *
 * @param paths The header of each column as it is printed.
 */
export function rowsToGrids(
  rows: readonly FlowedRow[],
  { spec, form, layout }: KnownTable,
  paths: readonly (HeaderPath | undefined)[],
): readonly Grid[] {
  const pages = [...new Set(rows.map(({ pageNumber }) => pageNumber))];
  return pages.map((pageNumber) => {
    const onPage = rows.filter((row) => row.pageNumber === pageNumber);
    return {
      kind: "grid",
      pageNumber,
      line: onPage[0]?.line ?? 1,
      method: "flowed",
      rowCount: onPage.length,
      columnCount: layout.columns.length,
      cells: onPage.flatMap((row, index) => layout.columns.map((_, column) => toGridCell(row.cells[column], index, column))),
      headerRowCount: 0,
      specification: { spec, form, paths },
      rowLines: onPage.map(({ line }) => line),
    };
  });
}

function toGridCell(cell: FlowedCell | undefined, row: number, column: number): GridCell {
  return { row, column, rowSpan: 1, columnSpan: 1, lines: cell?.lines ?? [], indent: cell?.indent ?? 0 };
}
