import type { Box } from "../../model/box.ts";
import type { Glyph } from "../../read/page.ts";

/** Glyphs on one baseline, left to right; or a part of them between two gaps. */
export interface PrintedLine {
  readonly glyphs: readonly Glyph[];
  readonly box: Box;
  readonly baseline: number;
  readonly fontSize: number;
}

/** How far two baselines of one line may lie apart, in ems: fonts differ, rows do not come closer than an em. */
const SAME_BASELINE = 0.3;
/** A superscript is smaller than the text that it belongs to by at least this factor. */
const SUPERSCRIPT = 0.8;
/** Gaps that are spaces, in ems: between words, and beside Chinese characters or before a comma or point. */
const WORD_SPACE = 0.18;
const WIDE_SPACE = 0.5;
const MARK = /^[,.]$/u;
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f\u2018-\u201d\u2026\u2014]/u;

/** Glyphs that follow one another in the file and on the line, overlapping less than this many ems, are one run if they touch … */
const RUN = { touch: 0.15, space: 0.6, overlap: 0.5 };

/** Programs round places to about this many points, which is half a glyph of type shrunk to fit its cell. */
const QUANTUM = 0.06;

/** Upright glyphs, in the order in which the file prints them, as printed lines, top to bottom; white space is dropped. */
export function glyphsToLines(glyphs: readonly Glyph[]): PrintedLine[] {
  return runsToLines(glyphsToRuns(glyphs));
}

/** Parts of lines that are printed in one go; white space is dropped. */
export function glyphsToRuns(glyphs: readonly Glyph[]): PrintedLine[] {
  const pieces: Glyph[][] = [];
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === "") continue;
    if (before && goesOn(before, glyph, RUN.touch)) pieces.at(-1)?.push(glyph);
    else pieces.push([glyph]);
    before = glyph;
  }
  return joinOverSpaces(pieces.map(toLine));
}

/** … or if nothing else stands in the space between them: glyphs printed in any order must not jump over one another. */
function joinOverSpaces(pieces: readonly PrintedLine[]): PrintedLine[] {
  const joins = new Set<PrintedLine>();
  const order = new Map(pieces.map((piece, index) => [piece, index]));
  for (const line of byBaseline(pieces)) {
    line.sort(byPlace);
    for (const [index, piece] of line.entries()) {
      const left = line[index - 1];
      const [last, first] = [left?.glyphs.at(-1), piece.glyphs[0]];
      if (left && last && first && order.get(piece) === (order.get(left) ?? -2) + 1 && goesOn(last, first, RUN.space)) joins.add(piece);
    }
  }
  const runs: PrintedLine[][] = [];
  for (const piece of pieces) {
    if (joins.has(piece)) runs.at(-1)?.push(piece);
    else runs.push([piece]);
  }
  return runs.map((run) => (run.length === 1 && run[0] ? run[0] : toLine(run.flatMap((piece) => piece.glyphs))));
}

function goesOn(before: Glyph, next: Glyph, widest: number): boolean {
  const gap = next.box[0] - before.box[2];
  const size = Math.min(before.fontSize, next.fontSize);
  return (
    Math.abs(next.baseline - before.baseline) <= SAME_BASELINE * size &&
    gap <= widest * size + QUANTUM &&
    gap >= -RUN.overlap * size - QUANTUM
  );
}

/**
 * Runs as printed lines, top to bottom, each from left to right.
 *
 * What is printed in one go stays together where two texts overlap, and in its order where a trimmed full-width bracket begins left of the
 * glyph before it.
 */
export function runsToLines(runs: readonly PrintedLine[]): PrintedLine[] {
  return runs.length <= 1 ? [...runs] : joinSuperscripts(byBaseline(runs).map(joinRuns));
}

/** Runs that stand on one baseline, top to bottom. */
function byBaseline(runs: readonly PrintedLine[]): PrintedLine[][] {
  const groups: PrintedLine[][] = [];
  let anchor = Number.NEGATIVE_INFINITY;
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline)) {
    const group = groups.at(-1);
    if (group && run.baseline - anchor <= SAME_BASELINE * Math.min(run.fontSize, group[0]?.fontSize ?? run.fontSize)) {
      group.push(run);
    } else {
      groups.push([run]);
      anchor = run.baseline;
    }
  }
  return groups;
}

function joinRuns(runs: readonly PrintedLine[]): PrintedLine {
  const [first] = runs;
  if (first && runs.length === 1) return first;
  return toLine([...runs].sort(byPlace).flatMap(({ glyphs }) => glyphs));
}

function byPlace(a: PrintedLine, b: PrintedLine): number {
  return centre(a.glyphs[0]) - centre(b.glyphs[0]);
}

function centre(glyph: Glyph | undefined): number {
  return glyph ? glyph.box[0] + glyph.box[2] : 0;
}

/** @param glyphs In reading order. */
export function toLine(glyphs: readonly Glyph[]): PrintedLine {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  let fontSize = 0;
  for (const { box, fontSize: size } of glyphs) {
    if (box[0] < left) left = box[0];
    if (box[1] < top) top = box[1];
    if (box[2] > right) right = box[2];
    if (box[3] > bottom) bottom = box[3];
    if (size > fontSize) fontSize = size;
  }
  let sum = 0;
  let count = 0;
  for (const { baseline, fontSize: size } of glyphs) {
    if (size < fontSize * SUPERSCRIPT) continue;
    sum += baseline;
    count += 1;
  }
  return { glyphs, box: [left, top, right, bottom], baseline: sum / count, fontSize };
}

/** Parts of a line between gaps of more than `gapEms` ems. */
export function splitAtGaps(line: PrintedLine, gapEms: number): PrintedLine[] {
  const parts: Glyph[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const glyph of line.glyphs) {
    const part = parts.at(-1);
    if (part && glyph.box[0] - right <= gapEms * line.fontSize) part.push(glyph);
    else parts.push([glyph]);
    right = Math.max(right, glyph.box[2]);
  }
  return parts.length === 1 ? [line] : parts.map(toLine);
}

/**
 * The text of a line, with a space where the print leaves one.
 *
 * Between Chinese characters only a gap of half an em or more is a space (letter-spaced labels, names set apart).
 */
export function printedText({ glyphs }: Pick<PrintedLine, "glyphs">): string {
  let text = "";
  let previous: Glyph | undefined;
  for (const glyph of glyphs) {
    if (previous && leavesSpace(previous, glyph)) text += " ";
    text += glyph.text;
    previous = glyph;
  }
  return text.trim();
}

function leavesSpace(left: Glyph, right: Glyph): boolean {
  const gap = (right.box[0] - left.box[2]) / Math.min(left.fontSize, right.fontSize);
  if (gap < WORD_SPACE) return false;
  return gap >= WIDE_SPACE || !(WIDE.test(left.text.slice(-1)) || WIDE.test(right.text[0] ?? "") || MARK.test(right.text));
}

/** A line of small glyphs that stands within the height of a neighbouring larger one, close to its text, is part of it. */
function joinSuperscripts(lines: readonly PrintedLine[]): PrintedLine[] {
  const joined: PrintedLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before && (hangsOn(line, before) || hangsOn(before, line))) joined[joined.length - 1] = toLine(mergeByPlace(before, line));
    else joined.push(line);
  }
  return joined;
}

function hangsOn(small: PrintedLine, large: PrintedLine): boolean {
  if (small.fontSize > large.fontSize * SUPERSCRIPT) return false;
  const overlap = Math.min(small.box[3], large.box[3]) - Math.max(small.box[1], large.box[1]);
  if (overlap < 0.5 * (small.box[3] - small.box[1])) return false;
  const near = 0.6 * large.fontSize;
  return small.glyphs.every(({ box }) => large.glyphs.some((other) => box[0] - other.box[2] < near && other.box[0] - box[2] < near));
}

function mergeByPlace(a: PrintedLine, b: PrintedLine): Glyph[] {
  return [...a.glyphs, ...b.glyphs].sort((left, right) => centre(left) - centre(right));
}
