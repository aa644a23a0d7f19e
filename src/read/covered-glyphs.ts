import type { Box } from "../model/box.ts";
import type { Glyph } from "./page.ts";

/** Glyphs by height on the page, to find those under an area. */
export interface GlyphIndex {
  add(glyph: Glyph): void;
  /** Takes out the glyphs whose middle lies in the box. */
  takeWithin(box: Box): readonly Glyph[];
}

/** Height of a band in points. */
const bandHeight = 16;

export function glyphIndex(): GlyphIndex {
  const bands = new Map<number, Glyph[]>();
  const bandAt = (y: number) => Math.floor(y / bandHeight);
  const middleOf = ({ box }: Glyph) => (box[1] + box[3]) / 2;
  return {
    add: (glyph) => {
      const at = bandAt(middleOf(glyph));
      const band = bands.get(at);
      if (band) band.push(glyph);
      else bands.set(at, [glyph]);
    },
    takeWithin: ([x0, y0, x1, y1]) => {
      const taken: Glyph[] = [];
      const isWithin = (glyph: Glyph) => {
        const x = (glyph.box[0] + glyph.box[2]) / 2;
        const y = middleOf(glyph);
        return x > x0 && x < x1 && y > y0 && y < y1;
      };
      for (const [at, band] of bands) {
        if (at < bandAt(y0) || at > bandAt(y1)) continue;
        const under = band.filter(isWithin);
        if (under.length === 0) continue;
        taken.push(...under);
        bands.set(
          at,
          band.filter((glyph) => !isWithin(glyph)),
        );
      }
      return taken;
    },
  };
}
