import type { PrintedPage } from "../model/printed-text.ts";
import { TABLE_NUMBER } from "../model/title-number.ts";
import { glyphWords } from "./glyph-words.ts";
import type { Glyph, PositionedPage, TextPage } from "./page.ts";

/** White space, and the marks of a transcription that no paper prints. */
const BETWEEN_WORDS = /[\s|]+|<\/?\w+>|\\[a-z]+/u;
const NUMBER_OF_TABLE = new RegExp(TABLE_NUMBER, "gu");

/** The words of a page, in the order of the file. */
export function printedPage(page: PositionedPage | TextPage): PrintedPage {
  const words = page.kind === "text" ? page.lines.flatMap(wordsOfLine) : glyphWords(page.glyphs).map(textOf);
  return { kind: page.kind, page: page.pageNumber, words: words.filter((word) => word !== "") };
}

/** `表 12` is one word: its number alone says nothing. */
function wordsOfLine(line: string): string[] {
  return line.replaceAll(NUMBER_OF_TABLE, (number) => number.replaceAll(/\s+/gu, "")).split(BETWEEN_WORDS);
}

function textOf(word: readonly Glyph[]): string {
  return word.map(({ text }) => text.trim()).join("");
}
