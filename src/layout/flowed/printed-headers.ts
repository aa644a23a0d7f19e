import type { HeaderPath } from "../../tables/column.ts";
import type { FlowedLine } from "./flowed-line.ts";
import type { Candidate } from "./flowed-tables.ts";
import { headerText, headerWords } from "./header-words.ts";
import { matchHeader } from "./match-header.ts";

/**
 * The header path of each column as this text prints it: of the wordings that the form knows, the one whose words stand there.
 *
 * @returns One entry a column; undefined where some word of each wording is missing.
 */
export function printedHeaders(lines: readonly FlowedLine[], { layout }: Candidate): readonly (HeaderPath | undefined)[] {
  const words = lines.flatMap((line) => line.words.filter(({ shape }) => shape !== "amount" && shape !== "dash").map(({ text }) => text));
  const { printed } = matchHeader(words, headerWords(layout));
  return layout.columns.map(({ headers }) => {
    const path = headers.find((wording) => wording.every((word) => printed.has(headerText(word))));
    return path?.map((word) => printed.get(headerText(word)) ?? word);
  });
}
