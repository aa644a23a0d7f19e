import { type Chunk, isValue } from "./chunk.ts";

/** Lines of one cell are at most this many ems apart, if the table does not show otherwise. */
const USUAL_PITCH = 1.7;
/** Baselines that are closer than this many ems are one line. */
const SAME_LINE = 0.8;

/** Rows that stand apart do so by this factor of the distance of lines. */
const CLEARLY = 1.02;

/** Greatest distance of two lines of one cell, in points: midway between the closest lines and the closest rows, where both are seen. */
export function cellPitch(chunks: readonly Chunk[], em: number): number {
  const row = closestRows(chunks, em);
  const line = closestLines(chunks, em);
  if (line === Number.POSITIVE_INFINITY) return Math.min(USUAL_PITCH * em, 0.9 * row);
  return row > CLEARLY * line ? Math.min((line + Math.min(row, 1.5 * line)) / 2, 1.2 * line) : 1.05 * line;
}

function closestRows(chunks: readonly Chunk[], em: number): number {
  const baselines = chunks
    .filter(isValue)
    .map(({ baseline }) => baseline)
    .sort((a, b) => a - b);
  const gaps = baselines.slice(1).map((baseline, index) => baseline - (baselines[index] ?? baseline));
  return Math.min(...gaps.filter((gap) => gap > SAME_LINE * em));
}

/** Closest baselines of text that overlaps from side to side, at least one of them on no line of amounts. */
function closestLines(chunks: readonly Chunk[], em: number): number {
  const withValue = new Set(chunks.filter(isValue).map(({ lineIndex }) => lineIndex));
  const texts = chunks.filter(({ shape }) => shape === "text").sort((a, b) => a.baseline - b.baseline);
  let closest = Number.POSITIVE_INFINITY;
  texts.forEach((chunk, index) => {
    for (let at = index + 1; at < texts.length; at += 1) {
      const other = texts[at] as Chunk;
      const distance = other.baseline - chunk.baseline;
      if (distance > USUAL_PITCH * em || distance >= closest) break;
      if (distance < SAME_LINE * em || (withValue.has(other.lineIndex) && withValue.has(chunk.lineIndex))) continue;
      if (Math.min(chunk.box[2], other.box[2]) > Math.max(chunk.box[0], other.box[0])) closest = distance;
    }
  });
  return closest;
}
