import type { TracedRulings } from "./find-rulings.ts";
import { type GreyPicture, inkBelow } from "./grey-picture.ts";
import { type InkRun, inkRuns, touchingRuns } from "./ink-runs.ts";
import type { TracedLine } from "./trace-rulings.ts";

/** How far beside its ink a ruling still darkens the paper, in pixels. */
const halo = 2;
/** Points before and behind that tell where exactly a ruling is: more than a row of figures that touch it is high. */
const stretch = 16;
/** Points from a ruling's ink. What stays this near along it and reaches no further is a rest of it: no print is so small. */
const restReach = 0.9;

/**
 * Takes the rulings out of a picture and leaves what touches them.
 *
 * How dark a ruling is at each distance from its middle is the same along it, but for the few places where print touches: the median. That
 * much darkness is taken away. Where print shows on both sides, it crosses, and is carried on over the ruling. The crumbs of a ragged
 * ruling that hang together with nothing else go, too.
 *
 * @param paper Brighter pixels are paper.
 */
export function eraseRulings(picture: GreyPicture, { level, upright }: TracedRulings, paper: number, dotsPerInch: number): GreyPicture {
  const { width, height } = picture;
  const erased = { width, height, data: picture.data.slice() };
  const near = new Uint8Array(erased.data.length);
  const reach = (restReach * dotsPerInch) / 72;
  const rows: Steps = { along: 1, across: width, count: height };
  const columns: Steps = { along: width, across: 1, count: width };
  for (const [lines, steps] of [
    [level, rows],
    [upright, columns],
  ] as const)
    for (const line of lines) {
      eraseLine(erased.data, line, steps, Math.round((stretch * dotsPerInch) / 72));
      markAround(near, line, steps, Math.ceil(line.thickness / 2 + reach));
    }
  for (const crumb of touchingRuns(inkRuns(inkBelow(erased, paper), 1, 0), 1)) {
    if (crumb.every((run) => liesIn(near, width, run)))
      for (const { row, from, to } of crumb) erased.data.fill(255, row * width + from, row * width + to);
  }
  return erased;
}

function markAround(near: Uint8Array, line: TracedLine, steps: Steps, reach: number): void {
  for (let at = 0; at < line.middle.length; at++) {
    const middle = Math.round(line.middle[at] ?? 0);
    for (let place = Math.max(0, middle - reach); place <= Math.min(steps.count - 1, middle + reach); place++)
      near[(line.from + at) * steps.along + place * steps.across] = 1;
  }
}

function liesIn(near: Uint8Array, width: number, { row, from, to }: InkRun): boolean {
  for (let at = row * width + from; at < row * width + to; at++) if (!near[at]) return false;
  return true;
}

/** How far it is in the data to the next pixel along a line and across it, and how many there are across. */
interface Steps {
  readonly along: number;
  readonly across: number;
  readonly count: number;
}

function eraseLine(data: Uint8Array, line: TracedLine, steps: Steps, every: number): void {
  const side = Math.ceil(line.thickness / 2) + halo;
  const middle = betweenStops(centresOf(data, line, steps, side), every);
  const profile = profileOf(data, line.from, middle, steps, side);
  const half = 0.5 * Math.max(...profile);
  const size = 2 * side + 1;
  const usual = new Float32Array(size);
  const rest = new Float32Array(size);
  for (let at = 0; at < middle.length; at++) {
    const along = line.from + at;
    const place = middle[at] ?? 0;
    const start = Math.round(place) - side;
    let [first, last] = [size, -1]; // of the ruling's own ink
    for (let k = 0; k < size; k++) {
      usual[k] = profile[binOf(start + k - place, side)] ?? 0;
      rest[k] = Math.max(0, 255 - valueAt(data, along, start + k, steps) - (usual[k] ?? 0));
      if ((usual[k] ?? 0) <= half) continue;
      first = Math.min(first, k);
      last = k;
    }
    const across = Math.min(rest[first - 1] ?? 0, rest[last + 1] ?? 0);
    for (let k = 0; k < size; k++) {
      if (start + k < 0 || start + k >= steps.count) continue;
      data[along * steps.along + (start + k) * steps.across] = 255 - (k >= first && k <= last ? across : (rest[k] ?? 0));
    }
  }
}

/** Where the middle of a ruling is, in parts of a pixel, as its darkness says; what touches it draws it aside. */
function centresOf(data: Uint8Array, line: TracedLine, steps: Steps, side: number): Float32Array {
  return line.middle.map((place, at) => {
    let [sum, moment] = [0, 0];
    for (let across = Math.round(place) - side; across <= Math.round(place) + side; across++) {
      const darkness = 255 - valueAt(data, line.from + at, across, steps);
      sum += darkness;
      moment += darkness * across;
    }
    return sum > 0 ? moment / sum : place;
  });
}

/** The median around every so many values, and a straight line between these. */
function betweenStops(values: Float32Array, every: number): Float32Array {
  const stops = Math.max(1, Math.round(values.length / every));
  const medians = Array.from({ length: stops + 1 }, (_, stop) => {
    const middle = (stop * (values.length - 1)) / stops;
    const near = values.slice(Math.max(0, Math.round(middle) - every), Math.round(middle) + every + 1).sort();
    return near[near.length >> 1] ?? 0;
  });
  return values.map((_, at) => {
    const place = (at * stops) / Math.max(1, values.length - 1);
    const stop = Math.min(stops - 1, Math.floor(place));
    const share = place - stop;
    return (medians[stop] ?? 0) * (1 - share) + (medians[stop + 1] ?? 0) * share;
  });
}

/** Parts of a pixel in which the distance from a ruling's middle is told. */
const fine = 4;

function binOf(distance: number, side: number): number {
  return Math.round((distance + side + 1) * fine);
}

/** The usual darkness at each distance from the middle: the median of all pixels that lie so far from it. */
function profileOf(data: Uint8Array, from: number, middle: Float32Array, steps: Steps, side: number): number[] {
  const bins = (2 * side + 2) * fine + 1;
  const counts = new Uint32Array(bins * 256);
  for (let at = 0; at < middle.length; at++) {
    const place = middle[at] ?? 0;
    for (let across = Math.round(place) - side; across <= Math.round(place) + side; across++) {
      const bin = binOf(across - place, side) * 256 + 255 - valueAt(data, from + at, across, steps);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  return Array.from({ length: bins }, (_, bin) => median(counts.subarray(bin * 256, (bin + 1) * 256)));
}

/** Of values from 0 to 255, by how often each occurs; 0 where none does. */
function median(counts: Uint32Array): number {
  let rest = counts.reduce((sum, count) => sum + count, 0) / 2;
  return rest === 0
    ? 0
    : counts.findIndex((count) => {
        rest -= count;
        return rest <= 0;
      });
}

function valueAt(data: Uint8Array, along: number, across: number, steps: Steps): number {
  return across < 0 || across >= steps.count ? 255 : (data[along * steps.along + across * steps.across] ?? 255);
}
