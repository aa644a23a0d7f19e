import type { Box } from "../model/box.ts";
import type { Glyph, PositionedPage } from "../read/page.ts";
import { fillGrid } from "./fill-grid.ts";
import { frameBox, type GridFrame } from "./grid-frame.ts";
import { joinRulings } from "./join-rulings.ts";
import { linesToRegions } from "./lines-to-regions.ts";
import { placeGlyphs } from "./place-glyphs.ts";
import { glyphsToLines } from "./printed-line.ts";
import type { Grid, PageRegions, Region } from "./region.ts";
import { ruledFrame } from "./ruled-frame.ts";
import { clusterRulings } from "./ruling-clusters.ts";

/**
 * Divides a page into its tables and the text around them.
 *
 * Every glyph ends up in one grid cell, one text region, or a `layout.unplaced-text` notice.
 *
 * @returns The regions in reading order, boxes in the page's own frame.
 */
export function pageToRegions(page: PositionedPage): PageRegions {
  const glyphs = page.glyphs.filter(({ text }) => text.trim() !== "");
  const frames = ruledFrames(page, glyphs);
  const placed = placeGlyphs(glyphsToLines(glyphs), frames, glyphs);
  const grids = frames.map((frame, index): Grid => {
    const lines = placed.cells[index]?.map(glyphsToLines) ?? [];
    return fillGrid({ frame, lines }, "ruled", page.pageNumber);
  });
  const regions: Region[] = [...grids, ...linesToRegions(glyphsToLines(placed.left), page)];
  return { pageNumber: page.pageNumber, regions: regions.sort(byPlace), notices: [] };
}

function ruledFrames(page: PositionedPage, glyphs: readonly Glyph[]): GridFrame[] {
  const frames: GridFrame[] = [];
  const clusters = clusterRulings(joinRulings(page.rulings)).sort((a, b) => area(b.box) - area(a.box));
  for (const cluster of clusters) {
    if (frames.some((frame) => liesIn(cluster.box, frameBox(frame)))) continue;
    const frame = ruledFrame(cluster, glyphs);
    if (frame) frames.push(frame);
  }
  return frames;
}

function area([x0, y0, x1, y1]: Box): number {
  return (x1 - x0) * (y1 - y0);
}

function liesIn(inner: Box, outer: Box): boolean {
  return inner[0] >= outer[0] - 1 && inner[1] >= outer[1] - 1 && inner[2] <= outer[2] + 1 && inner[3] <= outer[3] + 1;
}

function byPlace(a: Region, b: Region): number {
  const [ax, ay] = a.box ?? [0, 0];
  const [bx, by] = b.box ?? [0, 0];
  return ay - by || ax - bx;
}
