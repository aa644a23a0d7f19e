import type { GreyPicture, InkMask } from "./grey-picture.ts";

/** A page on a scanner's glass leans by no more, in degrees. */
const mostDegrees = 5;
/** Step of the first look, and of the last. */
const coarse = 0.25;
const fine = 0.01;
/** As many points of ink tell how a page leans. */
const enoughPoints = 60_000;

/**
 * By how much a picture leans: pixels down for each pixel to the right.
 *
 * Seen along the lines of a page, ink and paper alternate most sharply: of all slopes, the one is sought under which the ink of the rows
 * of the sheared picture differs most from row to row.
 */
export function skewOf({ width, height, data }: InkMask): number {
  const points = inkPoints(width, data);
  if (points.length === 0) return 0;
  const reach = Math.ceil(width * Math.tan((mostDegrees * Math.PI) / 180)) + 1;
  const rows = new Float64Array(height + 2 * reach + 2);
  const sharpness = (degrees: number): number => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    rows.fill(0);
    for (let at = 0; at < points.length; at += 2) {
      const place = (points[at + 1] ?? 0) - slope * ((points[at] ?? 0) - width / 2) + reach;
      const row = Math.floor(place);
      const below = place - row;
      rows[row] = (rows[row] ?? 0) + 1 - below;
      rows[row + 1] = (rows[row + 1] ?? 0) + below;
    }
    let sum = 0;
    for (let row = 1; row < rows.length; row++) sum += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
    return sum;
  };
  let best = sharpest(-mostDegrees, mostDegrees, coarse, sharpness);
  for (let step = coarse; step > fine; step /= 5) best = sharpest(best - step, best + step, step / 5, sharpness);
  return Math.tan((best * Math.PI) / 180);
}

function sharpest(from: number, to: number, step: number, sharpness: (degrees: number) => number): number {
  let best = 0;
  let most = sharpness(0);
  for (let degrees = from; degrees <= to + step / 2; degrees += step) {
    const found = sharpness(degrees);
    if (found > most) [best, most] = [degrees, found];
  }
  return best;
}

/** Places of ink, x and y in turn; evenly fewer of them where there is much. */
function inkPoints(width: number, data: Uint8Array): Int32Array {
  let count = 0;
  for (const ink of data) count += ink;
  const points = new Int32Array(2 * Math.min(count, enoughPoints));
  const share = Math.min(1, enoughPoints / count);
  let to = 0;
  let due = 0;
  for (let at = 0; at < data.length && to < points.length; at++) {
    if (!data[at]) continue;
    due += share;
    if (due < 1) continue;
    due -= 1;
    points[to++] = at % width;
    points[to++] = Math.floor(at / width);
  }
  return points.subarray(0, to);
}

/** The picture turned about its middle so that lines of this slope run level; what comes from beyond its edge is white. */
export function straightened(picture: GreyPicture, slope: number): GreyPicture {
  if (slope === 0) return picture;
  const { width, height, data } = picture;
  const result = new Uint8Array(data.length).fill(255);
  const angle = Math.atan(slope);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  for (let y = 0; y < height; y++) {
    let fromX = middleX - cos * middleX - sin * (y - middleY);
    let fromY = middleY - sin * middleX + cos * (y - middleY);
    for (let x = 0, to = y * width; x < width; x++, to++, fromX += cos, fromY += sin) {
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const [right, down] = [fromX - left, fromY - top];
      const at = top * width + left;
      const above = (data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right;
      const below = (data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right;
      result[to] = above * (1 - down) + below * down + 0.5;
    }
  }
  return { width, height, data: result };
}
