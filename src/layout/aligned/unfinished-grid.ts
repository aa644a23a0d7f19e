import type { Grid, PageRegions } from "../region.ts";

/** A running foot stands in this share of the page, at its end. */
const FOOT = 0.12;

/**
 * The grid with which a page ends, where nothing below it says that the table ends too.
 *
 * @param height Of the page.
 */
export function unfinishedGrid({ regions }: PageRegions, height: number): Grid | undefined {
  const last = regions.findLastIndex(({ kind }) => kind === "grid");
  const grid = regions[last];
  if (grid?.kind !== "grid" || !grid.box) return undefined;
  const below = regions.slice(last + 1);
  const isFoot = (region: (typeof below)[number]) =>
    region.kind === "text" &&
    (region.role === "furniture" || (region.role === "paragraph" && (region.box?.[1] ?? 0) > (1 - FOOT) * height));
  return below.every(isFoot) ? grid : undefined;
}
