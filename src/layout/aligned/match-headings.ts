import type { ColumnExtent } from "./aligned-columns.ts";
import type { TextBlock } from "./text-block.ts";

export interface BodyColumn extends ColumnExtent {
  /** On which side the column's text is flush: amounts on the right, labels on the left; undefined for neither. */
  readonly flush: "left" | "right" | undefined;
}

/** A column and its heading; one of them may be missing: a column that is blank throughout, or one that nothing heads. */
export interface HeadedColumn {
  readonly extent: ColumnExtent;
  readonly flush: BodyColumn["flush"];
  readonly block: TextBlock | undefined;
  /** True where the body has no text under the heading. */
  readonly blank: boolean;
}

/** What it costs to leave a heading without text below it, and text without a heading. */
const BLANK_COLUMN = 1.2;
const NO_HEADING = 2;
/** A heading on the side on which its column's text never stands. */
const WRONG_SIDE = 3;
const PER_EM = 0.05;

/**
 * Pairs headings with the columns of the body, both from left to right.
 *
 * A heading stands over its column's text, or, where the text is narrow, beside it: to the left of amounts, to the right of labels.
 */
export function matchHeadings(headings: readonly TextBlock[], body: readonly BodyColumn[], em: number): HeadedColumn[] {
  const sorted = [...headings].sort((a, b) => a.box[0] + a.box[2] - b.box[0] - b.box[2]);
  const costs = Array.from({ length: sorted.length + 1 }, () => new Float64Array(body.length + 1));
  const at = (h: number, c: number) => costs[h]?.[c] ?? Number.POSITIVE_INFINITY;
  for (let h = sorted.length; h >= 0; h -= 1) {
    for (let c = body.length; c >= 0; c -= 1) {
      if (h === sorted.length && c === body.length) continue;
      (costs[h] as Float64Array)[c] = Math.min(
        pairCost(sorted[h], body[c], em) + at(h + 1, c + 1),
        BLANK_COLUMN + at(h + 1, c),
        NO_HEADING + at(h, c + 1),
      );
    }
  }
  const matched: HeadedColumn[] = [];
  let h = 0;
  let c = 0;
  while (h < sorted.length || c < body.length) {
    const block = sorted[h];
    const column = body[c];
    if (block && column && at(h, c) === pairCost(block, column, em) + at(h + 1, c + 1)) {
      matched.push({ extent: column, flush: column.flush, block, blank: false });
      h += 1;
      c += 1;
    } else if (block && at(h, c) === BLANK_COLUMN + at(h + 1, c)) {
      matched.push({ extent: { left: block.box[0], right: block.box[2] }, flush: undefined, block, blank: true });
      h += 1;
    } else if (column) {
      matched.push({ extent: column, flush: column.flush, block: undefined, blank: false });
      c += 1;
    }
  }
  return matched;
}

function pairCost(block: TextBlock | undefined, column: BodyColumn | undefined, em: number): number {
  if (!block || !column) return Number.POSITIVE_INFINITY;
  const toTheRight = (block.box[0] - column.right) / em;
  const toTheLeft = (column.left - block.box[2]) / em;
  if (toTheRight <= 0 && toTheLeft <= 0)
    return PER_EM * Math.min(1, Math.abs(block.box[0] + block.box[2] - column.left - column.right) / (20 * em));
  const wrongSide = column.flush === "right" ? toTheRight > 0 : column.flush === "left" && toTheLeft > 0;
  return (wrongSide ? WRONG_SIDE : 0) + PER_EM * Math.max(toTheRight, toTheLeft);
}
