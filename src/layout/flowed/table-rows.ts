import { notice } from "../../model/diagnostic.ts";
import type { HeaderPath } from "../../tables/column.ts";
import { linesToBlockRows } from "./block-rows.ts";
import { countsAsText } from "./counts-in-text.ts";
import { dropHeaders, dropScatteredHeader } from "./drop-headers.ts";
import { type FlowedLine, toFlowedLines } from "./flowed-line.ts";
import type { FlowedTable } from "./flowed-tables.ts";
import { headerPlaces, type Place } from "./header-places.ts";
import { headingDoubts } from "./heading-doubts.ts";
import type { KnownTable } from "./known-table.ts";
import { linesToLooseRows } from "./loose-rows.ts";
import { linesToOrderlyRows } from "./orderly-rows.ts";
import { toPositionedLines } from "./positioned-page.ts";
import { hasColumns, positionedRows } from "./positioned-rows.ts";
import { printedHeaders } from "./printed-headers.ts";
import type { RunningRows } from "./running-rows.ts";
import { joinSplitRows } from "./split-rows.ts";
import { linesToTwoSidedCells } from "./two-sided-rows.ts";
import { untitledRunningRows } from "./untitled-running.ts";
import { isUntitled, untitledRows } from "./untitled-tables.ts";
import { joinAmountsAtLineEnds, joinAmountsInColumns } from "./wrapped-amounts.ts";

/** A table of flowed text with its rows. */
export interface FlowedRows extends RunningRows {
  readonly chosen: KnownTable;
  /** The header of each column as it is printed. */
  readonly paths: readonly (HeaderPath | undefined)[];
}

/**
 * The rows of a table that flows as plain text, with the columns of its specification, headers left out.
 *
 * @param chosen The layout that the table follows.
 * @param wide Columns that a Chinese character takes up, where the text keeps columns by spaces.
 */
export function tableToRows({ body }: FlowedTable, chosen: KnownTable, wide: number): FlowedRows {
  const printed = toFlowedLines(body, wide);
  if (isUntitled(chosen)) {
    const untitled = untitledRows(printed, chosen) ?? untitledRunningRows(printed, chosen);
    return untitled ? { ...untitled, chosen } : inProse(printed, chosen);
  }
  const lines = countsAsText(printed);
  return { ...toRows(lines, chosen), chosen, paths: printedHeaders(lines, chosen) };
}

/** No rows: what the text does not divide stays among the prose, and is told. */
function inProse(lines: readonly FlowedLine[], chosen: KnownTable): FlowedRows {
  const [header] = lines;
  const fields = { line: header?.line ?? 1, title: chosen.spec.titles[0] };
  const told = notice("layout.table-in-prose", fields, { page: header?.pageNumber });
  return { rows: [], notices: [told], left: lines.map(({ line }) => line), chosen, paths: [] };
}

function toRows(lines: readonly FlowedLine[], chosen: KnownTable): RunningRows {
  const rowLines = dropHeaders(lines, chosen.header);
  const scattered = () => byPage(lines).flatMap((onPage) => dropScatteredHeader(onPage, chosen.header));
  if (chosen.grammar.grammar === "twoSided") return { ...linesToTwoSidedCells(rowLines, scattered()), left: [] };
  if (hasColumns(rowLines)) return inColumns(rowLines, lines, chosen);
  const running = linesToOrderlyRows(joinAmountsAtLineEnds(rowLines), chosen);
  if (running) return running;
  return joinPages(lines, (onPage) => {
    const blocks = linesToBlockRows(dropScatteredHeader(onPage, chosen.header), chosen);
    return blocks ? { ...blocks, notices: [...blocks.notices, ...headingDoubts(onPage, chosen.header)] } : asFarAsSure(onPage, chosen);
  });
}

/** Pages on which the amounts stand in columns, and those on which they do not, as they run on. */
function inColumns(lines: readonly FlowedLine[], withHeaders: readonly FlowedLine[], chosen: KnownTable): RunningRows {
  const { columns } = chosen.layout;
  let headings: readonly (Place | undefined)[] = columns.map(() => undefined);
  const amounts = columns.filter(({ type }) => type === "amount").length;
  const coded = chosen.grammar.grammar === "functional" && columns[0]?.type === "code";
  const rows = byPage(joinSplitRows(joinAmountsInColumns(lines), amounts, coded));
  const pages = byPage(withHeaders).flatMap((printed) => {
    const places = headerPlaces(printed, chosen.header);
    headings = places.some((place) => place !== undefined) ? places : headings;
    const onPage = rows.find(([line]) => line?.pageNumber === printed[0]?.pageNumber);
    return onPage ? [{ onPage, positioned: toPositionedLines(onPage, chosen, headings) }] : [];
  });
  const positioned = pages.flatMap((page) => page.positioned ?? []);
  const told = positionedRows(positioned, chosen.layout.columns);
  const parts = pages.map((page) => {
    if (!page.positioned) return asFarAsSure(page.onPage, chosen);
    const own = told[positioned.indexOf(page.positioned)];
    return { rows: own?.rows ?? [], notices: [...page.positioned.notices, ...(own?.notices ?? [])], left: [] };
  });
  return {
    rows: parts.flatMap((part) => part.rows),
    notices: parts.flatMap(({ notices }) => notices),
    left: parts.flatMap(({ left }) => left),
  };
}

function joinPages(lines: readonly FlowedLine[], toPageRows: (onPage: readonly FlowedLine[]) => RunningRows): RunningRows {
  const parts = byPage(lines).map((onPage) => toPageRows(onPage));
  return {
    rows: parts.flatMap(({ rows }) => rows),
    notices: parts.flatMap(({ notices }) => notices),
    left: parts.flatMap(({ left }) => left),
  };
}

function byPage(lines: readonly FlowedLine[]): readonly (readonly FlowedLine[])[] {
  const pages = [...new Set(lines.map(({ pageNumber }) => pageNumber))];
  return pages.map((page) => lines.filter(({ pageNumber }) => pageNumber === page));
}

/** The rows as they run on if that makes sense, or what is sure of them. */
function asFarAsSure(lines: readonly FlowedLine[], chosen: KnownTable): RunningRows {
  return (
    linesToOrderlyRows(dropHeaders(lines, chosen.header), chosen) ?? linesToLooseRows(dropScatteredHeader(lines, chosen.header), chosen)
  );
}
