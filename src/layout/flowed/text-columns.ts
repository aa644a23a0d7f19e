import { isSumLabel } from "../../model/label-words.ts";
import { greatest, least } from "../../model/long-lists.ts";
import type { Column } from "../../tables/column.ts";
import { placeByStarts } from "./column-starts.ts";
import { type FlowedWord, textOf } from "./flowed-line.ts";

export interface TextColumns {
  /** For each column, its words on each line. */
  readonly cells: readonly (readonly (readonly FlowedWord[])[])[];
  /** Left edge of each column that holds the row's label; undefined for the others. */
  readonly edges: readonly (number | undefined)[];
  /** Words that may as well stand in a neighbouring column. */
  readonly unclear: readonly FlowedWord[];
}

/**
 * Divides the words on one side of the amounts among the text columns there, by the gaps that no line fills.
 *
 * @param lines The words of each line.
 */
export function textColumns(lines: readonly (readonly FlowedWord[])[], columns: readonly Column[]): TextColumns {
  if (columns.length === 0) return { cells: [], edges: [], unclear: [] };
  if (columns.length === 2 && columns[0]?.type === "code") return codeAndName(lines);
  const onlyTotals = lines.every((words) => words.length === 0 || isTotal(words));
  const starts = columns.length === 1 || onlyTotals ? [0] : columnStarts(lines, columns.length);
  if (!starts) return withoutGaps(lines, columns);
  const columnOf = (word: FlowedWord) =>
    Math.max(
      0,
      starts.findLastIndex((start) => word.from >= start),
    );
  const label = columns.findIndex(({ type, key }) => type === "label" || key === "name");
  const cells = columns.map((_, column) =>
    lines.map((words) => {
      return label > 0 && isTotal(words) ? (column === label ? words : []) : words.filter((word) => columnOf(word) === column);
    }),
  );
  const edges = cells.map((byLine, column) => (columns[column]?.type === "amount" ? undefined : leftEdge(byLine)));
  return { cells, edges, unclear: crowdedLines(lines, columnOf).flat() };
}

/**
 * Lines on which no more parts a cell from the one on its left than parts the words of a cell, and other lines do not tell where it begins:
 * none begins the column there, or some begin it at a later word of the line.
 */
function crowdedLines(
  lines: readonly (readonly FlowedWord[])[],
  columnOf: (word: FlowedWord) => number,
): readonly (readonly FlowedWord[])[] {
  const placeOf = (word: FlowedWord) => `${columnOf(word)}/${word.from}`;
  const isFirst = (word: FlowedWord, index: number, words: readonly FlowedWord[]) =>
    index === 0 || columnOf(words[index - 1] ?? word) !== columnOf(word);
  const begins = lines.flatMap((words) => words.filter(isFirst).map(placeOf));
  const isUsual = (word: FlowedWord) => begins.filter((place) => place === placeOf(word)).length > 1;
  return lines.filter((words) =>
    words.some((word, index) => {
      const before = words[index - 1];
      if (!before || !isFirst(word, index, words) || word.from - before.to > 1 || word.indent > 0) return false;
      const later = words.slice(index + 1).some((other) => columnOf(other) === columnOf(word) && isUsual(other));
      return !isUsual(word) || later;
    }),
  );
}

/** Columns between which no gap runs from the top to the bottom. */
function withoutGaps(lines: readonly (readonly FlowedWord[])[], columns: readonly Column[]): TextColumns {
  const placed = placeByStarts(lines, columns.length);
  const cells = placed?.cells ?? columns.map((_, column) => (column === 0 ? lines : lines.map(() => [])));
  return { cells, edges: columns.map(() => undefined), unclear: placed?.doubtful ?? lines.flat() };
}

/** A code and a name beside it: the digits that open a line are the code, however near the name stands. */
function codeAndName(lines: readonly (readonly FlowedWord[])[]): TextColumns {
  const isCode = (words: readonly FlowedWord[]) => words[0]?.shape === "digits";
  const codes = lines.map((words) => (isCode(words) ? words.slice(0, 1) : []));
  const names = lines.map((words) => (isCode(words) ? words.slice(1) : words));
  return { cells: [codes, names], edges: [leftEdge(codes), leftEdge(names.filter((words) => !isTotal(words)))], unclear: [] };
}

function isTotal(words: readonly FlowedWord[]): boolean {
  return isSumLabel(textOf({ words }));
}

function leftEdge(lines: readonly (readonly FlowedWord[])[]): number | undefined {
  const starts = lines.flatMap((words) => words.slice(0, 1).map(({ from }) => from));
  return starts.length > 0 ? least(starts) : undefined;
}

/** Where each column begins: behind the widest gaps that (nearly) no line fills; undefined when there are too few. */
function columnStarts(lines: readonly (readonly FlowedWord[])[], count: number): readonly number[] | undefined {
  const counted = lines.filter((words) => words.length > 0 && !isTotal(words));
  const width = greatest(
    counted.flatMap((words) => words.map(({ to }) => to)),
    0,
  );
  const filled = new Array<number>(width + 1).fill(0);
  for (const words of counted) for (const { from, to } of words) for (let at = from; at < to; at += 1) filled[at] = (filled[at] ?? 0) + 1;
  const allowed = counted.length > 20 ? 1 : 0;
  const gaps: { from: number; to: number }[] = [];
  for (let at = 0; at <= width; at += 1) {
    if ((filled[at] ?? 0) > allowed) continue;
    const open = gaps.at(-1);
    if (open && open.to === at) open.to = at + 1;
    else gaps.push({ from: at, to: at + 1 });
  }
  const inner = gaps.filter(({ from, to }) => from > 0 && to <= width && filled.slice(0, from).some((lineCount) => lineCount > 0));
  if (inner.length < count - 1) return undefined;
  const widest = inner.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, count - 1);
  return [0, ...widest.map(({ to }) => to).sort((a, b) => a - b)];
}
