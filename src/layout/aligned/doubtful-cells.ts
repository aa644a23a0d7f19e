import { foldWidth } from "../../model/fold-width.ts";
import { type Chunk, isValue } from "../lines/chunk.ts";
import type { AlignedRow, PlacedChunk } from "./aligned-rows.ts";
import { columnsOf } from "./columns-of.ts";

/** A code before a label. */
const CODE_FIRST = /^\d{3}(?:\d\d|\d{3,4})?(?=\p{Script=Han})(?![万亿千百元个])/u;
/** A figure before or behind other text, without a unit behind it: a figure of a sentence has one. */
const FIGURE_FIRST = /^(?:[-−(]?\d[\d,]*\.\d\d\)?|[-−–—]{1,2}) ?(?=\p{Script=Han})(?![万亿千百元个])/u;
const FIGURE_LAST = /[\p{Script=Han})\d] ?[-−(]?\d[\d,]{0,29}\.\d\d\)?$/u;
const FIGURE = /\d\.\d\d(?![\d%万亿元])/u;
const UNIT = /^[%‰万亿千百元个]/u;
const LETTER = /[\p{L}\p{N}]/u;
/** Letters of one text overlap by fewer ems, and it reaches over the edge of its column by fewer. */
const OVERLAP = 0.3;
const OVER = 0.3;
/** Shares of the rows in which a column holds text: one that usually does, and one that nearly always does. */
const USUALLY = 0.6;
const NEARLY_ALWAYS = 0.8;
/** Rows stand apart alike to this many ems. */
const ALIKE = 0.15;
/** Baselines of one line agree to this many ems. */
const LEVEL = 0.1;

/**
 * Text that shows by itself that it may stand in a wrong column or row, where no rules are drawn.
 *
 * @param rows Of the body.
 * @returns The printed text of each such cell or row.
 */
export function doubtfulCells(rows: readonly AlignedRow[], edges: readonly number[]): string[] {
  const filled = edges.slice(1).map((_, column) => rows.filter((row) => holds(row, column)).length / rows.length);
  const firstAmounts = Math.min(...rows.flatMap(({ chunks }) => chunks.filter(({ chunk }) => isValue(chunk)).map(({ column }) => column)));
  const apart = closestRows(rows);
  return rows.flatMap((row, index) => {
    const { chunks } = row;
    const found = chunks.filter(
      (one) => holdsTwoCells(one, row, edges) || reachesOver(one, row, edges, filled) || isInterleaved(one.chunk),
    );
    const beside = [rows[index - 1], rows[index + 1]].filter((other) => other !== undefined);
    const [column = 0, ...others] = new Set(chunks.map((one) => one.column));
    const isLabel = others.length === 0 && !hasAmount(row);
    const isTorn =
      isLabel &&
      (beside.some((other) => spaceBetween(row, other) < apart - ALIKE * emOf(row)) ||
        (column < firstAmounts &&
          (filled[column] ?? 0) >= NEARLY_ALWAYS &&
          beside.some((other) => hasAmount(other) && !holds(other, column))));
    return [...found.map(({ chunk }) => chunk.text), ...(isTorn ? [chunks.map(({ chunk }) => chunk.text).join("")] : [])];
  });
}

/** Whether a text is a figure or a code and a label, or several texts, and a column beside it is empty for that. */
function holdsTwoCells({ chunk, column }: PlacedChunk, row: AlignedRow, edges: readonly number[]): boolean {
  const { last } = columnsOf(chunk, edges);
  const isFree = (other: number) => other >= 0 && other < edges.length - 1 && !holds(row, other);
  const beside = row.chunks.filter(
    (one) => one.column === column && one.chunk !== chunk && Math.abs(one.chunk.baseline - chunk.baseline) < LEVEL * chunk.fontSize,
  );
  const isUnit = ({ text }: Chunk) => UNIT.test(text);
  if ((isFree(column - 1) || isFree(last + 1)) && !isUnit(chunk) && beside.some((one) => !isUnit(one.chunk))) return true;
  if (chunk.shape !== "text") return false;
  const text = foldWidth(chunk.text);
  return (
    ((FIGURE_FIRST.test(text) || CODE_FIRST.test(text)) && isFree(column - 1)) ||
    (FIGURE_LAST.test(text) && isFree(last + 1)) ||
    (last > column && FIGURE.test(text))
  );
}

/** Whether a text reaches into a column beside it that usually has text of its own and has none here. */
function reachesOver({ chunk, column }: PlacedChunk, row: AlignedRow, edges: readonly number[], filled: readonly number[]): boolean {
  const reaches = (over: number, other: number) => (filled[other] ?? 0) > USUALLY && over > OVER * chunk.fontSize && !holds(row, other);
  return reaches(chunk.box[2] - (edges[column + 1] ?? 0), column + 1) || reaches((edges[column] ?? 0) - chunk.box[0], column - 1);
}

/** Whether letters lie over one another: two texts were printed in one place. */
function isInterleaved({ glyphs }: Chunk): boolean {
  return glyphs.some((glyph, index) => {
    const before = glyphs[index - 1];
    return (
      before !== undefined && before.box[2] - glyph.box[0] > OVERLAP * glyph.fontSize && LETTER.test(before.text) && LETTER.test(glyph.text)
    );
  });
}

function holds({ chunks }: AlignedRow, column: number): boolean {
  return chunks.some((one) => one.column === column);
}

function hasAmount({ chunks }: AlignedRow): boolean {
  return chunks.some(({ chunk }) => isValue(chunk));
}

/** The narrowest space between two rows of amounts. */
function closestRows(rows: readonly AlignedRow[]): number {
  const spaces = rows.slice(1).flatMap((row, index) => {
    const above = rows[index];
    return above && hasAmount(above) && hasAmount(row) ? [spaceBetween(above, row)] : [];
  });
  return spaces.length > 0 ? Math.min(...spaces) : Number.NEGATIVE_INFINITY;
}

/** From the last baseline of the upper row to the first of the lower one, an em above it. */
function spaceBetween(a: AlignedRow, b: AlignedRow): number {
  const [upper, lower] = a.top < b.top ? [a, b] : [b, a];
  const foot = Math.max(...upper.chunks.map(({ chunk }) => chunk.baseline));
  return Math.min(...lower.chunks.map(({ chunk }) => chunk.baseline - chunk.fontSize)) - foot;
}

function emOf({ chunks }: AlignedRow): number {
  return Math.max(...chunks.map(({ chunk }) => chunk.fontSize));
}
