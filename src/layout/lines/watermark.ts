import type { Box } from "../../model/box.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Glyph, Ruling } from "../../read/page.ts";

/** Text this many times as large as most of the page, */
const LARGE = 2.5;
/** and no smaller than this many points, is a watermark where it lies over other text. */
const SMALLEST = 20;
/** So is faint text, where so many of its glyphs lie over other text, or on lines that keep this share of their height from their edges. */
const FEWEST = 2;
const MIDDLE = 0.3;

/** Glyphs that lie across the page: oblique ones, and large or faint ones printed over other text or over lines. */
export function watermarkGlyphs(glyphs: readonly Glyph[], rulings: readonly Ruling[]): ReadonlySet<Glyph> {
  const watermark = new Set(glyphs.filter(({ angle }) => angle % 90 !== 0));
  for (const glyph of [...largeOverText(glyphs), ...faintOverOther(glyphs, rulings)]) watermark.add(glyph);
  return watermark;
}

function largeOverText(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (glyphs.every(({ fontSize }) => fontSize < SMALLEST)) return [];
  const sizes = glyphs.map(({ fontSize }) => fontSize).sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  const large = glyphs.filter(({ fontSize }) => fontSize >= Math.max(LARGE * usual, SMALLEST));
  if (large.length === 0) return [];
  const small = glyphs.filter(({ fontSize }) => fontSize <= usual * 1.5);
  const overprinted = large.filter(({ box }) => small.some((other) => isCentredIn(other, box)));
  const sizesOver = new Set(overprinted.map(({ fontSize }) => Math.round(fontSize)));
  return large.filter(({ fontSize }) => sizesOver.has(Math.round(fontSize)));
}

/** Faint text of one size and direction, where some of it lies over text that is not faint, or on a line. */
function faintOverOther(glyphs: readonly Glyph[], rulings: readonly Ruling[]): readonly Glyph[] {
  const faint = glyphs.filter((glyph) => glyph.faint);
  const dark = glyphs.filter((glyph) => !glyph.faint);
  if (faint.length === 0 || dark.length === 0) return [];
  const liesOver = (glyph: Glyph) =>
    dark.some((other) => isCentredIn(other, glyph.box) || isCentredIn(glyph, other.box)) ||
    rulings.some((ruling) => runsThrough(ruling, glyph.box));
  const kinds = groupBy(faint, ({ fontSize, angle }) => `${Math.round(fontSize)} ${angle}`);
  return [...kinds.values()].flatMap((kind) => (kind.filter(liesOver).length >= FEWEST ? kind : []));
}

function isCentredIn({ box: [x0, y0, x1, y1] }: Glyph, [left, top, right, bottom]: Box): boolean {
  const x = (x0 + x1) / 2;
  const y = (y0 + y1) / 2;
  return x > left && x < right && y > top && y < bottom;
}

function runsThrough({ direction, position, from, to }: Ruling, [x0, y0, x1, y1]: Box): boolean {
  const [near, far, start, end] = direction === "vertical" ? [x0, x1, y0, y1] : [y0, y1, x0, x1];
  const inner = MIDDLE * (far - near);
  return position > near + inner && position < far - inner && from <= start && to >= end;
}
