import { compactText } from "../../model/compact-text.ts";
import { type Notice, notice } from "../../model/diagnostic.ts";
import type { Column } from "../../tables/column.ts";
import { placeByStarts } from "./column-starts.ts";
import type { FlowedWord } from "./flowed-line.ts";

export interface TextColumns {
  /** For each column, its words on each line. */
  readonly cells: readonly (readonly (readonly FlowedWord[])[])[];
  /** Left edge of each column that holds the row's label; undefined for the others. */
  readonly edges: readonly (number | undefined)[];
  readonly notices: readonly Notice[];
}

const TOTAL = /^(合计|总计|小计)$/u;

/**
 * Divides the words on one side of the amounts among the text columns there, by the gaps that no line fills.
 *
 * @param lines The words of each line.
 */
export function textColumns(lines: readonly (readonly FlowedWord[])[], columns: readonly Column[]): TextColumns {
  if (columns.length === 0) return { cells: [], edges: [], notices: [] };
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
  return { cells, edges, notices: [] };
}

/** Columns between which no gap runs from the top to the bottom. */
function withoutGaps(lines: readonly (readonly FlowedWord[])[], columns: readonly Column[]): TextColumns {
  const placed = placeByStarts(lines, columns.length);
  const cells = placed?.cells ?? columns.map((_, column) => (column === 0 ? lines : lines.map(() => [])));
  const doubtful = placed?.doubtful ?? lines.flat();
  const text = doubtful
    .slice(0, 8)
    .map((word) => word.text)
    .join("");
  return { cells, edges: columns.map(() => undefined), notices: text === "" ? [] : [notice("layout.columns-unclear", { text })] };
}

/** A code and a name beside it: the digits that open a line are the code, however near the name stands. */
function codeAndName(lines: readonly (readonly FlowedWord[])[]): TextColumns {
  const isCode = (words: readonly FlowedWord[]) => words[0]?.shape === "digits";
  const codes = lines.map((words) => (isCode(words) ? words.slice(0, 1) : []));
  const names = lines.map((words) => (isCode(words) ? words.slice(1) : words));
  return { cells: [codes, names], edges: [leftEdge(codes), leftEdge(names.filter((words) => !isTotal(words)))], notices: [] };
}

function isTotal(words: readonly FlowedWord[]): boolean {
  return TOTAL.test(compactText(words.map(({ text }) => text).join("")));
}

function leftEdge(lines: readonly (readonly FlowedWord[])[]): number | undefined {
  const starts = lines.flatMap((words) => words.slice(0, 1).map(({ from }) => from));
  return starts.length > 0 ? Math.min(...starts) : undefined;
}

/** Where each column begins: behind the widest gaps that (nearly) no line fills; undefined when there are too few. */
function columnStarts(lines: readonly (readonly FlowedWord[])[], count: number): readonly number[] | undefined {
  const counted = lines.filter((words) => words.length > 0 && !isTotal(words));
  const width = Math.max(0, ...counted.flatMap((words) => words.map(({ to }) => to)));
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
