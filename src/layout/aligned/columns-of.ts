import { intervalAt } from "../grid/grid-frame.ts";
import type { Chunk } from "../lines/chunk.ts";

/** First and last column of a chunk: more than one where it lies well over an edge. */
export function columnsOf({ box, fontSize }: Chunk, edges: readonly number[]): { first: number; last: number } {
  const left = edges[0] ?? 0;
  const right = edges.at(-1) ?? 0;
  const at = (x: number) => intervalAt(edges, Math.min(Math.max(x, left), right));
  const middle = (box[0] + box[2]) / 2;
  return { first: at(Math.min(box[0] + fontSize, middle)), last: at(Math.max(box[2] - fontSize, middle)) };
}
