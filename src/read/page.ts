import type { Box } from "../model/box.ts";
import type { Notice } from "../model/diagnostic.ts";
import type { ReadGuard } from "./guard.ts";

/** One printed glyph in the frame of the page as it is read: points, origin top left, rotation undone. */
export interface Glyph {
  /** Normalised text: compatibility and radical code points folded to the Han they stand for. A ligature may hold several characters. */
  readonly text: string;
  /** The text as the file has it, where it differs. */
  readonly raw?: string;
  readonly box: Box;
  /** y of the baseline (for upright text; x of it for sideways text). */
  readonly baseline: number;
  readonly fontSize: number;
  /** Reading direction in degrees clockwise from left-to-right: 0 upright, 90 running down, 270 running up; other angles are rounded to whole degrees (watermarks). */
  readonly angle: number;
  /** Painted on white in a light colour, or so that what lies under it shows through, as watermarks are. */
  readonly faint?: true;
  /** From 0 to 1, for one that was recognised in a picture: how sure it is. */
  readonly confidence?: number;
  /** What it may be instead, the likeliest first. */
  readonly runnersUp?: readonly RunnerUp[];
}

/** Another reading of a recognised glyph; no text where there may be no glyph, several characters where there may be more. */
export interface RunnerUp {
  readonly text: string;
  readonly confidence: number;
}

/** A drawn line, horizontal or vertical, reduced to its centre line. */
export interface Ruling {
  readonly direction: "horizontal" | "vertical";
  /** y of a horizontal, x of a vertical ruling. */
  readonly position: number;
  /** x range of a horizontal, y range of a vertical ruling; `from` < `to`. */
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

/** A page of a PDF. Everything on it that can be seen as text, and every line that can border a cell. */
export interface PositionedPage {
  readonly kind: "positioned";
  /** Counted from 1 in the file. */
  readonly pageNumber: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
}

/** A page of text input, or all of it where it does not tell pages apart. */
export interface TextPage {
  readonly kind: "text";
  /** Counted from 1; undefined where the text does not tell pages apart. */
  readonly pageNumber: number | undefined;
  /** Line of the input on which the page begins, counted from 1. */
  readonly firstLine: number;
  readonly lines: readonly string[];
}

/** An opened input. Pages come one at a time, and each is released when the next is asked for. */
export interface OpenedInput {
  readonly mediaType: "application/pdf" | "text/plain";
  readonly sha256: string;
  readonly pageCount: number | undefined;
  readonly pages: AsyncIterable<ReadPage>;
  /** Of the whole way from the input to its document. */
  readonly guard: ReadGuard;
}

export interface ReadPage {
  readonly page: PositionedPage | TextPage;
  readonly notices: readonly Notice[];
}
