import type { Rule } from "../grid/join-rulings.ts";
import { groupBy } from "../group-by.ts";
import { type Chunk, isValue } from "../lines/chunk.ts";
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

/** Baselines of one row agree to this many ems. */
const SAME_ROW = 0.35;
/** A line of text reaches from its baseline this many ems up and down. */
const ASCENT = 0.75;
const DESCENT = 0.15;
/** A rule between two rows covers this share of the table's width. */
const ROW_RULE = 0.6;
/** Lines as far apart as this share of the closest rows could be rows. */
const SAME_STEP = 0.95;
const ORDINAL = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.．](?!\d))/u;
/** A wrapped line ends at most this many ems before its column does. */
const FULL_LINE = 1.3;

/**
 * Rows of a table's body without rules between them.
 *
 * Every line of amounts is one row. Text goes with the amounts beside it; wrapped lines, which stand closer together than rows do, go with
 * their cell. Text with no amounts beside it is a row of its own.
 *
 * @param pitch Greatest distance of two baselines in one cell, in points.
 */
export function alignedRows(placed: readonly PlacedChunk[], pitch: number, rules: readonly Rule[]): AlignedRows {
  const anchors = anchorBaselines(placed.map(({ chunk }) => chunk));
  const columnOf = new Map(placed.map(({ chunk, column }) => [chunk, column]));
  const doubts: string[] = [];
  const blocks = [...groupBy(placed, ({ column }) => column).values()].flatMap((own) =>
    cellBlocks(
      own.map(({ chunk }) => chunk),
      pitch,
      rules,
      anchors,
      doubts,
    ),
  );
  const rows = (rowsBetweenRules(blocks, anchors, rules) ?? joinOverlapping(blocks)).map((members): AlignedRow => {
    const chunks = members.flatMap((block) => block.chunks);
    return {
      chunks: chunks.map((chunk) => ({ chunk, column: columnOf.get(chunk) ?? 0 })),
      top: Math.min(...chunks.map(({ box }) => box[1])),
      bottom: Math.max(...chunks.map(({ box }) => box[3])),
    };
  });
  return { rows, doubts };
}

/** Baselines of the lines that hold amounts: one a row. */
function anchorBaselines(chunks: readonly Chunk[]): number[] {
  const anchors: number[] = [];
  for (const { baseline, fontSize } of chunks.filter(isValue).sort((a, b) => a.baseline - b.baseline)) {
    const last = anchors.at(-1);
    if (last === undefined || baseline - last > SAME_ROW * fontSize) anchors.push(baseline);
  }
  return anchors;
}

/** The cells of one column: blocks of lines, parted where they touch the amounts of two rows. */
function cellBlocks(
  chunks: readonly Chunk[],
  pitch: number,
  rules: readonly Rule[],
  anchors: readonly number[],
  doubts: string[],
): TextBlock[] {
  const right = Math.max(...chunks.map(({ box }) => box[2]));
  const reached = ({ firstBaseline, lastBaseline, fontSize }: TextBlock) =>
    anchors.filter((anchor) => anchor > firstBaseline - SAME_ROW * fontSize && anchor < lastBaseline + SAME_ROW * fontSize);
  const step = Math.min(...anchors.slice(1).map((anchor, index) => anchor - (anchors[index] ?? anchor)));
  return chunksToBlocks(chunks, pitch, rules, "column").flatMap((block) => {
    if (reached(block).length < 2) return standsAsRows(block, step) ? partAtShortLines(block, right) : [block];
    return partAtShortLines(block, right).flatMap((part) => {
      const anchorsOfPart = reached(part);
      if (anchorsOfPart.length < 2) return [part];
      const { blocks, uncertain } = partAmongRows(part, anchorsOfPart);
      if (uncertain) doubts.push(part.chunks.map(({ text }) => text).join(""));
      return blocks;
    });
  });
}

/** Whether lines are no closer together than rows are: labels of rows without figures, perhaps, and not one wrapped text. */
function standsAsRows({ chunks }: TextBlock, step: number): boolean {
  return chunks.slice(1).some(({ baseline }, index) => baseline - (chunks[index]?.baseline ?? baseline) > SAME_STEP * step);
}

/** A line that leaves room at its end is not wrapped: the next line begins another cell, and so does one with an ordinal. */
function partAtShortLines({ chunks }: TextBlock, right: number): TextBlock[] {
  const parts: Chunk[][] = [];
  let wrapped = false;
  for (const chunk of chunks) {
    const part = parts.at(-1);
    if (part && wrapped && !ORDINAL.test(chunk.text)) part.push(chunk);
    else parts.push([chunk]);
    wrapped = chunk.box[2] > right - FULL_LINE * chunk.fontSize;
  }
  return parts.map(toBlock);
}

/**
 * Parts the lines of one column among rows: a cell's lines stand evenly around their row's baseline.
 *
 * A line for which no row has a counterpart is a row of its own.
 */
function partAmongRows({ chunks }: TextBlock, anchors: readonly number[]): { blocks: TextBlock[]; uncertain: boolean } {
  const groups: Chunk[][] = [];
  let uncertain = false;
  let next = 0;
  for (const [index, anchor] of anchors.entries()) {
    const before: Chunk[] = [];
    while (next < chunks.length && (chunks[next] as Chunk).baseline < anchor - SAME_ROW * (chunks[next] as Chunk).fontSize)
      before.push(chunks[next++] as Chunk);
    const own = chunks[next];
    const onAnchor = own && Math.abs(own.baseline - anchor) <= SAME_ROW * own.fontSize ? [own] : [];
    next += onAnchor.length;
    const following: Chunk[] = [];
    const limit = anchors[index + 1] ?? Number.POSITIVE_INFINITY;
    const wanted = before.length;
    while (
      following.length < wanted &&
      next < chunks.length &&
      (chunks[next] as Chunk).baseline < limit - SAME_ROW * (chunks[next] as Chunk).fontSize
    ) {
      following.push(chunks[next++] as Chunk);
    }
    const loose = before.splice(0, before.length - following.length);
    if (loose.length > 0) uncertain = true;
    groups.push(...loose.map((chunk) => [chunk]), [...before, ...onAnchor, ...following]);
  }
  const rest = chunks.slice(next);
  if (rest.length > 0) uncertain = true;
  groups.push(...rest.map((chunk) => [chunk]));
  return { blocks: groups.filter((group) => group.length > 0).flatMap((group) => [toBlock(group)]), uncertain };
}

function toBlock(chunks: readonly Chunk[]): TextBlock {
  const [block] = chunksToBlocks(chunks.slice(0, 1), 0, [], "column");
  const last = chunks.at(-1) as Chunk;
  return { ...(block as TextBlock), chunks, lastBaseline: last.baseline };
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
