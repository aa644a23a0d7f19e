import { foldWidth } from "../../model/fold-width.ts";
import { type Chunk, isValue, splitChunk } from "./chunk.ts";

/** Two edges are in line when they are this many ems apart or less. */
const IN_LINE = 0.1;
/** So many other labels begin, and figures end, where the parts do. */
const FEWEST = 2;
const FIGURE_AND_LABEL = /^(?:[-−(]?\d[\d,]*\.\d\d\)?|[-−–—]{1,2})(?=\p{Script=Han})/u;

/** A chunk that may be a figure and the label of the next column. */
interface Touching {
  readonly left: number;
  readonly end: number;
  readonly start: number;
}

/**
 * Parts a figure from the label of the next column that touches it: it ends where figures of other lengths end, and the label begins where
 * other labels begin. A text like 3.15消费者权益日 stays whole.
 */
export function partLabels(chunks: readonly Chunk[]): Chunk[] {
  const touching = new Map(chunks.flatMap((chunk) => touchingParts(chunk) ?? []));
  if (touching.size === 0) return [...chunks];
  const figures = [
    ...chunks.filter(isValue).map(({ box }) => ({ left: box[0], end: box[2] })),
    ...[...touching.values()].map(({ left, end }) => ({ left, end })),
  ];
  const starts = [
    ...chunks.filter((chunk) => chunk.shape === "text" && !touching.has(chunk)).map(({ box }) => box[0]),
    ...[...touching.values()].map(({ start }) => start),
  ];
  return chunks.flatMap((chunk) => {
    const parts = touching.get(chunk);
    if (!parts) return [chunk];
    const near = (a: number, b: number) => Math.abs(a - b) <= IN_LINE * chunk.fontSize;
    const ending = figures.filter(({ end }) => near(end, parts.end));
    const beginning = starts.filter((start) => near(start, parts.start));
    const isFlush = ending.some(({ left }) => !near(left, parts.left)) && ending.length > FEWEST;
    if (!isFlush || beginning.length <= FEWEST) return [chunk];
    return splitChunk(chunk, (left, right) => left === parts.end && right === parts.start);
  });
}

function touchingParts(chunk: Chunk): [Chunk, Touching][] | undefined {
  const figure = FIGURE_AND_LABEL.exec(foldWidth(chunk.text))?.[0];
  const [last, first] = figure ? [chunk.glyphs[figure.length - 1], chunk.glyphs[figure.length]] : [];
  return last && first && [[chunk, { left: chunk.box[0], end: last.box[2], start: first.box[0] }]];
}
