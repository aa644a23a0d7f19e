import { type Notice, notice } from "../../model/diagnostic.ts";
import { least } from "../../model/long-lists.ts";
import type { Column } from "../../tables/column.ts";
import { type Alignment, alignRows, type ColumnLines, isFinished } from "./align-rows.ts";
import { type FlowedLine, type FlowedWord, isMoney, textOf } from "./flowed-line.ts";
import type { FlowedRow } from "./flowed-row.ts";
import type { FlowedCell } from "./lead-cells.ts";
import type { PositionedLines } from "./positioned-page.ts";

/** Whether the words of a table stand in columns: most lines of amounts have a wide gap. */
export function hasColumns(lines: readonly FlowedLine[]): boolean {
  const money = lines.filter(({ words }) => words.length > 1 && words.some(isMoney));
  const gapBefore = (words: readonly FlowedWord[], index: number) => (words[index]?.from ?? 0) - (words[index - 1]?.to ?? 0);
  const gapped = money.filter(({ words }) => words.some(({ indent }, index) => index > 0 && indent === 0 && gapBefore(words, index) > 1));
  return money.length > 0 && gapped.length * 2 > money.length;
}

/**
 * Rows of a table whose words stand in columns.
 *
 * Each line of amounts is a row; the text of a column that wraps above and below it is divided by how the cells are aligned.
 *
 * @param pages The table's pages in order.
 */
export function positionedRows(pages: readonly PositionedLines[], columns: readonly Column[]): readonly PageRows[] {
  const label = columns.findIndex(({ type }) => type === "amount") - 1;
  const aligned = columns.map((_, column) => {
    const gaps = pages.map((page) => columnGaps(page, column));
    return alignRows(
      pages.map((page, index) => columnLines(page, column, column === label, gaps[index] ?? [], index > 0 ? pages[index - 1] : undefined)),
    );
  });
  return pages.map((page, index) => {
    const alignments = aligned.map((onPages) => onPages[index] as Alignment);
    const rows = pageRows(page, alignments);
    const doubtful = [...new Set(alignments.flatMap(({ uncertain }) => uncertain))];
    return { rows, notices: doubtful.map((row) => boundaryNotice(rows[rows.length - page.anchors.length + row])) };
  });
}

export interface PageRows {
  readonly rows: readonly FlowedRow[];
  readonly notices: readonly Notice[];
}

function boundaryNotice(row: FlowedRow | undefined): Notice {
  const text = row?.cells.find((cell) => cell !== undefined)?.lines.join("") ?? "";
  return notice("layout.row-boundary", { line: row?.line ?? 1, text }, { page: row?.pageNumber });
}

interface GapLine {
  readonly words: readonly FlowedWord[];
  readonly index: number;
}

/** A column's lines before the first line of amounts, between each two, and after the last. */
function columnGaps({ cells, anchors, lines }: PositionedLines, column: number): readonly (readonly GapLine[])[] {
  const edges = [-1, ...anchors, lines.length];
  return edges.slice(1).map((edge, gap) => {
    const from = (edges[gap] ?? -1) + 1;
    const between = cells[column]?.slice(from, edge) ?? [];
    return between.flatMap((words, offset) => (words.length > 0 ? [{ words, index: from + offset }] : []));
  });
}

function columnLines(
  page: PositionedLines,
  column: number,
  filled: boolean,
  gaps: readonly (readonly GapLine[])[],
  before: PositionedLines | undefined,
): ColumnLines {
  return {
    onAmounts: page.anchors.map((anchor) => textOf({ words: page.cells[column]?.[anchor] ?? [] })),
    gaps: gaps.map((gap) => gap.map(textOf)),
    starts: {
      onAmounts: page.anchors.map((anchor) => page.cells[column]?.[anchor]?.[0]?.from ?? Number.POSITIVE_INFINITY),
      gaps: gaps.map((gap) => gap.map(({ words }) => words[0]?.from ?? 0)),
    },
    filled,
    carry: before ? carryFrom(before, column, filled) : "no",
  };
}

/** A page ends in the middle of a cell when its last line has no full stop where others have, or its last row no label. */
function carryFrom({ cells, anchors }: PositionedLines, column: number, filled: boolean): ColumnLines["carry"] {
  const lines = cells[column] ?? [];
  const last = lines.findLastIndex((words) => words.length > 0);
  const lastAnchor = anchors.at(-1) ?? -1;
  if (filled) return last < lastAnchor - 2 ? "expected" : "possible";
  const sentences = lines.some((words) => isFinished(textOf({ words })));
  return sentences && last >= lastAnchor && !isFinished(textOf({ words: lines[last] ?? [] })) ? "expected" : "possible";
}

function pageRows(page: PositionedLines, aligned: readonly Alignment[]): readonly FlowedRow[] {
  const { lines, anchors, cells, edges } = page;
  const gaps = cells.map((_, column) => columnGaps(page, column));
  const lineOf = (index: number | undefined) => lines[index ?? 0]?.line ?? 1;
  const pageNumber = lines[0]?.pageNumber;
  const rows = anchors.map((anchor, row): FlowedRow => {
    const parts = cells.map((byLine, column) => {
      const { above = 0, below = 0 } = aligned[column]?.shares[row] ?? {};
      const upper = gaps[column]?.[row] ?? [];
      return [
        ...upper.slice(upper.length - above),
        { words: byLine[anchor] ?? [], index: anchor },
        ...(gaps[column]?.[row + 1] ?? []).slice(0, below),
      ];
    });
    const first = least(
      parts.flatMap((part) => part.slice(0, 1).map(({ index }) => index)),
      anchor,
    );
    return { cells: parts.map((part, column) => toCell(part, edges[column])), line: lineOf(first), pageNumber };
  });
  const carried = cells.map((_, column) => (gaps[column]?.[0] ?? []).slice(0, aligned[column]?.carried ?? 0));
  const firstCarried = carried.flat().reduce<number | undefined>((least, { index }) => Math.min(least ?? index, index), undefined);
  const rest =
    firstCarried === undefined
      ? []
      : [{ cells: carried.map((part, column) => toCell(part, edges[column])), line: lineOf(firstCarried), pageNumber }];
  return [...rest, ...rows];
}

/** Indents are told from the column's left edge: two columns of text are one em. */
function toCell(lines: readonly GapLine[], edge: number | undefined): FlowedCell | undefined {
  const filled = lines.filter(({ words }) => words.length > 0);
  const from = filled[0]?.words[0]?.from ?? 0;
  if (filled.length === 0) return undefined;
  return { lines: filled.map(textOf), indent: edge === undefined ? 0 : Math.max(0, Math.round((from - edge) / 2)) };
}
