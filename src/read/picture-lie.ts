import type { Matrix } from "./matrix.ts";

/** How a stored picture is laid into its box: turned over along its diagonal first, so that its rows run down, then mirrored. */
export interface PictureLie {
  readonly transposed: boolean;
  readonly mirrored: boolean;
  readonly upsideDown: boolean;
}

/** @param matrix From the unit square, in which a picture's rows begin at the top left, to the page's frame, whose y runs down. */
export function pictureLie([a, b, c, d]: Matrix): PictureLie {
  const transposed = Math.abs(b) > Math.abs(a);
  return transposed ? { transposed, mirrored: c > 0, upsideDown: b < 0 } : { transposed, mirrored: a < 0, upsideDown: d > 0 };
}

/** The pixels of a picture, four bytes each, as they lie in its box. */
export function laidOut<T extends { readonly width: number; readonly height: number; readonly rgba: Uint8ClampedArray }>(
  picture: T,
  { transposed, mirrored, upsideDown }: PictureLie,
): T {
  if (!transposed && !mirrored && !upsideDown) return picture;
  const [width, height] = transposed ? [picture.height, picture.width] : [picture.width, picture.height];
  const from = new Uint32Array(picture.rgba.buffer, picture.rgba.byteOffset, picture.rgba.length / 4);
  const laid = new Uint32Array(from.length);
  const [right, down] = transposed ? [picture.width, 1] : [1, picture.width];
  for (let y = 0, to = 0; y < height; y++) {
    const row = (upsideDown ? height - 1 - y : y) * down;
    for (let x = 0; x < width; x++) laid[to++] = from[row + (mirrored ? width - 1 - x : x) * right] ?? 0;
  }
  return { ...picture, width, height, rgba: new Uint8ClampedArray(laid.buffer) };
}
