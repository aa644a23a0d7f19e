import type { Box } from "../model/box.ts";
import type { Matrix } from "./matrix.ts";
import type { PdfFont } from "./pdfjs-door.ts";

/** What PDF calls the graphics state, as far as it decides where glyphs and lines stand and whether they can be seen. */
export interface GraphicsState {
  /** User space → page frame. */
  ctm: Matrix;
  /** Bounding box of the clip, in the page frame. */
  clip: Box;
  /** The clip is no rectangle, so that its bounding box says too much. */
  clipIsShaped: boolean;
  lineWidth: number;
  /** `#rrggbb`; other values are patterns and shadings. */
  fillColour: string;
  strokeColour: string;
  fillAlpha: number;
  strokeAlpha: number;
  /** What is painted lets through what lies under it: a blend mode or a soft mask. */
  blends: boolean;
  masked: boolean;
  font: PdfFont | undefined;
  fontName: string;
  /** Never negative: a negative size is `fontDirection` -1. */
  fontSize: number;
  fontDirection: 1 | -1;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderingMode: number;
  /** What is drawn belongs to a layer that is switched off. */
  layerHidden: boolean;
}

export function initialState(ctm: Matrix, clip: Box): GraphicsState {
  return {
    ctm,
    clip,
    clipIsShaped: false,
    lineWidth: 1,
    fillColour: "#000000",
    strokeColour: "#000000",
    fillAlpha: 1,
    strokeAlpha: 1,
    blends: false,
    masked: false,
    font: undefined,
    fontName: "",
    fontSize: 0,
    fontDirection: 1,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
    layerHidden: false,
  };
}
