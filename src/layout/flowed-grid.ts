import type { Notice } from "../model/diagnostic.ts";
import { chooseLayout } from "./choose-layout.ts";
import { dropHeaders } from "./drop-headers.ts";
import { type FlowedLine, toFlowedLines } from "./flowed-line.ts";
import { rowsToGrids } from "./flowed-row.ts";
import type { Candidate, FlowedTable } from "./flowed-tables.ts";
import { headerWords } from "./header-words.ts";
import { hasColumns, linesToPositionedRows } from "./positioned-rows.ts";
import type { Grid } from "./region.ts";
import { linesToRunningRows, type RunningRows } from "./running-rows.ts";
import { linesToTwoSidedCells } from "./two-sided-rows.ts";

export interface FlowedGrids {
  /** One a page. */
  readonly grids: readonly Grid[];
  readonly notices: readonly Notice[];
  /** Line numbers that turned out not to belong to the table. */
  readonly left: readonly number[];
}

/**
 * A table that flows as plain text as grids with the columns of its specification, headers left out.
 *
 * @param wide Columns that a Chinese character takes up, where the text keeps columns by spaces.
 */
export function flowedTableToGrids({ candidates, body }: FlowedTable, wide: number): FlowedGrids {
  const lines = toFlowedLines(body, wide);
  const chosen = chooseLayout(candidates, lines);
  if (!chosen) return { grids: [], notices: [], left: body.map(({ line }) => line) };
  const rowLines = dropHeaders(lines, headerWords(chosen.layout));
  const { rows, notices, left } = toRows(rowLines, chosen);
  return { grids: rowsToGrids(rows, chosen), notices, left };
}

function toRows(lines: readonly FlowedLine[], chosen: Candidate): RunningRows {
  if (chosen.spec.rows.grammar === "twoSided") return { ...linesToTwoSidedCells(lines), left: [] };
  if (!hasColumns(lines)) return linesToRunningRows(lines, chosen);
  const pages = [...new Set(lines.map(({ pageNumber }) => pageNumber))];
  const perPage = pages.map((page, index) => {
    const onPage = lines.filter(({ pageNumber }) => pageNumber === page);
    return linesToPositionedRows(onPage, chosen, index > 0) ?? linesToRunningRows(onPage, chosen);
  });
  return {
    rows: perPage.flatMap(({ rows }) => rows),
    notices: perPage.flatMap(({ notices }) => notices),
    left: perPage.flatMap(({ left }) => left),
  };
}
