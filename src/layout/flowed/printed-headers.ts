import type { HeaderPath } from "../../tables/column.ts";
import { type FlowedLine, isMoney } from "./flowed-line.ts";
import { type Header, headerText } from "./header-words.ts";
import type { KnownTable } from "./known-table.ts";
import { type HeaderMatch, matchHeader } from "./match-header.ts";

/**
 * The header path of each column as this text prints it: of the wordings that the form knows, the one whose words stand there.
 *
 * Words before the first row speak first if they are a whole header; where cells come out of order, any word may be of it.
 *
 * @returns One entry a column; undefined where some word of each wording is missing.
 */
export function printedHeaders(lines: readonly FlowedLine[], { layout, header }: KnownTable): readonly (HeaderPath | undefined)[] {
  const firstRow = lines.findIndex(({ words }) => words.some(isMoney));
  const above = matched(lines.slice(0, Math.max(firstRow, 0)), header);
  const anywhere = matched(lines, header);
  const { printed } = above.coverage < anywhere.coverage ? anywhere : above;
  return layout.columns.map(({ headers }) => {
    const path = headers.find((wording) => wording.every((word) => printed.has(headerText(word))));
    return path?.map((word) => printed.get(headerText(word)) ?? word);
  });
}

function matched(lines: readonly FlowedLine[], header: Header): HeaderMatch {
  const words = lines.flatMap((line) => line.words.filter((word) => !isMoney(word)).map(({ text }) => text));
  return matchHeader(words, header);
}
