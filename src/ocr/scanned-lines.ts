import { eraseRulings } from "./erase-rulings.ts";
import { eraseSpecks } from "./erase-specks.ts";
import { evenBackground } from "./even-background.ts";
import { findRulings, type TracedRulings } from "./find-rulings.ts";
import { type GreyPicture, inkBelow } from "./grey-picture.ts";
import { inkLevels } from "./ink-threshold.ts";
import type { WholePage } from "./page-picture.ts";
import { resize } from "./resize.ts";
import { ruledAreas } from "./ruled-areas.ts";
import { skewOf, straightened } from "./skew.ts";
import { textBlobs } from "./text-blobs.ts";
import { characterHeight, type TextLine, textLines } from "./text-lines.ts";

/** What stands on a scanned page, before any of it is read: pixels of the straight picture. */
export interface ScannedLines {
  /** Straight, evenly lit, without rulings. */
  readonly print: GreyPicture;
  readonly rulings: TracedRulings;
  readonly lines: readonly TextLine[];
  readonly characterHeight: number;
  /** Pixels that the lines of the page fall for each pixel to the right, before it was straightened about its middle. */
  readonly slope: number;
}

/** How a page leans is told as well by a smaller picture. */
const dotsForSkew = 100;

/** Finds the rulings and the lines of text in the picture of a page that is not turned. */
export function scannedLines({ picture, dotsPerInch }: WholePage): ScannedLines {
  const lit = evenBackground(picture, dotsPerInch);
  const even = eraseSpecks(lit, inkLevels(lit).print, dotsPerInch);
  const slope = slopeOf(even, dotsPerInch);
  const straight = straightened(even, slope);
  const levels = inkLevels(straight);
  const rulings = findRulings(inkBelow(straight, levels.print), dotsPerInch);
  const print = eraseRulings(straight, rulings, levels.stroke, dotsPerInch);
  const blobs = textBlobs(inkBelow(print, levels.stroke), dotsPerInch);
  const height = characterHeight(blobs, dotsPerInch);
  const areaAt = ruledAreas(print.width, print.height, rulings, dotsPerInch);
  return { print, rulings, lines: textLines(blobs, areaAt, height), characterHeight: height, slope };
}

function slopeOf(picture: GreyPicture, dotsPerInch: number): number {
  const share = Math.min(1, dotsForSkew / dotsPerInch);
  const small = resize(picture, Math.round(picture.width * share), Math.round(picture.height * share));
  return skewOf(inkBelow(small, inkLevels(small).print));
}
