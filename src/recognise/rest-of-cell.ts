import type { TextRegion } from "../layout/region.ts";
import { columnRanges } from "./column-map.ts";
import { hadRoom, widestLines } from "./line-room.ts";
import type { TablePart } from "./table-part.ts";

/** Text begins and ends this many points outside its column at most. */
const OUTSIDE = 3;

/**
 * Whether a line at the top of the next page looks like the rest of a cell in the last row above the page break: it keeps to a column that is
 * not the first, where prose would begin, and the line above the break was full.
 */
export function isRestOfCell(line: TextRegion, part: TablePart): boolean {
  const { grid } = part;
  const { box, pageNumber } = line;
  if (!box || grid.pageNumber === undefined || pageNumber !== grid.pageNumber + 1) return false;
  const at = columnRanges(grid).findIndex((range) => range && box[0] >= range[0] - OUTSIDE && box[2] <= range[1] + OUTSIDE);
  const above = grid.cells.find(({ row, rowSpan, column }) => column === at && row + rowSpan === grid.rowCount)?.lines.at(-1);
  return at > 0 && above !== undefined && !hadRoom(above, 0, line.text, widestLines([part], grid)[at]);
}
