import type { GreyPicture } from "./grey-picture.ts";

/** How much of which pixels of a line go into each pixel of the line resized. */
interface Weights {
  readonly first: Int32Array;
  readonly count: number;
  /** `count` weights a pixel, which add up to 1. */
  readonly weight: Float32Array;
}

/**
 * A picture in another size: averaged where it becomes smaller, interpolated where it becomes larger.
 *
 * A stroke keeps its darkness either way; taking single pixels would lose the thin ones.
 */
export function resize(picture: GreyPicture, width: number, height: number): GreyPicture {
  if (width === picture.width && height === picture.height) return picture;
  const across = weightsFor(picture.width, width);
  const down = weightsFor(picture.height, height);
  const rows = new Float32Array(width * picture.height);
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      const from = y * picture.width + (across.first[x] ?? 0);
      for (let i = 0, at = x * across.count; i < across.count; i++, at++) sum += (across.weight[at] ?? 0) * (picture.data[from + i] ?? 0);
      rows[y * width + x] = sum;
    }
  }
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (down.first[y] ?? 0) * width;
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let i = 0, at = y * down.count; i < down.count; i++, at++) sum += (down.weight[at] ?? 0) * (rows[from + i * width + x] ?? 0);
      data[y * width + x] = sum + 0.5;
    }
  }
  return { width, height, data };
}

/** A triangle as wide as a pixel of the smaller of both pictures, on either side of each pixel's middle. */
function weightsFor(from: number, to: number): Weights {
  const scale = from / to;
  const reach = Math.max(1, scale);
  const count = Math.min(from, Math.ceil(2 * reach) + 1);
  const first = new Int32Array(to);
  const weight = new Float32Array(to * count);
  for (let pixel = 0; pixel < to; pixel++) {
    const middle = (pixel + 0.5) * scale - 0.5;
    const start = Math.max(0, Math.min(from - count, Math.ceil(middle - reach)));
    first[pixel] = start;
    let sum = 0;
    for (let i = 0; i < count; i++) {
      // Beyond its edge a picture goes on as it ends.
      const share = Math.max(0, 1 - Math.abs(start + i - middle) / reach);
      weight[pixel * count + i] = share;
      sum += share;
    }
    for (let i = 0; i < count; i++) weight[pixel * count + i] = (weight[pixel * count + i] ?? 0) / sum;
  }
  return { first, count, weight };
}
