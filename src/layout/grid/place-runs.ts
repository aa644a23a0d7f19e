import type { Glyph } from "../../read/page.ts";
import { type PrintedLine, splitAtGaps, toLine } from "../lines/printed-line.ts";
import { glyphGap } from "./glyph-gap.ts";
import { coverMap, frameBox, type GridFrame, intervalAt, spanBox } from "./grid-frame.ts";
import { partOverflow } from "./part-overflow.ts";

/** Which text stands in which cell of which frame, and which in none. */
export interface PlacedRuns {
  /** By frame, then by span. */
  readonly cells: readonly (readonly (readonly PrintedLine[])[])[];
  readonly left: readonly PrintedLine[];
}

/** Glyphs closer than this many ems are one run; two cells are kept further apart by their padding. */
const RUN_GAP = 0.12;
/** A glyph that reaches over a border by this many ems on both sides stands on it. */
const ON_BORDER = 0.1;
/** Glyphs of one text that goes on over a border are set as closely as its others, to this many ems. */
const SAME_GAP = 0.05;
/** The gaps of a text that is set evenly differ by no more ems. */
const EVEN_GAP = 0.03;
const DASH = /^[-－−–—―]$/u;
/** What no line and no cell begins with. */
const CLOSING = /^[,.:;!?，。、：；！？）)》〉」』】〕”’％%]$/u;

/** Puts upright runs into cells by the centres of their glyphs; text that runs over a border goes whole to the cell it was printed for. */
export function placeRuns(runs: readonly PrintedLine[], frames: readonly GridFrame[]): PlacedRuns {
  const maps = frames.map((frame) => ({ frame, box: frameBox(frame), owners: coverMap(frame) }));
  const cells = frames.map(({ spans }) => spans.map((): PrintedLine[] => []));
  const left: PrintedLine[] = [];
  const ownerOf = ({ frame, owners }: (typeof maps)[number], { box }: Glyph) => {
    const column = intervalAt(frame.xs, (box[0] + box[2]) / 2);
    const row = intervalAt(frame.ys, (box[1] + box[3]) / 2);
    return column < 0 || row < 0 ? -1 : (owners[row * (frame.xs.length - 1) + column] ?? -1);
  };
  for (const run of runs) {
    const [x0, y0, x1, y1] = run.box;
    const middle = (y0 + y1) / 2;
    const near = maps.findIndex(({ box }) => x1 > box[0] && x0 < box[2] && middle > box[1] && middle < box[3]);
    const map = maps[near];
    if (!map) {
      left.push(run);
      continue;
    }
    const ownersOf = (text: PrintedLine) => text.glyphs.map((glyph) => ownerOf(map, glyph));
    const put = (part: PrintedLine, owner: number) => (cells[near]?.[owner] ?? left).push(part);
    const [first = -1, ...others] = ownersOf(run);
    if (first >= 0 && others.every((owner) => owner === first)) {
      put(run, first);
      continue;
    }
    const endsInCell = (glyph: Glyph) => {
      const span = map.frame.spans[ownerOf(map, glyph)];
      return span !== undefined && glyph.box[2] <= spanBox(map.frame, span)[2] + ON_BORDER * glyph.fontSize;
    };
    const texts = splitAtGaps(run, RUN_GAP + letterSpacing(run, ownersOf(run))).flatMap((text) => partAtBorders(text, ownersOf(text)));
    for (const part of texts.flatMap((text) => partOverflow(text, endsInCell))) {
      const owners = hangPunctuation(part.glyphs, ownersOf(part));
      const home = overflowHome(map.frame, part, owners);
      for (const { glyphs, owner } of home === undefined ? byOwner(part.glyphs, owners) : [{ glyphs: part.glyphs, owner: home }]) {
        put(toLine(glyphs), owner);
      }
    }
  }
  return { cells, left };
}

/** Parts a run that is set evenly at the borders where it is not: a text that goes on over a border does not know of it. */
function partAtBorders(run: PrintedLine, owners: readonly number[]): PrintedLine[] {
  const gaps = gapsOf(run);
  const isInside = (index: number) => owners[index] === owners[index + 1];
  const inside = gaps.filter((_, index) => isInside(index));
  const [least, most] = [Math.min(...inside), Math.max(...inside)];
  if (inside.length < 2 || most - least > EVEN_GAP) return [run];
  const parts: Glyph[][] = [];
  run.glyphs.forEach((glyph, index) => {
    const gap = gaps[index - 1] ?? Number.NaN;
    const goesOn = isInside(index - 1) || (gap >= least - EVEN_GAP && gap <= most + EVEN_GAP);
    if (index > 0 && goesOn) parts.at(-1)?.push(glyph);
    else parts.push([glyph]);
  });
  return parts.length === 1 ? [run] : parts.map(toLine);
}

/** Ems that a run leaves between its letters: the usual gap inside cells, where most gaps lie inside one. */
function letterSpacing(run: PrintedLine, owners: readonly number[]): number {
  const inside = gapsOf(run).filter((_, index) => owners[index] === owners[index + 1]);
  if (2 * inside.length < run.glyphs.length) return 0;
  return Math.max(0, inside.sort((a, b) => a - b)[inside.length >> 1] ?? 0);
}

/** Ems between neighbouring glyphs. */
function gapsOf({ glyphs }: PrintedLine): number[] {
  return glyphs.slice(1).map((glyph, index) => glyphGap(glyphs[index] as Glyph, glyph));
}

/** Neighbouring glyphs of one cell. */
function byOwner(glyphs: readonly Glyph[], owners: readonly number[]): { glyphs: Glyph[]; owner: number }[] {
  const parts: { glyphs: Glyph[]; owner: number }[] = [];
  glyphs.forEach((glyph, index) => {
    const owner = owners[index] ?? -1;
    const part = parts.at(-1);
    if (part && part.owner === owner) part.glyphs.push(glyph);
    else parts.push({ glyphs: [glyph], owner });
  });
  return parts;
}

/** Punctuation that hangs over its cell's border, and what juts out of the table, stays with the text that it follows. */
function hangPunctuation(glyphs: readonly Glyph[], owners: readonly number[]): number[] {
  const kept = [...owners];
  for (let index = 1; index < kept.length; index += 1) {
    if (kept[index] === -1 || CLOSING.test(glyphs[index]?.text ?? "")) kept[index] = kept[index - 1] ?? -1;
  }
  for (let index = kept.length - 2; index >= 0; index -= 1) if (kept[index] === -1) kept[index] = kept[index + 1] ?? -1;
  return kept;
}

/** The cell that a run over several cells was printed for; undefined where each glyph keeps to its own cell. */
function overflowHome(frame: GridFrame, run: PrintedLine, owners: readonly number[]): number | undefined {
  const reach = ON_BORDER * run.fontSize;
  const crosses = run.glyphs.some(({ box }, index) => {
    const span = frame.spans[owners[index] ?? -1];
    if (!span) return false;
    const [x0, , x1] = spanBox(frame, span);
    return (box[0] < x0 - reach && index > 0) || (box[2] > x1 + reach && index < run.glyphs.length - 1);
  });
  if (!crosses && !goesOn(run, owners)) return undefined;
  let best: { owner: number; distance: number } | undefined;
  for (const owner of new Set(owners)) {
    const span = frame.spans[owner];
    if (!span) continue;
    const [x0, , x1] = spanBox(frame, span);
    const distance = Math.min(Math.abs(run.box[0] - x0), Math.abs(run.box[2] - x1), Math.abs(run.box[0] + run.box[2] - x0 - x1) / 2);
    if (!best || distance < best.distance) best = { owner, distance };
  }
  return best?.owner;
}

/** Whether a run is set so evenly at each border as if there were none; a dash alone before the first one says that its cell is empty. */
function goesOn(run: PrintedLine, owners: readonly number[]): boolean {
  const { glyphs } = run;
  if (DASH.test(glyphs[0]?.text ?? "") && owners[0] !== owners[1]) return false;
  const gaps = gapsOf(run);
  const within = gaps.filter((_, index) => owners[index] === owners[index + 1]).sort((a, b) => a - b);
  const usual = within[within.length >> 1];
  return usual !== undefined && gaps.every((gap, index) => owners[index] === owners[index + 1] || Math.abs(gap - usual) <= SAME_GAP);
}
