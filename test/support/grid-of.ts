import type { Grid, GridCell, PageRegions, Region, TextRegion } from "../../src/layout/region.ts";
import type { Box } from "../../src/model/box.ts";

/**
 * A grid drawn with bars: one line a row, `<` for a place that the cell to the left spans, `^` for one that the cell above spans.
 *
 * @example gridOf("功能分类科目 | < | 合计\n科目编码 | 科目名称 | ^")
 */
export function gridOf(drawing: string, options: Partial<Grid> & { readonly xs?: readonly number[] } = {}): Grid {
  const { xs, ...rest } = options;
  const places = drawing
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((place) => place.trim()));
  const columnCount = Math.max(...places.map((row) => row.length));
  const at = (row: number, column: number) => places[row]?.[column] ?? "";
  const cells: GridCell[] = [];
  for (let row = 0; row < places.length; row++) {
    for (let column = 0; column < columnCount; column++) {
      const text = at(row, column);
      if (text === "<" || text === "^") continue;
      let columnSpan = 1;
      while (at(row, column + columnSpan) === "<") columnSpan++;
      let rowSpan = 1;
      while (at(row + rowSpan, column) === "^") rowSpan++;
      const box: Box | undefined = xs && [xs[column] ?? 0, row * 10, xs[column + columnSpan] ?? 0, (row + rowSpan) * 10];
      cells.push({ row, column, rowSpan, columnSpan, lines: text === "" ? [] : text.split("/"), indent: 0, ...(box && { box }) });
    }
  }
  return { kind: "grid", pageNumber: 1, method: "ruled", rowCount: places.length, columnCount, cells, ...rest };
}

export function lineOf(role: TextRegion["role"], text: string, pageNumber: number | undefined = 1): TextRegion {
  return { kind: "text", role, text, pageNumber };
}

/** Pages in order, each with its regions; grids and lines get the number of their page. */
export function pagesOf(...pages: readonly (readonly Region[])[]): PageRegions[] {
  return pages.map((regions, index) => ({
    pageNumber: index + 1,
    regions: regions.map((region) => ({ ...region, pageNumber: index + 1 })),
    notices: [],
  }));
}
