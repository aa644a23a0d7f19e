import type { GreyPicture } from "./grey-picture.ts";

/** Pixels of a strip: a gap in a stroke is no wider than twice that, and one between two characters hardly narrower. */
const reach = 4;
/** How dark a bridge is, between paper and the ink on both sides; and how dark ink makes the paper beside it. */
const bridged = 0.6;
const thicker = 0.5;

/**
 * Print with its thin strokes made stronger: a scanner that knows only black and white breaks the level ones of Chinese characters. Gaps in
 * them are bridged, and all strokes thickened.
 */
export function strengthen(picture: GreyPicture): GreyPicture {
  return thickened(withBridges(picture));
}

function withBridges({ width, height, data }: GreyPicture): GreyPicture {
  return mapped({ width, height, data }, (x, at) => {
    let [left, right] = [255, 255];
    for (let step = 1; step <= reach; step++) {
      if (x >= step) left = Math.min(left, data[at - step] ?? 255);
      if (x + step < width) right = Math.min(right, data[at + step] ?? 255);
    }
    return darker(data[at] ?? 255, Math.max(left, right), bridged);
  });
}

function thickened({ width, height, data }: GreyPicture): GreyPicture {
  return mapped({ width, height, data }, (x, at) => {
    const beside = [x > 0 ? data[at - 1] : 255, x + 1 < width ? data[at + 1] : 255, data[at - width], data[at + width]];
    return darker(data[at] ?? 255, Math.min(...beside.map((one) => one ?? 255)), thicker);
  });
}

/** As much nearer to the ink as the share says, where that is darker. */
function darker(own: number, ink: number, share: number): number {
  return Math.round(own - share * Math.max(0, own - ink));
}

function mapped({ width, height, data }: GreyPicture, value: (x: number, at: number) => number): GreyPicture {
  const result = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at++) result[at] = value(at % width, at);
  return { width, height, data: result };
}
