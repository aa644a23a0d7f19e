import type { RunnerUp } from "../read/page.ts";
import { amountText } from "./amount-text.ts";
import type { GreyPicture } from "./grey-picture.ts";
import { stripOf } from "./strip.ts";
import type { StripModel } from "./strip-model.ts";
import { stripText } from "./strip-text.ts";
import type { TextLine } from "./text-lines.ts";

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
  const scores = await model.scores(picture);
  const read = amountText(scores, stripText(scores, model.characters), model.characters);
  const characters = read
    .filter(({ text }) => text.trim() !== "")
    .map(({ at, ...character }): LineCharacter => ({ ...character, middle: left + at * picture.width * scale }));
  return { line, characters };
}
