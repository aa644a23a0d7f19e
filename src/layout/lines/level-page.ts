import type { Box } from "../../model/box.ts";
import type { Glyph, PositionedPage, Ruling } from "../../read/page.ts";
import { glyphsToRuns } from "./printed-line.ts";

/** By how much the lines of a page fall to the right (up: negative), and the middle of the page, around which it leans. */
export interface Lean {
  /** Points down for each point to the right. */
  readonly slope: number;
  readonly x: number;
  readonly y: number;
}

/** Text of as many ems shows which way it leans. */
const LONG = 3;
/** A page that leans less (a ninth of a degree) is level: its lines keep within a third of their height. */
const LEAST = 0.002;
/** A scanned or badly fed page leans by no more. */
const MOST = 0.09;
/** This share of the text leans alike, to this much. */
const MOSTLY = 0.75;
const ALIKE = 0.0015;

/** How an upright page leans, told by the ends of the texts that were printed in one go; undefined for a level page. */
export function leanOf({ glyphs, width, height }: PositionedPage): Lean | undefined {
  const runs = glyphsToRuns(glyphs.filter(({ angle }) => angle === 0)).flatMap((run) => {
    const [first, last] = [run.glyphs[0], run.glyphs.at(-1)];
    const length = first && last ? middle(last) - middle(first) : 0;
    return first && last && length >= LONG * run.fontSize ? [{ length, slope: (last.baseline - first.baseline) / length }] : [];
  });
  runs.sort((a, b) => a.slope - b.slope);
  const total = lengthOf(runs);
  const slope = runs[middleOf(runs)]?.slope ?? 0;
  if (Math.abs(slope) < LEAST || Math.abs(slope) > MOST) return undefined;
  const alike = runs.filter((run) => Math.abs(run.slope - slope) <= ALIKE);
  const agreeing = lengthOf(alike);
  if (agreeing < MOSTLY * total) return undefined;
  const mean = alike.reduce((sum, run) => sum + run.slope * run.length, 0) / agreeing;
  return { slope: mean, x: width / 2, y: height / 2 };
}

/** Index of the run up to which half of all text stands. */
function middleOf(runs: readonly { readonly length: number }[]): number {
  let rest = lengthOf(runs) / 2;
  return runs.findIndex(({ length }) => {
    rest -= length;
    return rest <= 0;
  });
}

function lengthOf(runs: readonly { readonly length: number }[]): number {
  return runs.reduce((sum, { length }) => sum + length, 0);
}

/** The page with its lines level. */
export function levelled(page: PositionedPage, lean: Lean): PositionedPage {
  return {
    ...page,
    glyphs: page.glyphs.map((glyph) => {
      const [dx, dy] = shift(lean, middle(glyph), glyph.baseline);
      return { ...glyph, box: moved(glyph.box, dx, dy), baseline: glyph.baseline + (glyph.angle === 0 ? dy : dx) };
    }),
    rulings: page.rulings.map((ruling) => levelRuling(ruling, lean)),
  };
}

/** A box of the page where it stands on the levelled page, as large as before. */
export function levelBox(box: Box, lean: Lean): Box {
  return moved(box, ...shift(lean, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2));
}

/** A box of the levelled page where it stands on the page itself. */
export function leaningBox(box: Box, lean: Lean): Box {
  return levelBox(box, { ...lean, slope: -lean.slope });
}

function levelRuling(ruling: Ruling, lean: Lean): Ruling {
  const { direction, position, from, to } = ruling;
  const half = (from + to) / 2;
  const isHorizontal = direction === "horizontal";
  const [dx, dy] = isHorizontal ? shift(lean, half, position) : shift(lean, position, half);
  const [along, across] = isHorizontal ? [dx, dy] : [dy, dx];
  return { ...ruling, position: position + across, from: from + along, to: to + along };
}

function shift({ slope, x, y }: Lean, atX: number, atY: number): [number, number] {
  return [slope * (atY - y), -slope * (atX - x)];
}

function moved([x0, y0, x1, y1]: Box, dx: number, dy: number): Box {
  return [x0 + dx, y0 + dy, x1 + dx, y1 + dy];
}

function middle({ box }: Glyph): number {
  return (box[0] + box[2]) / 2;
}
