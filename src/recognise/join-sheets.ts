import type { Grid, PageRegions, Region, TextRegion } from "../layout/region.ts";
import { type Notice, notice } from "../model/diagnostic.ts";
import { least } from "../model/long-lists.ts";
import { readCaption } from "./caption.ts";
import { cutLines, putBeside } from "./put-beside.ts";
import { captions, isNear, rowEdges, type SheetPage } from "./sheet-page.ts";
import { headerTexts, toTablePart } from "./table-part.ts";
import { underHeading } from "./under-heading.ts";

/**
 * Puts pages together that hold columns of one sheet side by side, as spreadsheet programs print what is wider than the paper: down and
 * then over, or over and then down.
 *
 * @returns As many pages; those that were put beside another keep only their furniture.
 */
export function joinSheets(pages: readonly PageRegions[]): { readonly pages: readonly PageRegions[]; readonly notices: readonly Notice[] } {
  const joined = [...pages];
  const notices: Notice[] = [];
  let sheet: readonly SheetPage[] = [];
  pages.forEach((page, at) => {
    const grid = onlyGrid(page);
    if (!grid) {
      if (page.regions.some(isProse)) sheet = [];
      return;
    }
    const [first] = sheet;
    const own: SheetPage = { at, page, grid, bodyTop: bodyTopOf(grid, first && headerOf(first.grid)), strips: [grid] };
    const next = leastWide(sheet);
    const right = next ? underHeading(own, next.grid) : own;
    if (next && goesBeside(right, next) && (next !== first || beginsBeside(right, first))) {
      const { whole, rest } = putBeside(next, right);
      sheet = sheet.map((one) => (one === next ? whole : one));
      joined[next.at] = whole.page;
      joined[at] = rest;
      const place = { page: page.pageNumber, bbox: grid.box };
      notices.push(notice("recognise.sheet-joined", { page: next.page.pageNumber ?? 0, beside: page.pageNumber ?? 0 }, place));
    } else if (first && goesBelow(own, first)) sheet = [...sheet, own];
    else sheet = captions(own).length > 0 ? [{ ...own, bodyTop: bodyTopOf(grid, undefined) }] : [];
  });
  return { pages: joined, notices };
}

/** The page that the next columns belong to. */
function leastWide(sheet: readonly SheetPage[]): SheetPage | undefined {
  const fewest = least(sheet.map(({ strips }) => strips.length));
  return sheet.find(({ strips }) => strips.length === fewest);
}

/** Whether a page can stand to the right of another: its rows stand where the other's stand, and no caption is said twice. */
function goesBeside(page: SheetPage, left: SheetPage): boolean {
  const cut = cutLines(left, page).flat();
  const isTitle = ({ text }: TextRegion) => readCaption(text).title !== undefined;
  const isRepeated = (caption: TextRegion) =>
    isTitle(caption) ? captions(left).some(isTitle) : isProse(caption) || captions(left).some(({ role }) => role === caption.role);
  return standsAtSameHeights(left, page.grid) && captions(page).every((caption) => cut.includes(caption) || !isRepeated(caption));
}

/** Whether a page is the first to the right of a sheet's first one: it has a header too, which says something else. */
function beginsBeside({ grid }: SheetPage, first: SheetPage): boolean {
  const own = toTablePart(grid, undefined);
  const hasRows = first.bodyTop > (first.grid.box?.[1] ?? 0) && first.bodyTop < (first.grid.box?.[3] ?? 0);
  return hasRows && own.bodyFrom > own.headerFrom && [...headerOf(grid)].join("\n") !== [...headerOf(first.grid)].join("\n");
}

/** Whether a page holds further rows of a sheet: it has no caption that the sheet's first page has not. */
function goesBelow(page: SheetPage, first: SheetPage): boolean {
  return captions(page).every((caption) => captions(first).some((other) => isSame(caption, other)));
}

/** Whether rows end at the same heights, header cells aside, which may be parted in one and not in the other. */
function standsAtSameHeights({ grid, bodyTop }: SheetPage, right: Grid): boolean {
  const [own, other] = [rowEdges(grid), rowEdges(right)];
  const body = (edges: readonly number[]) => edges.filter((edge) => edge > bodyTop || isNear(edge, bodyTop));
  const [rows, others] = [body(own), body(other)];
  return isNear(own[0], other[0]) && rows.length === others.length && rows.every((edge, at) => isNear(edge, others[at]));
}

function headerOf(grid: Grid): ReadonlySet<string> {
  return new Set(headerTexts(toTablePart(grid, undefined)));
}

/** @param openHeader As for `toTablePart`. */
function bodyTopOf(grid: Grid, openHeader: ReadonlySet<string> | undefined): number {
  return rowEdges(grid)[toTablePart(grid, openHeader).bodyFrom] ?? 0;
}

function onlyGrid({ regions }: PageRegions): Grid | undefined {
  const grids = regions.filter((region) => region.kind === "grid");
  return grids.length === 1 && grids[0]?.method === "ruled" && grids[0].box && grids[0].rowBoxes ? grids[0] : undefined;
}

function isSame(one: TextRegion, other: TextRegion): boolean {
  return one.text === other.text && isNear(one.box?.[0], other.box?.[0]) && isNear(one.box?.[1], other.box?.[1]);
}

function isProse(region: Region): boolean {
  return region.kind === "text" && (region.role === "heading" || region.role === "paragraph");
}
