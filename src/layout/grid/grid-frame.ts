import type { Box } from "../../model/box.ts";

/** Place of one cell in rows and columns. */
export interface CellSpan {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** The lines and cells of a table before its text: column edges, row edges, and the cells that cover all places between them. */
export interface GridFrame {
  /** Column edges from left to right, one more than there are columns. */
  readonly xs: readonly number[];
  /** Row edges from top to bottom, one more than there are rows. */
  readonly ys: readonly number[];
  readonly spans: readonly CellSpan[];
  readonly openTop: boolean;
  readonly openBottom: boolean;
  /** Whether no ruling closes the edge over a part of it; absent where no lines are drawn. */
  readonly partlyOpenTop?: boolean;
  readonly partlyOpenBottom?: boolean;
}

export function spanBox({ xs, ys }: Pick<GridFrame, "xs" | "ys">, { row, column, rowSpan, columnSpan }: CellSpan): Box {
  return [edge(xs, column), edge(ys, row), edge(xs, column + columnSpan), edge(ys, row + rowSpan)];
}

export function frameBox({ xs, ys }: Pick<GridFrame, "xs" | "ys">): Box {
  return [edge(xs, 0), edge(ys, 0), edge(xs, xs.length - 1), edge(ys, ys.length - 1)];
}

/** Index of the interval between two edges that holds `at`, or -1 outside. */
export function intervalAt(edges: readonly number[], at: number): number {
  if (edges.length < 2 || at < edge(edges, 0) || at > edge(edges, edges.length - 1)) return -1;
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edge(edges, middle) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** For each place, row by row, the index of the span that covers it. */
export function coverMap({ xs, ys, spans }: GridFrame): Int32Array {
  const columns = xs.length - 1;
  const owners = new Int32Array(columns * (ys.length - 1)).fill(-1);
  spans.forEach(({ row, column, rowSpan, columnSpan }, index) => {
    for (let r = row; r < row + rowSpan; r += 1) owners.fill(index, r * columns + column, r * columns + column + columnSpan);
  });
  return owners;
}

/** Leaves out edges at which no cell ends, so that no row or column exists only by name. */
export function dropIdleEdges(frame: GridFrame): GridFrame {
  const usedX = new Set<number>();
  const usedY = new Set<number>();
  for (const { row, column, rowSpan, columnSpan } of frame.spans) {
    usedX.add(column).add(column + columnSpan);
    usedY.add(row).add(row + rowSpan);
  }
  const newX = renumber(frame.xs.length, usedX);
  const newY = renumber(frame.ys.length, usedY);
  const spans = frame.spans.map(({ row, column, rowSpan, columnSpan }) => ({
    row: at(newY, row),
    column: at(newX, column),
    rowSpan: at(newY, row + rowSpan) - at(newY, row),
    columnSpan: at(newX, column + columnSpan) - at(newX, column),
  }));
  return {
    ...frame,
    xs: frame.xs.filter((_, index) => usedX.has(index)),
    ys: frame.ys.filter((_, index) => usedY.has(index)),
    spans: spans.sort((a, b) => a.row - b.row || a.column - b.column),
  };
}

function renumber(count: number, used: ReadonlySet<number>): number[] {
  let next = 0;
  return Array.from({ length: count }, (_, index) => (used.has(index) ? next++ : next));
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? 0;
}

function edge(edges: readonly number[], index: number): number {
  return edges[index] ?? 0;
}
