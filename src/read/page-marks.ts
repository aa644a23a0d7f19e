import type { Box } from "../model/box.ts";
import { glyphIndex } from "./covered-glyphs.ts";
import { dropStrips } from "./drop-strips.ts";
import type { GraphicsState } from "./graphics-state.ts";
import type { Glyph, Ruling } from "./page.ts";
import type { PageFrame } from "./page-frame.ts";
import { slack, thickestRuling } from "./path-to-rulings.ts";
import type { PictureLie } from "./picture-lie.ts";
import { bordersOnPaper } from "./white-rulings.ts";

/** Why a glyph that the file draws cannot be seen. */
export type HiddenBecause = "invisible" | "white" | "clipped" | "offPage" | "oversized" | "hiddenLayer" | "covered";

export interface HiddenGlyph {
  readonly glyph: Glyph;
  readonly because: HiddenBecause;
}

export interface PageImage {
  /** Key in the page's objects; undefined for an inline image. */
  readonly id: string | undefined;
  readonly box: Box;
  /** How it lies in its box. */
  readonly lie: PictureLie;
  /** A stencil painted in the current colour. */
  readonly isMask: boolean;
}

/** What a page's operators leave on it, in painting order. */
export interface PageMarks {
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  readonly hidden: readonly HiddenGlyph[];
  /** Visible glyphs of each font, by the font's name in pdf.js. */
  readonly glyphsByFont: ReadonlyMap<string, readonly Glyph[]>;
  /** pdf.js's message for each font that it could not load. */
  readonly failedFonts: ReadonlyMap<string, string>;
  readonly images: readonly PageImage[];
  /** Painted areas that are no lines. */
  readonly shapeCount: number;
}

/** Takes what the operators draw, and tells what of it can be seen. */
export interface MarksBuilder {
  glyph(glyph: Glyph, state: GraphicsState): void;
  ruling(ruling: Ruling, colour: string, clip: Box): void;
  area(box: Box, colour: string): void;
  /** What was painted so far in this box, as far as the clip leaves it, is painted over. */
  cover(box: Box, clip: Box): void;
  image(image: PageImage): void;
  fontFailed(name: string, message: string): void;
  /** Glyphs and rulings so far. */
  size(): { readonly glyphs: number; readonly rulings: number };
  finish(): PageMarks;
}

const mostGrounds = 20_000;

/** @param judgeWhite False where pictures were left out, so that what lies under white text is not known. */
export function marksBuilder(frame: PageFrame, judgeWhite: boolean): MarksBuilder {
  const glyphs: Glyph[] = [];
  const rulings: Ruling[] = [];
  const white: { readonly visible: Ruling[]; readonly unseen: Ruling[] } = { visible: [], unseen: [] };
  const hidden: HiddenGlyph[] = [];
  const images: PageImage[] = [];
  const failedFonts = new Map<string, string>();
  const glyphsByFont = new Map<string, Glyph[]>();
  /** Coloured areas and pictures, on which white can be seen. */
  const grounds: Box[] = [];
  const index = glyphIndex();
  const covered = new Set<Glyph>();
  let shapeCount = 0;
  const isLight = lightColours();
  const longest = Math.max(frame.width, frame.height);
  const onGround = (x: number, y: number) => grounds.some(([x0, y0, x1, y1]) => x >= x0 && x <= x1 && y >= y0 && y <= y1);

  const hiddenBecause = (glyph: Glyph, state: GraphicsState): HiddenBecause | undefined => {
    const [x0, y0, x1, y1] = glyph.box;
    if (!(x1 - x0 <= longest && y1 - y0 <= longest)) return "oversized"; // or no number at all
    if (state.layerHidden) return "hiddenLayer";
    const x = (x0 + x1) / 2;
    const y = (y0 + y1) / 2;
    if (!(x >= 0 && y >= 0 && x <= frame.width && y <= frame.height)) return "offPage";
    const { renderingMode, clip } = state;
    if (renderingMode === 3 || renderingMode === 7) return "invisible";
    const isFilled = renderingMode !== 1 && renderingMode !== 5;
    if ((isFilled ? state.fillAlpha : state.strokeAlpha) === 0) return "invisible";
    if (x1 <= clip[0] || x0 >= clip[2] || y1 <= clip[1] || y0 >= clip[3]) return "clipped";
    if (judgeWhite && renderingMode === 0 && isWhite(state.fillColour) && !onGround(x, y)) return "white";
    return undefined;
  };

  return {
    glyph: (placed, state) => {
      const glyph =
        isFaint(state, isLight) && !onGround((placed.box[0] + placed.box[2]) / 2, (placed.box[1] + placed.box[3]) / 2)
          ? { ...placed, faint: true as const }
          : placed;
      const because = hiddenBecause(glyph, state);
      if (because) {
        hidden.push({ glyph, because });
        return;
      }
      glyphs.push(glyph);
      index.add(glyph);
      const ofFont = glyphsByFont.get(state.fontName);
      if (ofFont) ofFont.push(glyph);
      else glyphsByFont.set(state.fontName, [glyph]);
    },
    ruling: (ruling, colour, clip) => {
      const visible = clipRuling(ruling, clip);
      if (!visible || !(ruling.thickness <= longest)) return;
      const middle = (visible.from + visible.to) / 2;
      const [x, y] = ruling.direction === "horizontal" ? [middle, ruling.position] : [ruling.position, middle];
      if (!isWhite(colour)) rulings.push(visible);
      else (onGround(x, y) ? white.visible : white.unseen).push(visible);
    },
    area: (box, colour) => {
      shapeCount++;
      if (!isWhite(colour) && grounds.length < mostGrounds) grounds.push(box);
    },
    cover: (box, clip) => {
      if (Math.min(box[2] - box[0], box[3] - box[1]) <= thickestRuling) return;
      const seen: Box = [Math.max(box[0], clip[0]), Math.max(box[1], clip[1]), Math.min(box[2], clip[2]), Math.min(box[3], clip[3])];
      for (const glyph of index.takeWithin(seen)) {
        covered.add(glyph);
        hidden.push({ glyph, because: "covered" });
      }
    },
    image: (image) => {
      images.push(image);
      if (grounds.length < mostGrounds) grounds.push(image.box);
    },
    fontFailed: (name, message) => failedFonts.set(name, message),
    size: () => ({
      glyphs: glyphs.length - covered.size + hidden.length,
      rulings: rulings.length + white.visible.length + white.unseen.length,
    }),
    finish: () => ({
      glyphs: covered.size === 0 ? glyphs : glyphs.filter((glyph) => !covered.has(glyph)),
      rulings: [...dropStrips(rulings), ...white.visible, ...bordersOnPaper(white.visible, white.unseen)],
      hidden,
      glyphsByFont,
      failedFonts,
      images,
      shapeCount,
    }),
  };
}

function isWhite(colour: string): boolean {
  return colour === "#ffffff";
}

/** Light text is lighter than this (black 0, white 1), and what shows through has no more than this opacity. */
const faintness = { light: 0.55, alpha: 0.6 };

function isFaint(
  { renderingMode, fillColour, fillAlpha, strokeColour, strokeAlpha }: GraphicsState,
  isLight: (colour: string) => boolean,
): boolean {
  const isStroked = renderingMode === 1 || renderingMode === 5;
  return (isStroked ? strokeAlpha : fillAlpha) <= faintness.alpha || isLight(isStroked ? strokeColour : fillColour);
}

/** Tells light colours; a page has few, and a glyph after the other has the same. */
function lightColours(): (colour: string) => boolean {
  const known = new Map<string, boolean>();
  return (colour) => {
    const isLight = known.get(colour) ?? lightness(colour) >= faintness.light;
    known.set(colour, isLight);
    return isLight;
  };
}

function lightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (/^#(..)(..)(..)$/.exec(colour) ?? []).slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return 0.3 * red + 0.59 * green + 0.11 * blue;
}

/** The part of a ruling that the clip leaves, if any. */
function clipRuling(ruling: Ruling, [x0, y0, x1, y1]: Box): Ruling | undefined {
  const across = ruling.direction === "horizontal";
  const margin = ruling.thickness / 2 + slack;
  if (!(ruling.position >= (across ? y0 : x0) - margin && ruling.position <= (across ? y1 : x1) + margin)) return undefined;
  const from = Math.max(ruling.from, across ? x0 : y0);
  const to = Math.min(ruling.to, across ? x1 : y1);
  if (!(to > from)) return undefined;
  return from === ruling.from && to === ruling.to ? ruling : { ...ruling, from, to };
}
