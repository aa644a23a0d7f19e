import type { GreyPicture } from "./grey-picture.ts";

/** Degrees clockwise. */
export type QuarterTurn = 0 | 90 | 180 | 270;

/** A picture turned clockwise. */
export function turned(picture: GreyPicture, turn: QuarterTurn): GreyPicture {
  if (turn === 0) return picture;
  const { width, height, data } = picture;
  const upright = turn === 180;
  const result = { width: upright ? width : height, height: upright ? height : width, data: new Uint8Array(data.length) };
  // Where the pixel at the left of the first row comes from, and how far it is to the next one on the right and below.
  const [start, right, down] = {
    90: [(height - 1) * width, -width, 1],
    180: [data.length - 1, -1, -width],
    270: [width - 1, width, -1],
  }[turn] as [number, number, number];
  let to = 0;
  for (let y = 0; y < result.height; y++) {
    for (let x = 0, from = start + y * down; x < result.width; x++, from += right) result.data[to++] = data[from] ?? 0;
  }
  return result;
}
