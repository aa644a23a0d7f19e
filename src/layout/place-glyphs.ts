import type { Glyph } from "../read/page.ts";
import { coverMap, frameBox, type GridFrame, intervalAt, spanBox } from "./grid-frame.ts";
import { type PrintedLine, splitAtGaps, toLine } from "./printed-line.ts";

/** Which glyphs stand in which cell of which frame, and which in none. */
export interface PlacedGlyphs {
  /** By frame, then by span. */
  readonly cells: readonly (readonly (readonly Glyph[])[])[];
  readonly left: readonly Glyph[];
}

/** Glyphs closer than this many ems are one run; two cells are kept further apart by their padding. */
const RUN_GAP = 0.12;
/** A glyph that reaches over a border by this many ems on both sides stands on it. */
const ON_BORDER = 0.1;
/** What no line and no cell begins with. */
const CLOSING = /^[,.:;!?，。、：；！？）)》〉」』】〕”’％%]$/u;

/**
 * Puts the glyphs of upright lines into cells by their centres; text that runs over a border goes whole where it begins.
 *
 * @param printed All glyphs of the lines in the order in which the file prints them: what is not printed in one go is not one run.
 */
export function placeGlyphs(lines: readonly PrintedLine[], frames: readonly GridFrame[], printed: readonly Glyph[]): PlacedGlyphs {
  const order = new Map(printed.map((glyph, index) => [glyph, index]));
  const maps = frames.map((frame) => ({ frame, box: frameBox(frame), owners: coverMap(frame) }));
  const cells = frames.map(({ spans }) => spans.map((): Glyph[] => []));
  const left: Glyph[] = [];
  const cellAt = ({ frame, owners }: (typeof maps)[number], glyph: Glyph) => {
    const column = intervalAt(frame.xs, (glyph.box[0] + glyph.box[2]) / 2);
    const row = intervalAt(frame.ys, (glyph.box[1] + glyph.box[3]) / 2);
    return column < 0 || row < 0 ? -1 : (owners[row * (frame.xs.length - 1) + column] ?? -1);
  };
  for (const run of lines.flatMap((line) => splitAtGaps(line, RUN_GAP)).flatMap((run) => splitAtJumps(run, order))) {
    const [x0, y0, x1, y1] = run.box;
    const near = maps.findIndex(({ box }) => x1 > box[0] && x0 < box[2] && (y0 + y1) / 2 > box[1] && (y0 + y1) / 2 < box[3]);
    const map = maps[near];
    if (!map) {
      left.push(...run.glyphs);
      continue;
    }
    const owners = hangPunctuation(
      run.glyphs,
      run.glyphs.map((glyph) => cellAt(map, glyph)),
    );
    const home = owners.every((owner) => owner === owners[0]) ? owners[0] : overflowHome(map.frame, run, owners);
    run.glyphs.forEach((glyph, index) => {
      const owner = home ?? owners[index] ?? -1;
      const cell = cells[near]?.[owner];
      if (cell) cell.push(glyph);
      else left.push(glyph);
    });
  }
  return { cells, left };
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

function splitAtJumps(run: PrintedLine, order: ReadonlyMap<Glyph, number>): PrintedLine[] {
  const parts: Glyph[][] = [];
  let previous: number | undefined;
  for (const glyph of run.glyphs) {
    const at = order.get(glyph);
    const part = parts.at(-1);
    if (part && previous !== undefined && at === previous + 1) part.push(glyph);
    else parts.push([glyph]);
    previous = at;
  }
  return parts.length === 1 ? [run] : parts.map(toLine);
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
  if (!crosses) return undefined;
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
