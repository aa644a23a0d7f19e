import { foldWidth } from "../../model/fold-width.ts";
import type { Glyph } from "../../read/page.ts";

/** Fonts set two ones closer together, by fewer ems than this; a second text printed over the end of the first stands further in. */
const KERNING = 0.1;

/** Ems between neighbouring glyphs of a text, as if its font did not set two ones closer: they are the only digits that fonts do so with. */
export function glyphGap(left: Glyph, right: Glyph): number {
  const gap = (right.box[0] - left.box[2]) / Math.min(left.fontSize, right.fontSize);
  const isKerned = gap < 0 && gap > -KERNING && foldWidth(left.text) === "1" && foldWidth(right.text) === "1";
  return isKerned ? 0 : gap;
}
