import type { Notice } from "../model/diagnostic.ts";
import type { TextPage } from "../read/page.ts";
import type { Form } from "../tables/define-table.ts";
import { contentsLines } from "./contents-lines.ts";
import { flowedTableToGrids } from "./flowed-grid.ts";
import { wideColumns } from "./flowed-line.ts";
import { findFlowedTables } from "./flowed-tables.ts";
import { furnitureLines } from "./furniture-lines.ts";
import type { InputLine } from "./input-line.ts";
import { linesToParagraphs } from "./prose-paragraphs.ts";
import type { PageRegions, Region } from "./region.ts";
import { toLineBlocks } from "./tabbed-blocks.ts";
import { linesToTabbedGrid } from "./tabbed-grid.ts";

/**
 * Divides text into regions: tab-separated tables, tables that flow as plain text, captions, headings and paragraphs.
 *
 * @param forms Their specifications tell the columns of a flowed table, which leaves no trace of them.
 * @returns One entry a page, in order.
 */
export function textToRegions(pages: readonly TextPage[], forms: readonly Form[]): readonly PageRegions[] {
  const lines = pages.flatMap(toLines);
  const contents = contentsLines(lines);
  const furniture = furnitureLines(lines);
  const plain: InputLine[] = [];
  const grids: Region[] = [];
  const notices: Notice[] = [];
  for (const page of pages) {
    for (const block of toLineBlocks(toLines(page))) {
      if (block.kind === "plain" || block.lines.some(({ line }) => contents.has(line))) {
        plain.push(...block.lines);
        continue;
      }
      const tabbed = linesToTabbedGrid(block.lines);
      grids.push(tabbed.grid);
      notices.push(...tabbed.notices);
    }
  }
  const prose = new Set(plain);
  const printed = plain.filter(({ line }) => !furniture.has(line));
  const wide = wideColumns(printed);
  for (const table of findFlowedTables(printed, forms, contents)) {
    const flowed = flowedTableToGrids(table, wide);
    grids.push(...flowed.grids);
    notices.push(...flowed.notices);
    for (const line of table.body) if (!flowed.left.includes(line.line)) prose.delete(line);
  }
  const regions = [...linesToParagraphs([...prose], contents, furniture), ...grids].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return pages.map(({ pageNumber }) => ({
    pageNumber,
    regions: regions.filter((region) => region.pageNumber === pageNumber),
    notices: notices.filter(({ page }) => page === pageNumber),
  }));
}

function toLines({ lines, firstLine, pageNumber }: TextPage): readonly InputLine[] {
  return lines.map((text, index) => ({ text, line: firstLine + index, pageNumber }));
}
