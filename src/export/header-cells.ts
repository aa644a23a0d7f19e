import type { TableColumn } from "../tables/table-schema.ts";

/** A cell of a printed header: rows and columns count from 0. */
export interface HeaderCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/**
 * Lays out header paths as the merged cells that they were read from.
 *
 * Neighbours with the same heading share its cell; a leaf is never shared and reaches down to the last row.
 *
 * @returns The cells by row, and how many rows there are (0 for columns without headers).
 * @example headerCells([{ path: ["收入", "项目"] }, { path: ["收入", "预算"] }]).cells[0] // 收入 over two columns
 */
export function headerCells(columns: readonly TableColumn[]): { readonly cells: readonly HeaderCell[]; readonly rowCount: number } {
  const rowCount = Math.max(0, ...columns.map(({ path }) => path.length));
  const cells: HeaderCell[] = [];
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columns.length; column++) {
      const path = columns[column]?.path ?? [];
      if (row >= path.length) continue;
      const text = path[row] ?? "";
      if (row === path.length - 1) {
        cells.push({ text, row, column, rowSpan: rowCount - row, columnSpan: 1 });
        continue;
      }
      const heading = path.slice(0, row + 1);
      const end = columns.findIndex((other, index) => index > column && !sharesHeading(other, heading));
      const columnSpan = (end < 0 ? columns.length : end) - column;
      cells.push({ text, row, column, rowSpan: 1, columnSpan });
      column += columnSpan - 1;
    }
  }
  return { cells, rowCount };
}

function sharesHeading({ path }: TableColumn, heading: readonly string[]): boolean {
  return path.length > heading.length && heading.every((text, row) => path[row] === text);
}
