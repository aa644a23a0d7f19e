import type { Ruling } from "./page.ts";

/** Lines that end this many points short of each other still touch. */
const TOUCH = 1;
/** More white lines than these are no borders, and too many to compare. */
const MOST = 5_000;

/**
 * The white lines that go on from visible ones over white paper: the borders of a table of which only some rows are coloured.
 *
 * @param visible White lines on coloured ground.
 * @param unseen White lines on paper.
 */
export function bordersOnPaper(visible: readonly Ruling[], unseen: readonly Ruling[]): Ruling[] {
  if (visible.length === 0 || visible.length + unseen.length > MOST) return [];
  const reached: Ruling[] = [];
  let left = unseen;
  for (let frontier = visible; frontier.length > 0 && left.length > 0; ) {
    const next: Ruling[] = [];
    const rest: Ruling[] = [];
    for (const ruling of left) (frontier.some((other) => touches(ruling, other)) ? next : rest).push(ruling);
    reached.push(...next);
    frontier = next;
    left = rest;
  }
  return reached;
}

function touches(a: Ruling, b: Ruling): boolean {
  if (a.direction !== b.direction)
    return a.position >= b.from - TOUCH && a.position <= b.to + TOUCH && b.position >= a.from - TOUCH && b.position <= a.to + TOUCH;
  return Math.abs(a.position - b.position) <= TOUCH && a.from <= b.to + TOUCH && b.from <= a.to + TOUCH;
}
