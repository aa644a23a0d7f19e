import { groupBy } from "../../model/group-by.ts";
import type { Rule } from "../grid/join-rulings.ts";
import { type Chunk, isValue } from "../lines/chunk.ts";
import { type BlockColumn, hangOf, linesAmongRows, rightOf, SAME_ROW } from "./lines-among-rows.ts";
import { chunksToBlocks, middleOf, type TextBlock } from "./text-block.ts";

/** A chunk and the column it stands in. */
export interface PlacedChunk {
  readonly chunk: Chunk;
  readonly column: number;
}

export interface AlignedRow {
  readonly chunks: readonly PlacedChunk[];
  readonly top: number;
  readonly bottom: number;
}

export interface AlignedRows {
  readonly rows: readonly AlignedRow[];
  /** Text of lines that could belong to another row as well. */
  readonly doubts: readonly string[];
}

/** A line of text reaches from its baseline this many ems up and down. */
const ASCENT = 0.75;
const DESCENT = 0.15;
/** Share of amounts among what a column of amounts holds. */
const MOSTLY_AMOUNTS = 0.5;
/** A rule between two rows covers this share of the table's width. */
const ROW_RULE = 0.6;

/**
 * Rows of a table's body without rules between them.
 *
 * Every line of amounts is one row. Text goes with the amounts beside it; wrapped lines, which stand closer together than rows do, go with
 * their cell. Text with no amounts beside it is a row of its own.
 *
 * @param pitch Greatest distance of two baselines in one cell, in points.
 * @param middles Where the heading of each column has its middle, in points; undefined where it has none of its own.
 */
export function alignedRows(
  placed: readonly PlacedChunk[],
  pitch: number,
  rules: readonly Rule[],
  middles: readonly (number | undefined)[],
): AlignedRows {
  const columnOf = new Map(placed.map(({ chunk, column }) => [chunk, column]));
  const chunksOfColumns = [...groupBy(placed, ({ column }) => column)].map(([column, own]) => ({
    middle: middles[column],
    chunks: own.map(({ chunk }) => chunk),
  }));
  const anchors = anchorBaselines(chunksOfColumns.map(({ chunks }) => chunks));
  const columns = chunksOfColumns.map(({ middle, chunks }): BlockColumn => {
    const blocks = chunksToBlocks(chunks, pitch, rules, "column");
    return { blocks, right: rightOf(blocks, middle) };
  });
  const hang = hangOf(columns, anchors);
  const parted = columns.flatMap(({ blocks, right }) => blocks.map((block) => linesAmongRows(block, right, anchors, hang)));
  const blocks = parted.flatMap((part) => part.blocks);
  const rows = (rowsBetweenRules(blocks, anchors, rules) ?? joinOverlapping(blocks)).map((members): AlignedRow => {
    const chunks = members.flatMap((block) => block.chunks);
    return {
      chunks: chunks.map((chunk) => ({ chunk, column: columnOf.get(chunk) ?? 0 })),
      top: Math.min(...chunks.map(({ box }) => box[1])),
      bottom: Math.max(...chunks.map(({ box }) => box[3])),
    };
  });
  return { rows, doubts: parted.flatMap((part) => part.doubts) };
}

/** Baselines of the lines that hold amounts, one a row; a figure in a column of text is part of the text. */
function anchorBaselines(columns: readonly (readonly Chunk[])[]): number[] {
  const amounts = columns.filter((own) => own.filter(isValue).length >= MOSTLY_AMOUNTS * own.length);
  const anchors: number[] = [];
  const values = (amounts.length > 0 ? amounts : columns).flatMap((own) => own.filter(isValue));
  for (const { baseline, fontSize } of values.sort((a, b) => a.baseline - b.baseline)) {
    const last = anchors.at(-1);
    if (last === undefined || baseline - last > SAME_ROW * fontSize) anchors.push(baseline);
  }
  return anchors;
}

/** Where rules part all rows from each other, whatever stands between two of them is one row; undefined where they do not. */
function rowsBetweenRules(blocks: readonly TextBlock[], anchors: readonly number[], rules: readonly Rule[]): TextBlock[][] | undefined {
  const left = Math.min(...blocks.map(({ box }) => box[0]));
  const right = Math.max(...blocks.map(({ box }) => box[2]));
  const edges = rules
    .filter(({ from, to }) => Math.min(to, right) - Math.max(from, left) >= ROW_RULE * (right - left))
    .map(({ position }) => position);
  const bandOf = (y: number) => edges.filter((edge) => edge < y).length;
  const bands = groupBy(blocks, (block) => bandOf(middleOf(block) - block.fontSize / 3));
  const amounts = groupBy(anchors, bandOf);
  if (bands.size < 2 || [...amounts.values()].some((own) => own.length > 1)) return undefined;
  return [...bands].sort(([a], [b]) => a - b).map(([, own]) => own);
}

/** Blocks side by side at the same height are one row. */
function joinOverlapping(blocks: readonly TextBlock[]): TextBlock[][] {
  const rows: TextBlock[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  const ordered = [...blocks].sort((a, b) => a.firstBaseline - ASCENT * a.fontSize - (b.firstBaseline - ASCENT * b.fontSize));
  for (const block of ordered) {
    const row = rows.at(-1);
    if (row && block.firstBaseline - ASCENT * block.fontSize < bottom) row.push(block);
    else rows.push([block]);
    bottom = Math.max(bottom, block.lastBaseline + DESCENT * block.fontSize);
  }
  return rows;
}
