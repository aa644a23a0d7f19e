import type { InkMask } from "./grey-picture.ts";
import { middleAt, type TracedLine, traceRulings } from "./trace-rulings.ts";

/** Level and upright rulings of a straight picture; the frame of an upright one is turned over: `along` is y. */
export interface TracedRulings {
  readonly level: readonly TracedLine[];
  readonly upright: readonly TracedLine[];
}

/** Points. No stroke of a character is as long, … */
const longerThanStrokes = 40;
/** … and no strokes that happen to stand in one line; nor have these a piece as long as this. */
const longerThanChance = 100;
const longestStroke = 20;
/** Shares of a ruling that are ink, that have paper on both sides, and on one of them where figures are set against it. */
const least = { inked: 0.7, free: 0.6, freeAside: 0.8 } as const;
/** How far a ruling ends before or behind another that it runs to; what may be a stroke of a character must touch both. */
const reach = 3;
const touch = 0.8;

const none: TracedRulings = { level: [], upright: [] };

/**
 * The rulings of a picture whose lines run level.
 *
 * @param known Rulings that were found already, to which others may run.
 * @returns Those that were not known.
 */
export function findRulings(ink: InkMask, dotsPerInch: number, known = none): TracedRulings {
  const pixels = (points: number) => (points * dotsPerInch) / 72;
  const near = pixels(reach);
  const level = traceRulings(ink, dotsPerInch).filter(isLikely);
  const upright = traceRulings(turnedOver(ink), dotsPerInch).filter(isLikely);
  const isLong = ({ from, to, longest }: TracedLine) => to - from >= pixels(longerThanStrokes) && longest >= pixels(longestStroke);
  const runs = (line: TracedLine, crossing: readonly TracedLine[]) =>
    runsBetween(line, crossing, isLong(line) ? near : Math.max(1.5, pixels(touch)));
  // What ends in the middle of nowhere is a ruling only if it is too long for anything else.
  const stands = (line: TracedLine) => line.to - line.from >= pixels(longerThanChance);
  let found: TracedRulings = { level: level.filter(isLong), upright: upright.filter(isLong) };
  const bounded = (now: TracedRulings, isRuling: typeof stands): TracedRulings => {
    const [levels, uprights] = [
      [...known.level, ...now.level],
      [...known.upright, ...now.upright],
    ];
    return {
      level: level.filter((line) => runs(line, uprights) || (now.level.includes(line) && isRuling(line))),
      upright: upright.filter((line) => runs(line, levels) || (now.upright.includes(line) && isRuling(line))),
    };
  };
  found = bounded(found, stands);
  // Each one bounds others in its turn.
  for (let before = -1; before < count(found); ) {
    before = count(found);
    found = bounded(found, () => true);
  }
  return {
    level: found.level.map((line) => cutAtCrossings(line, found.upright, pixels(longerThanStrokes))),
    upright: found.upright.map((line) => cutAtCrossings(line, found.level, pixels(longerThanStrokes))),
  };
}

function isLikely(line: TracedLine): boolean {
  const length = line.to - line.from;
  return line.inked >= least.inked * length && (isFree(line) || line.freeAside >= least.freeAside * length);
}

function isFree({ from, to, free }: TracedLine): boolean {
  return free >= least.free * (to - from);
}

function count({ level, upright }: TracedRulings): number {
  return level.length + upright.length;
}

function crosses(line: TracedLine, other: TracedLine, near: number): boolean {
  const across = middleAt(line, line.from);
  const along = middleAt(other, across);
  return across >= other.from - near && across <= other.to + near && along >= line.from - near && along <= line.to + near;
}

/** Print in line with a ruling, just behind its end, is none of it. */
function cutAtCrossings(line: TracedLine, crossing: readonly TracedLine[], most: number): TracedLine {
  const places = crossing
    .filter((other) => crosses(line, other, 0))
    .map((other) => ({ at: middleAt(other, middleAt(line, line.from)), half: other.thickness / 2 }));
  if (places.length < 2) return line;
  const start = Math.min(...places.map(({ at, half }) => at - half));
  const end = Math.max(...places.map(({ at, half }) => at + half));
  const from = start - line.from < most ? Math.max(line.from, Math.floor(start)) : line.from;
  const to = line.to - end < most ? Math.min(line.to, Math.ceil(end) + 1) : line.to;
  return { ...line, from, to, middle: line.middle.slice(from - line.from, to - line.from) };
}

/** Whether both ends of a line come to lines that cross its direction. */
function runsBetween(line: TracedLine, crossing: readonly TracedLine[], near: number): boolean {
  const across = middleAt(line, line.from);
  const ends = (along: number) =>
    crossing.some((other) => {
      return (
        across >= other.from - near && across <= other.to + near && Math.abs(middleAt(other, across) - along) <= near + other.thickness / 2
      );
    });
  return ends(line.from) && ends(line.to);
}

/** Rows become columns. */
export function turnedOver<T extends InkMask>({ width, height, data }: T): InkMask {
  const over = new Uint8Array(data.length);
  // Square by square, for memory is read by rows.
  const side = 64;
  for (let top = 0; top < height; top += side)
    for (let left = 0; left < width; left += side) {
      const [bottom, right] = [Math.min(height, top + side), Math.min(width, left + side)];
      for (let x = left; x < right; x++) for (let y = top; y < bottom; y++) over[x * height + y] = data[y * width + x] ?? 0;
    }
  return { width: height, height: width, data: over };
}
