import { groupBy } from "../../model/group-by.ts";
import { intervalAt } from "../grid/grid-frame.ts";
import { type Chunk, isValue } from "../lines/chunk.ts";
import { type ColumnExtent, extentOf } from "./aligned-columns.ts";

/** The outer edges of a table lie at most this many ems from its outermost text or from the ends of its rules. */
const OUTER = 1;
/** Amounts stick out of their column by no more than this many ems. */
const OVERSHOOT = 0.6;

/** Where no rules tell it, the left edge is this many ems from the leftmost text. */
const PADDINGS = [0, 0.15, 0.3, 0.45, 0.6];

/**
 * Column edges from the row of column numbers: each number stands in the middle of its column, so that every edge gives the next one.
 *
 * @param outer Left and right end of the table's text or rules.
 * @returns undefined where the numbers are not centred, or the amounts do not keep to such columns.
 */
export function numberedEdges(numbers: readonly Chunk[], body: readonly Chunk[], outer: ColumnExtent, em: number): number[] | undefined {
  const middles = numbers.map(({ box }) => (box[0] + box[2]) / 2).sort((a, b) => a - b);
  if (middles.length < 2) return undefined;
  const ways = PADDINGS.map((padding) => edgesFrom(outer.left - padding * em, middles)).filter(
    (edges) => Math.abs((edges.at(-1) ?? 0) - outer.right) <= OUTER * em && keepsTo(edges, body),
  );
  return ways[ways.length >> 1];
}

function edgesFrom(first: number, middles: readonly number[]): number[] {
  const edges = [first];
  for (const middle of middles) edges.push(2 * middle - (edges.at(-1) ?? first));
  return edges;
}

/** Whether each amount lies in one column, no two of a line in the same. */
function keepsTo(edges: readonly number[], body: readonly Chunk[]): boolean {
  return [...groupBy(body.filter(isValue), ({ lineIndex }) => lineIndex).values()].every((line) => {
    const columns = line.map(({ box, fontSize }) => {
      const column = intervalAt(edges, (box[0] + box[2]) / 2);
      const overshoot = Math.max((edges[column] ?? 0) - box[0], box[2] - (edges[column + 1] ?? 0));
      return overshoot <= OVERSHOOT * fontSize ? column : -1;
    });
    return !columns.includes(-1) && new Set(columns).size === columns.length;
  });
}

/** What stands in each column: its number, and the text of the body. */
export function columnsBetween(edges: readonly number[], chunks: readonly Chunk[]): ColumnExtent[] {
  return edges.slice(1).map((right, index) => {
    const left = edges[index] ?? right;
    const own = chunks.filter(({ box }) => box[0] + box[2] > 2 * left && box[0] + box[2] < 2 * right);
    const text = extentOf(own);
    return { left: Math.max(left, text.left), right: Math.min(right, text.right) };
  });
}
