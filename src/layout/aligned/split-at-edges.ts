import { type Chunk, splitChunk } from "../lines/chunk.ts";
import { columnsOf } from "./columns-of.ts";

/** A gap of this many ems parts two cells where an edge runs through it, or this near to it. */
const GAP_AT_EDGE = 0.2;
const NEAR_EDGE = 0.3;

/** A chunk over known column edges as several, where it leaves gaps there: neighbours may stand closer together than words do elsewhere. */
export function splitAtEdges(chunk: Chunk, edges: readonly number[]): Chunk[] {
  const { first, last } = columnsOf(chunk, edges);
  if (first === last) return [chunk];
  return splitChunk(chunk, (left, right) => {
    const reach = NEAR_EDGE * chunk.fontSize;
    return right - left >= GAP_AT_EDGE * chunk.fontSize && edges.some((edge) => edge >= left - reach && edge <= right + reach);
  });
}
