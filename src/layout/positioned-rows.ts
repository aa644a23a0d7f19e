import { notice } from "../model/diagnostic.ts";
import { alignRows } from "./align-rows.ts";
import { type AmountColumns, amountColumns, placeAmounts } from "./amount-columns.ts";
import type { FlowedLine, FlowedWord } from "./flowed-line.ts";
import type { FlowedRow } from "./flowed-row.ts";
import type { Candidate } from "./flowed-tables.ts";
import type { FlowedCell } from "./lead-cells.ts";
import type { RunningRows } from "./running-rows.ts";
import { textColumns } from "./text-columns.ts";

/** Whether the words of a table stand in columns: most lines of amounts have a wide gap. */
export function hasColumns(lines: readonly FlowedLine[]): boolean {
  const money = lines.filter(
    ({ words }) => words.filter(({ shape }) => shape === "amount" || shape === "dash").length > 0 && words.length > 1,
  );
  const gapped = money.filter(({ words }) =>
    words.some((word, index) => index > 0 && word.indent === 0 && word.from - (words[index - 1]?.to ?? 0) > 1),
  );
  return money.length > 0 && gapped.length * 2 > money.length;
}

/**
 * Rows of one page of a table whose words stand in columns.
 *
 * Each line of amounts is a row; the text of a column that wraps above and below it is divided by how the cells are aligned.
 *
 * @param lines Without headers.
 * @param mayCarry Whether the page may begin with the rest of a row.
 * @returns undefined when the amounts stand in no columns that fit the layout.
 */
export function linesToPositionedRows(lines: readonly FlowedLine[], { layout }: Candidate, mayCarry: boolean): RunningRows | undefined {
  const { columns } = layout;
  const first = columns.findIndex(({ type }) => type === "amount");
  const last = columns.findLastIndex(({ type }) => type === "amount");
  const amounts = amountColumns(lines, last - first + 1);
  if (!amounts) return undefined;
  const placed = lines.map(({ words }) => placeAmounts(words, amounts));
  const anchors = lines.flatMap((_, index) => (placed[index] ? [index] : []));
  const texts = lines.map((line, index) => sideTexts(line, placed[index], amounts));
  const lead = textColumns(
    texts.map(({ left }) => left),
    columns.slice(0, first),
  );
  const trail = textColumns(
    texts.map(({ right }) => right),
    columns.slice(last + 1),
  );
  const cells = [...lead.cells, ...anchorCells(placed, amounts), ...trail.cells];
  const rows: { cells: (FlowedCell | undefined)[]; line: number; pageNumber: number | undefined }[] = anchors.map((index) => ({
    cells: columns.map(() => undefined),
    line: lines[index]?.line ?? 1,
    pageNumber: lines[index]?.pageNumber,
  }));
  const carried: (FlowedCell | undefined)[] = columns.map(() => undefined);
  let carriedLine: number | undefined;
  for (const [column, byLine] of cells.entries()) {
    const between = (from: number, to: number) =>
      byLine.slice(from + 1, to).flatMap((words, offset) => (words.length > 0 ? [{ words, index: from + 1 + offset }] : []));
    const edges = [-1, ...anchors, lines.length];
    const gaps = edges.slice(1).map((edge, gap) => between(edges[gap] ?? -1, edge));
    const aligned = alignRows(
      {
        filled: column === first - 1,
        onAmounts: anchors.map((index) => (byLine[index] ?? []).length > 0),
        gaps: gaps.map((gap) => gap.map(({ words }) => textOf(words))),
      },
      mayCarry,
    );
    const top = gaps[0]?.slice(0, aligned.carried) ?? [];
    if (top.length > 0) {
      carried[column] = toCell(
        top.map(({ words }) => words),
        lead.edges[column],
      );
      carriedLine = Math.min(carriedLine ?? Number.POSITIVE_INFINITY, lines[top[0]?.index ?? 0]?.line ?? 1);
    }
    aligned.shares.forEach(({ above, below }, row) => {
      const upper = (gaps[row] ?? []).slice((gaps[row]?.length ?? 0) - above);
      const lower = (gaps[row + 1] ?? []).slice(0, below);
      const own = byLine[anchors[row] ?? -1] ?? [];
      const wordLines = [...upper.map(({ words }) => words), ...(own.length > 0 ? [own] : []), ...lower.map(({ words }) => words)];
      const target = rows[row];
      if (!target || wordLines.length === 0) return;
      target.cells[column] = toCell(wordLines, lead.edges[column]);
      target.line = Math.min(target.line, lines[upper[0]?.index ?? anchors[row] ?? 0]?.line ?? target.line);
    });
  }
  const top = carriedLine === undefined ? [] : [{ cells: carried, line: carriedLine, pageNumber: lines[0]?.pageNumber }];
  const unplaced = texts.flatMap(({ between }, index) => between.map((word) => ({ word, line: lines[index] as FlowedLine })));
  const notices = [
    ...lead.notices,
    ...trail.notices,
    ...unplaced.map(({ word, line }) => notice("layout.unplaced-words", { line: line.line, text: word.text }, { page: line.pageNumber })),
  ];
  return { rows: [...top, ...rows], notices, left: [] };
}

interface SideTexts {
  readonly left: readonly FlowedWord[];
  readonly right: readonly FlowedWord[];
  /** Words among the amounts that are none. */
  readonly between: readonly FlowedWord[];
}

function sideTexts({ words }: FlowedLine, placed: readonly (FlowedWord | undefined)[] | undefined, amounts: AmountColumns): SideTexts {
  const [left = 0] = amounts[0] ?? [];
  const [, right = 0] = amounts.at(-1) ?? [];
  const rest = words.filter((word) => !placed?.includes(word));
  const firstPlaced = placed?.find((word) => word !== undefined);
  const isLeft = (word: FlowedWord) => word.from < (firstPlaced?.from ?? left) && word.from < right;
  const lastPlaced = placed?.findLast((word) => word !== undefined);
  const isRight = (word: FlowedWord) => word.from >= Math.min(right, lastPlaced?.to ?? right) && word.from >= right - 2;
  return {
    left: rest.filter((word) => isLeft(word) && !isRight(word)),
    right: rest.filter(isRight),
    between: rest.filter((word) => !isLeft(word) && !isRight(word)),
  };
}

function anchorCells(
  placed: readonly (readonly (FlowedWord | undefined)[] | undefined)[],
  amounts: AmountColumns,
): readonly (readonly (readonly FlowedWord[])[])[] {
  return amounts.map((_, column) => placed.map((words) => (words?.[column] ? [words[column]] : [])));
}

function textOf(words: readonly FlowedWord[]): string {
  return words.map(({ text }) => text).join(" ");
}

/** Indents are told from the column's left edge: two columns of text are one em. */
function toCell(lines: readonly (readonly FlowedWord[])[], edge: number | undefined): FlowedCell {
  const from = lines[0]?.[0]?.from ?? 0;
  return { lines: lines.map(textOf), indent: edge === undefined ? 0 : Math.max(0, Math.round((from - edge) / 2)) };
}
