import { type GreyPicture, inkBelow } from "./grey-picture.ts";

/** Inches. Points of print are larger than this; … */
const largestSpeck = 1 / 150;
/** … with fewer dots an inch no speck can be told from one. */
const fewestDots = 200;
/** A dot of a dotted ruling has others beside it in its line, at most so many of its sides away. */
const nextDot = 3;

/**
 * Takes out dirt and noise: ink by itself that is smaller than any point of print.
 *
 * @param ink Darker is ink.
 */
export function eraseSpecks(picture: GreyPicture, ink: number, dotsPerInch: number): GreyPicture {
  if (dotsPerInch < fewestDots) return picture;
  const { width, height } = picture;
  const mask = inkBelow(picture, ink).data;
  const data = picture.data.slice();
  const side = Math.floor(dotsPerInch * largestSpeck);
  const isInked = (left: number, top: number, columns: number, rows: number) => {
    for (let y = Math.max(0, top); y < Math.min(height, top + rows); y++)
      for (let x = Math.max(0, left); x < Math.min(width, left + columns); x++) if (mask[y * width + x]) return true;
    return false;
  };
  const standsAlone = (x: number, y: number) =>
    !isInked(x - 1, y - 1, side + 2, 1) &&
    !isInked(x - 1, y + side, side + 2, 1) &&
    !isInked(x - 1, y, 1, side) &&
    !isInked(x + side, y, 1, side);
  const reach = nextDot * side;
  const isInLine = (x: number, y: number) =>
    (isInked(x - reach, y, reach, side) && isInked(x + side, y, reach, side)) ||
    (isInked(x, y - reach, side, reach) && isInked(x, y + side, side, reach));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      // Of all squares that hold a speck, the one whose first row and first column have ink.
      if (!isInked(x, y, side, 1) || !isInked(x, y, 1, side) || !standsAlone(x, y) || isInLine(x, y)) continue;
      for (let row = y; row < Math.min(height, y + side); row++) data.fill(255, row * width + x, row * width + Math.min(width, x + side));
    }
  return { width, height, data };
}
