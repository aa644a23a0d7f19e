import { groupBy } from "../model/group-by.ts";
import type { AreaAt } from "./ruled-areas.ts";
import type { InkBox } from "./text-blobs.ts";

/** The place of a piece of a text line: what is recognised in one go. */
export interface TextLine extends InkBox {
  /** Which part of the page it stands in, as the rulings divide it. */
  readonly part: number;
}

/** In heights of the page's characters. Lines of text keep further apart than the parts of one character … */
const withinCharacter = 0.45;
/** … which together are no higher than this. */
const highestCharacter = 1.2;
/** A wider gap parts what stands side by side: more than a space, less than what parts two columns. */
const widestGap = 2.2;
/** What is lower and narrower is a speck unless it stands in a line. */
const leastAlone = 0.3;

/** How high the characters of a page usually are, in pixels; parts of characters and dots are lower. */
export function characterHeight(blobs: readonly InkBox[], dotsPerInch: number): number {
  const [low, high] = [(dotsPerInch * 4) / 72, (dotsPerInch * 40) / 72];
  const heights = blobs
    .map(({ top, bottom }) => bottom - top)
    .filter((height) => height >= low && height <= high)
    .sort((a, b) => a - b);
  return heights[Math.floor(heights.length * 0.7)] ?? (dotsPerInch * 10) / 72;
}

/** Pieces of text lines, area by area. */
export function textLines(blobs: readonly InkBox[], areaAt: AreaAt, height: number): TextLine[] {
  const parts = groupBy(blobs, ({ left, right, top, bottom }) => areaAt((left + right) / 2, (top + bottom) / 2));
  return [...parts].flatMap(([part, own]) =>
    partRows(own, height)
      .filter((box) => isText(box, height))
      .map((box) => ({ ...box, part })),
  );
}

function isText({ left, top, right, bottom }: InkBox, height: number): boolean {
  return Math.max(right - left, bottom - top) >= leastAlone * height;
}

/** Cuts a group of blobs between its lines, and each line where it has wide gaps, until nothing more can be cut. */
function partRows(blobs: readonly InkBox[], height: number): InkBox[] {
  const rows = joinLow(
    partBy(blobs, ({ top, bottom }) => [top, bottom], 0),
    height,
  );
  return rows.flatMap((row) => {
    const pieces = partBy(row, ({ left, right }) => [left, right], widestGap * height);
    if (pieces.length === 1 && rows.length === 1) return [around(row)];
    return pieces.flatMap((piece) => partRows(piece, height));
  });
}

/** Groups between which nothing stands over more than `gap`, in their order. */
function partBy(blobs: readonly InkBox[], extent: (blob: InkBox) => readonly [number, number], gap: number): InkBox[][] {
  const groups: InkBox[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const blob of [...blobs].sort((a, b) => extent(a)[0] - extent(b)[0])) {
    const [from, to] = extent(blob);
    const group = groups.at(-1);
    if (group && from - end <= gap) group.push(blob);
    else groups.push([blob]);
    end = Math.max(end, to);
  }
  return groups;
}

/** Strokes of characters such as 二 or 三 lie one above the other: rows that together are no higher than a character are one. */
function joinLow(rows: readonly InkBox[][], height: number): InkBox[][] {
  const joined: InkBox[][] = [];
  for (const row of rows) {
    const before = joined.at(-1);
    if (before && isOneCharacter(around(before), around(row), height)) joined[joined.length - 1] = [...before, ...row];
    else joined.push(row);
  }
  return joined;
}

function isOneCharacter(above: InkBox, below: InkBox, height: number): boolean {
  return below.top - above.bottom <= withinCharacter * height && below.bottom - above.top <= highestCharacter * height;
}

/** What holds them all. */
export function around(blobs: readonly InkBox[]): InkBox {
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0];
  for (const blob of blobs) {
    left = Math.min(left, blob.left);
    top = Math.min(top, blob.top);
    right = Math.max(right, blob.right);
    bottom = Math.max(bottom, blob.bottom);
  }
  return { left, top, right, bottom };
}
