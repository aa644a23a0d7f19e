import type { Box } from "../model/box.ts";
import type { Glyph, Ruling } from "../read/page.ts";
import type { PlacedCharacter } from "./line-glyphs.ts";
import type { InkBox } from "./text-blobs.ts";
import type { TracedLine } from "./trace-rulings.ts";
import type { QuarterTurn } from "./turn.ts";

/** From the pixels of a straight, upright picture to points of the page, which leans and may be turned. */
export interface PagePlaces {
  box(box: InkBox): Box;
  glyph(character: PlacedCharacter): Glyph;
  ruling(direction: Ruling["direction"], line: TracedLine): Ruling;
}

/** How the picture of a page was set right. */
export interface PageSetting {
  /** Of the page, in points. */
  readonly width: number;
  readonly height: number;
  readonly dotsPerInch: number;
  /** By which the picture was turned to be upright. */
  readonly turn: QuarterTurn;
  /** Pixels that lines of the upright picture fell for each pixel to the right, before it was made straight. */
  readonly slope: number;
}

/** A page that leans less is level: over its whole width its lines fall by less than they are high. */
const leastSlope = 0.002;

type Place = readonly [x: number, y: number];

export function pagePlaces({ width, height, dotsPerInch, turn, slope }: PageSetting): PagePlaces {
  const scale = 72 / dotsPerInch;
  const isSideways = turn === 90 || turn === 270;
  const [middleX, middleY] = isSideways ? [height / 2, width / 2] : [width / 2, height / 2];
  const lean = Math.abs(slope) < leastSlope ? 0 : slope;
  const shift = (x: number, y: number): Place => [-lean * (y - middleY), lean * (x - middleX)];
  const toPage = (x: number, y: number): Place => {
    if (turn === 90) return [y, height - x];
    if (turn === 180) return [width - x, height - y];
    return turn === 270 ? [width - y, x] : [x, y];
  };
  const angle = (360 - turn) % 360;
  return {
    box: ({ left, top, right, bottom }) => {
      const [x0, y0, x1, y1] = [left * scale, top * scale, right * scale, bottom * scale];
      const [over, down] = shift((x0 + x1) / 2, (y0 + y1) / 2);
      return boxBetween(toPage(x0 + over, y0 + down), toPage(x1 + over, y1 + down));
    },
    glyph: ({ text, box, baseline, fontSize, confidence, runnersUp }) => {
      const [x0, y0, x1, y1] = box.map((value) => value * scale) as unknown as Box;
      const [right, down] = shift((x0 + x1) / 2, baseline * scale);
      const line = toPage(0, baseline * scale + down);
      return {
        text,
        box: boxBetween(toPage(x0 + right, y0 + down), toPage(x1 + right, y1 + down)),
        baseline: isSideways ? line[0] : line[1],
        fontSize: fontSize * scale,
        angle,
        confidence,
        ...(runnersUp.length > 0 && { runnersUp }),
      };
    },
    ruling: (direction, line) => {
      const across = (line.middle.reduce((sum, value) => sum + value, 0) / line.middle.length + 0.5) * scale;
      const [from, to] = [line.from * scale, line.to * scale];
      const half = (from + to) / 2;
      const isLevel = direction === "horizontal";
      const [right, down] = isLevel ? shift(half, across) : shift(across, half);
      const [start, end] = isLevel
        ? [toPage(from + right, across + down), toPage(to + right, across + down)]
        : [toPage(across + right, from + down), toPage(across + right, to + down)];
      const [x0, y0, x1, y1] = boxBetween(start, end);
      const thickness = line.thickness * scale;
      return isLevel !== isSideways
        ? { direction: "horizontal", position: y0, from: x0, to: x1, thickness }
        : { direction: "vertical", position: x0, from: y0, to: y1, thickness };
    },
  };
}

function boxBetween([ax, ay]: Place, [bx, by]: Place): Box {
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}
