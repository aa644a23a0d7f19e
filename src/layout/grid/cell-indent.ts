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

/**
 * Ems by which each cell's first line stands in from the leftmost text of its column.
 *
 * Centred cells have none. A centred cell is told by equal slack on both sides, unless its start is one at which other cells of the
 * column begin too.
 */
export function cellIndents(cells: readonly CellText[]): number[] {
  const leftEdges = new Map<number, { edge: number; starts: ReadonlySet<number> }>();
  for (const [column, members] of groupBy(cells, (cell) => cell.column)) {
    const leftAligned = members.filter((cell) => !isCentred(cell));
    if (leftAligned.length === 0 || leftAligned.length * 4 < members.length) continue;
    const starts = new Set(leftAligned.flatMap(({ start }) => startKeys(start)));
    leftEdges.set(column, { edge: Math.min(...leftAligned.map(({ left }) => left)), starts });
  }
  return cells.map((cell) => {
    const column = leftEdges.get(cell.column);
    if (!column) return 0;
    if (isCentred(cell) && !startKeys(cell.start).some((key) => column.starts.has(key))) return 0;
    const indent = (cell.start - column.edge) / cell.fontSize;
    return indent < SAME ? 0 : Math.round(indent * 100) / 100;
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
