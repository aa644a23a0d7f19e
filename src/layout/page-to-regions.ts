import type { Box } from "../model/box.ts";
import { type Guard, unguarded } from "../model/guard.ts";
import { type SearchBudget, searchBudget } from "../model/search-budget.ts";
import type { PositionedPage } from "../read/page.ts";
import { unfinishedGrid } from "./aligned/unfinished-grid.ts";
import { type DividedPage, dividePage } from "./divide-page.ts";
import { leaningBox, leanOf, levelBox, levelled } from "./lines/level-page.ts";
import { readingFrame, toPageBox, toReadingBox, toReadingGlyph, toReadingRuling } from "./lines/reading-frame.ts";
import type { Grid, PageRegions, Region } from "./region.ts";

/** Text that leans by no more degrees was meant upright. */
const LEAN = 3;

/**
 * Divides a page into its tables and the text around them.
 *
 * A page whose text runs sideways is read in its own direction, and one that leans a little as if it were level. Every glyph ends up in
 * one grid cell, one text region, or a `layout.unplaced-text` notice.
 *
 * @param before The page before, of the same document: a table that it leaves unfinished may go on here.
 * @param guard Asked while the page is searched.
 * @returns The regions in reading order, boxes in the page's own frame.
 */
export function pageToRegions(page: PositionedPage, before?: PageRegions, guard: Guard = unguarded): PageRegions {
  guard.check();
  const search = searchBudget(guard);
  const straight = straightened(page);
  const frame = readingFrame(straight, usualAngle(straight));
  const unfinished = before && unfinishedGrid(before, page.height);
  if (!frame || frame.angle === 0) return { pageNumber: page.pageNumber, ...divideLevelled(straight, unfinished, search) };
  const divided = divideLevelled(
    {
      ...straight,
      width: frame.width,
      height: frame.height,
      glyphs: straight.glyphs.map((glyph) => toReadingGlyph(frame, glyph)),
      rulings: straight.rulings.map((ruling) => toReadingRuling(frame, ruling)),
    },
    unfinished && mapGrid(unfinished, (box) => toReadingBox(frame, box)),
    search,
  );
  return { pageNumber: page.pageNumber, ...mapDivided(divided, (box) => toPageBox(frame, box)) };
}

/** Divides an upright page as if its lines were level. */
function divideLevelled(page: PositionedPage, unfinished: Grid | undefined, search: SearchBudget): DividedPage {
  const lean = leanOf(page);
  if (!lean) return dividePage(page, unfinished, search);
  const divided = dividePage(levelled(page, lean), unfinished && mapGrid(unfinished, (box) => levelBox(box, lean)), search);
  return mapDivided(divided, (box) => leaningBox(box, lean));
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

function mapDivided({ regions, notices }: DividedPage, map: (box: Box) => Box): DividedPage {
  return {
    regions: regions.map((region): Region => {
      if (region.kind === "grid") return mapGrid(region, map);
      return region.box ? { ...region, box: map(region.box) } : region;
    }),
    notices: notices.map((one) => (one.bbox ? { ...one, bbox: map(one.bbox) } : one)),
  };
}

function mapGrid(grid: Grid, map: (box: Box) => Box): Grid {
  return {
    ...grid,
    ...(grid.box && { box: map(grid.box) }),
    ...(grid.rowBoxes && { rowBoxes: grid.rowBoxes.map(map) }),
    cells: grid.cells.map((cell) => (cell.box ? { ...cell, box: map(cell.box) } : cell)),
  };
}
