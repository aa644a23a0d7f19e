import type { Glyph } from "./page.ts";

/** Glyphs of one word stand closer than this share of their size. */
const WITHIN_WORD = 0.2;

/** How far the glyphs of a line reach, in reading direction or against it. */
interface Reach {
  readonly from: number;
  readonly to: number;
}

/**
 * The glyphs beyond the edge of a page that go on a word that the page shows, to the end of their lines.
 *
 * @param shown What can be seen on the page.
 * @param beyond What stands beyond its edge.
 */
export function overEdge(shown: readonly Glyph[], beyond: readonly Glyph[]): readonly Glyph[] {
  if (beyond.length === 0) return [];
  const lines = new Map<string, Reach>();
  for (const glyph of shown) {
    const { from, to } = reachOf(glyph);
    const line = lines.get(lineOf(glyph)) ?? { from, to };
    lines.set(lineOf(glyph), { from: Math.min(from, line.from), to: Math.max(to, line.to) });
  }
  const cut = new Set(beyond.filter((glyph) => goesOn(glyph, lines.get(lineOf(glyph)))).map(lineOf));
  return beyond.filter((glyph) => cut.has(lineOf(glyph)));
}

function goesOn(glyph: Glyph, line: Reach | undefined): boolean {
  const { from, to } = reachOf(glyph);
  const room = WITHIN_WORD * glyph.fontSize;
  return line !== undefined && glyph.text.trim() !== "" && (Math.abs(from - line.to) <= room || Math.abs(line.from - to) <= room);
}

/** Upright and sideways text lie along the page's axes; a slanted text keeps no line and is taken for none. */
function reachOf({ box: [x0, y0, x1, y1], angle }: Glyph): Reach {
  return angle % 180 === 0 ? { from: x0, to: x1 } : { from: y0, to: y1 };
}

function lineOf({ angle, baseline, fontSize }: Glyph): string {
  return `${angle} ${Math.round(fontSize)} ${baseline.toFixed(1)}`;
}
