import type { Glyph } from "./page.ts";

/** Glyphs that follow one another in the file belong to one word where they stand no further apart than this many ems, and as little off its line. */
const TOUCHING = 0.3;
/** A word is of one size: what is smaller by this factor is set apart. */
const SMALLER = 0.8;

/** The words of a page, in the order of the file, without white space. */
export function glyphWords(glyphs: readonly Glyph[]): Glyph[][] {
  const words: Glyph[][] = [];
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    const isSpace = glyph.text.trim() === "";
    if (!isSpace && before && touches(before, glyph)) words.at(-1)?.push(glyph);
    else if (!isSpace) words.push([glyph]);
    before = isSpace ? undefined : glyph;
  }
  return words;
}

/** Whether a glyph follows another on its line; text that runs another way has a line for each glyph. */
function touches(before: Glyph, glyph: Glyph): boolean {
  const [small, large] = [Math.min(before.fontSize, glyph.fontSize), Math.max(before.fontSize, glyph.fontSize)];
  const near = TOUCHING * small;
  return (
    before.angle === 0 &&
    glyph.angle === 0 &&
    small > SMALLER * large &&
    Math.abs(glyph.baseline - before.baseline) <= near &&
    Math.abs(glyph.box[0] - before.box[2]) <= near
  );
}
