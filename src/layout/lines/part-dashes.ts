import { groupBy } from "../../model/group-by.ts";
import { type Chunk, isValue, splitChunk } from "./chunk.ts";

/** Two ends are in line when they are this many ems apart or less. */
const IN_LINE = 0.1;
/** So many other figures end where a column does. */
const FEWEST = 2;
const DASHED_FIGURE = /^[-－−–—―]{1,2}\d/u;

export interface PartedDashes {
  readonly chunks: readonly Chunk[];
  /** Text whose dash could be the minus of its figure as well. */
  readonly doubts: readonly string[];
}

/**
 * Parts a dash that means "nothing" from the figure of the next column that touches it.
 *
 * It ends exactly where other figures end, flush with its column; the minus of a figure stands where the figure has it.
 */
export function partDashes(chunks: readonly Chunk[]): PartedDashes {
  const dashed = chunks.filter(({ text }) => DASHED_FIGURE.test(text));
  if (dashed.length === 0) return { chunks, doubts: [] };
  const ends = groupBy(chunks.filter(isValue), ({ box }) => Math.round(box[2]));
  const endsAt = (right: number, em: number) =>
    [-1, 0, 1].flatMap((step) => ends.get(Math.round(right) + step) ?? []).filter(({ box }) => Math.abs(box[2] - right) <= IN_LINE * em);
  const parted = new Set(
    dashed.filter(({ glyphs: [dash], fontSize }) => dash !== undefined && endsAt(dash.box[2], fontSize).length >= FEWEST),
  );
  return {
    chunks: chunks.flatMap((chunk) => (parted.has(chunk) ? splitChunk(chunk, (left) => left === chunk.glyphs[0]?.box[2]) : [chunk])),
    doubts: [...parted].map(({ text }) => text),
  };
}
