import type { Glyph } from "../../read/page.ts";
import { type CellSpan, dropIdleEdges, type GridFrame } from "../grid/grid-frame.ts";
import type { Rule } from "../grid/join-rulings.ts";
import { disjointSets } from "./disjoint-sets.ts";
import type { RulingCluster } from "./ruling-clusters.ts";

/** One edge of the arrangement: the rules that were drawn for it, as covered ranges. */
interface Edge {
  readonly position: number;
  readonly ranges: readonly (readonly [number, number])[];
  /** A table's outer edge that nothing was drawn for. */
  readonly open: boolean;
}

/** A rule borders a cell when it covers this share of the cell's side. */
const COVERED = 0.6;
/** Strips narrower than this many points hold no text: the lines around them were meant as one (double borders). */
const DOUBLE = 4;
/** Text stands between two lines when its font size is at most this many times their distance. */
const FITS = 1.6;
/** How far the crossing rules must reach past the last line, in points, for an open row or column to lie there. */
const REACH = 5;

/**
 * The cells that the rules of one cluster enclose, as faces of their arrangement; merged cells come out with their spans.
 *
 * Missing outer lines are closed from the reach of the rules that cross them. The glyphs only tell double lines from narrow rows.
 *
 * @returns undefined for what encloses less than two cells.
 */
export function ruledFrame(cluster: RulingCluster, glyphs: readonly Glyph[]): GridFrame | undefined {
  const inside = glyphs.filter(
    ({ box }) => box[2] > cluster.box[0] && box[0] < cluster.box[2] && box[3] > cluster.box[1] && box[1] < cluster.box[3],
  );
  const columns = closeOpenSides(mergeDoubles(cluster.verticals, inside, 0), cluster.horizontals, inside, 0);
  const rows = closeOpenSides(mergeDoubles(cluster.horizontals, inside, 1), cluster.verticals, inside, 1);
  if (columns.length < 2 || rows.length < 2) return undefined;
  const frame = dropIdleEdges({
    xs: columns.map(({ position }) => position),
    ys: rows.map(({ position }) => position),
    spans: faces(rows, columns),
    openTop: rows[0]?.open ?? false,
    openBottom: rows.at(-1)?.open ?? false,
    partlyOpenTop: coveredSides(rows[0] as Edge, columns).includes(false),
    partlyOpenBottom: coveredSides(rows.at(-1) as Edge, columns).includes(false),
  });
  return frame.spans.length >= 2 ? frame : undefined;
}

/** Rules in order of position, those too close to hold text between them taken as one. */
function mergeDoubles(rules: readonly Rule[], glyphs: readonly Glyph[], axis: 0 | 1): Edge[] {
  const centres = glyphs
    .map(({ box, fontSize }) => ({ at: axis === 0 ? (box[0] + box[2]) / 2 : (box[1] + box[3]) / 2, fontSize }))
    .filter(({ fontSize }) => fontSize <= FITS * DOUBLE)
    .sort((a, b) => a.at - b.at);
  const groups: Rule[][] = [];
  for (const rule of [...rules].sort((a, b) => a.position - b.position)) {
    const group = groups.at(-1);
    const first = group?.[0]?.position ?? 0;
    const last = group?.at(-1)?.position ?? 0;
    if (group && rule.position - first <= DOUBLE && !holdsText(centres, last, rule.position)) group.push(rule);
    else groups.push([rule]);
  }
  return groups.map((group) => {
    const length = group.reduce((sum, { from, to }) => sum + to - from, 0);
    return {
      position: group.reduce((sum, { position, from, to }) => sum + position * (to - from), 0) / length,
      ranges: joinRanges(group),
      open: false,
    };
  });
}

/**
 * Adds the outer edge that was not drawn where crossing rules reach past the first or last line: two of them, or one with text on both sides.
 * Where no text stands there, the table's first rule must reach as far: others may go on to the edge of the page.
 */
function closeOpenSides(edges: readonly Edge[], crossing: readonly Rule[], glyphs: readonly Glyph[], axis: 0 | 1): Edge[] {
  const first = edges[0]?.position ?? Infinity;
  const last = edges.at(-1)?.position ?? -Infinity;
  const starts = crossing.filter(({ from }) => from < first - REACH);
  const ends = crossing.filter(({ to }) => to > last + REACH);
  const parts = ({ position }: Rule, from: number, to: number) => {
    const beside = glyphs
      .filter(({ box }) => middle(box, axis) > from && middle(box, axis) < to)
      .map(({ box }) => middle(box, axis === 0 ? 1 : 0));
    return beside.some((at) => at < position) && beside.some((at) => at > position);
  };
  const start = Math.min(...starts.map(({ from }) => from));
  const end = Math.max(...ends.map(({ to }) => to));
  const borders = starts.some((rule) => parts(rule, start, first)) || ends.some((rule) => parts(rule, last, end));
  const [outer] = crossing;
  const isPart = (reaching: readonly Rule[], from: number, to: number) =>
    (reaching.length >= 2 || (reaching.length === 1 && borders)) &&
    (reaching.some((rule) => rule === outer) || glyphs.some(({ box }) => middle(box, axis) > from && middle(box, axis) < to));
  const closed = [...edges];
  if (isPart(starts, start, first)) closed.unshift({ position: start, ranges: [], open: true });
  if (isPart(ends, last, end)) closed.push({ position: end, ranges: [], open: true });
  return closed;
}

function middle(box: Glyph["box"], axis: 0 | 1): number {
  return axis === 0 ? (box[0] + box[2]) / 2 : (box[1] + box[3]) / 2;
}

function faces(rows: readonly Edge[], columns: readonly Edge[]): CellSpan[] {
  const width = columns.length - 1;
  const height = rows.length - 1;
  const sets = disjointSets(width * height);
  for (let c = 1; c < width; c += 1) {
    const sides = coveredSides(columns[c] as Edge, rows);
    for (let r = 0; r < height; r += 1) if (!sides[r]) sets.unite(r * width + c, r * width + c - 1);
  }
  for (let r = 1; r < height; r += 1) {
    const sides = coveredSides(rows[r] as Edge, columns);
    for (let c = 0; c < width; c += 1) if (!sides[c]) sets.unite(r * width + c, (r - 1) * width + c);
  }
  return toRectangles(
    Array.from({ length: width * height }, (_, index) => sets.find(index)),
    width,
    height,
  );
}

/** Covers every place with rectangles of one face; a face that is no rectangle becomes several. */
function toRectangles(face: readonly number[], width: number, height: number): CellSpan[] {
  const taken = new Uint8Array(face.length);
  const spans: CellSpan[] = [];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const start = row * width + column;
      if (taken[start]) continue;
      const free = (r: number, c: number) => face[r * width + c] === face[start] && !taken[r * width + c];
      let columnSpan = 1;
      while (column + columnSpan < width && free(row, column + columnSpan)) columnSpan += 1;
      let rowSpan = 1;
      const rowFree = (r: number) => {
        for (let c = column; c < column + columnSpan; c += 1) if (!free(r, c)) return false;
        return true;
      };
      while (row + rowSpan < height && rowFree(row + rowSpan)) rowSpan += 1;
      for (let r = row; r < row + rowSpan; r += 1) taken.fill(1, r * width + column, r * width + column + columnSpan);
      spans.push({ row, column, rowSpan, columnSpan });
    }
  }
  return spans;
}

/** For each interval between two neighbouring crossing edges, whether the edge's rules cover it. */
function coveredSides({ ranges }: Edge, crossing: readonly Edge[]): boolean[] {
  const sides: boolean[] = [];
  let first = 0;
  for (let index = 0; index + 1 < crossing.length; index += 1) {
    const from = (crossing[index] as Edge).position;
    const to = (crossing[index + 1] as Edge).position;
    while (first < ranges.length && (ranges[first]?.[1] ?? 0) <= from) first += 1;
    let covered = 0;
    for (let at = first; at < ranges.length && (ranges[at]?.[0] ?? 0) < to; at += 1) {
      const [start, end] = ranges[at] as readonly [number, number];
      covered += Math.min(end, to) - Math.max(start, from);
    }
    sides.push(covered >= COVERED * (to - from));
  }
  return sides;
}

function joinRanges(rules: readonly Rule[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const { from, to } of [...rules].sort((a, b) => a.from - b.from)) {
    const range = ranges.at(-1);
    if (range && from <= range[1]) range[1] = Math.max(range[1], to);
    else ranges.push([from, to]);
  }
  return ranges;
}

/** Whether a glyph small enough to fit stands between two positions. */
function holdsText(sorted: readonly { readonly at: number; readonly fontSize: number }[], from: number, to: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.at ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < sorted.length; index += 1) {
    const { at, fontSize } = sorted[index] as (typeof sorted)[number];
    if (at >= to) return false;
    if (fontSize <= FITS * (to - from)) return true;
  }
  return false;
}
