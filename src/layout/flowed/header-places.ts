import { greatest, least } from "../../model/long-lists.ts";
import { type FlowedLine, type FlowedWord, isMoney } from "./flowed-line.ts";
import type { Header } from "./header-words.ts";
import { matchHeader } from "./match-header.ts";

/** Where something stands, `[from, to)` in columns of the text. */
export type Place = readonly [number, number];

/**
 * Where a page prints the heading of each column: the column numbers tell, or else the words of the headings.
 *
 * @param lines The page's lines with its header.
 * @returns One entry a column; undefined where the page prints none.
 */
export function headerPlaces(lines: readonly FlowedLine[], header: Header): readonly (Place | undefined)[] {
  const numbers = lines.find(({ words }) => isNumbering(words, header.columnCount));
  if (numbers) return numbers.words.map(({ from, to }) => [from, to]);
  const firstRow = lines.findIndex(({ words }) => words.some(isMoney));
  const words = lines.slice(0, Math.max(firstRow, 0)).flatMap((line) => line.words);
  const match = matchHeader(
    words.map(({ text }) => text),
    header,
  );
  return Array.from({ length: header.columnCount }, (_, column) => {
    const own = words.filter((_word, index) => {
      const cell = match.cells[index];
      return cell !== undefined && header.cells[cell]?.column === column;
    });
    return own.length === 0 ? undefined : [least(own.map(({ from }) => from)), greatest(own.map(({ to }) => to))];
  });
}

/** `1 2 3 …`, one number a column. */
export function isNumbering(words: readonly FlowedWord[], count: number): boolean {
  return words.length === count && words.every(({ text }, index) => text === String(index + 1));
}
