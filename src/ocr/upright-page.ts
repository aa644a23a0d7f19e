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
/** Text that is upright is sure: at least this share of its characters, … */
const mostlySure = 0.7;
/** … each by this much. Of text upside down or on its side, the model makes characters that it is not sure of, or none. */
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

/** Which share of the room of some lines is surely read. */
async function sureness(scanned: ScannedLines, model: StripModel, between: () => void): Promise<number> {
  const words = scanned.lines.filter((line) => widthOf(line) >= wordLength * heightOf(line));
  const some = spread(words, samples);
  const room = some.reduce((sum, line) => sum + widthOf(line), 0);
  const { characters } = await readLines(scanned, some, model, between);
  const surely = characters.filter(({ confidence }) => confidence >= sure).reduce((sum, { box }) => sum + box[2] - box[0], 0);
  return room === 0 ? 0 : surely / room;
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
