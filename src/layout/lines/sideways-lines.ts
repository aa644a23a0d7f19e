import { groupBy } from "../../model/group-by.ts";
import type { Glyph, PositionedPage } from "../../read/page.ts";
import { coverMap, frameBox, type GridFrame, intervalAt } from "../grid/grid-frame.ts";
import { glyphsToLines, type PrintedLine } from "./printed-line.ts";
import { readingFrame, toPageBox, toReadingGlyph } from "./reading-frame.ts";

export interface SidewaysLines {
  /** By frame, then by span: lines of sideways text inside cells, in reading order. */
  readonly cells: ReadonlyMap<GridFrame, ReadonlyMap<number, readonly PrintedLine[]>>;
  /** Lines outside the frames. */
  readonly left: readonly PrintedLine[];
}

/** Reads quarter-turned text among upright text, each direction in its own frame. */
export function sidewaysLines(glyphs: readonly Glyph[], frames: readonly GridFrame[], page: PositionedPage): SidewaysLines {
  const cells = new Map<GridFrame, Map<number, PrintedLine[]>>();
  const left: PrintedLine[] = [];
  const owners = new Map(frames.map((frame) => [frame, coverMap(frame)]));
  const placeOf = ({ box }: Glyph) => {
    const x = (box[0] + box[2]) / 2;
    const y = (box[1] + box[3]) / 2;
    const frame = frames.find((candidate) => inside(x, y, frameBox(candidate)));
    if (!frame) return undefined;
    return { frame, span: owners.get(frame)?.[intervalAt(frame.ys, y) * (frame.xs.length - 1) + intervalAt(frame.xs, x)] ?? -1 };
  };
  for (const [angle, turned] of groupBy(glyphs, (glyph) => glyph.angle)) {
    const places = new Map(turned.map((glyph) => [glyph, placeOf(glyph)]));
    const byPlace = groupBy(turned, (glyph) => {
      const place = places.get(glyph);
      return place ? `${frames.indexOf(place.frame)} ${place.span}` : "";
    });
    for (const own of byPlace.values()) {
      const lines = linesOfAngle(own, angle, page);
      const place = places.get(own[0] as Glyph);
      if (!place) {
        left.push(...lines);
        continue;
      }
      const inFrame = cells.get(place.frame) ?? new Map<number, PrintedLine[]>();
      cells.set(place.frame, inFrame.set(place.span, [...(inFrame.get(place.span) ?? []), ...lines]));
    }
  }
  return { cells, left };
}

/** Lines of one direction; their boxes are those on the page. */
function linesOfAngle(glyphs: readonly Glyph[], angle: number, page: PositionedPage): PrintedLine[] {
  const frame = readingFrame(page, angle);
  if (!frame) return [];
  return glyphsToLines(glyphs.map((glyph) => toReadingGlyph(frame, glyph))).map((line) => ({ ...line, box: toPageBox(frame, line.box) }));
}

function inside(x: number, y: number, [x0, y0, x1, y1]: readonly number[]): boolean {
  return x >= (x0 ?? 0) && x <= (x1 ?? 0) && y >= (y0 ?? 0) && y <= (y1 ?? 0);
}
