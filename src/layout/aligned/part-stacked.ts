import { type Box, unionBox } from "../../model/box.ts";
import type { Chunk } from "../lines/chunk.ts";
import { middleOf, type TextBlock } from "./text-block.ts";

/** Middles of headings of one row agree to this many ems. */
const LEVEL = 0.3;
/** A heading stands below another when their baselines are further apart than this, in ems. */
const BELOW = 0.6;
/** Text that overlaps other text by fewer ems does not stand over it. */
const OVER = 0.15;
/** Headings set to the foot of their row end at the same height to this many ems. */
const FOOT = 0.1;

/**
 * Parts headings that were read as one because a group heading stands centred over its middle column.
 *
 * The headings on both sides tell: they stand at the height of the lower part, under no heading of their own, so the upper part is theirs too.
 * Some other heading, or the room beside it, must show that it is not one wrapped heading among others set to the foot of their row: two
 * wrapped ones side by side that end with the lower part are.
 */
export function partStacked(blocks: readonly TextBlock[]): TextBlock[] {
  return blocks.flatMap((block) => {
    const others = blocks.filter((other) => other !== block);
    for (let at = 1; at < block.chunks.length; at += 1) {
      const upper = toBlock(block, 0, at);
      const lower = toBlock(block, at);
      if (headsNeighbours(upper, lower, others)) return [upper, lower];
    }
    return [block];
  });
}

function headsNeighbours(upper: TextBlock, lower: TextBlock, others: readonly TextBlock[]): boolean {
  const beside = others.filter((other) => other.firstBaseline < lower.box[3] && other.lastBaseline > lower.box[1]);
  const left = beside
    .filter(({ box }) => box[2] <= lower.box[0])
    .reduce<TextBlock | undefined>((a, b) => (a && a.box[2] >= b.box[2] ? a : b), undefined);
  const right = beside
    .filter(({ box }) => box[0] >= lower.box[2])
    .reduce<TextBlock | undefined>((a, b) => (a && a.box[0] <= b.box[0] ? a : b), undefined);
  const isFellow = (other: TextBlock | undefined) =>
    other !== undefined &&
    Math.abs(middleOf(other) - middleOf(lower)) <= LEVEL * lower.fontSize &&
    isBelow(other, upper) &&
    !others.some((above) => isBelow(other, above) && overlaps(above, other));
  const isHigher = (other: TextBlock) =>
    other.lastBaseline < lower.lastBaseline - LEVEL * lower.fontSize &&
    middleOf(other) > middleOf(upper) - LEVEL * upper.fontSize &&
    !others.some((below) => isBelow(below, other) && overlaps(below, other));
  return isFellow(left) && isFellow(right) && !isSetToFoot(lower, beside) && (others.some(isHigher) || hadRoom(upper, lower, left, right));
}

function isSetToFoot(lower: TextBlock, beside: readonly TextBlock[]): boolean {
  const row = [...beside].sort((a, b) => a.box[0] - b.box[0]);
  const endsThere = row.map(
    ({ chunks, lastBaseline }) => chunks.length > 1 && Math.abs(lastBaseline - lower.lastBaseline) <= FOOT * lower.fontSize,
  );
  return endsThere.some((ends, index) => ends && endsThere[index + 1]);
}

/** Whether the upper part, the wider one, left room on both sides for what stands below it: then no narrow column made it wrap. */
function hadRoom(upper: TextBlock, lower: TextBlock, left: TextBlock | undefined, right: TextBlock | undefined): boolean {
  const width = ({ box }: TextBlock) => box[2] - box[0];
  const middle = (upper.box[0] + upper.box[2]) / 2;
  const room = 2 * Math.min((right?.box[0] ?? 0) - middle, middle - (left?.box[2] ?? 0)) - 2 * upper.fontSize;
  return width(upper) >= width(lower) && width(upper) + 2 * upper.fontSize <= room;
}

function toBlock({ chunks, fontSize }: TextBlock, from: number, to?: number): TextBlock {
  const own = chunks.slice(from, to);
  const [first = chunks[0] as Chunk] = own;
  const box = own.reduce<Box>((all, chunk) => unionBox(all, chunk.box) ?? all, first.box);
  return { chunks: own, box, firstBaseline: first.baseline, lastBaseline: own.at(-1)?.baseline ?? first.baseline, fontSize };
}

function isBelow(lower: TextBlock, upper: TextBlock): boolean {
  return lower.firstBaseline - upper.lastBaseline > BELOW * upper.fontSize;
}

function overlaps({ box: a, fontSize }: TextBlock, { box: b }: TextBlock): boolean {
  return Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > OVER * fontSize;
}
