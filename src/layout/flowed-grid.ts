import type { Notice } from "../model/diagnostic.ts";
import { chooseLayout } from "./choose-layout.ts";
import { dropHeaders } from "./drop-headers.ts";
import { toFlowedLines } from "./flowed-line.ts";
import { rowsToGrids } from "./flowed-row.ts";
import type { FlowedTable } from "./flowed-tables.ts";
import { headerWords } from "./header-words.ts";
import type { Grid } from "./region.ts";
import { linesToRunningRows } from "./running-rows.ts";
import { linesToTwoSidedCells } from "./two-sided-rows.ts";

export interface FlowedGrids {
  /** One a page. */
  readonly grids: readonly Grid[];
  readonly notices: readonly Notice[];
  /** Line numbers that turned out not to belong to the table. */
  readonly left: readonly number[];
}

/** A table that flows as plain text as grids with the columns of its specification, headers left out. */
export function flowedTableToGrids({ candidates, body }: FlowedTable): FlowedGrids {
  const lines = toFlowedLines(body);
  const chosen = chooseLayout(candidates, lines);
  if (!chosen) return { grids: [], notices: [], left: body.map(({ line }) => line) };
  const rowLines = dropHeaders(lines, headerWords(chosen.layout));
  const { rows, notices, left } =
    chosen.spec.rows.grammar === "twoSided" ? { ...linesToTwoSidedCells(rowLines), left: [] } : linesToRunningRows(rowLines, chosen);
  return { grids: rowsToGrids(rows, chosen), notices, left };
}
