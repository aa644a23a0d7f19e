import type { Notice } from "../model/diagnostic.ts";
import { append } from "../model/long-lists.ts";
import type { TextPage } from "../read/page.ts";
import type { Form } from "../tables/define-table.ts";
import { chooseLayouts } from "./flowed/choose-layout.ts";
import { wideColumns } from "./flowed/flowed-line.ts";
import { rowsToGrids } from "./flowed/flowed-row.ts";
import { findFlowedTables } from "./flowed/flowed-tables.ts";
import { compareNames } from "./flowed/same-names.ts";
import { tableToRows } from "./flowed/table-rows.ts";
import type { PageRegions, Region, TextRegion } from "./region.ts";
import { toLineBlocks } from "./tabbed/tabbed-blocks.ts";
import { linesToTabbedGrid } from "./tabbed/tabbed-grid.ts";
import { captionsBeforeGrids } from "./text/captions-before-grids.ts";
import { contentsLines } from "./text/contents-lines.ts";
import { furnitureLines } from "./text/furniture-lines.ts";
import { type InputLine, isBlank, toInputLine } from "./text/input-line.ts";
import { withoutMarkdown } from "./text/markdown-rows.ts";
import { linesToParagraphs } from "./text/prose-paragraphs.ts";

/**
 * Divides text into regions: tab-separated tables, tables that flow as plain text, captions, headings and paragraphs.
 *
 * @param forms Their specifications tell the columns of a flowed table, which leaves no trace of them.
 * @returns One entry a page, in order.
 */
export function textToRegions(pages: readonly TextPage[], forms: readonly Form[]): readonly PageRegions[] {
  const linesOf = pages.map(toLines);
  const lines = linesOf.flat();
  const contents = contentsLines(lines);
  const furniture = furnitureLines(lines);
  const plain: InputLine[] = [];
  const grids: Region[] = [];
  const notices: Notice[] = [];
  for (const onPage of linesOf) {
    for (const block of toLineBlocks(onPage)) {
      if (block.kind === "plain" || block.lines.some(({ line }) => contents.has(line))) {
        append(plain, block.lines);
        continue;
      }
      const tabbed = linesToTabbedGrid(block.lines);
      grids.push(tabbed.grid);
      append(notices, tabbed.notices);
    }
  }
  const prose = new Set(plain);
  const printed = plain.filter(({ line }) => !furniture.has(line));
  const wide = wideColumns(printed);
  const tables = findFlowedTables(printed, forms, contents);
  const layouts = chooseLayouts(tables);
  const flowed = tables.flatMap((table, index) => {
    const chosen = layouts[index];
    return chosen ? [{ table, ...tableToRows(table, chosen, wide) }] : [];
  });
  const names = compareNames(flowed.map(({ rows, chosen: { grammar } }) => ({ rows, grammar })));
  append(notices, names.notices);
  for (const { table, chosen, rows, paths, left, notices: found } of flowed) {
    const read = rows.map((row) => names.replaced.get(row) ?? row);
    append(
      grids,
      rowsToGrids(read, chosen, paths).map((grid) => ({ ...grid, ...linesOn(grid.pageNumber, table.body) })),
    );
    append(notices, found);
    for (const line of table.body) if (!left.includes(line.line)) prose.delete(line);
  }
  const texts = linesToParagraphs([...prose], contents, furniture);
  const regions = numbersBeforeTitles(captionsBeforeGrids([...texts, ...grids].sort((a, b) => lineOf(a) - lineOf(b))));
  return pages.map(({ pageNumber }) => ({
    pageNumber,
    regions: regions.filter((region) => region.pageNumber === pageNumber),
    notices: notices.filter(({ page }) => page === pageNumber),
  }));
}

/** Where a table begins and ends on a page, its header included: what stands or is told between is the table's. */
function linesOn(pageNumber: number | undefined, lines: readonly InputLine[]): { readonly line: number; readonly lastLine: number } {
  const printed = lines.filter((line) => line.pageNumber === pageNumber && !isBlank(line));
  return { line: printed[0]?.line ?? 1, lastLine: printed.at(-1)?.line ?? 1 };
}

function lineOf({ line = 0 }: Region): number {
  return line;
}

/** A table's number belongs before its title, even where the text has it at the end of the title's page, behind the table. */
function numbersBeforeTitles(regions: readonly Region[]): readonly Region[] {
  const placed = [...regions];
  for (const number of regions.filter((region) => isText(region, "tableNumber") && region.pageNumber !== undefined)) {
    const at = placed.indexOf(number);
    const onPage = (region: Region) => region.pageNumber === number.pageNumber;
    const title = placed.findLastIndex((region, index) => index < at && onPage(region) && isText(region, "title"));
    const numbered = placed.slice(0, title).some((region) => onPage(region) && isText(region, "tableNumber"));
    const behind = placed.slice(title, at).some(({ kind }) => kind === "grid");
    const before = placed.slice(at).some((region) => onPage(region) && region.kind === "grid");
    if (title !== -1 && behind && !before && !numbered) placed.splice(title, 0, ...placed.splice(at, 1));
  }
  return placed;
}

function isText(region: Region, role: TextRegion["role"]): boolean {
  return region.kind === "text" && region.role === role;
}

function toLines({ lines, firstLine, pageNumber }: TextPage): readonly InputLine[] {
  return withoutMarkdown(lines).map((text, index) => toInputLine(text, firstLine + index, pageNumber));
}
