import type { PrintedPage } from "../model/printed-text.ts";
import type { Glyph, PositionedPage, TextPage } from "./page.ts";

/** Glyphs that follow one another in the file belong to one word where they stand no further apart than this many ems, and as little off its line. */
const TOUCHING = 0.3;

/** White space, and the marks of a transcription that no paper prints. */
const BETWEEN_WORDS = /[\s|]+|<\/?\w+>|\\[a-z]+/u;

/** The words of a page, in the order of the file. */
export function printedPage(page: PositionedPage | TextPage): PrintedPage {
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
}
