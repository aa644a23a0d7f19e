import type { InkMask } from "./grey-picture.ts";
import { type InkRun, inkRuns, touchingRuns } from "./ink-runs.ts";

/** A line found in a picture, followed from pixel to pixel; the frame is that of its direction: `along` it and `across` it. */
export interface TracedLine {
  readonly from: number;
  /** Not including. */
  readonly to: number;
  /** Where the middle of its ink is across, for each pixel along it from `from`; carried on over gaps. */
  readonly middle: Float32Array;
  /** Pixels that its ink is thick, usually. */
  readonly thickness: number;
  /** Pixels along it that are ink, all together and in its longest piece. */
  readonly inked: number;
  readonly longest: number;
  /** Pixels along it with paper on both sides, and on that side where there is more: the strokes of characters have others beside them. */
  readonly free: number;
  readonly freeAside: number;
}

/** Points. A stroke of a character is shorter, but for those of headlines. */
const shortestPiece = 11;
/** Specks of paper in a ruling that a scanner left out. */
const widestSpeck = 0.5;
/** Thicker ink is an area. */
const thickest = 5;
/** So much of a ruling is ink … */
const leastInk = 0.5;
/** Where it is looked for paper, from the edge of the ink. */
const beside = 0.8;
/** A ruling is straight, though the page may bend: its middle keeps this close to the middles so far before and behind. */
const straight = 0.25;
const bend = 10;
/** Pixels. Of a ruling between two rows of them, the middle is known no better. */
const finest = 0.5;
/** Pieces of one ruling lie no further apart … */
const widestGap = 12;
/** … and their ends no further beside each other. */
const besides = 0.6;

/**
 * Level lines of a picture, whole or broken.
 *
 * @param ink Traces of ink, thin and grey ones too.
 * @param dotsPerInch Of the picture.
 */
export function traceRulings(ink: InkMask, dotsPerInch: number): TracedLine[] {
  const pixels = (points: number) => (points * dotsPerInch) / 72;
  const runs = inkRuns(ink, Math.round(pixels(shortestPiece)), Math.round(pixels(widestSpeck))).filter((run) => isDense(ink, run));
  const pieces = touchingRuns(runs, 0)
    .map((group) => followed(group, ink, Math.max(2, pixels(beside))))
    .filter(({ thickness }) => thickness <= Math.max(3, pixels(thickest)))
    .filter((piece) => isStraight(piece, Math.round(pixels(bend)), Math.max(finest, pixels(straight))))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  return joinPieces(pieces, pixels(widestGap), Math.max(1.5, pixels(besides)));
}

function isDense({ width, data }: InkMask, { row, from, to }: InkRun): boolean {
  let count = 0;
  for (let at = row * width + from; at < row * width + to; at++) count += data[at] ?? 0;
  return count >= leastInk * (to - from);
}

function isStraight({ middle }: TracedLine, reach: number, most: number): boolean {
  let sum = 0;
  for (let at = 0; at < middle.length; at++) {
    const side = Math.min(reach, at, middle.length - 1 - at);
    sum += ((middle[at] ?? 0) - ((middle[at - side] ?? 0) + (middle[at + side] ?? 0)) / 2) ** 2;
  }
  return sum <= most * most * middle.length;
}

function freeSides({ width, height, data }: InkMask, { from, middle }: Pick<TracedLine, "from" | "middle">, distance: number) {
  const isPaper = (row: number, column: number) => row < 0 || row >= height || data[row * width + column] === 0;
  let [before, behind, free] = [0, 0, 0];
  for (let at = 0; at < middle.length; at++) {
    const place = middle[at] ?? 0;
    const [one, other] = [isPaper(Math.round(place - distance), from + at), isPaper(Math.round(place + distance), from + at)];
    if (one) before++;
    if (other) behind++;
    if (one && other) free++;
  }
  return { free, freeAside: Math.max(before, behind) };
}

function followed(runs: readonly InkRun[], ink: InkMask, aside: number): TracedLine {
  let [from, to] = [Infinity, -Infinity];
  for (const run of runs) {
    from = Math.min(from, run.from);
    to = Math.max(to, run.to);
  }
  const sum = new Float32Array(to - from);
  const count = new Float32Array(to - from);
  for (const run of runs)
    for (let at = run.from - from; at < run.to - from; at++) {
      sum[at] = (sum[at] ?? 0) + run.row;
      count[at] = (count[at] ?? 0) + 1;
    }
  const middle = carriedOn(sum.map((value, at) => ((count[at] ?? 0) > 0 ? value / (count[at] ?? 1) : Number.NaN)));
  const thick = [...count].filter((value) => value > 0).sort((a, b) => a - b);
  const thickness = thick[thick.length >> 1] ?? 1;
  return {
    from,
    to,
    middle,
    thickness,
    inked: thick.length,
    longest: thick.length,
    ...freeSides(ink, { from, middle }, thickness / 2 + aside),
  };
}

/** Pieces that lie on one line, joined where the ends of two come close. */
function joinPieces(pieces: readonly TracedLine[], gap: number, aside: number): TracedLine[] {
  const lines: TracedLine[] = [];
  for (const piece of pieces) {
    const start = piece.middle[0] ?? 0;
    const at = lines.findLastIndex((line) => {
      const between = piece.from - line.to;
      return (
        between <= gap &&
        between > -Math.min(gap, piece.to - piece.from) &&
        Math.abs(middleAt(line, piece.from) - start) <= aside + line.thickness / 2
      );
    });
    const line = lines[at];
    if (line) lines[at] = joined(line, piece);
    else lines.push(piece);
  }
  return lines;
}

/** Where a line is, or its nearest end. */
export function middleAt({ from, middle }: TracedLine, along: number): number {
  return middle[Math.max(0, Math.min(middle.length - 1, Math.round(along) - from))] ?? 0;
}

function joined(line: TracedLine, piece: TracedLine): TracedLine {
  const to = Math.max(line.to, piece.to);
  const middle = new Float32Array(to - line.from).fill(Number.NaN);
  middle.set(piece.middle, piece.from - line.from);
  middle.set(line.middle);
  const [own, more] = [line.to - line.from, piece.to - piece.from];
  const thickness = (line.thickness * own + piece.thickness * more) / (own + more);
  return {
    from: line.from,
    to,
    middle: carriedOn(middle),
    thickness,
    inked: line.inked + piece.inked,
    longest: Math.max(line.longest, piece.longest),
    free: line.free + piece.free,
    freeAside: line.freeAside + piece.freeAside,
  };
}

/** Fills what is not known in between from either side. */
function carriedOn(values: Float32Array): Float32Array {
  let known = -1;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const before = values[known] ?? value;
    for (let gap = known + 1; gap < at; gap++) values[gap] = before + ((value - before) * (gap - known)) / (at - known);
    known = at;
  }
  return values;
}
