import type { Grid, GridCell } from "../layout/region.ts";
import type { Column } from "../tables/column.ts";
import { columnMap } from "./column-map.ts";
import { cellText, gridRows } from "./grid-rows.ts";
import { joinText } from "./join-text.ts";
import type { JoinedCell, JoinedRow } from "./recognised-table.ts";
import type { TablePart } from "./table-part.ts";

export const EMPTY: JoinedCell = { text: null, indent: 0, places: [], pieces: [] };

export interface BodyRow {
  readonly row: JoinedRow;
  /** Texts of two cells that fell into one column. */
  readonly collisions: readonly string[];
  /** The last printed line of each cell. */
  readonly lastLines: readonly (string | undefined)[];
}

/** Body rows of each part, their cells in the table's columns; indents count from the leftmost text of the column on all pages together. */
export function bodyRows(parts: readonly TablePart[], base: Grid, columns: readonly (Column | undefined)[]): BodyRow[][] {
  const edges = leastEdges(parts, base);
  return parts.map(({ grid, bodyFrom, bodyTo }) => {
    const map = columnMap(grid, base);
    return gridRows(grid)
      .slice(bodyFrom, bodyTo)
      .map((row, index) => toBodyRow(row, bodyFrom + index, grid, map, edges, columns))
      .filter(({ row }) => row.cells.some(({ text }) => text !== null));
  });
}

/** By column of the table, the leftmost of the edges at which its text begins on its pages; undefined where no page tells. */
function leastEdges(parts: readonly TablePart[], base: Grid): (number | undefined)[] {
  const edges: (number | undefined)[] = Array.from({ length: base.columnCount });
  for (const { grid } of parts) {
    const map = columnMap(grid, base);
    for (const { column, textEdge } of grid.cells) {
      const at = map[column] ?? 0;
      if (textEdge !== undefined) edges[at] = Math.min(edges[at] ?? textEdge, textEdge);
    }
  }
  return edges;
}

/** Two left edges of text this many ems apart are the same. */
const SAME_EDGE = 0.3;

function indentOf({ indent, textEdge }: GridCell, least: number | undefined): number {
  const further = textEdge === undefined || least === undefined ? 0 : textEdge - least;
  return further < SAME_EDGE ? indent : Math.round((indent + further) * 100) / 100;
}

function toBodyRow(
  row: readonly GridCell[],
  rowIndex: number,
  grid: Grid,
  map: readonly number[],
  edges: readonly (number | undefined)[],
  columns: readonly (Column | undefined)[],
): BodyRow {
  const cells = edges.map(() => EMPTY);
  const collisions: string[] = [];
  const lastLines: (string | undefined)[] = edges.map(() => undefined);
  for (const cell of row) {
    if (cell.lines.length === 0) continue;
    const at = placeOf(cell, map, columns);
    const { pageNumber = grid.pageNumber, box = cell.box } = cell.elsewhere ?? {};
    const places = box && pageNumber !== undefined ? [{ page: pageNumber, box }] : [];
    const text = cellText(cell) || null;
    const pieces = text === null ? [] : [{ page: pageNumber, text }];
    const read = cell.recognised && { recognised: cell.recognised };
    const placed = mergeCells(cells[at] ?? EMPTY, { text, indent: indentOf(cell, edges[at]), places, pieces, ...read });
    if (cells[at] !== EMPTY && placed.text !== null) collisions.push(placed.text);
    cells[at] = placed;
    lastLines[at] = cell.lines.at(-1);
  }
  const line = grid.rowLines?.[rowIndex];
  const bbox = grid.rowBoxes?.[rowIndex];
  const place = { ...(grid.pageNumber !== undefined && { page: grid.pageNumber }), ...(line !== undefined && { line }) };
  return { row: { cells, ...place, ...(bbox && { bbox }) }, collisions, lastLines };
}

/** A label over the code and the name column stands in the name column; any other merged cell at its left. */
function placeOf(cell: GridCell, map: readonly number[], columns: readonly (Column | undefined)[]): number {
  const covered = Array.from({ length: cell.columnSpan }, (_, offset) => map[cell.column + offset] ?? 0);
  const name = covered.find((column) => columns[column]?.type === "label" || columns[column]?.key === "name");
  return (covered.length > 1 ? name : undefined) ?? covered[0] ?? 0;
}

/** Two pieces of one cell. */
export function mergeCells(cell: JoinedCell, rest: JoinedCell): JoinedCell {
  if (rest.text === null) return cell;
  if (cell.text === null) return rest;
  const recognised = [...(cell.recognised ?? []), ...(rest.recognised ?? [])];
  return {
    text: joinText([cell.text, rest.text]),
    indent: cell.indent,
    places: [...cell.places, ...rest.places],
    pieces: [...cell.pieces, ...rest.pieces],
    ...(recognised.length > 0 && { recognised }),
  };
}
