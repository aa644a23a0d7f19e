import { groupBy } from "../model/group-by.ts";
import type { Ruling } from "./page.ts";

/** Strips touch when there is no more than this many points between them. */
const touch = 0.15;
/** Fewer strips, or thinner ones together, may be a border drawn several times. */
const fewest = 3;
const thickest = 4;

/** The rulings without those that are strips of one painted area: shading that a program paints line by line. */
export function dropStrips(rulings: readonly Ruling[]): readonly Ruling[] {
  const lanes = groupBy(rulings, ({ direction, from, to }) => `${direction} ${Math.round(from)} ${Math.round(to)}`);
  const strips = new Set<Ruling>();
  for (const lane of lanes.values()) {
    if (lane.length < fewest) continue;
    for (const pile of pilesOf(lane)) {
      const height = pile.reduce((sum, { thickness }) => sum + thickness, 0);
      if (pile.length >= fewest && height > thickest) for (const strip of pile) strips.add(strip);
    }
  }
  return strips.size === 0 ? rulings : rulings.filter((ruling) => !strips.has(ruling));
}

/** Rulings of one length that lie directly side by side. */
function pilesOf(lane: readonly Ruling[]): Ruling[][] {
  const piles: Ruling[][] = [];
  for (const ruling of [...lane].sort((a, b) => a.position - b.position)) {
    const below = piles.at(-1)?.at(-1);
    const gap = below ? ruling.position - below.position - (ruling.thickness + below.thickness) / 2 : Number.POSITIVE_INFINITY;
    if (Math.abs(gap) <= touch) piles.at(-1)?.push(ruling);
    else piles.push([ruling]);
  }
  return piles;
}
