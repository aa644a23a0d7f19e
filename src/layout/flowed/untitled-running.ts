import type { FlowedLine } from "./flowed-line.ts";
import { textOf } from "./flowed-line.ts";
import type { FlowedRow } from "./flowed-row.ts";
import type { KnownTable } from "./known-table.ts";
import { isUntitledHeader, isWhole, standsInColumns, type UntitledRows } from "./untitled-tables.ts";

const FULL_STOP = /[。！？]$/u;
/** What stands in sentences, and in no name of a project. */
const SENTENCE = /[，。；：！？,;:]/u;

/**
 * The rows of a table without title in text that keeps no columns: a label that ends with its amount, and a goal of whole sentences. undefined
 * where the lines may be divided in another way.
 *
 * @param lines With headers.
 */
export function untitledRunningRows(lines: readonly FlowedLine[], chosen: KnownTable): UntitledRows | undefined {
  const isHeader = (line: FlowedLine) =>
    isUntitledHeader(
      line.words.map(({ text }) => text),
      chosen,
    ) && !standsInColumns(line);
  const [header] = lines.filter(isHeader);
  const body = lines.filter((line) => !isHeader(line));
  const anchors = body.flatMap(({ words }, index) => (["amount", "digits"].includes(words.at(-1)?.shape ?? "") ? [index] : []));
  if (!header || anchors.length === 0 || chosen.lead.length !== 1 || chosen.trail.length !== 1) return undefined;
  // The lines before each amount and behind the last: the end of a goal, then a label.
  const between = [...anchors, body.length].map((anchor, index) => body.slice((anchors[index - 1] ?? -1) + 1, anchor));
  const goalEnds = between.map((part) => part.findLastIndex((line) => FULL_STOP.test(textOf(line))) + 1);
  const rows = anchors.map((anchor, index): FlowedRow => {
    const own = body[anchor] as FlowedLine;
    const above = between[index]?.slice(goalEnds[index]) ?? [];
    const named = { ...own, words: own.words.slice(0, -1) };
    const label = [...above, named].map(textOf).filter((text) => text !== "");
    const goal = (between[index + 1] ?? []).slice(0, goalEnds[index + 1]).map(textOf);
    const { line, pageNumber } = above[0] ?? own;
    const cells = [label, own.words.slice(-1).map(({ text }) => text), goal].map((texts) => ({ lines: texts, indent: 0 }));
    return { cells, line, pageNumber };
  });
  const isCertain =
    goalEnds[0] === 0 &&
    goalEnds.slice(1).every((end) => end > 0) &&
    goalEnds.at(-1) === between.at(-1)?.length &&
    rows.every((row) => isWhole(row, chosen) && !row.cells[0]?.lines.some((text) => SENTENCE.test(text)));
  return isCertain ? { rows, notices: [], left: [], paths: header.words.map(({ text }) => [text]) } : undefined;
}
