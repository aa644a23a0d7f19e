import type { InkMask } from "./grey-picture.ts";

/** Ink of a row from `from` up to, not including, `to`. */
export interface InkRun {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Runs of ink along the rows, row by row from the left.
 *
 * @param shortest Shorter ones are left out.
 * @param gap Ink goes on over so many pixels of paper.
 */
export function inkRuns({ width, height, data }: InkMask, shortest: number, gap: number): InkRun[] {
  const runs: InkRun[] = [];
  for (let row = 0; row < height; row++) {
    const start = row * width;
    let from = -1;
    let last = -1;
    for (let x = 0; x < width; x++) {
      if (!data[start + x]) continue;
      if (from >= 0 && x - last - 1 > gap) {
        if (last + 1 - from >= shortest) runs.push({ row, from, to: last + 1 });
        from = x;
      }
      if (from < 0) from = x;
      last = x;
    }
    if (from >= 0 && last + 1 - from >= shortest) runs.push({ row, from, to: last + 1 });
  }
  return runs;
}

/**
 * Runs that touch from row to row, group by group in the order of their first run.
 *
 * @param reach Runs of neighbouring rows touch if at most so many pixels lie between their ends: 0 where they must overlap, 1 for corners too.
 */
export function touchingRuns(runs: readonly InkRun[], reach: number): InkRun[][] {
  const parent = runs.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  let above = 0; // the first run of the row above that may still touch
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index] as InkRun;
    while (above < index && ((runs[above] as InkRun).row < run.row - 1 || ends(runs[above] as InkRun, run, reach))) above++;
    for (let other = above; other < index; other++) {
      const before = runs[other] as InkRun;
      if (before.row >= run.row || before.from >= run.to + reach) break;
      if (before.to + reach > run.from) {
        const [a, b] = [root(index), root(other)];
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  }
  const groups = new Map<number, InkRun[]>();
  for (let index = 0; index < runs.length; index++) {
    const at = root(index);
    const group = groups.get(at);
    if (group) group.push(runs[index] as InkRun);
    else groups.set(at, [runs[index] as InkRun]);
  }
  return [...groups.values()];
}

/** Whether a run of the row above ends before this one begins. */
function ends(above: InkRun, run: InkRun, reach: number): boolean {
  return above.row === run.row - 1 && above.to + reach <= run.from;
}
