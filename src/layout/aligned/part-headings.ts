import { type Chunk, splitChunk } from "../lines/chunk.ts";
import type { ColumnExtent } from "./aligned-columns.ts";

/** Headings of two columns stand at least this many ems apart, … */
const GAP = 0.2;
/** … clearly further than the letters of one that is spaced out. */
const CLEARLY = 0.15;

/**
 * Parts headings that stand side by side as closely as words do, each over the text of another column.
 *
 * A single letter is no heading: one that is spaced out has its gaps where its letters happen to stand.
 */
export function partHeadings(header: readonly Chunk[], columns: readonly ColumnExtent[]): Chunk[] {
  return header.flatMap((chunk) => {
    const over = columns.filter(({ left, right }) => Math.min(right, chunk.box[2]) > Math.max(left, chunk.box[0]));
    if (over.length < 2) return [chunk];
    const gaps = chunk.glyphs.slice(1).map(({ box }, index) => box[0] - (chunk.glyphs[index]?.box[2] ?? box[0]));
    const usual = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
    const least = Math.max(GAP * chunk.fontSize, usual + CLEARLY * chunk.fontSize);
    const parts = splitChunk(
      chunk,
      (left, right) =>
        right - left >= least && over.some((column, index) => index > 0 && (over[index - 1]?.right ?? 0) < right && column.left > left),
    );
    const isHeading = ({ glyphs, box }: Chunk) =>
      glyphs.length > 1 && over.some(({ left, right }) => Math.min(right, box[2]) > Math.max(left, box[0]));
    return parts.every(isHeading) ? parts : [chunk];
  });
}
