import { compactText } from "../model/compact-text.ts";
import { groupBy } from "../model/group-by.ts";
import { countings } from "../model/page-numbers.ts";
import type { PageRegions, Region, TextRegion } from "./region.ts";

/** Lines that may be running heads or feet: the outermost ones of a page. */
const OUTERMOST = 3;
/** Two lines stand at the same place when they are this many points apart or less. */
const SAME_PLACE = 4;
/** A line that repeats on fewer pages is no running head, unless the document has no more. */
const FEWEST_PAGES = 3;

/**
 * Takes running heads and feet for what they are: the same words at the same place near the edge of several pages, or words with a number that
 * counts the pages.
 *
 * Titles, 单位 lines and notes repeat with their tables and keep their roles; so does what stands between a title and its table.
 */
export function markFurniture(pages: readonly PageRegions[]): PageRegions[] {
  const places = groupBy(
    pages.flatMap(({ regions }, page) =>
      outermost(regions).flatMap((region) => wordings(region).map((words) => ({ words, page, region }))),
    ),
    ({ words }) => words,
  );
  const fewest = Math.min(FEWEST_PAGES, Math.max(2, pages.length));
  const repeats = (region: TextRegion) =>
    wordings(region).some((words) => {
      const near = places.get(words)?.filter((other) => Math.abs(heightOf(other.region) - heightOf(region)) <= SAME_PLACE) ?? [];
      return new Set(near.map(({ page }) => page)).size >= fewest;
    });
  return pages.map((page) => {
    const running = new Set<Region>(outermost(page.regions).filter(repeats));
    if (running.size === 0) return page;
    return {
      ...page,
      regions: page.regions.map((region) => (running.has(region) ? { ...(region as TextRegion), role: "furniture" as const } : region)),
    };
  });
}

function outermost(regions: readonly Region[]): TextRegion[] {
  const candidates = new Set([...regions.slice(0, OUTERMOST), ...regions.slice(-OUTERMOST)]);
  return [...candidates].filter(
    (region): region is TextRegion =>
      region.kind === "text" && (region.role === "paragraph" || region.role === "heading") && !isUnderTitle(region, regions),
  );
}

/** Whether a line stands between a title and its table. */
function isUnderTitle(region: Region, regions: readonly Region[]): boolean {
  const at = regions.indexOf(region);
  const isGrid = ({ kind }: Region) => kind === "grid";
  const above = regions.slice(0, at);
  return (
    above.slice(above.findLastIndex(isGrid) + 1).some((line) => line.kind === "text" && line.role === "title") &&
    regions.slice(at).some(isGrid)
  );
}

/** What a line has in common with its repetitions. */
function wordings({ text, pageNumber }: TextRegion): string[] {
  return [compactText(text), ...countings(text, pageNumber)];
}

function heightOf({ box }: TextRegion): number {
  return box?.[1] ?? Number.NaN;
}
