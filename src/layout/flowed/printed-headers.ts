import type { HeaderPath } from "../../tables/column.ts";
import type { TableLayout } from "../../tables/define-table.ts";
import type { FlowedLine, FlowedWord } from "./flowed-line.ts";
import type { Candidate } from "./flowed-tables.ts";
import { headerCells, headerText } from "./header-words.ts";
import { type HeaderMatch, matchHeader } from "./match-header.ts";

/**
 * The header path of each column as this text prints it: of the wordings that the form knows, the one whose words stand there.
 *
 * Words before the first row speak first if they are a whole header; where cells come out of order, any word may be of it.
 *
 * @returns One entry a column; undefined where some word of each wording is missing.
 */
export function printedHeaders(lines: readonly FlowedLine[], { layout }: Candidate): readonly (HeaderPath | undefined)[] {
  const firstRow = lines.findIndex(({ words }) => words.some(isMoney));
  const above = matched(lines.slice(0, Math.max(firstRow, 0)), layout);
  const anywhere = matched(lines, layout);
  const { printed } = above.coverage < anywhere.coverage ? anywhere : above;
  return layout.columns.map(({ headers }) => {
    const path = headers.find((wording) => wording.every((word) => printed.has(headerText(word))));
    return path?.map((word) => printed.get(headerText(word)) ?? word);
  });
}

function matched(lines: readonly FlowedLine[], layout: TableLayout): HeaderMatch {
  const words = lines.flatMap((line) => line.words.filter((word) => !isMoney(word)).map(({ text }) => text));
  return matchHeader(words, headerCells(layout));
}

function isMoney({ shape }: FlowedWord): boolean {
  return shape === "amount" || shape === "dash";
}
