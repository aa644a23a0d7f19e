import type { Box } from "../model/box.ts";
import type { PositionedPage } from "../read/page.ts";
import { unfinishedGrid } from "./aligned/unfinished-grid.ts";
import { dividePage } from "./divide-page.ts";
import { type ReadingFrame, readingFrame, toPageBox, toReadingBox, toReadingGlyph, toReadingRuling } from "./lines/reading-frame.ts";
import type { Grid, PageRegions, Region } from "./region.ts";

/** Text that leans by no more degrees was meant upright. */
const LEAN = 3;

/**
 * Divides a page into its tables and the text around them.
 *
 * A page whose text runs sideways is read in its own direction. Every glyph ends up in one grid cell, one text region, or a
 * `layout.unplaced-text` notice.
 *
 * @param before The page before, of the same document: a table that it leaves unfinished may go on here.
 * @returns The regions in reading order, boxes in the page's own frame.
 */
export function pageToRegions(page: PositionedPage, before?: PageRegions): PageRegions {
  const straight = straightened(page);
  const frame = readingFrame(straight, usualAngle(straight));
  const unfinished = before && unfinishedGrid(before, page.height);
  if (!frame || frame.angle === 0) return { pageNumber: page.pageNumber, ...dividePage(straight, unfinished) };
  const { regions, notices } = dividePage(
    {
      ...straight,
      width: frame.width,
      height: frame.height,
      glyphs: straight.glyphs.map((glyph) => toReadingGlyph(frame, glyph)),
      rulings: straight.rulings.map((ruling) => toReadingRuling(frame, ruling)),
    },
    unfinished && mapGrid(unfinished, (box) => toReadingBox(frame, box)),
  );
  return {
    pageNumber: page.pageNumber,
    regions: regions.map((region) => ontoPage(frame, region)),
    notices: notices.map((one) => (one.bbox ? { ...one, bbox: toPageBox(frame, one.bbox) } : one)),
  };
}

function straightened(page: PositionedPage): PositionedPage {
  if (page.glyphs.every(({ angle }) => angle % 90 === 0)) return page;
  return {
    ...page,
    glyphs: page.glyphs.map((glyph) => {
      const quarter = (Math.round(glyph.angle / 90) * 90) % 360;
      return glyph.angle !== quarter && Math.abs(glyph.angle - Math.round(glyph.angle / 90) * 90) <= LEAN
        ? { ...glyph, angle: quarter }
        : glyph;
    }),
  };
}

/** The direction of most text; a watermark may hold more of it than a short page does. */
function usualAngle({ glyphs }: PositionedPage): number {
  const counts = new Map<number, number>();
  const dark = glyphs.filter(({ faint }) => !faint);
  for (const { angle } of dark.length > 0 ? dark : glyphs) if (angle % 90 === 0) counts.set(angle, (counts.get(angle) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

function ontoPage(frame: ReadingFrame, region: Region): Region {
  const map = (box: Box) => toPageBox(frame, box);
  if (region.kind === "text") return region.box ? { ...region, box: map(region.box) } : region;
  return mapGrid(region, map);
}

function mapGrid(grid: Grid, map: (box: Box) => Box): Grid {
  return {
    ...grid,
    ...(grid.box && { box: map(grid.box) }),
    ...(grid.rowBoxes && { rowBoxes: grid.rowBoxes.map(map) }),
    cells: grid.cells.map((cell) => (cell.box ? { ...cell, box: map(cell.box) } : cell)),
  };
}
