import { compactText } from "../../model/compact-text.ts";
import type { SearchBudget } from "../../model/search-budget.ts";
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
  /** Each column's own heading; undefined where it has none. */
  readonly headings: readonly (TextBlock | undefined)[];
  readonly edges: readonly number[];
  /** Groups of the rows below, which none of these cuts. */
  readonly below: readonly GroupRange[];
  /** Whether a column has a heading of its own further down, so that a group should stand over it; undefined where the page does not tell. */
  readonly open: readonly (boolean | undefined)[];
  readonly em: number;
  /** Receives the text of each heading whose span could as well be another. */
  readonly doubts: string[];
  readonly search: SearchBudget;
}

/** Costs in ems of a heading's distance from where it should stand. */
const CLOSED_COLUMN = 2.5;
const CUT_GROUP = 2.5;
const LEFT_OUT = 1.2;
/** Headings are centred unless they fit the left edges better by this much. */
const CENTRED = 0.5;
/** Where the page does not tell, a group has several columns and begins with their sum. */
const UNUSUAL = 0.2;
const SUM = /^[合小]计$/u;
/** Two ways to part the columns that differ by less are a guess. */
const CLEAR = 0.5;

interface Way {
  readonly cost: number;
  readonly ranges: readonly GroupRange[];
}

/** What it costs a heading to span some columns, `from` to `to`. */
type RangeCost = (block: TextBlock, from: number, to: number) => number;

/**
 * Parts the columns among the headings of one row, so that each stands centred over its own, or begins with them, as well as can be.
 *
 * Columns that all look open although the groups leave some of them out do not tell: their headings are set to the foot of the header.
 *
 * @returns Nothing where there are more ways than the search may try.
 */
export function groupRanges(level: GroupsOfLevel): GroupRange[] {
  const { groups, open, doubts } = level;
  if (groups.length === 0) return [];
  const [told] = waysOf(level);
  const covered = told?.ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const isAtFoot = open.every(Boolean) && covered !== open.length;
  const [best, second] = isAtFoot ? waysOf({ ...level, open: open.map(() => undefined) }) : waysOf(level);
  if (!best) return [];
  if (second && second.cost - best.cost < CLEAR) {
    best.ranges.forEach(({ block, from, to }, index) => {
      const other = second.ranges[index];
      if (other && (other.from !== from || other.to !== to)) doubts.push(textOf(block));
    });
  }
  return [...best.ranges];
}

function waysOf({ groups, headings, edges, below, open, em, search }: GroupsOfLevel): Way[] {
  const edge = (index: number) => edges[index] ?? 0;
  const closed = (from: number, to: number) => CLOSED_COLUMN * open.slice(from, to + 1).filter((isOpen) => isOpen === false).length;
  const jut = ({ box }: TextBlock, from: number, to: number) => Math.max(0, edge(from) - box[0]) + Math.max(0, box[2] - edge(to + 1));
  const isSum = headings.map((heading) => heading !== undefined && SUM.test(compactText(textOf(heading))));
  const unusual = (from: number, to: number) => {
    const marks = [from === to, !isSum[from]];
    return open[from] === undefined ? UNUSUAL * marks.filter(Boolean).length : 0;
  };
  const cut = (from: number, to: number) =>
    CUT_GROUP * below.filter((group) => (group.from < from && group.to >= from) || (group.from <= to && group.to > to)).length;
  const shape = (from: number, to: number) => closed(from, to) + cut(from, to) + unusual(from, to);
  const centred: RangeCost = (block, from, to) =>
    shape(from, to) + (Math.abs(edge(from) + edge(to + 1) - block.box[0] - block.box[2]) / 2 + 2 * jut(block, from, to)) / em;
  const flushLeft: RangeCost = (block, from, to) =>
    shape(from, to) + CENTRED + (2 * Math.abs((headings[from]?.box[0] ?? edge(from)) - block.box[0]) + 2 * jut(block, from, to)) / em;
  const ways = [centred, flushLeft].map((rangeCost) => waysToPart(groups, open, rangeCost, search));
  return ways.sort(([a], [b]) => (a?.cost ?? Infinity) - (b?.cost ?? Infinity))[0] ?? [];
}

function textOf({ chunks }: TextBlock): string {
  return chunks.map(({ text }) => text).join("");
}

/** The two cheapest ways to give each heading a run of columns, in order. */
function waysToPart(
  groups: readonly TextBlock[],
  open: readonly (boolean | undefined)[],
  rangeCost: RangeCost,
  search: SearchBudget,
): Way[] {
  const count = open.length;
  const known: (Way[] | undefined)[] = [];
  const leftOut = (from: number, to: number) => LEFT_OUT * open.slice(from, to).filter(Boolean).length;
  const waysFrom = (group: number, first: number): Way[] => {
    const key = group * (count + 1) + first;
    const before = known[key];
    if (before) return before;
    const block = groups[group];
    const found: Way[] = block ? [] : [{ cost: leftOut(first, count), ranges: [] }];
    if (block && !search.spend((count - first) ** 2)) return [];
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
