import type { RunnerUp } from "../read/page.ts";
import { amountText } from "./amount-text.ts";
import type { GreyPicture } from "./grey-picture.ts";
import { strengthen } from "./strengthen.ts";
import { stripOf } from "./strip.ts";
import type { StripModel } from "./strip-model.ts";
import { type ReadCharacter, stripText } from "./strip-text.ts";
import type { TextLine } from "./text-lines.ts";

/** A line is read once more where a character of it is less sure than this. */
const sure = 0.9;
const HAN = /\p{Script=Han}/u;

/** A character of a line, and where its middle is across the page, in pixels. */
export interface LineCharacter {
  readonly text: string;
  readonly middle: number;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly runnersUp: readonly RunnerUp[];
}

/** A piece of a text line with what it says. */
export interface ReadLine {
  readonly line: TextLine;
  readonly characters: readonly LineCharacter[];
}

/** Reads a piece of a line of a page whose characters are usually so high. White space is left out. */
export async function readLine(page: GreyPicture, line: TextLine, characterHeight: number, model: StripModel): Promise<ReadLine> {
  const { picture, left, scale } = stripOf(page, line, characterHeight);
  const read = await surest(picture, model);
  const characters = read
    .filter(({ text }) => text.trim() !== "")
    .map(({ at, ...character }): LineCharacter => ({ ...character, middle: left + at * picture.width * scale }));
  return { line, characters };
}

/**
 * Text is read once more where a character of it is in doubt, with its strokes made stronger; of both, what was read more surely, and no
 * fewer letters. A doubt of either stays.
 */
async function surest(picture: GreyPicture, model: StripModel): Promise<readonly ReadCharacter[]> {
  const scores = await model.scores(picture);
  const free = stripText(scores, model.characters);
  const read = amountText(scores, free, model.characters);
  const isText = read === free && read.some(({ text }) => HAN.test(text));
  if (!isText || read.every(({ confidence }) => confidence >= sure)) return read;
  const again = stripText(await model.scores(strengthen(picture)), model.characters);
  const isBetter = lettersIn(again) >= lettersIn(read) && likelihoodOf(again) > likelihoodOf(read);
  return isBetter ? withDoubts(again, read) : withDoubts(read, again);
}

function lettersIn(read: readonly ReadCharacter[]): number {
  return read.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length;
}

function likelihoodOf(read: readonly ReadCharacter[]): number {
  return read.reduce((product, { confidence }) => product * confidence, 1);
}

/** What the other reading says of characters that it reads alike. */
function withDoubts(read: readonly ReadCharacter[], other: readonly ReadCharacter[]): readonly ReadCharacter[] {
  if (read.length !== other.length) return read;
  return read.map((one, index) => {
    const same = other[index];
    if (!same || same.text !== one.text || same.confidence >= one.confidence) return one;
    return { ...one, confidence: same.confidence, runnersUp: same.runnersUp };
  });
}
