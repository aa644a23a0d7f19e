import type { Box } from "../model/box.ts";
import { type Notice, notice } from "../model/diagnostic.ts";
import type { SearchBudget } from "../model/search-budget.ts";
import type { Glyph, PositionedPage } from "../read/page.ts";
import { alignedGrid } from "./aligned/aligned-grid.ts";
import { continuedGrid } from "./aligned/continued-grid.ts";
import { linesAtTop, tableAreas } from "./aligned/table-areas.ts";
import { type FilledFrame, fillGrid } from "./grid/fill-grid.ts";
import { frameBox, type GridFrame } from "./grid/grid-frame.ts";
import { joinRulings, type Rule } from "./grid/join-rulings.ts";
import { placeRuns } from "./grid/place-runs.ts";
import { linesToRegions } from "./lines/lines-to-regions.ts";
import { glyphsToLines, glyphsToRuns, type PrintedLine, printedText, runsToLines, toLine } from "./lines/printed-line.ts";
import { sidewaysLines } from "./lines/sideways-lines.ts";
import { watermarkGlyphs } from "./lines/watermark.ts";
import { type Grid, gridEdges, type Region, type TextRegion } from "./region.ts";
import { completeFrame } from "./ruled/complete-frame.ts";
import { extendFrame } from "./ruled/extend-frame.ts";
import { isLoneColumn } from "./ruled/lone-column.ts";
import { refineFrame } from "./ruled/refine-frame.ts";
import { ruledFrame } from "./ruled/ruled-frame.ts";
import { clusterRulings } from "./ruled/ruling-clusters.ts";
import { textsOnBorders } from "./ruled/texts-on-borders.ts";

export interface DividedPage {
  readonly regions: readonly Region[];
  readonly notices: readonly Notice[];
}

/**
 * Divides a page on which most text stands upright: ruled grids first, then aligned ones, then the text around them.
 *
 * @param unfinished The grid with which the page before ends, if its table may go on here.
 * @param search For all searches over this page.
 */
export function dividePage(page: PositionedPage, unfinished: Grid | undefined, search: SearchBudget): DividedPage {
  const { pageNumber } = page;
  const glyphs = page.glyphs.filter(({ text }) => text.trim() !== "");
  const watermark = watermarkGlyphs(glyphs, page.rulings);
  const upright = glyphs.filter((glyph) => glyph.angle === 0 && !watermark.has(glyph));
  const sideways = glyphs.filter((glyph) => glyph.angle !== 0 && !watermark.has(glyph));
  const { frames: drawn, horizontals } = ruledFrames(page, upright);
  const frames = unfinished ? drawn.map((frame) => completeFrame(frame, gridEdges(unfinished))) : drawn;
  const placed = placeRuns(glyphsToRuns(upright), frames);
  const turned = sidewaysLines(sideways, frames, page);
  const notices: Notice[] = [];
  const grids: Grid[] = [];
  const used: PrintedLine[] = [];
  const add = (filled: FilledFrame, method: "ruled" | "aligned", doubts: readonly string[]) => {
    grids.push(fillGrid(filled, method, pageNumber));
    used.push(...filled.lines.flat());
    if (doubts.length === 0) return;
    notices.push(
      notice("layout.uncertain-columns", { page: pageNumber, text: doubts.join("; ") }, { page: pageNumber, bbox: frameBox(filled.frame) }),
    );
  };
  let loose = runsToLines(placed.left);
  frames.forEach((frame, index) => {
    const level = (placed.cells[index] ?? []).map((own) => runsToLines(own));
    const onBorders = textsOnBorders({ frame, lines: level });
    if (onBorders.length > 0) {
      const text = onBorders.map(printedText).join("; ");
      notices.push(notice("layout.text-on-border", { page: pageNumber, text }, { page: pageNumber, bbox: frameBox(frame) }));
    }
    const lines = level.map((own, cell) => [...own, ...(turned.cells.get(frame)?.get(cell) ?? [])]);
    const refined = refineFrame({ frame, lines });
    const extended = extendFrame(refined, linesBelow(frame, loose, frames), horizontals);
    const taken = new Set(extended.taken);
    if (taken.size > 0) loose = loose.filter((line) => !taken.has(line));
    add(extended, "ruled", [...refined.doubts, ...extended.doubts]);
  });
  const inTable = new Set<PrintedLine>();
  const obstacles = grids.flatMap(({ box }) => (box ? [box] : []));
  const rest = unfinished && continuedGrid(linesAtTop(loose, obstacles), unfinished, horizontals);
  if (rest) {
    add(rest.filled, "aligned", rest.doubts);
    for (const line of rest.taken) inTable.add(line);
    loose = loose.filter((line) => !inTable.has(line));
  }
  for (const area of tableAreas(loose, horizontals, obstacles)) {
    const table = alignedGrid(area, search);
    if (!table) continue;
    add(table.filled, "aligned", table.doubts);
    for (const { line } of area.lines) inTable.add(line);
  }
  const outside = loose.filter((line) => !inTable.has(line));
  used.push(...outside, ...turned.left);
  const texts = [...linesToRegions(outside, page, grids), ...turned.left.map((line) => toFurniture(line, pageNumber))];
  if (watermark.size > 0) {
    const line = { ...toLine([...watermark]), glyphs: [...watermark] };
    used.push(line);
    texts.push(toFurniture(line, pageNumber));
  }
  if (search.isSpent) notices.push(notice("layout.search-ended", { page: pageNumber }, { page: pageNumber }));
  return { regions: [...grids, ...texts].sort(byPlace), notices: [...notices, ...unplaced(glyphs, used, pageNumber)] };
}

/**
 * Tables drawn with rulings, and the horizontal rules that belong to none of them. A frame without inner verticals is no table yet, unless it
 * is a column by itself.
 */
function ruledFrames(page: PositionedPage, glyphs: readonly Glyph[]): { frames: GridFrame[]; horizontals: Rule[] } {
  const frames: GridFrame[] = [];
  const horizontals: Rule[] = [];
  const clusters = clusterRulings(joinRulings(page.rulings)).sort((a, b) => area(b.box) - area(a.box));
  for (const cluster of clusters) {
    if (frames.some((frame) => liesIn(cluster.box, frameBox(frame)))) continue;
    const frame = ruledFrame(cluster, glyphs);
    if (frame && (frame.xs.length > 2 || isLoneColumn(frame, cluster, glyphs))) frames.push(frame);
    else horizontals.push(...cluster.horizontals);
  }
  return { frames, horizontals: horizontals.sort((a, b) => a.position - b.position) };
}

/** Lines between the foot of a frame and the next one, or the foot of the page. */
function linesBelow(frame: GridFrame, lines: readonly PrintedLine[], frames: readonly GridFrame[]): PrintedLine[] {
  const foot = frame.ys.at(-1) ?? 0;
  const next = Math.min(...frames.map(({ ys }) => ys[0] ?? 0).filter((top) => top >= foot));
  return lines.filter(({ baseline }) => baseline > foot && baseline < next);
}

/** Conservation: what stands on the page and in no region is said to. */
function unplaced(glyphs: readonly Glyph[], used: readonly PrintedLine[], page: number): Notice[] {
  const seen = used.reduce((sum, line) => sum + line.glyphs.length, 0);
  if (seen === glyphs.length) return [];
  const placed = new Set(used.flatMap((line) => line.glyphs));
  const missing = glyphs.filter((glyph) => glyph.angle === 0 && !placed.has(glyph));
  return glyphsToLines(missing).map((line) => notice("layout.unplaced-text", { page, text: printedText(line) }, { page, bbox: line.box }));
}

function toFurniture(line: PrintedLine, pageNumber: number): TextRegion {
  return { kind: "text", role: "furniture", text: printedText(line), pageNumber, box: line.box, fontSize: line.fontSize };
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
