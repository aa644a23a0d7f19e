import type { Glyph } from "./page.ts";

/** Glyphs printed twice in one place are bold type, not two characters; they are closer together than any two letters can be. */
const nearEms = 0.12;
/** Below this size programs round places to less than a glyph, and two letters may come to lie as close as that. */
const smallestSize = 1;
/** Sizes of equal glyphs differ by at most this share of them. */
const sameSize = 0.1;
/** Cells in which near glyphs are looked for are at least 2³ points wide, as wide as near glyphs of 33 points need. */
const lowestLevel = 3;

/** Glyphs printed one after the other, with no wider gap or overlap than this many ems, are one word. */
const touchEms = 0.3;

/** @returns The glyphs without the repetitions, in the given order. */
export function oncePrinted(glyphs: readonly Glyph[]): readonly Glyph[] {
  const originals = originalsOf(glyphs);
  if (originals.size === 0) return glyphs;
  const repeated = new Set(originals.values());
  const inMostlyNewWord = new Set<Glyph>();
  const inOtherWord = new Set<Glyph>();
  for (const word of wordsOf(glyphs)) {
    const isMostlyNew = 2 * word.filter((glyph) => originals.has(glyph)).length <= word.length;
    const isAlsoOther = word.some((glyph) => !originals.has(glyph) && !repeated.has(glyph));
    for (const glyph of word) {
      if (isMostlyNew) inMostlyNewWord.add(glyph);
      if (isAlsoOther) inOtherWord.add(glyph);
    }
  }
  return glyphs.filter((glyph) => {
    const original = originals.get(glyph);
    return !original || (inMostlyNewWord.has(glyph) && inOtherWord.has(original));
  });
}

/** For each glyph that is printed in the place of an equal one, that one. */
function originalsOf(glyphs: readonly Glyph[]): ReadonlyMap<Glyph, Glyph> {
  const places = new Map<number, Glyph[]>();
  const originals = new Map<Glyph, Glyph>();
  for (const glyph of glyphs) {
    if (glyph.fontSize < smallestSize) continue;
    const near = nearEms * glyph.fontSize;
    const original = originalIn(places, glyph, near);
    if (original) {
      originals.set(glyph, original);
      continue;
    }
    const level = levelOf(near);
    const key = keyOf(glyph, level, cellAt(glyph.box[0], level), cellAt(glyph.box[1], level));
    const others = places.get(key);
    if (others) others.push(glyph);
    else places.set(key, [glyph]);
  }
  return originals;
}

const none: readonly Glyph[] = [];

/** Looks in at most two levels, and four cells of each, whatever the size of the glyph and of the page, and however far off it stands. */
function originalIn(places: ReadonlyMap<number, readonly Glyph[]>, glyph: Glyph, near: number): Glyph | undefined {
  const [x, y] = glyph.box;
  for (const level of ends(levelOf(near * (1 - sameSize)), levelOf(near * (1 + sameSize))))
    for (const column of ends(cellAt(x - near, level), cellAt(x + near, level)))
      for (const row of ends(cellAt(y - near, level), cellAt(y + near, level)))
        for (const other of places.get(keyOf(glyph, level, column, row)) ?? none) if (isSameGlyph(glyph, other, near)) return other;
  return undefined;
}

/** Both ends of a range of at most two whole numbers. Far off, numbers have gaps: counting from one end does not reach the other. */
function ends(first: number, last: number): readonly number[] {
  return first === last ? [first] : [first, last];
}

/** Cells of level n are 2ⁿ points wide, and wider than what is near on both sides together. */
function levelOf(near: number): number {
  return Math.max(lowestLevel, Math.ceil(Math.log2(2 * near)));
}

function cellAt(position: number, level: number): number {
  return Math.floor(position / 2 ** level);
}

/** Different cells may share a key. */
function keyOf({ text }: Glyph, level: number, column: number, row: number): number {
  return Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b) ^ Math.imul(text.charCodeAt(0) * 64 + level, 0xc2b2ae35);
}

function wordsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const words: Glyph[][] = [];
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    const touch = touchEms * glyph.fontSize;
    if (before && Math.abs(glyph.box[0] - before.box[2]) <= touch && Math.abs(glyph.baseline - before.baseline) <= touch)
      words.at(-1)?.push(glyph);
    else words.push([glyph]);
    before = glyph;
  }
  return words;
}

function isSameGlyph(a: Glyph, b: Glyph, near: number): boolean {
  return (
    a.text === b.text &&
    a.angle === b.angle &&
    Math.abs(a.box[0] - b.box[0]) <= near &&
    Math.abs(a.box[1] - b.box[1]) <= near &&
    Math.abs(a.fontSize - b.fontSize) <= sameSize * a.fontSize
  );
}
