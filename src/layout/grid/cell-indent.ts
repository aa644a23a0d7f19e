import type { Box } from "../../model/box.ts";
import { groupBy } from "../../model/group-by.ts";

/** What the place of a cell's text in its column tells: all lengths in points. */
export interface CellText {
  readonly column: number;
  /** The cell's own box. */
  readonly box: Box;
  /** Left end of the first line, and the leftmost and rightmost ends of all lines. */
  readonly start: number;
  readonly left: number;
  readonly right: number;
  readonly fontSize: number;
}

/** Two text starts, or two slacks, this many ems apart are the same. */
const SAME = 0.3;

/** How far a cell's first line stands in: all lengths in ems. */
export interface CellIndent {
  /** From the leftmost text of the cell's column. */
  readonly indent: number;
  /** From the cell's left border to that leftmost text: on a page where every label is indented it is larger than on others. */
  readonly textEdge: number;
}

/**
 * Measures how far each cell's text stands in; undefined for a centred cell.
 *
 * A centred cell is told by equal slack on both sides, unless its start is one at which other cells of the column begin too.
 */
export function cellIndents(cells: readonly CellText[]): (CellIndent | undefined)[] {
  const leftEdges = new Map<number, { edge: number; starts: ReadonlySet<number> }>();
  for (const [column, members] of groupBy(cells, (cell) => cell.column)) {
    const leftAligned = members.filter((cell) => !isCentred(cell));
    if (leftAligned.length === 0 || leftAligned.length * 4 < members.length) continue;
    const starts = new Set(leftAligned.flatMap(({ start }) => startKeys(start)));
    leftEdges.set(column, { edge: Math.min(...leftAligned.map(({ left }) => left)), starts });
  }
  return cells.map((cell) => {
    const column = leftEdges.get(cell.column);
    if (!column) return undefined;
    if (isCentred(cell) && !startKeys(cell.start).some((key) => column.starts.has(key))) return undefined;
    const indent = (cell.start - column.edge) / cell.fontSize;
    const textEdge = (column.edge - cell.box[0]) / cell.fontSize;
    return { indent: indent < SAME ? 0 : Math.round(indent * 100) / 100, textEdge };
  });
}

function isCentred({ box, left, right, fontSize }: CellText): boolean {
  const before = left - box[0];
  const after = box[2] - right;
  return before > 0.6 * fontSize && Math.abs(before - after) <= 2 * SAME * fontSize;
}

/** A start as whole points, and the neighbour that it is closest to, so that starts within half a point share a key. */
function startKeys(start: number): readonly number[] {
  return [Math.floor(start), Math.round(start) === Math.floor(start) ? Math.floor(start) - 1 : Math.floor(start) + 1];
}
