import type { Grid, Region, TextRegion } from "../layout/region.ts";
import type { Box } from "../model/box.ts";
import { captions, isNear, rowEdges, type SheetPage } from "./sheet-page.ts";

/**
 * A page between two others may lie under a heading that reaches over both of its edges: no vertical rule stands beside it there, so that
 * its grid begins below. The heading is made the first row.
 *
 * @param left The grid on the page before, whose header says how high the heading is.
 */
export function underHeading(page: SheetPage, left: Grid): SheetPage {
  const { grid } = page;
  const [top, start] = [rowEdges(left)[0] ?? 0, rowEdges(grid)[0] ?? 0];
  const isEdge = rowEdges(left).some((edge) => isNear(edge, start));
  const heading = captions(page).filter(({ box }) => box !== undefined && box[1] >= top && box[3] <= start);
  if (!isEdge || heading.length === 0 || !grid.box) return page;
  const box: Box = [grid.box[0], top, grid.box[2], start];
  const cells = grid.cells.map((cell) => ({ ...cell, row: cell.row + 1 }));
  const raised: Grid = {
    ...grid,
    rowCount: grid.rowCount + 1,
    cells: [{ row: 0, column: 0, rowSpan: 1, columnSpan: grid.columnCount, lines: heading.map(textOf), indent: 0, box }, ...cells],
    rowBoxes: [box, ...(grid.rowBoxes ?? [])],
    box: [grid.box[0], top, grid.box[2], grid.box[3]],
  };
  const regions = page.page.regions.filter((region) => !heading.some((line: Region) => line === region));
  return {
    ...page,
    page: { ...page.page, regions: regions.map((region) => (region === grid ? raised : region)) },
    grid: raised,
    strips: [raised],
  };
}

function textOf({ text }: TextRegion): string {
  return text;
}
