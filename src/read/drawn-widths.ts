import { groupBy } from "../model/group-by.ts";
import type { Glyph } from "./page.ts";

/** The next glyph of a text begins so many ems behind a glyph's left edge; what is printed twice is closer, another text further away. */
const ADVANCE = { least: 0.2, most: 1.5 };
/** Baselines of one text are no more ems apart. */
const SAME_LINE = 0.05;
/** Letters of a font that knows how wide they are overlap by no more ems. */
const KERNING = 0.15;
/** Where most digits of a page overlap more, and so many at least, the font does not know. */
const FEWEST = 3;
const DIGIT = /^\d$/u;

/**
 * Narrows digits that are drawn narrower than their font says, and what stands among them: the program places each by itself, and boxes as
 * wide as the font says would lie over one another.
 *
 * @param glyphs In the order of the file.
 */
export function drawnWidths(glyphs: readonly Glyph[]): readonly Glyph[] {
  const usual = widthsOfDigits(glyphs);
  if (usual.size === 0) return glyphs;
  return glyphs.map((glyph, index) => {
    const width = usual.get(widthOf(glyph));
    if (width === undefined || glyph.angle !== 0 || glyph.text >= "\u2000") return glyph;
    const next = glyphs[index + 1];
    const advance = next && advanceOf(glyph, next);
    const goesOn = next && advance !== undefined && !(isDigit(glyph) && isDigit(next) && advance > width + KERNING);
    const ems = goesOn ? Math.min(advance, widthOf(glyph)) : isDigit(glyph) ? width : widthOf(glyph);
    const [left, top, , bottom] = glyph.box;
    return { ...glyph, box: [left, top, left + ems * glyph.fontSize, bottom] };
  });
}

/** By the width that the font gives: how wide digits are drawn, where that is less. */
function widthsOfDigits(glyphs: readonly Glyph[]): ReadonlyMap<number, number> {
  const pairs = glyphs.flatMap((glyph, index) => {
    const next = glyphs[index + 1];
    const advance = next && isDigit(glyph) && isDigit(next) ? advanceOf(glyph, next) : undefined;
    return advance === undefined ? [] : [{ width: widthOf(glyph), advance }];
  });
  const drawn = new Map<number, number>();
  for (const [width, seen] of groupBy(pairs, (pair) => pair.width)) {
    const sorted = seen.map(({ advance }) => advance).sort((a, b) => a - b);
    const median = sorted[sorted.length >> 1];
    if (median !== undefined && sorted.length >= FEWEST && median < width - KERNING) drawn.set(width, median);
  }
  return drawn;
}

/** Ems from a glyph to the next one of its text. */
function advanceOf(glyph: Glyph, next: Glyph): number | undefined {
  const advance = (next.box[0] - glyph.box[0]) / glyph.fontSize;
  const isSameLine = Math.abs(next.baseline - glyph.baseline) <= SAME_LINE * glyph.fontSize;
  return isSameLine && advance >= ADVANCE.least && advance <= ADVANCE.most ? advance : undefined;
}

function isDigit({ text, angle }: Glyph): boolean {
  return angle === 0 && DIGIT.test(text);
}

/** Ems, to a hundredth, that the font gives a glyph. */
function widthOf({ box, fontSize }: Glyph): number {
  return Math.round((100 * (box[2] - box[0])) / fontSize) / 100;
}
