import type { Box } from "../model/box.ts";
import type { Matrix } from "./matrix.ts";
import type { Ruling } from "./page.ts";

/** What a path leaves on the page: lines that can border a cell, and areas that lie under something. */
export interface PathMarks {
  ruling(ruling: Ruling): void;
  area(box: Box): void;
}

// Codes of pdf.js's path buffer, which it does not export.
const moveTo = 0;
const lineTo = 1;
const curveTo = 2;
const quadraticCurveTo = 3;

/** Filled areas up to this thickness are drawn lines. */
export const thickestRuling = 2.6;
/** A thin area with curved edges is a stroke of a drawn letter where it is shorter than this, and longer than a dot. */
const shortestCurved = 20;
/** Letters are no larger than this; of what else is drawn with curves, frames with round corners, something is. */
const largestLetter = 40;
/** The part of a line that is seen may lean by this much from end to end, or by its hundredth part. */
const lean = 0.3;
/** So far beyond the edge of what is seen rounding may move a line that lies on it. */
export const slack = 0.1;

/**
 * The horizontal and vertical segments of a stroked path, but for one with curves of which no part is larger than a letter: programs that
 * know no bold text stroke its outlines over it.
 *
 * @param path Code, then its numbers, in user space.
 * @param thickness Line width in the page frame.
 * @param seen What of the page can be seen.
 */
export function strokeToRulings(
  path: ArrayLike<number>,
  ctm: Matrix,
  thickness: number,
  seen: Box,
  marks: Pick<PathMarks, "ruling">,
): void {
  const [a, b, c, d, e, f] = ctm;
  let outline = outlineFrom(0, 0);
  const outlines = [outline];
  let hasCurves = false;
  let startX = 0;
  let startY = 0;
  let x = 0;
  let y = 0;
  const moveOn = (nextX: number, nextY: number) => {
    x = nextX;
    y = nextY;
    outline.left = Math.min(outline.left, x);
    outline.top = Math.min(outline.top, y);
    outline.right = Math.max(outline.right, x);
    outline.bottom = Math.max(outline.bottom, y);
  };
  const to = (nextX: number, nextY: number) => {
    const segment = clipSegment([x, y, nextX, nextY], seen, thickness / 2 + slack);
    if (segment) outline.segments.push(segment);
    moveOn(nextX, nextY);
  };
  for (let i = 0; i < path.length; ) {
    const code = path[i];
    const skipped = code === curveTo ? 4 : code === quadraticCurveTo ? 2 : 0;
    const ux = path[i + skipped + 1] ?? 0;
    const uy = path[i + skipped + 2] ?? 0;
    const nextX = a * ux + c * uy + e;
    const nextY = b * ux + d * uy + f;
    if (code === moveTo) {
      outline = outlineFrom(nextX, nextY);
      outlines.push(outline);
      x = startX = nextX;
      y = startY = nextY;
    } else if (code === lineTo) to(nextX, nextY);
    else if (code === curveTo || code === quadraticCurveTo) {
      hasCurves = true;
      moveOn(nextX, nextY);
    } else {
      to(startX, startY);
      i += 1;
      continue;
    }
    i += 3 + skipped;
  }
  if (hasCurves && outlines.every(isLetter)) return;
  for (const { segments } of outlines) for (const segment of segments) segmentToRuling(segment, thickness, marks);
}

function isLetter({ left, top, right, bottom }: Outline): boolean {
  return right - left <= largestLetter && bottom - top <= largestLetter;
}

/** A part of a path from where it moves to: how far it reaches, and its straight segments. */
interface Outline {
  left: number;
  top: number;
  right: number;
  bottom: number;
  readonly segments: Segment[];
}

function outlineFrom(x: number, y: number): Outline {
  return { left: x, top: y, right: x, bottom: y, segments: [] };
}

/** Thin filled areas as rulings, and the four sides of a filled frame; the others as areas. */
export function fillToRulings(path: ArrayLike<number>, ctm: Matrix, marks: PathMarks): void {
  let outer: FilledBox | undefined;
  for (const inner of filledBoxes(path, ctm)) {
    const sides = outer && frameSides(outer.box, inner.box);
    for (const side of sides ?? []) boxToMarks(side, false, marks);
    if (outer && !sides) boxToMarks(outer.box, outer.curved, marks);
    outer = sides ? undefined : inner;
  }
  if (outer) boxToMarks(outer.box, outer.curved, marks);
}

interface FilledBox {
  readonly box: Box;
  readonly curved: boolean;
}

/** The box around each part of a path, in the page frame. */
function* filledBoxes(path: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): Generator<FilledBox> {
  let box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  let curved = false;
  for (let i = 0; i < path.length; ) {
    const code = path[i];
    if (code === moveTo && box[0] <= box[2]) {
      yield { box, curved };
      box = [Infinity, Infinity, -Infinity, -Infinity];
      curved = false;
    }
    const points = code === curveTo ? 3 : code === quadraticCurveTo ? 2 : code === moveTo || code === lineTo ? 1 : 0;
    if (points > 1) curved = true;
    for (let p = 0; p < points; p++) {
      const ux = path[i + 1 + 2 * p] ?? 0;
      const uy = path[i + 2 + 2 * p] ?? 0;
      const x = a * ux + c * uy + e;
      const y = b * ux + d * uy + f;
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
    i += 1 + 2 * points;
  }
  if (box[0] <= box[2]) yield { box, curved };
}

/** The sides between two boxes of which one lies closely around the other: a border that is drawn as an area with a hole. */
function frameSides(outer: Box, inner: Box): readonly Box[] | undefined {
  const [x0, y0, x1, y1] = outer;
  const margins = [inner[0] - x0, inner[1] - y0, x1 - inner[2], y1 - inner[3]];
  const isFrame = margins.every((margin) => margin >= 0 && margin <= thickestRuling) && margins.some((margin) => margin > 0);
  const isHollow = inner[2] - inner[0] > thickestRuling && inner[3] - inner[1] > thickestRuling;
  if (!isFrame || !isHollow) return undefined;
  const sides: readonly Box[] = [
    [x0, y0, inner[0], y1],
    [x0, y0, x1, inner[1]],
    [inner[2], y0, x1, y1],
    [x0, inner[3], x1, y1],
  ];
  return sides.filter((_, side) => (margins[side] ?? 0) > 0);
}

/** A filled box: a ruling where it is thin, the dot of a dotted line (in both directions) where it is small, an area otherwise. */
export function boxToMarks(box: Box, curved: boolean, marks: PathMarks): void {
  const [x0, y0, x1, y1] = box;
  const width = x1 - x0;
  const height = y1 - y0;
  const long = Math.max(width, height);
  const thin = Math.min(width, height);
  if (!Number.isFinite(long)) return;
  if (thin > thickestRuling || (curved && long > thickestRuling && long < shortestCurved)) {
    marks.area(box);
    return;
  }
  const isDot = long < 1.5 * thin;
  if (width >= height || isDot) marks.ruling({ direction: "horizontal", position: (y0 + y1) / 2, from: x0, to: x1, thickness: height });
  if (width < height || isDot) marks.ruling({ direction: "vertical", position: (x0 + x1) / 2, from: y0, to: y1, thickness: width });
}

/** The part of a line that lies in a box or within a margin of it: a line to a point far off the page is not level because it is long. */
function clipSegment([x0, y0, x1, y1]: Segment, [left, top, right, bottom]: Box, margin: number): Segment | undefined {
  let from = 0;
  let to = 1;
  const axes: [at: number, by: number, low: number, high: number][] = [
    [x0, x1 - x0, left - margin, right + margin],
    [y0, y1 - y0, top - margin, bottom + margin],
  ];
  for (const [at, by, low, high] of axes) {
    if (by === 0 && (at < low || at > high)) return undefined;
    if (by === 0) continue;
    const [enters, leaves] = by > 0 ? [low, high] : [high, low];
    from = Math.max(from, (enters - at) / by);
    to = Math.min(to, (leaves - at) / by);
  }
  if (!(from <= to)) return undefined;
  const along = (start: number, end: number, part: number) => (part === 0 ? start : part === 1 ? end : start + part * (end - start));
  return [along(x0, x1, from), along(y0, y1, from), along(x0, x1, to), along(y0, y1, to)];
}

type Segment = readonly [x0: number, y0: number, x1: number, y1: number];

function segmentToRuling([x0, y0, x1, y1]: Segment, thickness: number, marks: Pick<PathMarks, "ruling">): void {
  const width = Math.abs(x1 - x0);
  const height = Math.abs(y1 - y0);
  if (width >= height) {
    if (width > 0.1 && (height <= lean || height <= width / 100))
      marks.ruling({ direction: "horizontal", position: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1), thickness });
  } else if (height > 0.1 && (width <= lean || width <= height / 100))
    marks.ruling({ direction: "vertical", position: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1), thickness });
}
