import type { Grid, PageRegions, Region, TextRegion } from "../layout/region.ts";

/** A page with one grid on it, and what was put beside it. */
export interface SheetPage {
  /** Index of the page. */
  readonly at: number;
  readonly page: PageRegions;
  readonly grid: Grid;
  /** y at which its header ends. */
  readonly bodyTop: number;
  /** The parts of the grid as they are printed, left to right, each on a page of its own. */
  readonly strips: readonly Grid[];
}

/** Points by which lines that are printed at one height, or at one edge, may differ. */
const NEAR = 1.5;

export function isNear(one: number | undefined, other: number | undefined): boolean {
  return Math.abs((one ?? Number.NaN) - (other ?? Number.NaN)) <= NEAR;
}

/** y of the top of each row, and of the last one's bottom. */
export function rowEdges({ rowBoxes = [] }: Grid): number[] {
  return [...rowBoxes.map((box) => box[1]), rowBoxes.at(-1)?.[3] ?? 0];
}

/** The lines above the grid. */
export function captions({ page, grid }: SheetPage): TextRegion[] {
  return page.regions
    .slice(0, page.regions.indexOf(grid))
    .filter((region): region is TextRegion => region.kind === "text" && !isFurniture(region));
}

export function isFurniture(region: Region): boolean {
  return region.kind === "text" && region.role === "furniture";
}
