import type { Box } from "../../model/box.ts";
import type { Glyph, PositionedPage, Ruling } from "../../read/page.ts";

/** A quarter turn that makes text of one angle upright, and back. */
export interface ReadingFrame {
  readonly angle: 0 | 90 | 180 | 270;
  readonly width: number;
  readonly height: number;
  readonly toReading: (x: number, y: number) => readonly [number, number];
  readonly toPage: (x: number, y: number) => readonly [number, number];
}

type PageSize = Pick<PositionedPage, "width" | "height">;

/** The frame in which glyphs of `angle` stand upright; undefined for oblique text. */
export function readingFrame({ width, height }: PageSize, angle: number): ReadingFrame | undefined {
  switch (((angle % 360) + 360) % 360) {
    case 0:
      return { angle: 0, width, height, toReading: (x, y) => [x, y], toPage: (x, y) => [x, y] };
    case 90:
      return { angle: 90, width: height, height: width, toReading: (x, y) => [y, width - x], toPage: (x, y) => [width - y, x] };
    case 180:
      return { angle: 180, width, height, toReading: (x, y) => [width - x, height - y], toPage: (x, y) => [width - x, height - y] };
    case 270:
      return { angle: 270, width: height, height: width, toReading: (x, y) => [height - y, x], toPage: (x, y) => [y, height - x] };
    default:
      return undefined;
  }
}

/** A glyph of the frame's own angle, upright. */
export function toReadingGlyph(frame: ReadingFrame, glyph: Glyph): Glyph {
  const sideways = frame.angle === 90 || frame.angle === 270;
  const [, baseline] = sideways ? frame.toReading(glyph.baseline, 0) : frame.toReading(0, glyph.baseline);
  return { ...glyph, box: mapBox(frame.toReading, glyph.box), baseline, angle: (((glyph.angle - frame.angle) % 360) + 360) % 360 };
}

export function toReadingRuling(frame: ReadingFrame, ruling: Ruling): Ruling {
  const { direction, position, from, to, thickness } = ruling;
  const box: Box = direction === "horizontal" ? [from, position, to, position] : [position, from, position, to];
  const [x0, y0, x1, y1] = mapBox(frame.toReading, box);
  const sideways = frame.angle === 90 || frame.angle === 270;
  const horizontal = (direction === "horizontal") !== sideways;
  return horizontal
    ? { direction: "horizontal", position: y0, from: x0, to: x1, thickness }
    : { direction: "vertical", position: x0, from: y0, to: y1, thickness };
}

export function toPageBox(frame: ReadingFrame, box: Box): Box {
  return mapBox(frame.toPage, box);
}

export function toReadingBox(frame: ReadingFrame, box: Box): Box {
  return mapBox(frame.toReading, box);
}

function mapBox(map: (x: number, y: number) => readonly [number, number], [x0, y0, x1, y1]: Box): Box {
  const [ax, ay] = map(x0, y0);
  const [bx, by] = map(x1, y1);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}
