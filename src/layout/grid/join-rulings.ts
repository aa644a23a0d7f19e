import { groupBy } from "../../model/group-by.ts";
import type { Ruling } from "../../read/page.ts";

/** A straight line made of all ruling segments that continue each other. */
export interface Rule {
  readonly position: number;
  readonly from: number;
  readonly to: number;
}

export interface JoinedRulings {
  /** By position, then by start. */
  readonly horizontals: readonly Rule[];
  readonly verticals: readonly Rule[];
}

/** Segments whose centre lines are this close, in points, were meant as one line. */
const SAME_LINE = 1.2;
/** A line goes on after a gap of this many points. */
const GAP = 3;
/** Between two dashes the gap may be this wide; a dash is not longer than `DASH`. */
const DASH_GAP = 6;
const DASH = 14;
/** A dot is no longer than this many points, and dots of one line are this exactly in line. */
const DOT = 2.6;
const SAME_DOTS = 0.3;
/** What is still shorter, in points, borders no cell: dots, corners, strokes of drawn glyphs. */
const SHORTEST = 4;

/** Joins segments of one line: split at cells, doubled, dashed, drawn stroke on fill. */
export function joinRulings(rulings: readonly Ruling[]): JoinedRulings {
  return {
    horizontals: joinParallel(rulings.filter(({ direction }) => direction === "horizontal")),
    verticals: joinParallel(rulings.filter(({ direction }) => direction === "vertical")),
  };
}

function joinParallel(rulings: readonly Ruling[]): Rule[] {
  const sorted: (Rule | Ruling)[] = [...rulings.filter((ruling) => !isDot(ruling)), ...joinDots(rulings.filter(isDot))];
  sorted.sort((a, b) => a.position - b.position);
  const rules: Rule[] = [];
  let start = 0;
  for (let index = 1; index <= sorted.length; index += 1) {
    const previous = sorted[index - 1];
    const next = sorted[index];
    if (previous && next && next.position - previous.position <= SAME_LINE) continue;
    rules.push(...joinCollinear(sorted.slice(start, index)));
    start = index;
  }
  return rules.filter(({ from, to }) => to - from >= SHORTEST);
}

function isDot({ from, to }: Ruling): boolean {
  return to - from <= DOT;
}

/** Dots as lines: those of a crossing line stand alone in this direction and are left out, or they would join neighbouring lines. */
function joinDots(dots: readonly Ruling[]): Rule[] {
  const byPosition = groupBy(dots, ({ position }) => Math.round(position / SAME_DOTS));
  return [...byPosition.values()].flatMap(joinCollinear).filter(({ from, to }) => to - from >= SHORTEST);
}

function joinCollinear(rulings: readonly Rule[]): Rule[] {
  const length = rulings.reduce((sum, { from, to }) => sum + to - from, 0);
  const position =
    length > 0 ? rulings.reduce((sum, { position, from, to }) => sum + position * (to - from), 0) / length : (rulings[0]?.position ?? 0);
  const rules: { position: number; from: number; to: number }[] = [];
  let lastLength = 0;
  for (const { from, to } of [...rulings].sort((a, b) => a.from - b.from)) {
    const rule = rules.at(-1);
    const gap = rule && to - from <= DASH && lastLength <= DASH ? DASH_GAP : GAP;
    if (rule && from - rule.to <= gap) rule.to = Math.max(rule.to, to);
    else rules.push({ position, from, to });
    lastLength = to - from;
  }
  return rules;
}
