import type { Box } from "../model/box.ts";
import type { GraphicsState } from "./graphics-state.ts";
import { compose, identity, type Matrix } from "./matrix.ts";
import { normaliseGlyph } from "./normalise-glyph.ts";
import type { Glyph } from "./page.ts";
import type { PdfGlyph } from "./pdfjs-door.ts";

/** Where the next glyph goes. */
export interface TextCursor {
  matrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export function textCursor(): TextCursor {
  return { matrix: identity, x: 0, y: 0, lineX: 0, lineY: 0 };
}

// The box of a glyph is its em box, whatever the font says: ascents and descents of Chinese fonts differ too much to compare lines by them.
const ascent = 0.88;
const descent = 0.12;
/** A font that gives a full-width character fewer ems does not know its width: the program places each glyph by itself, an em apart. */
const narrowestWide = 0.5;

/**
 * Places the glyphs of one showText operator and moves the cursor behind them. White space moves the cursor and is no glyph.
 *
 * @param shown Glyphs, and between them numbers as in TJ.
 * @param emit Called for each glyph in printed order.
 */
export function textToGlyphs(
  shown: readonly (PdfGlyph | number)[],
  state: GraphicsState,
  cursor: TextCursor,
  emit: (glyph: Glyph) => void,
): void {
  const { font, fontSize, fontDirection, charSpacing, wordSpacing } = state;
  if (!font || fontSize === 0) return;
  const vertical = font.vertical === true;
  const perUnit = fontSize * (font.fontMatrix?.[0] || 0.001);
  const perThousand = ((vertical ? 1 : -1) * fontSize) / 1000;
  const along = state.horizontalScale * fontDirection;
  const [a, b, c, d, e, f] = compose(state.ctm, cursor.matrix);
  const em = fontSize * (font.isType3Font ? type3Em(font.bbox, font.fontMatrix) : 1);
  const size = em * Math.hypot(c, d);
  const angle = vertical ? degrees(-c, -d) : degrees(a * Math.sign(along), b * Math.sign(along));
  const up = em * ascent * fontDirection;
  const down = em * descent * fontDirection;
  const y = cursor.y + state.rise;
  let moved = 0;
  for (const glyph of shown) {
    if (typeof glyph === "number") {
      moved += glyph * perThousand;
      continue;
    }
    const spacing = ((glyph.isSpace ? wordSpacing : 0) + charSpacing) * fontDirection;
    const width = glyph.width * perUnit;
    const metrics = vertical ? (glyph.vmetric ?? font.defaultVMetrics ?? [-1000, glyph.width / 2, 880]) : undefined;
    if (!isWhiteSpace(glyph.unicode)) {
      const drawn = Math.abs(width) < narrowestWide * Math.abs(em) && isFullWidth(glyph.unicode) ? em : width;
      const left = metrics ? cursor.x - (glyph.vmetric ? (metrics[1] ?? 0) * perUnit : drawn / 2) : cursor.x + moved * along;
      const right = left + drawn * (metrics ? 1 : along);
      const base = metrics ? y - moved - (metrics[2] ?? 880) * perUnit : y;
      const bottom = base - down;
      const top = base + up;
      const box = parallelogram(a * left + e, b * left + f, a * right + e, b * right + f, c * bottom, d * bottom, c * top, d * top);
      const text = normaliseGlyph(glyph.unicode);
      const sideways = angle === 90 || angle === 270;
      const baseline = sideways ? a * left + c * base + e : b * left + d * base + f;
      const placed = { text, box, baseline, fontSize: size, angle };
      emit(text === glyph.unicode ? placed : { ...placed, raw: glyph.unicode });
    }
    moved += metrics ? -(metrics[0] ?? -1000) * perUnit - spacing : width + spacing;
  }
  if (vertical) cursor.y -= moved;
  else cursor.x += moved * along;
}

function isFullWidth(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code >= 0x3400 && code <= 0x9fff) || (code > 0x3000 && code < 0x3040) || (code > 0xff00 && code < 0xff61);
}

function isWhiteSpace(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code > 32 && code < 127) return false;
  return text.trim() === "" || code === 0x200b;
}

/** The box around left and right, each raised from bottom to top. */
function parallelogram(lx: number, ly: number, rx: number, ry: number, bx: number, by: number, tx: number, ty: number): Box {
  const minX = Math.min(lx, rx) + Math.min(bx, tx);
  const minY = Math.min(ly, ry) + Math.min(by, ty);
  const maxX = Math.max(lx, rx) + Math.max(bx, tx);
  const maxY = Math.max(ly, ry) + Math.max(by, ty);
  return [minX, minY, maxX, maxY];
}

function degrees(x: number, y: number): number {
  const rounded = Math.round((Math.atan2(y, x) * 180) / Math.PI);
  return rounded < 0 ? rounded + 360 : rounded;
}

/** Ems per size unit of a Type 3 font, whose glyph space is its own. */
function type3Em(bbox: readonly number[] | undefined, matrix: readonly number[] | undefined): number {
  const height = Math.abs(((bbox?.[3] ?? 0) - (bbox?.[1] ?? 0)) * (matrix?.[3] ?? 0.001));
  return height === 0 || (height > 0.3 && height < 3) ? 1 : height;
}
