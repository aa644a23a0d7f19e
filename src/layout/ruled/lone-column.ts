import type { Glyph } from "../../read/page.ts";
import { frameBox, type GridFrame } from "../grid/grid-frame.ts";
import { tableChunks } from "../lines/chunk.ts";
import { glyphsToLines } from "../lines/printed-line.ts";
import type { RulingCluster } from "./ruling-clusters.ts";

/** Text in a box has no more rows. */
const ROWS_OF_A_BOX = 2;
/** This share of its lines is whole; those of a table without inner verticals are parted by gaps. */
const MOSTLY = 0.8;
const NEAR = 1;

/** Whether a frame without inner verticals is a column by itself, as the last one of a table is that was printed on a page of its own. */
export function isLoneColumn(frame: GridFrame, { verticals }: RulingCluster, glyphs: readonly Glyph[]): boolean {
  const isDrawn = frame.xs.every((x) => verticals.some(({ position }) => Math.abs(position - x) <= NEAR));
  if (!isDrawn || frame.ys.length - 1 <= ROWS_OF_A_BOX) return false;
  const [x0, y0, x1, y1] = frameBox(frame);
  const inside = glyphs.filter(({ box }) => box[0] >= x0 && box[2] <= x1 && box[1] >= y0 && box[3] <= y1);
  const lines = glyphsToLines(inside).map(tableChunks);
  return lines.filter((chunks) => chunks.length === 1).length >= MOSTLY * lines.length;
}
