import { groupBy } from "../model/group-by.ts";
import { lineGlyphs, type PlacedCharacter } from "./line-glyphs.ts";
import { type ReadLine, readLine } from "./read-line.ts";
import type { ScannedLines } from "./scanned-lines.ts";
import { settleMarks } from "./settle-marks.ts";
import type { StripModel } from "./strip-model.ts";
import type { TextLine } from "./text-lines.ts";

/**
 * Reads pieces of the lines of a page, one after another.
 *
 * @param between Called before each; throws to end the reading.
 */
export async function readLines(
  { print, characterHeight }: ScannedLines,
  lines: readonly TextLine[],
  model: StripModel,
  between: () => void,
): Promise<PlacedCharacter[]> {
  const read: ReadLine[] = [];
  for (const line of lines) {
    between();
    read.push(await readLine(print, line, characterHeight, model));
  }
  return [...groupBy(read, ({ line }) => line.part).values()].flatMap(settleMarks).flatMap((line) => lineGlyphs(line, characterHeight));
}
