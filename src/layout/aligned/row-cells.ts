import { groupBy } from "../../model/group-by.ts";
import type { CellSpan } from "../grid/grid-frame.ts";
import type { Rule } from "../grid/join-rulings.ts";
import type { Chunk } from "../lines/chunk.ts";
import { type PrintedLine, runsToLines } from "../lines/printed-line.ts";
import { type AlignedRow, alignedRows, type PlacedChunk } from "./aligned-rows.ts";
import { columnsOf } from "./columns-of.ts";
import { doubtfulCells } from "./doubtful-cells.ts";
import { splitAtEdges } from "./split-at-edges.ts";

/** One cell and its text. */
export interface FilledCell {
  readonly span: CellSpan;
  readonly lines: readonly PrintedLine[];
}

export interface CellRows {
  readonly rows: readonly AlignedRow[];
  /** Cells of all rows, the first row counted as 0; places without text are left out. */
  readonly cells: readonly FilledCell[];
  /** Text whose row or column is not certain. */
  readonly doubts: readonly string[];
}

/**
 * Puts text between known column edges into rows and cells.
 *
 * @param middles Where the heading of each column has its middle, in points; undefined where it has none of its own.
 */
export function chunksToRows(
  chunks: readonly Chunk[],
  edges: readonly number[],
  pitch: number,
  rules: readonly Rule[],
  middles: readonly (number | undefined)[] = [],
): CellRows {
  const placed = chunks
    .flatMap((chunk) => splitAtEdges(chunk, edges))
    .map((chunk): PlacedChunk => ({ chunk, column: columnsOf(chunk, edges).first }));
  const { rows, doubts } = alignedRows(placed, pitch, rules, middles);
  const cells = rows.flatMap(({ chunks: own }, row) => {
    const byColumn = groupBy(own, ({ column }) => column);
    return [...byColumn].map(([column, members]): FilledCell => {
      const last = Math.max(...members.map(({ chunk }) => columnsOf(chunk, edges).last));
      let columnSpan = 1;
      while (column + columnSpan <= last && !byColumn.has(column + columnSpan)) columnSpan += 1;
      return { span: { row, column, rowSpan: 1, columnSpan }, lines: runsToLines(members.map(({ chunk }) => chunk)) };
    });
  });
  return { rows, cells, doubts: [...doubts, ...doubtfulCells(rows, edges)] };
}

/** All cells in reading order, with an empty one for each place that none covers. */
export function withEmptyCells(cells: readonly FilledCell[], rowCount: number, columnCount: number): FilledCell[] {
  const taken = new Uint8Array(rowCount * columnCount);
  for (const { span } of cells) {
    for (let r = span.row; r < span.row + span.rowSpan; r += 1)
      taken.fill(1, r * columnCount + span.column, r * columnCount + span.column + span.columnSpan);
  }
  const all = [...cells];
  taken.forEach((covered, place) => {
    if (covered) return;
    all.push({ span: { row: Math.floor(place / columnCount), column: place % columnCount, rowSpan: 1, columnSpan: 1 }, lines: [] });
  });
  return all.sort((a, b) => a.span.row - b.span.row || a.span.column - b.span.column);
}
