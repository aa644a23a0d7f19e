import { blankPicture, type GreyPicture } from "../../src/ocr/grey-picture.ts";

type Point = readonly [x: number, y: number];

/** A picture drawn in a test, in pixels; ink is laid over what is there. */
export interface DrawnPicture extends GreyPicture {
  /** A level or leaning stroke of ink, its edges grey where they do not fall on a pixel. */
  stroke(from: Point, to: Point, thickness?: number, grey?: number): DrawnPicture;
  /** Strokes as a Chinese character has them, in a square of so many pixels. */
  character(left: number, top: number, size: number, kind?: number): DrawnPicture;
  /** Characters in a row: all of one kind, or of each in turn. */
  text(left: number, top: number, size: number, count: number, kind?: number): DrawnPicture;
  /** Lets `change` map every pixel. */
  lit(change: (grey: number, x: number, y: number) => number): DrawnPicture;
}

/** Strokes of a character in its square: a frame, a cross, a comb. */
const characters: readonly (readonly (readonly [Point, Point])[])[] = [
  [
    [
      [0.05, 0.1],
      [0.95, 0.1],
    ],
    [
      [0.1, 0.1],
      [0.1, 0.9],
    ],
    [
      [0.9, 0.1],
      [0.9, 0.9],
    ],
    [
      [0.1, 0.5],
      [0.9, 0.5],
    ],
    [
      [0.1, 0.9],
      [0.9, 0.9],
    ],
  ],
  [
    [
      [0.5, 0.02],
      [0.5, 0.98],
    ],
    [
      [0.05, 0.35],
      [0.95, 0.35],
    ],
    [
      [0.5, 0.4],
      [0.1, 0.95],
    ],
    [
      [0.5, 0.4],
      [0.9, 0.95],
    ],
  ],
  [
    [
      [0.2, 0.05],
      [0.2, 0.95],
    ],
    [
      [0.2, 0.2],
      [0.9, 0.2],
    ],
    [
      [0.2, 0.5],
      [0.9, 0.5],
    ],
    [
      [0.2, 0.8],
      [0.9, 0.8],
    ],
    [
      [0.9, 0.2],
      [0.9, 0.9],
    ],
  ],
];

export function drawnPicture(width: number, height: number): DrawnPicture {
  const { data } = blankPicture(width, height);
  const picture: DrawnPicture = {
    width,
    height,
    data,
    stroke: ([x0, y0], [x1, y1], thickness = 2, grey = 0) => {
      const length = Math.hypot(x1 - x0, y1 - y0);
      const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
      const reach = thickness / 2 + 1;
      for (let y = Math.max(0, Math.floor(Math.min(y0, y1) - reach)); y < Math.min(height, Math.max(y0, y1) + reach + 1); y++)
        for (let x = Math.max(0, Math.floor(Math.min(x0, x1) - reach)); x < Math.min(width, Math.max(x0, x1) + reach + 1); x++) {
          const [dx, dy] = [x + 0.5 - x0, y + 0.5 - y0];
          const along = dx * ux + dy * uy;
          const inside = Math.min(thickness / 2 - Math.abs(dx * uy - dy * ux), along, length - along) + 0.5;
          const share = Math.max(0, Math.min(1, inside));
          const at = y * width + x;
          data[at] = Math.min(data[at] ?? 255, 255 - (255 - grey) * share);
        }
      return picture;
    },
    character: (left, top, size, kind = 0) => {
      for (const [[x0, y0], [x1, y1]] of characters[kind % characters.length] ?? [])
        picture.stroke([left + x0 * size, top + y0 * size], [left + x1 * size, top + y1 * size], Math.max(1, size / 14));
      return picture;
    },
    text: (left, top, size, count, kind) => {
      for (let index = 0; index < count; index++) picture.character(left + index * size, top, size * 0.92, kind ?? index);
      return picture;
    },
    lit: (change) => {
      for (let at = 0; at < data.length; at++)
        data[at] = Math.max(0, Math.min(255, change(data[at] ?? 0, at % width, Math.floor(at / width))));
      return picture;
    },
  };
  return picture;
}

/** The same noise each time: values around 0, half of them within 0.67 of `strength`. */
export function noise(strength: number, seed = 1): () => number {
  let state = seed;
  const next = () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state / 2 ** 31;
  };
  return () => strength * Math.sqrt(-2 * Math.log(next() + 1e-9)) * Math.cos(2 * Math.PI * next());
}

/** Rows of `.` and `#`, for small pictures that a test can show. */
export function pictureOf(...rows: readonly string[]): GreyPicture {
  const width = rows[0]?.length ?? 0;
  const shades: Readonly<Record<string, number>> = { "#": 0, "+": 128, ".": 255 };
  return { width, height: rows.length, data: Uint8Array.from(rows.join(""), (mark) => shades[mark] ?? 255) };
}

export function rowsOf({ width, height, data }: GreyPicture): string[] {
  const mark = (value: number) => (value < 86 ? "#" : value < 171 ? "+" : ".");
  return Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => mark(data[y * width + x] ?? 255)).join(""));
}
