import type { GreyPicture } from "./grey-picture.ts";

/** Tiles as large as a few characters: a shadow does not change within one, and no print covers one. */
const tilePoints = 10;
/** This share of a tile's pixels is darker than its paper. */
const darkerThanPaper = 0.75;
/** What is as dark as this nowhere shows paper: the black around a page on the scanner's glass. */
const darkestPaper = 60;

/**
 * A picture as if it were lit evenly: paper is white everywhere, and ink as dark as it is beside its paper.
 *
 * @param dotsPerInch Of the picture, to know how large print is.
 */
export function evenBackground(picture: GreyPicture, dotsPerInch: number): GreyPicture {
  const { width, height, data } = picture;
  const size = Math.max(8, Math.round((dotsPerInch * tilePoints) / 72));
  const paper = paperOf(picture, size);
  if (paper.brightness.every((one) => one === 255)) return picture;
  const even = new Uint8Array(data.length);
  const { columns, rows, brightness } = paper;
  for (let y = 0; y < height; y++) {
    const [top, below] = between(y, size, rows);
    const upper = top * columns;
    const lower = Math.min(rows - 1, top + 1) * columns;
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const [left, beside] = between(x, size, columns);
      const right = Math.min(columns - 1, left + 1);
      const above = (brightness[upper + left] ?? 0) * (1 - beside) + (brightness[upper + right] ?? 0) * beside;
      const under = (brightness[lower + left] ?? 0) * (1 - beside) + (brightness[lower + right] ?? 0) * beside;
      even[at] = Math.min(255, ((data[at] ?? 0) * 255) / (above * (1 - below) + under * below) + 0.5);
    }
  }
  return { width, height, data: even };
}

interface Paper {
  readonly columns: number;
  readonly rows: number;
  readonly brightness: Float32Array;
}

/** How bright the paper is in the middle of each tile: the brighter pixels of it and its neighbours. */
function paperOf({ width, height, data }: GreyPicture, size: number): Paper {
  const columns = Math.ceil(width / size);
  const rows = Math.ceil(height / size);
  const own = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      const [right, bottom] = [Math.min(width, (column + 1) * size), Math.min(height, (row + 1) * size)];
      for (let y = row * size; y < bottom; y++)
        for (let x = column * size; x < right; x++) {
          const value = data[y * width + x] ?? 0;
          counts[value] = (counts[value] ?? 0) + 1;
        }
      own[row * columns + column] = quantile(counts, (right - column * size) * (bottom - row * size) * darkerThanPaper);
    }
  const brightest = neighbourhood(own, columns, rows, (values) => Math.max(...values));
  const smooth = neighbourhood(brightest, columns, rows, (values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  return { columns, rows, brightness: smooth.map((value) => Math.max(value, darkestPaper)) };
}

/** The brightness up to which there are so many pixels. */
function quantile(counts: Uint32Array, many: number): number {
  let rest = many;
  for (let value = 0; value < 255; value++) {
    rest -= counts[value] ?? 0;
    if (rest <= 0) return value;
  }
  return 255;
}

function neighbourhood(values: Float32Array, columns: number, rows: number, reduce: (near: readonly number[]) => number): Float32Array {
  return values.map((_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    const near: number[] = [];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) near.push(values[y * columns + x] ?? 0);
    return reduce(near);
  });
}

/** The tile before whose middle … and the share of the next one. */
function between(at: number, size: number, count: number): [number, number] {
  const place = Math.max(0, Math.min(count - 1, (at + 0.5) / size - 0.5));
  const first = Math.floor(place);
  return [first, place - first];
}
