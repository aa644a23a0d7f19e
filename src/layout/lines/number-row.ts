import { type PrintedLine, toLine } from "./printed-line.ts";

/** Fewer numbers are no row of column numbers. */
const FEWEST = 4;
const WORD = /^栏\s*次/u;
const BEGINNING = /^[1栏]/u;

/** The cells of a row of column numbers, `1 2 3 …` with or without 栏次 before them, however closely they stand; undefined for any other line. */
export function numberRowCells(line: PrintedLine): PrintedLine[] | undefined {
  if (!BEGINNING.test(line.glyphs[0]?.text ?? "")) return undefined;
  const text = line.glyphs.map((glyph) => glyph.text).join("");
  const word = WORD.exec(text)?.[0] ?? "";
  let rest = text.slice(word.length);
  const lengths: number[] = word === "" ? [] : [word.length];
  for (let number = 1; rest !== ""; number += 1) {
    if (!rest.startsWith(String(number))) return undefined;
    lengths.push(String(number).length);
    rest = rest.slice(String(number).length);
  }
  if (lengths.length < FEWEST || line.glyphs.length !== text.length) return undefined;
  const ends = lengths.map((_, index) => lengths.slice(0, index + 1).reduce((sum, length) => sum + length, 0));
  return ends.map((end, index) => toLine(line.glyphs.slice(ends[index - 1] ?? 0, end)));
}
