import type { Glyph } from "./page.ts";

/** Glyphs printed twice in one place are bold type, not two characters; they are closer together than any two letters can be. */
const nearEms = 0.12;
/** Below this size programs round places to less than a glyph, and two letters may come to lie as close as that. */
const smallestSize = 1;

/** @returns The glyphs without the repetitions, in the given order. */
export function oncePrinted(glyphs: readonly Glyph[]): readonly Glyph[] {
  const cell = 8;
  const places = new Map<number, Glyph[]>();
  const kept: Glyph[] = [];
  for (const glyph of glyphs) {
    const [x, y] = glyph.box;
    const near = nearEms * glyph.fontSize;
    if (glyph.fontSize < smallestSize) {
      kept.push(glyph);
      continue;
    }
    let repeated = false;
    const left = Math.floor((x - near) / cell);
    const right = Math.floor((x + near) / cell);
    const top = Math.floor((y - near) / cell);
    const bottom = Math.floor((y + near) / cell);
    for (let column = left; column <= right && !repeated; column++)
      for (let row = top; row <= bottom && !repeated; row++) {
        const others = places.get(column * 65_536 + row);
        repeated = others?.some((other) => isSameGlyph(glyph, other, near)) ?? false;
      }
    if (repeated) continue;
    kept.push(glyph);
    const key = Math.floor(x / cell) * 65_536 + Math.floor(y / cell);
    const others = places.get(key);
    if (others) others.push(glyph);
    else places.set(key, [glyph]);
  }
  return kept;
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
