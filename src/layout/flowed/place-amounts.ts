import { fullRow } from "./amount-columns.ts";
import { addsUp, type ColumnSum } from "./column-sums.ts";
import { type FlowedWord, isMoney } from "./flowed-line.ts";
import type { Place } from "./header-places.ts";

/** One entry a column, undefined where nothing is printed. */
export type AmountRow = readonly (FlowedWord | undefined)[];

/** More ways than this to put the amounts of a line into columns are not tried. */
const MOST_WAYS = 2_000;

/**
 * The amounts of a line, each in its column; a whole number counts where it stands in one.
 *
 * A long label pushes the amounts of its line aside, so that one may stand below two columns: then it is in the one that it overlaps most, or,
 * where the row does not add up so, in the one that makes it add up.
 *
 * @param sums Which amount columns add up to which.
 * @returns `certain` is false where one may as well stand in another column, or the row adds up in none; undefined when the line has no amounts, or two in one column.
 */
export function placeAmounts(
  words: readonly FlowedWord[],
  places: readonly (Place | undefined)[],
  sums: readonly ColumnSum[],
): { readonly row: AmountRow; readonly certain: boolean } | undefined {
  const full = fullRow(words, places.length);
  if (full) return { row: full, certain: true };
  const overlaps = words.filter(({ shape }) => shape !== "text").map((word) => ({ word, columns: columnsBelow(word, places) }));
  const placed = overlaps.filter(({ columns }) => columns.length > 0);
  if (!placed.some(({ word }) => isMoney(word))) return undefined;
  const best = rowOf(
    placed,
    placed.map(({ columns }) => columns[0] as number),
    places.length,
  );
  const holds = (row: AmountRow | undefined) =>
    row !== undefined &&
    addsUp(
      row.map((word) => word?.text),
      sums,
    );
  if (sums.length === 0 || placed.every(({ columns }) => columns.length === 1)) return best && { row: best, certain: true };
  const adding = waysToPlace(placed.map(({ columns }) => columns))
    .map((columns) => rowOf(placed, columns, places.length))
    .filter(holds);
  const row = holds(best) ? best : (adding[0] ?? best);
  return row && { row, certain: adding.length === 1 };
}

/** The columns that a word stands below, the one that it overlaps most first. */
function columnsBelow({ from, to }: FlowedWord, places: readonly (Place | undefined)[]): readonly number[] {
  const overlaps = places.map((place) => (place ? Math.min(to, place[1]) - Math.max(from, place[0]) : 0));
  const below = overlaps.flatMap((overlap, column) => (overlap > 0 ? [column] : []));
  return below.toSorted((a, b) => (overlaps[b] ?? 0) - (overlaps[a] ?? 0));
}

/** Every way to put words that follow each other into columns that follow each other; none when there are too many. */
function waysToPlace(columns: readonly (readonly number[])[]): readonly (readonly number[])[] {
  let ways: (readonly number[])[] = [[]];
  for (const possible of columns) {
    ways = ways.flatMap((way) => possible.filter((column) => column > (way.at(-1) ?? -1)).map((column) => [...way, column]));
    if (ways.length > MOST_WAYS) return [];
  }
  return ways;
}

function rowOf(placed: readonly { readonly word: FlowedWord }[], columns: readonly number[], count: number): AmountRow | undefined {
  if (new Set(columns).size < columns.length) return undefined;
  return Array.from({ length: count }, (_, column) => placed[columns.indexOf(column)]?.word);
}
