import type { Box } from "../../model/box.ts";
import { groupBy } from "../../model/group-by.ts";
import type { JoinedRulings, Rule } from "../grid/join-rulings.ts";
import { disjointSets } from "./disjoint-sets.ts";

/** Rules that touch each other, directly or through others. */
export interface RulingCluster extends JoinedRulings {
  readonly box: Box;
}

/** Lines that end this many points short of each other still touch. */
export const TOUCH = 3;

/**
 * Parts the rules of a page into what hangs together: tables, frames, lone lines.
 *
 * A vertical that no horizontal touches (a row, or a merged cell, as long as its page) belongs to its neighbour of the same height.
 */
export function clusterRulings({ horizontals, verticals }: JoinedRulings): RulingCluster[] {
  const sets = disjointSets(horizontals.length + verticals.length);
  const touched = new Uint8Array(verticals.length);
  horizontals.forEach((horizontal, h) => {
    for (let v = firstAtOrAfter(verticals, horizontal.from - TOUCH); v < verticals.length; v += 1) {
      const vertical = verticals[v] as Rule;
      if (vertical.position > horizontal.to + TOUCH) break;
      if (horizontal.position < vertical.from - TOUCH || horizontal.position > vertical.to + TOUCH) continue;
      sets.unite(h, horizontals.length + v);
      touched[v] = 1;
    }
  });
  const extentOfRule = ({ from, to }: Rule) => `${Math.round(from / TOUCH)} ${Math.round(to / TOUCH)}`;
  for (const alike of groupBy([...verticals.keys()], (v) => extentOfRule(verticals[v] as Rule)).values()) {
    const firstTouched = alike.findIndex((v) => touched[v]);
    alike.forEach((v, index) => {
      const neighbour = alike[index < firstTouched ? index + 1 : index - 1];
      if (!touched[v] && neighbour !== undefined) sets.unite(horizontals.length + neighbour, horizontals.length + v);
    });
  }
  const clusters = new Map<number, { horizontals: Rule[]; verticals: Rule[] }>();
  const clusterOf = (index: number) => {
    const cluster = clusters.get(sets.find(index)) ?? { horizontals: [], verticals: [] };
    clusters.set(sets.find(index), cluster);
    return cluster;
  };
  for (const [h, rule] of horizontals.entries()) clusterOf(h).horizontals.push(rule);
  for (const [v, rule] of verticals.entries()) clusterOf(horizontals.length + v).verticals.push(rule);
  return [...clusters.values()].map((cluster) => ({ ...cluster, box: extentOf(cluster) }));
}

function extentOf({ horizontals, verticals }: JoinedRulings): Box {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { position, from, to } of horizontals) {
    box[0] = Math.min(box[0], from);
    box[1] = Math.min(box[1], position);
    box[2] = Math.max(box[2], to);
    box[3] = Math.max(box[3], position);
  }
  for (const { position, from, to } of verticals) {
    box[0] = Math.min(box[0], position);
    box[1] = Math.min(box[1], from);
    box[2] = Math.max(box[2], position);
    box[3] = Math.max(box[3], to);
  }
  return box;
}

function firstAtOrAfter(rules: readonly Rule[], position: number): number {
  let low = 0;
  let high = rules.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rules[middle] as Rule).position < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
