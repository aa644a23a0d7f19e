import type { LineRole, Region } from "../region.ts";

const ABOVE: ReadonlySet<LineRole> = new Set(["title", "budgetUnit", "amountUnit"]);

/**
 * Puts what belongs above a table there: where cells come out of order, the text has its title and its units between them.
 *
 * @param regions By line.
 */
export function captionsBeforeGrids(regions: readonly Region[]): readonly Region[] {
  const placed = [...regions];
  for (const grid of regions) {
    if (grid.kind !== "grid") continue;
    const { line: from = 0, lastLine: to = 0 } = grid;
    const among = placed.filter(
      (region) =>
        region.kind === "text" &&
        ABOVE.has(region.role) &&
        region.pageNumber === grid.pageNumber &&
        (region.line ?? 0) > from &&
        (region.line ?? 0) < to,
    );
    for (const region of among) placed.splice(placed.indexOf(region), 1);
    placed.splice(placed.indexOf(grid), 0, ...among);
  }
  return placed;
}
