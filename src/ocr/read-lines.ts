import { groupBy } from "../model/group-by.ts";
import { lineGlyphs, type PlacedCharacter } from "./line-glyphs.ts";
import { type ReadLine, readLine } from "./read-line.ts";
import type { ScannedLines } from "./scanned-lines.ts";
import { settleMarks } from "./settle-marks.ts";
import type { StripModel } from "./strip-model.ts";
import type { InkBox } from "./text-blobs.ts";
import type { TextLine } from "./text-lines.ts";
import { unreadPrint } from "./unread-print.ts";

/** What was made of pieces of lines. */
export interface ReadLines {
  readonly characters: readonly PlacedCharacter[];
  /** Where there is print of which nothing was read. */
  readonly unread: readonly InkBox[];
}

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
): Promise<ReadLines> {
  const read: ReadLine[] = [];
  for (const line of lines) {
    between();
    read.push(await readLine(print, line, characterHeight, model));
  }
  const settled = [...groupBy(read, ({ line }) => line.part).values()].flatMap(settleMarks);
  return { characters: settled.flatMap((line) => lineGlyphs(line, characterHeight)), unread: unreadPrint(read, characterHeight) };
}
