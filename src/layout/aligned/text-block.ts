import type { Box } from "../../model/box.ts";
import { unionBox } from "../../model/box.ts";
import type { Rule } from "../grid/join-rulings.ts";
import type { Chunk } from "../lines/chunk.ts";

/** Lines that stand closely one below the other: the wrapped text of one cell. */
export interface TextBlock {
  readonly chunks: readonly Chunk[];
  readonly box: Box;
  readonly firstBaseline: number;
  readonly lastBaseline: number;
  readonly fontSize: number;
}

/** Lines of one cell overlap by at least this many ems from side to side. */
const OVERLAP = 0.3;
/** Baselines closer than this many ems are one line. */
const SAME_LINE = 0.3;
/** Middles or ends of lines that are aligned agree to this many ems. */
const IN_LINE = 0.35;

/**
 * Joins chunks into blocks.
 *
 * @param pitch Greatest distance of two baselines in one cell, in points.
 * @param rules Horizontal rules; no block reaches over one.
 * @param among Whether the chunks are those of one column, or of a header whose columns are told by what stands one below the other.
 */
export function chunksToBlocks(chunks: readonly Chunk[], pitch: number, rules: readonly Rule[], among: "column" | "header"): TextBlock[] {
  const blocks: { chunks: Chunk[]; last: Chunk; box: Box }[] = [];
  for (const chunk of [...chunks].sort((a, b) => a.baseline - b.baseline || a.box[0] - b.box[0])) {
    const over = blocks.filter(({ last, box }) => {
      const distance = chunk.baseline - last.baseline;
      const overlap = Math.min(box[2], chunk.box[2]) - Math.max(box[0], chunk.box[0]);
      if (distance <= SAME_LINE * chunk.fontSize) return among === "column";
      if (distance > pitch || parted(last, chunk, rules)) return false;
      return among === "column" || (overlap > OVERLAP * chunk.fontSize && linesUp(last, chunk));
    });
    const [block] = over;
    if (block && over.length === 1) {
      block.chunks.push(chunk);
      block.last = chunk;
      block.box = unionBox(block.box, chunk.box) ?? block.box;
    } else {
      blocks.push({ chunks: [chunk], last: chunk, box: chunk.box });
    }
  }
  return blocks.map(({ chunks: own, box, last }) => ({
    chunks: own,
    box,
    firstBaseline: own[0]?.baseline ?? last.baseline,
    lastBaseline: last.baseline,
    fontSize: Math.max(...own.map(({ fontSize }) => fontSize)),
  }));
}

/** Height of a block's middle between its baselines: cells of one row that are centred share it. */
export function middleOf({ firstBaseline, lastBaseline }: TextBlock): number {
  return (firstBaseline + lastBaseline) / 2;
}

/** Whether two lines have their middle or an end in common, as lines of one cell do. */
function linesUp({ box: above }: Chunk, { box: below, fontSize }: Chunk): boolean {
  const middles = Math.abs(above[0] + above[2] - below[0] - below[2]) / 2;
  return Math.min(middles, Math.abs(above[0] - below[0]), Math.abs(above[2] - below[2])) <= IN_LINE * fontSize;
}

/** Whether a horizontal rule runs between two chunks. */
function parted(above: Chunk, below: Chunk, rules: readonly Rule[]): boolean {
  const middle = (Math.max(above.box[0], below.box[0]) + Math.min(above.box[2], below.box[2])) / 2;
  return rules.some(
    ({ position, from, to }) =>
      position > above.baseline - 0.2 * above.fontSize && position < below.baseline && from <= middle && to >= middle,
  );
}
