import { compactText } from "../../model/compact-text.ts";
import type { Column } from "../../tables/column.ts";
import type { FlowedWord } from "./flowed-line.ts";

/** A word and the line of the row on which it stands. */
interface PlacedWord {
  readonly text: string;
  readonly shape: FlowedWord["shape"];
  readonly line: number;
}

/** The lines of each cell; empty for an empty cell. */
type CellLines = readonly string[];

/** A code that a narrow cell breaks stands on so many lines at most. */
const MOST_PIECES = 3;

/**
 * Divides the words of a row that names an item of a catalogue: label, item, `A0609 办公家具`, `A0609`, quantity, unit of measure.
 *
 * The code stands twice, which shows where the catalogue's name begins; the label is one that the table has printed before, or a word
 * beside another one.
 *
 * @param known Labels of the rows above, without white space.
 * @returns One entry a column; undefined where the words do not tell.
 */
export function catalogueCells(
  lines: readonly (readonly FlowedWord[])[],
  columns: readonly Column[],
  known: ReadonlySet<string>,
): readonly CellLines[] | undefined {
  if (columns.map(({ type }) => type).join() !== "label,text,text,code,quantity,text") return undefined;
  const words = lines.flatMap((line, index) => line.map(({ text, shape }): PlacedWord => ({ text, shape, line: index })));
  const [quantity, measure] = words.slice(-2);
  if (quantity?.shape !== "digits" || measure?.shape !== "text") return undefined;
  for (let pieces = 1; pieces <= MOST_PIECES; pieces += 1) {
    const end = words.length - 2 - pieces;
    const code = words.slice(Math.max(end, 0), -2);
    const printed = code.map(({ text }) => text).join("");
    const from = words.slice(0, Math.max(end, 0)).findLastIndex(({ text }) => text.startsWith(printed));
    if (!/^[A-Z]\d+$/u.test(printed) || from === -1) continue;
    const label = labelLength(words.slice(0, from), known);
    if (label === undefined) return undefined;
    const parts = [words.slice(0, label), words.slice(label, from), words.slice(from, end), code, [quantity], [measure]];
    return parts.map(toLines);
  }
  return undefined;
}

/** How many of the words before the catalogue's name are the label; the rest is the item. */
function labelLength(words: readonly PlacedWord[], known: ReadonlySet<string>): number | undefined {
  const lengths = words.slice(1).map((_, index) => index + 1);
  const repeated = lengths.filter((length) =>
    known.has(
      compactText(
        words
          .slice(0, length)
          .map(({ text }) => text)
          .join(""),
      ),
    ),
  );
  if (repeated.length === 1) return repeated[0];
  return repeated.length === 0 && words.length === 2 && words[0]?.line === words[1]?.line ? 1 : undefined;
}

function toLines(words: readonly PlacedWord[]): CellLines {
  return [...new Set(words.map(({ line }) => line))].map((line) =>
    words
      .filter((word) => word.line === line)
      .map(({ text }) => text)
      .join(" "),
  );
}
