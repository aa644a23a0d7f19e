import type { Box } from "../model/box.ts";
import { type Notice, notice } from "../model/diagnostic.ts";
import type { Glyph, PositionedPage } from "../read/page.ts";
import { alignedGrid } from "./aligned-grid.ts";
import { fillGrid } from "./fill-grid.ts";
import { frameBox, type GridFrame } from "./grid-frame.ts";
import { joinRulings, type Rule } from "./join-rulings.ts";
import { linesToRegions } from "./lines-to-regions.ts";
import { placeGlyphs } from "./place-glyphs.ts";
import { glyphsToLines, type PrintedLine } from "./printed-line.ts";
import type { Grid, PageRegions, Region } from "./region.ts";
import { ruledFrame } from "./ruled-frame.ts";
import { clusterRulings } from "./ruling-clusters.ts";
import { tableAreas } from "./table-areas.ts";

/**
 * Divides a page into its tables and the text around them.
 *
 * Every glyph ends up in one grid cell, one text region, or a `layout.unplaced-text` notice.
 *
 * @returns The regions in reading order, boxes in the page's own frame.
 */
export function pageToRegions(page: PositionedPage): PageRegions {
  const glyphs = page.glyphs.filter(({ text }) => text.trim() !== "");
  const { frames, horizontals } = ruledFrames(page, glyphs);
  const placed = placeGlyphs(glyphsToLines(glyphs), frames, glyphs);
  const grids = frames.map((frame, index): Grid => {
    const lines = placed.cells[index]?.map(glyphsToLines) ?? [];
    return fillGrid({ frame, lines }, "ruled", page.pageNumber);
  });
  const lines = glyphsToLines(placed.left);
  const notices: Notice[] = [];
  const inTable = new Set<PrintedLine>();
  for (const area of tableAreas(lines, horizontals, frames.map(frameBox))) {
    const table = alignedGrid(area);
    if (!table) continue;
    for (const { line } of area.lines) inTable.add(line);
    grids.push(fillGrid(table.filled, "aligned", page.pageNumber));
    if (table.doubts.length > 0) {
      notices.push(
        notice(
          "layout.uncertain-columns",
          { page: page.pageNumber, text: table.doubts.join("; ") },
          { page: page.pageNumber, bbox: frameBox(table.filled.frame) },
        ),
      );
    }
  }
  const rest = lines.filter((line) => !inTable.has(line));
  const regions: Region[] = [...grids, ...linesToRegions(rest, page)];
  return { pageNumber: page.pageNumber, regions: regions.sort(byPlace), notices };
}

function ruledFrames(page: PositionedPage, glyphs: readonly Glyph[]): { frames: GridFrame[]; horizontals: Rule[] } {
  const frames: GridFrame[] = [];
  const horizontals: Rule[] = [];
  const clusters = clusterRulings(joinRulings(page.rulings)).sort((a, b) => area(b.box) - area(a.box));
  for (const cluster of clusters) {
    if (frames.some((frame) => liesIn(cluster.box, frameBox(frame)))) continue;
    const frame = ruledFrame(cluster, glyphs);
    if (frame) frames.push(frame);
    else horizontals.push(...cluster.horizontals);
  }
  return { frames, horizontals: horizontals.sort((a, b) => a.position - b.position) };
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
