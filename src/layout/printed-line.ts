import type { Box } from "../model/box.ts";
import type { Glyph } from "../read/page.ts";

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
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f\u2018-\u201d\u2026\u2014]/u;

/** Glyphs that follow one another in the file and on the line, closer than this many ems and overlapping less, are read as printed. */
const RUN = { gap: 0.6, overlap: 0.5 };

/** Upright glyphs, in the order in which the file prints them, as printed lines, top to bottom; white space is dropped. */
export function glyphsToLines(glyphs: readonly Glyph[]): PrintedLine[] {
  const printed = glyphs.filter((glyph) => glyph.text.trim() !== "");
  const order = new Map(printed.map((glyph, index) => [glyph, index]));
  const groups: Glyph[][] = [];
  let anchor = Number.NEGATIVE_INFINITY;
  for (const glyph of printed.toSorted((a, b) => a.baseline - b.baseline)) {
    const group = groups.at(-1);
    if (group && glyph.baseline - anchor <= SAME_BASELINE * Math.min(glyph.fontSize, group[0]?.fontSize ?? glyph.fontSize)) {
      group.push(glyph);
    } else {
      groups.push([glyph]);
      anchor = glyph.baseline;
    }
  }
  return joinSuperscripts(groups.map((group) => toLine(inReadingOrder(group, order))));
}

/**
 * Glyphs of one line from left to right, by runs: what is printed in one go stays together where two texts overlap, and in its order where
 * a trimmed full-width bracket begins left of the glyph before it.
 */
function inReadingOrder(glyphs: readonly Glyph[], order: ReadonlyMap<Glyph, number>): Glyph[] {
  const at = (glyph: Glyph) => order.get(glyph) ?? 0;
  const runs: Glyph[][] = [];
  for (const glyph of glyphs.toSorted((a, b) => at(a) - at(b))) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const gap = before ? (glyph.box[0] - before.box[2]) / glyph.fontSize : Number.POSITIVE_INFINITY;
    if (run && before && at(glyph) === at(before) + 1 && gap <= RUN.gap && gap >= -RUN.overlap) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs.sort(([a], [b]) => centre(a) - centre(b)).flat();
}

function centre(glyph: Glyph | undefined): number {
  return glyph ? glyph.box[0] + glyph.box[2] : 0;
}

/** @param glyphs In reading order. */
export function toLine(glyphs: readonly Glyph[]): PrintedLine {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  let fontSize = 0;
  for (const glyph of glyphs) {
    box[0] = Math.min(box[0], glyph.box[0]);
    box[1] = Math.min(box[1], glyph.box[1]);
    box[2] = Math.max(box[2], glyph.box[2]);
    box[3] = Math.max(box[3], glyph.box[3]);
    fontSize = Math.max(fontSize, glyph.fontSize);
  }
  const full = glyphs.filter((glyph) => glyph.fontSize > fontSize * SUPERSCRIPT);
  const baseline = full.reduce((sum, glyph) => sum + glyph.baseline, 0) / full.length;
  return { glyphs, box, baseline, fontSize };
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
  const gap = right.box[0] - left.box[2];
  const wide = WIDE.test(left.text.slice(-1)) || WIDE.test(right.text[0] ?? "");
  return gap >= (wide ? 0.5 : 0.18) * Math.min(left.fontSize, right.fontSize);
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
