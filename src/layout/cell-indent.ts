import type { Box } from "../model/box.ts";

/** What the place of a cell's text in its column tells: all lengths in points. */
export interface CellText {
  readonly column: number;
  /** The cell's own box. */
  readonly box: Box;
  /** Left end of the first line, and the leftmost and rightmost ends of all lines. */
  readonly start: number;
  readonly left: number;
  readonly right: number;
  readonly lineCount: number;
  readonly fontSize: number;
  readonly text: string;
}

/** Two text starts, or two slacks, this many ems apart are the same. */
const SAME = 0.3;
const NUMBER = /^[-+−–—\d.,%()（）\s]*$/u;

/**
 * Ems by which each cell's first line stands in from the leftmost text of its column.
 *
 * Numbers and centred cells have none. A centred cell is told by equal slack on both sides, unless its start is one at which other cells of the
 * column begin too.
 */
export function cellIndents(cells: readonly CellText[]): number[] {
  const byColumn = new Map<number, CellText[]>();
  for (const cell of cells) {
    if (NUMBER.test(cell.text)) continue;
    const column = byColumn.get(cell.column);
    if (column) column.push(cell);
    else byColumn.set(cell.column, [cell]);
  }
  const leftEdges = new Map<number, { edge: number; starts: ReadonlyMap<number, number> }>();
  for (const [column, members] of byColumn) {
    const leftAligned = members.filter((cell) => !isCentred(cell));
    if (leftAligned.length === 0 || leftAligned.length * 4 < members.length) continue;
    const starts = new Map<number, number>();
    for (const { start } of leftAligned) for (const key of startKeys(start)) starts.set(key, (starts.get(key) ?? 0) + 1);
    leftEdges.set(column, { edge: Math.min(...leftAligned.map(({ left }) => left)), starts });
  }
  return cells.map((cell) => {
    const column = leftEdges.get(cell.column);
    if (!column || NUMBER.test(cell.text)) return 0;
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
