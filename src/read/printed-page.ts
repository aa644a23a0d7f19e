import type { PrintedPage } from "../model/printed-text.ts";
<<<<<<< HEAD
=======
import { TABLE_NUMBER } from "../model/title-number.ts";
import { glyphWords } from "./glyph-words.ts";
>>>>>>> 8842575 (read: small raised numbers are marks of notes, no digits of the figure that they stand at)
import type { Glyph, PositionedPage, TextPage } from "./page.ts";

/** White space, and the marks of a transcription that no paper prints. */
const BETWEEN_WORDS = /[\s|]+|<\/?\w+>|\\[a-z]+/u;

/** The words of a page, in the order of the file. */
export function printedPage(page: PositionedPage | TextPage): PrintedPage {
<<<<<<< HEAD
  const words = page.kind === "text" ? page.lines.flatMap((line) => line.split(BETWEEN_WORDS)) : wordsOf(page.glyphs);
  return { kind: page.kind, page: page.pageNumber, words: words.filter((word) => word !== "") };
}

function wordsOf(glyphs: readonly Glyph[]): string[] {
  const words: string[] = [];
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    const text = glyph.text.trim();
    if (text !== "" && before && touches(before, glyph)) words.push(words.pop() + text);
    else if (text !== "") words.push(text);
    before = text === "" ? undefined : glyph;
  }
  return words;
}

/** Whether a glyph follows another on its line; text that runs another way has a line for each glyph. */
function touches(before: Glyph, glyph: Glyph): boolean {
  const near = TOUCHING * Math.min(before.fontSize, glyph.fontSize);
  return (
    before.angle === 0 &&
    glyph.angle === 0 &&
    Math.abs(glyph.baseline - before.baseline) <= near &&
    Math.abs(glyph.box[0] - before.box[2]) <= near
  );
=======
  const words = page.kind === "text" ? page.lines.flatMap(wordsOfLine) : glyphWords(page.glyphs).map(textOf);
  return { kind: page.kind, page: page.pageNumber, words: words.filter((word) => word !== "") };
}

/** `表 12` is one word: its number alone says nothing. */
function wordsOfLine(line: string): string[] {
  return line.replaceAll(NUMBER_OF_TABLE, (number) => number.replaceAll(/\s+/gu, "")).split(BETWEEN_WORDS);
}

function textOf(word: readonly Glyph[]): string {
  return word.map(({ text }) => text.trim()).join("");
>>>>>>> 8842575 (read: small raised numbers are marks of notes, no digits of the figure that they stand at)
}
