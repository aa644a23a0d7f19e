import type { WholePage } from "./page-picture.ts";
import { readLines } from "./read-lines.ts";
import { type ScannedLines, scannedLines } from "./scanned-lines.ts";
import type { StripModel } from "./strip-model.ts";
import type { TextLine } from "./text-lines.ts";
import { type QuarterTurn, turned } from "./turn.ts";

/** A page as it is read, and by how much its picture was turned for it. */
export interface UprightPage {
  readonly turn: QuarterTurn;
  readonly scanned: ScannedLines;
}

/** A few lines tell whether a page is upright; the rest of it is read once that is known. */
const samples = 6;
/** Where at least this share of the print is words that read surely, the page is upright. */
const mostlySure = 0.8;
/** Of characters upside down or on their side, the model makes others that it is less sure of, or none. */
const sure = 0.8;
/** Pieces of lines as long as this, in their heights, hold a word. */
const wordLength = 2.5;

/** Turns the picture of a page until its text reads surely; left as it is where no turn makes it so. */
export async function uprightPage(whole: WholePage, model: StripModel, between: () => void): Promise<UprightPage> {
  let first: UprightPage | undefined;
  let best: UprightPage | undefined;
  let most = 0;
  for (const turn of [0, 90, 270, 180] as const) {
    const scanned = scannedLines({ ...whole, picture: turned(whole.picture, turn) });
    const page = { turn, scanned };
    first ??= page;
    const found = await sureness(scanned, model, between);
    if (found >= mostlySure) return page;
    if (found > most) [best, most] = [page, found];
  }
  return (best ?? first) as UprightPage;
}

/**
 * Which share of the room of all lines is words, as some of them show surely read ones.
 *
 * On its side, a table still shows words across its columns, whose characters are level strokes and rings; but most of its print is single
 * characters then.
 */
async function sureness(scanned: ScannedLines, model: StripModel, between: () => void): Promise<number> {
  const words = scanned.lines.filter((line) => widthOf(line) >= wordLength * heightOf(line));
  const some = spread(words, samples);
  const { characters } = await readLines(scanned, some, model, between);
  const surely = characters.filter(({ confidence }) => confidence >= sure).reduce((sum, { box }) => sum + box[2] - box[0], 0);
  return words.length === 0 ? 0 : (surely / roomOf(some)) * (roomOf(words) / roomOf(scanned.lines));
}

function roomOf(lines: readonly TextLine[]): number {
  return lines.reduce((sum, line) => sum + widthOf(line), 0);
}

function widthOf({ left, right }: TextLine): number {
  return right - left;
}

function heightOf({ top, bottom }: TextLine): number {
  return bottom - top;
}

/** So many of them, from all over the list. */
function spread<T>(all: readonly T[], count: number): T[] {
  return all.length <= count ? [...all] : Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)] as T);
}
