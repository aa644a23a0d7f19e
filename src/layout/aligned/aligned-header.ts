import type { SearchBudget } from "../../model/search-budget.ts";
import type { CellSpan } from "../grid/grid-frame.ts";
import type { Rule } from "../grid/join-rulings.ts";
import type { ColumnExtent } from "./aligned-columns.ts";
import { type Column, columnEdges } from "./column-edges.ts";
import { type GroupRange, groupRanges } from "./group-ranges.ts";
import { leafRows } from "./leaf-rows.ts";
import { type BodyColumn, type HeadedColumn, matchHeadings } from "./match-headings.ts";
import { middleOf, type TextBlock } from "./text-block.ts";

export interface HeaderCell extends CellSpan {
  readonly block: TextBlock;
}

export interface AlignedHeader {
  /** The body's columns and those that only the header names, left to right. */
  readonly columns: readonly ColumnExtent[];
  readonly edges: readonly number[];
  readonly rowCount: number;
  readonly cells: readonly HeaderCell[];
  /** Why the columns are not certain. */
  readonly doubts: readonly string[];
}

/** One block stands below another when their baselines are further apart than this, in ems. */
const BELOW = 0.6;
/** Text that overlaps a column by fewer ems does not stand over it. */
const OVER = 0.15;
/** Middles of cells of one row agree to this many ems. */
const LEVEL = 0.4;

export interface HeaderAndColumns {
  readonly blocks: readonly TextBlock[];
  /** Columns of the body; flush right where they hold amounts. */
  readonly body: readonly BodyColumn[];
  readonly rules: readonly Rule[];
  readonly em: number;
  /** Left and right end of the table. */
  readonly outer: ColumnExtent;
  /** The edges of the body's columns, where they are known. */
  readonly known: readonly number[] | undefined;
  readonly search: SearchBudget;
}

/** Tells the header's leaves from its group headings, and which columns each group spans. */
export function alignedHeader({ blocks, body, rules, em, outer, known, search }: HeaderAndColumns): AlignedHeader {
  const doubts: string[] = [];
  const groupBlocks = new Set(blocks.filter((block) => isGroup(block, blocks, rules, em)));
  const match = () =>
    matchHeadings(
      blocks.filter((block) => !groupBlocks.has(block)),
      body,
      em,
    );
  const first = match();
  for (const block of blankAmongLower(first, em)) groupBlocks.add(block);
  const leaves = first.some(({ block }) => block && groupBlocks.has(block)) ? match() : first;
  const columns = leaves.map(({ extent, block, flush }): Column => {
    const box = block?.box ?? [extent.left, 0, extent.right, 0];
    return {
      left: Math.min(extent.left, box[0]),
      right: Math.max(extent.right, box[2]),
      flush: (flush === "right" && box[2] > extent.right) || (flush === "left" && box[0] < extent.left) ? undefined : flush,
      headingMiddle: block && (box[0] + box[2]) / 2,
    };
  });
  const edges = known && known.length === columns.length + 1 ? known : columnEdges(columns, em, outer);
  const levels = toLevels([...groupBlocks], em);
  const firstRows = leafRows(leaves, levels, rules, em);
  const groups: (GroupRange & { readonly row: number })[] = [];
  for (const [row, level] of [...levels.entries()].reverse()) {
    const ranges = groupRanges({
      groups: level,
      headings: leaves.map(({ block }) => block),
      edges,
      below: groups,
      open: firstRows.map((first) => (first === undefined ? undefined : first > row)),
      em,
      doubts,
      search,
    });
    groups.unshift(...ranges.map((range) => ({ ...range, row })));
  }
  const rowCount = levels.length + (blocks.length > 0 ? 1 : 0);
  return { columns, edges, rowCount, cells: placeCells(groups, leaves, rowCount), doubts };
}

/** Whether a heading stands over others: they lie below it, or it stands higher than a heading of the whole header's height would. */
function isGroup(block: TextBlock, blocks: readonly TextBlock[], rules: readonly Rule[], em: number): boolean {
  const lower = blocks.filter((other) => isBelow(other, block));
  if (lower.some(({ box }) => Math.min(box[2], block.box[2]) - Math.max(box[0], block.box[0]) > OVER * em)) return true;
  const centre = (block.box[0] + block.box[2]) / 2;
  const sides = [lower.filter(({ box }) => box[2] <= centre), lower.filter(({ box }) => box[0] >= centre)];
  if (lower.length === 0) return false;
  if (rules.some((rule) => runsUnder(rule, block, Math.max(...lower.map(({ firstBaseline }) => firstBaseline))))) return true;
  const top = Math.min(...blocks.map(({ firstBaseline }) => firstBaseline));
  const bottom = Math.max(...blocks.map(({ lastBaseline }) => lastBaseline));
  return sides.every((side) => side.length > 0) && middleOf(block) < (top + bottom) / 2 - LEVEL * em;
}

/** Headings over no text of the body that stand between lower ones, higher than others do: groups of a middle row, not blank columns. */
function blankAmongLower(columns: readonly HeadedColumn[], em: number): TextBlock[] {
  const middles = columns.flatMap(({ block }) => (block ? [middleOf(block)] : []));
  const lowest = Math.max(...middles);
  return columns.flatMap(({ block, blank }, index) => {
    const beside = [columns[index - 1]?.block, columns[index + 1]?.block];
    if (!block || !blank || !beside.every((other) => other && isBelow(other, block))) return [];
    const between = middles.some((middle) => middle > middleOf(block) + LEVEL * em && middle < lowest - LEVEL * em);
    return between ? [block] : [];
  });
}

/** Group headings by the row in which they stand, top to bottom. */
function toLevels(groups: readonly TextBlock[], em: number): TextBlock[][] {
  const levels: TextBlock[][] = [];
  for (const group of [...groups].sort((a, b) => middleOf(a) - middleOf(b))) {
    const level = levels.at(-1);
    const first = level?.[0];
    if (level && first && middleOf(group) - middleOf(first) <= 2 * LEVEL * em) level.push(group);
    else levels.push([group]);
  }
  return levels.map((level) => level.sort((a, b) => a.box[0] - b.box[0]));
}

function placeCells(
  groups: readonly { readonly block: TextBlock; readonly from: number; readonly to: number; readonly row: number }[],
  leaves: readonly HeadedColumn[],
  rowCount: number,
): HeaderCell[] {
  const filledTo = leaves.map(() => 0);
  const cells: HeaderCell[] = [];
  for (const { block, from, to, row } of groups) {
    const start = Math.max(...filledTo.slice(from, to + 1));
    if (start > row) continue;
    cells.push({ row: start, column: from, rowSpan: row - start + 1, columnSpan: to - from + 1, block });
    filledTo.fill(row + 1, from, to + 1);
  }
  leaves.forEach(({ block }, column) => {
    const start = filledTo[column] ?? 0;
    if (block) cells.push({ row: start, column, rowSpan: rowCount - start, columnSpan: 1, block });
  });
  return cells;
}

function runsUnder({ position, from, to }: Rule, { box, lastBaseline }: TextBlock, before: number): boolean {
  const centre = (box[0] + box[2]) / 2;
  return position > lastBaseline && position < before && from <= centre && to >= centre;
}

function isBelow(lower: TextBlock, upper: TextBlock): boolean {
  return lower.firstBaseline - upper.lastBaseline > BELOW * upper.fontSize;
}
