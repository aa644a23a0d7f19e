import type { Glyph } from "./page.ts";

/** Glyphs printed twice in one place are bold type, not two characters; they are closer together than any two letters can be. */
const nearEms = 0.12;
/** Below this size programs round places to less than a glyph, and two letters may come to lie as close as that. */
const smallestSize = 1;

/** Glyphs printed one after the other, with no wider gap or overlap than this many ems, are one word. */
const touchEms = 0.3;

/** @returns The glyphs without the repetitions, in the given order. */
export function oncePrinted(glyphs: readonly Glyph[]): readonly Glyph[] {
  const originals = originalsOf(glyphs);
  if (originals.size === 0) return glyphs;
  const repeated = new Set(originals.values());
  const words = wordsOf(glyphs);
  const wordOf = new Map(words.flatMap((word) => word.map((glyph) => [glyph, word] as const)));
  const isMostlyNew = (word: readonly Glyph[]) => 2 * word.filter((glyph) => originals.has(glyph)).length <= word.length;
  const isAlsoOther = (word: readonly Glyph[]) => word.some((glyph) => !originals.has(glyph) && !repeated.has(glyph));
  return glyphs.filter((glyph) => {
    const original = originals.get(glyph);
    return !original || (isMostlyNew(wordOf.get(glyph) ?? []) && isAlsoOther(wordOf.get(original) ?? []));
  });
}

/** For each glyph that is printed in the place of an equal one, that one. */
function originalsOf(glyphs: readonly Glyph[]): ReadonlyMap<Glyph, Glyph> {
  const cell = 8;
  const places = new Map<number, Glyph[]>();
  const originals = new Map<Glyph, Glyph>();
  for (const glyph of glyphs) {
    const [x, y] = glyph.box;
    const near = nearEms * glyph.fontSize;
    if (glyph.fontSize < smallestSize) continue;
    let original: Glyph | undefined;
    const left = Math.floor((x - near) / cell);
    const right = Math.floor((x + near) / cell);
    const top = Math.floor((y - near) / cell);
    const bottom = Math.floor((y + near) / cell);
    for (let column = left; column <= right && !original; column++)
      for (let row = top; row <= bottom && !original; row++)
        original = places.get(column * 65_536 + row)?.find((other) => isSameGlyph(glyph, other, near));
    if (original) {
      originals.set(glyph, original);
      continue;
    }
    const key = Math.floor(x / cell) * 65_536 + Math.floor(y / cell);
    const others = places.get(key);
    if (others) others.push(glyph);
    else places.set(key, [glyph]);
  }
  return originals;
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
    Math.abs(a.fontSize - b.fontSize) <= 0.1 * a.fontSize
  );
}
