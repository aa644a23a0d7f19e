import type { Chunk } from "../lines/chunk.ts";
import { chunksToBlocks, middleOf, type TextBlock } from "./text-block.ts";

/** Where the lines of a wrapped cell stand to the amounts of its row: from them downwards, down to them, or evenly around them. */
export type Hang = "below" | "above" | "around";

/** The text of a column. */
export interface BlockColumn {
  readonly blocks: readonly TextBlock[];
  /** As far as its lines can reach, in points. */
  readonly right: number;
}

/** The cells that a block of lines was parted into. */
export interface PartedBlock {
  readonly blocks: readonly TextBlock[];
  /** Text of lines that could belong to another row as well. */
  readonly doubts: readonly string[];
}

/** Baselines of one row agree to this many ems. */
export const SAME_ROW = 0.35;
/** Lines as far apart as this share of the closest rows could be rows. */
const SAME_STEP = 0.95;
const ORDINAL = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.．](?!\d))/u;
/** A wrapped line ends at most this many ems before its column does. */
const FULL_LINE = 1.3;
/** Cells hang one way if at least this share of the wrapped ones does, at most that share the other way, and not too few are seen. */
const MOST = 0.6;
const FEW = 0.3;
const FEWEST_SEEN = 2;

/**
 * How the wrapped cells of a table hang that leaves no gap between rows: told by the lines with which blocks begin and end. A block that begins the table begins with a row
 * however its cells hang, and one that ends it ends with one.
 */
export function hangOf(columns: readonly BlockColumn[], anchors: readonly number[]): Hang {
  if (!columns.some(({ blocks }) => blocks.some((block) => reached(block, anchors).length > 1))) return "around";
  const [first, last] = [anchors.slice(0, 1), anchors.slice(-1)];
  const wrapped = columns.flatMap(({ blocks, right }) => blocks.filter((block) => isWrapped(block, right, anchors)));
  const begin = sharedBy(wrapped.flatMap(({ chunks }) => (isOnAnchor(chunks[0], first) ? [] : [isOnAnchor(chunks[0], anchors)])));
  const end = sharedBy(wrapped.flatMap(({ chunks }) => (isOnAnchor(chunks.at(-1), last) ? [] : [isOnAnchor(chunks.at(-1), anchors)])));
  if (begin >= MOST && end <= FEW) return "below";
  return end >= MOST && begin <= FEW ? "above" : "around";
}

/** Whether a block holds a text of several lines, one of them beside no amounts. */
function isWrapped(block: TextBlock, right: number, anchors: readonly number[]): boolean {
  return partAtShortLines(block, right).some(({ chunks }) => chunks.length > 1 && chunks.some((chunk) => !isOnAnchor(chunk, anchors)));
}

/** Share of what is so; 0 where there is too little to tell. */
function sharedBy(seen: readonly boolean[]): number {
  return seen.length < FEWEST_SEEN ? 0 : seen.filter((is) => is).length / seen.length;
}

/** Parts the lines of a block where they touch the amounts of two rows. */
export function linesAmongRows(block: TextBlock, right: number, anchors: readonly number[], hang: Hang): PartedBlock {
  if (hang !== "around") return { blocks: partAtAnchors(block, anchors, hang), doubts: [] };
  if (reached(block, anchors).length < 2) {
    if (!standsAsRows(block, anchors)) return { blocks: [block], doubts: [] };
    const blocks = partAtShortLines(block, right);
    return { blocks, doubts: blocks.filter((part) => mayBeRows(part, anchors)).map(textOf) };
  }
  const parts = partAtShortLines(block, right).map((part): PartedBlock => {
    const anchorsOfPart = reached(part, anchors);
    if (anchorsOfPart.length < 2) return { blocks: [part], doubts: mayBeRows(part, anchors) ? [textOf(part)] : [] };
    const { blocks, uncertain } = partAround(part, anchorsOfPart);
    return { blocks, doubts: uncertain ? [textOf(part)] : [] };
  });
  return { blocks: parts.flatMap(({ blocks }) => blocks), doubts: parts.flatMap(({ doubts }) => doubts) };
}

function reached({ firstBaseline, lastBaseline, fontSize }: TextBlock, anchors: readonly number[]): number[] {
  return anchors.filter((anchor) => anchor > firstBaseline - SAME_ROW * fontSize && anchor < lastBaseline + SAME_ROW * fontSize);
}

/**
 * As far as the lines of a column can reach, in points: to the end of the longest, or as far to the right of its heading's middle as they
 * begin to the left of it.
 */
export function rightOf(blocks: readonly TextBlock[], middle: number | undefined): number {
  const right = Math.max(...blocks.map(({ box }) => box[2]));
  const left = Math.min(...blocks.map(({ box }) => box[0]));
  return middle === undefined ? right : Math.max(right, 2 * middle - left);
}

/** A line beside amounts begins a cell that hangs below them, and ends one that hangs above. */
function partAtAnchors({ chunks }: TextBlock, anchors: readonly number[], hang: "below" | "above"): TextBlock[] {
  const groups: Chunk[][] = [];
  let ended = true;
  for (const chunk of chunks) {
    const beside = isOnAnchor(chunk, anchors);
    const group = groups.at(-1);
    if (group && !ended && !(beside && hang === "below")) group.push(chunk);
    else groups.push([chunk]);
    ended = beside && hang === "above";
  }
  return groups.map(toBlock);
}

function isOnAnchor(chunk: Chunk | undefined, anchors: readonly number[]): boolean {
  return chunk !== undefined && anchors.some((anchor) => Math.abs(anchor - chunk.baseline) <= SAME_ROW * chunk.fontSize);
}

function textOf({ chunks }: TextBlock): string {
  return chunks.map(({ text }) => text).join("");
}

/** Whether lines are no closer together than rows are: labels of rows without figures, perhaps, and not one wrapped text. */
function standsAsRows({ chunks }: TextBlock, anchors: readonly number[]): boolean {
  const step = Math.min(...gaps(anchors));
  return gaps(chunks.map(({ baseline }) => baseline)).some((gap) => gap > SAME_STEP * step);
}

/** Whether a text's lines are as far apart as rows are, and do not stand evenly around the amounts of one row. */
function mayBeRows(text: TextBlock, anchors: readonly number[]): boolean {
  const [anchor, ...others] = reached(text, anchors);
  const isAround = anchor !== undefined && others.length === 0 && Math.abs(anchor - middleOf(text)) <= SAME_ROW * text.fontSize;
  return text.chunks.length > 1 && !isAround && standsAsRows(text, anchors);
}

function gaps(baselines: readonly number[]): number[] {
  return baselines.slice(1).map((baseline, index) => baseline - (baselines[index] ?? baseline));
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
function partAround({ chunks }: TextBlock, anchors: readonly number[]): { blocks: TextBlock[]; uncertain: boolean } {
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
