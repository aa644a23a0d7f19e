import type { Glyph } from "../../read/page.ts";

/** Text this many times as large as most of the page, */
const LARGE = 2.5;
/** and no smaller than this many points, is a watermark where it lies over other text. */
const SMALLEST = 20;

/** Glyphs that lie across the page: oblique ones, and large ones printed over other text. */
export function watermarkGlyphs(glyphs: readonly Glyph[]): ReadonlySet<Glyph> {
  const watermark = new Set(glyphs.filter(({ angle }) => angle % 90 !== 0));
  if (glyphs.every(({ fontSize }) => fontSize < SMALLEST)) return watermark;
  const sizes = glyphs.map(({ fontSize }) => fontSize).sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  const large = glyphs.filter(({ fontSize }) => fontSize >= Math.max(LARGE * usual, SMALLEST));
  if (large.length === 0) return watermark;
  const small = glyphs.filter(({ fontSize }) => fontSize <= usual * 1.5);
  const overprinted = large.filter(({ box }) =>
    small.some(({ box: other }) => {
      const x = (other[0] + other[2]) / 2;
      const y = (other[1] + other[3]) / 2;
      return x > box[0] && x < box[2] && y > box[1] && y < box[3];
    }),
  );
  if (overprinted.length === 0) return watermark;
  const sizesOver = new Set(overprinted.map(({ fontSize }) => Math.round(fontSize)));
  for (const glyph of large) if (sizesOver.has(Math.round(glyph.fontSize))) watermark.add(glyph);
  return watermark;
}
