/** A picture in rows from the top, one byte a pixel: 0 black, 255 white. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** What of a picture is printed on: a byte a pixel, 1 for ink. */
export interface InkMask {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Pixels in rows from the top, four bytes each: red, green, blue, opacity. */
export interface ColourPicture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

const WHITE = 255;

/** The brightness of each pixel as it shows on white paper. */
export function toGrey({ width, height, rgba }: ColourPicture): GreyPicture {
  const data = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < data.length; pixel++, at += 4) {
    const brightness = ((rgba[at] ?? 0) * 77 + (rgba[at + 1] ?? 0) * 150 + (rgba[at + 2] ?? 0) * 29) >> 8;
    const opacity = rgba[at + 3] ?? 0;
    data[pixel] = opacity === 255 ? brightness : WHITE + Math.round(((brightness - WHITE) * opacity) / 255);
  }
  return { width, height, data };
}

export function blankPicture(width: number, height: number): GreyPicture {
  return { width, height, data: new Uint8Array(width * height).fill(WHITE) };
}

/** Pixels darker than `darkest` paper are ink. */
export function inkBelow({ width, height, data }: GreyPicture, paper: number): InkMask {
  const ink = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at++) ink[at] = (data[at] ?? 0) < paper ? 1 : 0;
  return { width, height, data: ink };
}
