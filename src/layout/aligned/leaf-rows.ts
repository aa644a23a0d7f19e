import type { Rule } from "../grid/join-rulings.ts";
import type { HeadedColumn } from "./match-headings.ts";
import { middleOf, type TextBlock } from "./text-block.ts";

/** Heights of cells of one row agree to this many ems. */
const SAME_HEIGHT = 0.4;

/**
 * The header row in which each column's own heading begins: 0 for one that spans all of the header, undefined where the page does not tell.
 *
 * Rules under the group headings tell it; without them the heights do, as cells are centred or begin at the top of their rows.
 *
 * @param levels Group headings by row, top to bottom.
 */
export function leafRows(
  leaves: readonly HeadedColumn[],
  levels: readonly (readonly TextBlock[])[],
  rules: readonly Rule[],
  em: number,
): (number | undefined)[] {
  const named = leaves.flatMap(({ block }) => (block ? [block] : []));
  const blocks = [...named, ...levels.flat()];
  const lowest = Math.max(...named.map(middleOf));
  const byRules = (block: TextBlock) => rowByRules(block, levels, rules, lowest, em);
  const byHeight = heightReader(blocks, levels, lowest, em);
  return leaves.map(({ block }) => (block ? (byRules(block) ?? byHeight(block)) : levels.length));
}

/** Undefined where no rule runs between the groups and the leaves. */
function rowByRules(
  block: TextBlock,
  levels: readonly (readonly TextBlock[])[],
  rules: readonly Rule[],
  lowest: number,
  em: number,
): number | undefined {
  const centre = (block.box[0] + block.box[2]) / 2;
  let ruled = false;
  for (let row = levels.length - 1; row >= 0; row -= 1) {
    const above = levels[row]?.[0];
    const parting = rules.filter(({ position }) => above && position > above.lastBaseline - SAME_HEIGHT * em && position < lowest);
    ruled ||= parting.length > 0;
    if (parting.some(({ from, to, position }) => from <= centre && to >= centre && position < block.firstBaseline)) return row + 1;
  }
  return ruled ? 0 : undefined;
}

function heightReader(
  blocks: readonly TextBlock[],
  levels: readonly (readonly TextBlock[])[],
  lowest: number,
  em: number,
): (block: TextBlock) => number | undefined {
  const count = (heightOf: (block: TextBlock) => number) => distinct(blocks.map(heightOf), SAME_HEIGHT * em);
  const middles = count(middleOf);
  if (count(({ firstBaseline }) => firstBaseline) < middles) {
    const tops = levels.map((level) => Math.min(...level.map(({ firstBaseline }) => firstBaseline)));
    return ({ firstBaseline }) => {
      const row = tops.findIndex((top) => Math.abs(top - firstBaseline) <= SAME_HEIGHT * em);
      return row < 0 ? levels.length : row;
    };
  }
  if (count(({ lastBaseline }) => lastBaseline) < middles) return () => undefined;
  const rowMiddles = levels.map((level) => level.reduce((sum, block) => sum + middleOf(block), 0) / level.length);
  const bottom = Math.max(...blocks.map(({ box }) => box[3]));
  const tops = rowMiddles.map((middle, row) =>
    row === 0 ? Math.min(...blocks.map(({ box }) => box[1])) : ((rowMiddles[row - 1] ?? middle) + middle) / 2,
  );
  const expected = [...tops.map((top) => (top + bottom) / 2 + 0.25 * em), lowest];
  return (block) => {
    const misses = expected.map((middle) => Math.abs(middle - middleOf(block)));
    return misses.indexOf(Math.min(...misses));
  };
}

/** How many different heights there are. */
function distinct(heights: readonly number[], tolerance: number): number {
  const sorted = [...heights].sort((a, b) => a - b);
  return sorted.filter((height, index) => index === 0 || height - (sorted[index - 1] ?? height) > tolerance).length;
}
