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
  /** Where each column's own heading begins; undefined where it has none. */
  readonly headings: readonly (number | undefined)[];
  readonly edges: readonly number[];
  /** Whether a column has a heading of its own further down, so that a group should stand over it; undefined where the page does not tell. */
  readonly open: readonly (boolean | undefined)[];
  readonly em: number;
  /** Receives the text of each heading whose span could as well be another. */
  readonly doubts: string[];
}

/** Costs in ems of a heading's distance from where it should stand. */
const CLOSED_COLUMN = 2.5;
const LEFT_OUT = 1.2;
/** Headings are centred unless they fit the left edges better by this much. */
const CENTRED = 0.5;
/** Two ways to part the columns that differ by less are a guess. */
const CLEAR = 0.5;

interface Way {
  readonly cost: number;
  readonly ranges: readonly GroupRange[];
}

/** What it costs a heading to span some columns, `from` to `to`. */
type RangeCost = (block: TextBlock, from: number, to: number) => number;

/** Parts the columns among the headings of one row, so that each stands centred over its own, or begins with them, as well as can be. */
export function groupRanges({ groups, headings, edges, open, em, doubts }: GroupsOfLevel): GroupRange[] {
  if (groups.length === 0) return [];
  const edge = (index: number) => edges[index] ?? 0;
  const closed = (from: number, to: number) => CLOSED_COLUMN * open.slice(from, to + 1).filter((isOpen) => isOpen === false).length;
  const jut = ({ box }: TextBlock, from: number, to: number) => Math.max(0, edge(from) - box[0]) + Math.max(0, box[2] - edge(to + 1));
  const centred: RangeCost = (block, from, to) =>
    closed(from, to) + (Math.abs(edge(from) + edge(to + 1) - block.box[0] - block.box[2]) / 2 + 2 * jut(block, from, to)) / em;
  const flushLeft: RangeCost = (block, from, to) =>
    closed(from, to) + CENTRED + (2 * Math.abs((headings[from] ?? edge(from)) - block.box[0]) + 2 * jut(block, from, to)) / em;
  const [best, second] =
    [waysToPart(groups, open, centred), waysToPart(groups, open, flushLeft)].sort(
      ([a], [b]) => (a?.cost ?? Infinity) - (b?.cost ?? Infinity),
    )[0] ?? [];
  if (!best) return [];
  if (second && second.cost - best.cost < CLEAR) {
    best.ranges.forEach(({ block, from, to }, index) => {
      const other = second.ranges[index];
      if (other && (other.from !== from || other.to !== to)) doubts.push(block.chunks.map(({ text }) => text).join(""));
    });
  }
  return [...best.ranges];
}

/** The two cheapest ways to give each heading a run of columns, in order. */
function waysToPart(groups: readonly TextBlock[], open: readonly (boolean | undefined)[], rangeCost: RangeCost): Way[] {
  const count = open.length;
  const known: (Way[] | undefined)[] = [];
  const leftOut = (from: number, to: number) => LEFT_OUT * open.slice(from, to).filter(Boolean).length;
  const waysFrom = (group: number, first: number): Way[] => {
    const key = group * (count + 1) + first;
    const before = known[key];
    if (before) return before;
    const block = groups[group];
    const found: Way[] = block ? [] : [{ cost: leftOut(first, count), ranges: [] }];
    for (let from = first; block && from < count; from += 1) {
      for (let to = from; to < count; to += 1) {
        const cost = leftOut(first, from) + rangeCost(block, from, to);
        for (const rest of waysFrom(group + 1, to + 1))
          found.push({ cost: cost + rest.cost, ranges: [{ block, from, to }, ...rest.ranges] });
      }
    }
    const best = found.sort((a, b) => a.cost - b.cost).slice(0, 2);
    known[key] = best;
    return best;
  };
  return waysFrom(0, 0);
}
