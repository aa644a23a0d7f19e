import { compactText } from "../model/compact-text.ts";
import type { PageRegions, Region, TextRegion } from "./region.ts";

/** Lines that may be running heads or feet: the outermost ones of a page. */
const OUTERMOST = 3;
/** Two lines stand at the same place when they are this many points apart or less. */
const SAME_PLACE = 4;
/** A line that repeats on fewer pages is no running head. */
const FEWEST_PAGES = 3;

/**
 * Takes running heads and feet for what they are: the same words (page numbers aside) at the same place near the edge of several pages.
 *
 * Titles, 单位 lines and notes repeat with their tables and keep their roles.
 */
export function markFurniture(pages: readonly PageRegions[]): PageRegions[] {
  const places = new Map<string, { page: number; at: number }[]>();
  pages.forEach(({ regions }, page) => {
    for (const region of outermost(regions)) {
      const seen = places.get(words(region));
      const entry = { page, at: heightOf(region) };
      if (seen) seen.push(entry);
      else places.set(words(region), [entry]);
    }
  });
  const repeats = (region: TextRegion) => {
    const near = places.get(words(region))?.filter(({ at }) => Math.abs(at - heightOf(region)) <= SAME_PLACE) ?? [];
    return new Set(near.map(({ page }) => page)).size >= FEWEST_PAGES;
  };
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
    (region): region is TextRegion => region.kind === "text" && (region.role === "paragraph" || region.role === "heading"),
  );
}

function words({ text }: TextRegion): string {
  return compactText(text).replace(/\d+/gu, "0");
}

function heightOf({ box }: TextRegion): number {
  return box?.[1] ?? Number.NaN;
}
