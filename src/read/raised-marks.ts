import { groupBy } from "../model/group-by.ts";
import { raisedMark } from "../model/raised-mark.ts";
import { glyphWords } from "./glyph-words.ts";
import type { Glyph } from "./page.ts";

/** A mark is smaller than the text that it stands at by at least this factor, … */
const SMALLER = 0.8;
/** … raised over its line by so many of its ems, … */
const RAISED = { least: 0.15, most: 0.7 };
/** … closer to its end than this many ems, and no longer than this many characters. */
const NEAR = 0.3;
const LONGEST = 3;
/** Points; what is near a mark stands in its cell of this size or in one beside it. */
const CELL = 16;

/**
 * Makes raised marks of the digits that refer to notes: they must not go into the figure that they stand at.
 *
 * @returns The glyphs in the given order; marks as superscripts.
 */
export function raisedMarks(glyphs: readonly Glyph[]): readonly Glyph[] {
  const words = glyphWords(glyphs);
  const candidates = words.filter((word) => word.length <= LONGEST && word.every(({ text, angle }) => angle === 0 && raisedMark(text)));
  if (candidates.length === 0) return glyphs;
  const ends = groupBy(
    words.flatMap((word) => word.at(-1) ?? []),
    ({ box, baseline }) => cellOf(box[2], baseline, 0, 0),
  );
  const marks = new Map<Glyph, Glyph>();
  for (const word of candidates) {
    const [first] = word;
    if (!first || !near(first, ends).some((end) => isMarkAt(first, end))) continue;
    for (const glyph of word) marks.set(glyph, { ...glyph, text: raisedMark(glyph.text) ?? glyph.text, raw: glyph.raw ?? glyph.text });
  }
  return marks.size === 0 ? glyphs : glyphs.map((glyph) => marks.get(glyph) ?? glyph);
}

function isMarkAt(mark: Glyph, end: Glyph): boolean {
  const raise = (end.baseline - mark.baseline) / end.fontSize;
  return (
    end.angle === 0 &&
    mark.fontSize <= SMALLER * end.fontSize &&
    raise >= RAISED.least &&
    raise <= RAISED.most &&
    Math.abs(mark.box[0] - end.box[2]) <= NEAR * end.fontSize
  );
}

/** Ends of words in the cell of a glyph's lower left corner and in those around it. */
function near({ box, baseline }: Glyph, ends: ReadonlyMap<string, readonly Glyph[]>): Glyph[] {
  const around = [-1, 0, 1];
  return around.flatMap((column) => around.flatMap((row) => ends.get(cellOf(box[0], baseline, column, row)) ?? []));
}

function cellOf(x: number, y: number, column: number, row: number): string {
  return `${Math.floor(x / CELL) + column} ${Math.floor(y / CELL) + row}`;
}
