import type { GridFrame } from "../grid/grid-frame.ts";

/** Edges of one column on two pages are this many points apart or less. */
const SAME_EDGE = 2;

/**
 * Adds the outer columns that a table without outer frame has on a page where no rule reaches over them: the rest of a row, say.
 *
 * @param before Column edges of the grid that the page before leaves unfinished.
 */
export function completeFrame(frame: GridFrame, before: readonly number[]): GridFrame {
  const isSame = (a: number, b: number) => Math.abs(a - b) <= SAME_EDGE;
  const [first = 0] = frame.xs;
  const last = frame.xs.at(-1) ?? 0;
  if (!frame.openTop || frame.xs.some((x) => !before.some((edge) => isSame(edge, x)))) return frame;
  const left = before.filter((edge) => edge < first && !isSame(edge, first));
  const right = before.filter((edge) => edge > last && !isSame(edge, last));
  if (left.length + right.length === 0 || before.length !== left.length + frame.xs.length + right.length) return frame;
  const moved = frame.spans.map((span) => ({ ...span, column: span.column + left.length }));
  const added = frame.ys.slice(1).flatMap((_, row) =>
    [...left.map((_edge, column) => column), ...right.map((_edge, index) => left.length + frame.xs.length - 1 + index)].map((column) => ({
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
    })),
  );
  return {
    ...frame,
    xs: [...left, ...frame.xs, ...right],
    spans: [...moved, ...added].sort((a, b) => a.row - b.row || a.column - b.column),
  };
}
