import type { ColumnExtent } from "./aligned-columns.ts";
import type { TextBlock } from "./text-block.ts";

/** Which columns a group heading spans, first and last. */
export interface GroupRange {
  readonly block: TextBlock;
  readonly from: number;
  readonly to: number;
}

export interface GroupsOfLevel {
  /** Headings of one header row, left to right. */
  readonly groups: readonly TextBlock[];
  readonly columns: readonly ColumnExtent[];
  readonly edges: readonly number[];
  /** Whether a column has a heading of its own further down, so that a group must stand over it. */
  readonly open: readonly boolean[];
  readonly em: number;
  /** Receives the text of each heading whose span could as well be another. */
  readonly doubts: string[];
}

/** Costs in ems of a heading's distance from the middle of its columns. */
const CLOSED_COLUMN = 4;
const LEFT_OUT = 3;
/** Two ways to part the columns that differ by less are a guess. */
const CLEAR = 0.5;

interface Way {
  readonly cost: number;
  readonly ranges: readonly GroupRange[];
}

/** Parts the columns among the headings of one row, each centred over its own as well as can be. */
export function groupRanges({ groups, columns, edges, open, em, doubts }: GroupsOfLevel): GroupRange[] {
  if (groups.length === 0) return [];
  const ways: Way[][] = [];
  const waysFrom = (group: number, first: number): Way[] => {
    const key = group * (columns.length + 1) + first;
    const known = ways[key];
    if (known) return known;
    const found: Way[] = [];
    const block = groups[group];
    if (!block) {
      found.push({ cost: LEFT_OUT * open.slice(first).filter(Boolean).length, ranges: [] });
    } else {
      for (let from = first; from < columns.length; from += 1) {
        const leftOut = LEFT_OUT * open.slice(first, from).filter(Boolean).length;
        for (let to = from; to < columns.length; to += 1) {
          const cost = leftOut + rangeCost(block, from, to);
          for (const rest of waysFrom(group + 1, to + 1))
            found.push({ cost: cost + rest.cost, ranges: [{ block, from, to }, ...rest.ranges] });
        }
      }
    }
    found.sort((a, b) => a.cost - b.cost);
    const best = found.slice(0, 2);
    ways[key] = best;
    return best;
  };
  const rangeCost = (block: TextBlock, from: number, to: number) => {
    const closed = open.slice(from, to + 1).filter((isOpen) => !isOpen).length;
    const middle = ((edges[from] ?? 0) + (edges[to + 1] ?? 0)) / 2;
    const jut = Math.max(0, (edges[from] ?? 0) - block.box[0]) + Math.max(0, block.box[2] - (edges[to + 1] ?? 0));
    return CLOSED_COLUMN * closed + (Math.abs(middle - (block.box[0] + block.box[2]) / 2) + 2 * jut) / em;
  };
  const [best, second] = waysFrom(0, 0);
  if (!best) return [];
  if (second && second.cost - best.cost < CLEAR) {
    best.ranges.forEach(({ block, from, to }, index) => {
      const other = second.ranges[index];
      if (other && (other.from !== from || other.to !== to)) doubts.push(block.chunks.map(({ text }) => text).join(""));
    });
  }
  return [...best.ranges];
}
