import type { FlowedWord } from "./flowed-line.ts";

type Lines = readonly (readonly FlowedWord[])[];

/** Two words of one line in the same cell cost so much, as if they stood so far from their place. */
const SAME_CELL = 6;
/** A word is placed for certain if any other place is worse by so much. */
const CLEARLY = 3;

export interface PlacedWords {
  /** For each column, its words on each line. */
  readonly cells: readonly (readonly (readonly FlowedWord[])[])[];
  /** Words that could as well stand in the next column. */
  readonly doubtful: readonly FlowedWord[];
}

/**
 * Puts words into text columns where no gap runs from the top to the bottom, since each line is as wide as its own letters: the places
 * at which words begin gather into one group a column, and the words of a line go to the columns in order.
 *
 * @returns undefined when words begin at fewer places than there are columns.
 */
export function placeByStarts(lines: Lines, count: number): PlacedWords | undefined {
  const starts = groupStarts(
    lines.flatMap((words) => words.map(({ from }) => from)),
    count,
  );
  if (!starts) return undefined;
  const placed = lines.map((words) => placeLine(words, starts));
  return {
    cells: starts.map((_, column) => lines.map((words, line) => words.filter((_word, index) => placed[line]?.columns[index] === column))),
    doubtful: placed.flatMap(({ certain }, line) => (certain ? [] : (lines[line] ?? []))),
  };
}

/** The middles of so many groups of neighbouring numbers that differ least within themselves. */
function groupStarts(numbers: readonly number[], count: number): readonly number[] | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const values = [...new Set(sorted)];
  if (values.length < count) return undefined;
  const weights = values.map((value) => sorted.filter((number) => number === value).length);
  const spread = (from: number, to: number) => {
    const middle = medianOf(values, weights, from, to);
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += (weights[at] ?? 0) * Math.abs((values[at] ?? 0) - middle);
    return sum;
  };
  // best[k][n]: the first n values in k + 1 groups, with the place where the last group begins.
  const best: { readonly cost: number; readonly from: number }[][] = [];
  for (let group = 0; group < count; group += 1) {
    best.push(
      Array.from({ length: values.length + 1 }, (_, end) => {
        if (group === 0) return { cost: spread(0, end), from: 0 };
        let found = { cost: Number.POSITIVE_INFINITY, from: 0 };
        for (let from = group; from < end; from += 1) {
          const cost = (best[group - 1]?.[from]?.cost ?? Number.POSITIVE_INFINITY) + spread(from, end);
          if (cost < found.cost) found = { cost, from };
        }
        return found;
      }),
    );
  }
  const starts: number[] = [];
  for (let group = count - 1, end = values.length; group >= 0; group -= 1) {
    const from = best[group]?.[end]?.from ?? 0;
    starts.unshift(medianOf(values, weights, from, end));
    end = from;
  }
  return starts;
}

function medianOf(values: readonly number[], weights: readonly number[], from: number, to: number): number {
  const half = weights.slice(from, to).reduce((sum, weight) => sum + weight, 0) / 2;
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    sum += weights[at] ?? 0;
    if (sum >= half) return values[at] ?? 0;
  }
  return values[from] ?? 0;
}

/** The columns of a line's words, left to right, nearest to where the columns begin. */
function placeLine(
  words: readonly FlowedWord[],
  starts: readonly number[],
): { readonly columns: readonly number[]; readonly certain: boolean } {
  let ways: readonly { readonly columns: readonly number[]; readonly cost: number }[] = [{ columns: [], cost: 0 }];
  for (const { from } of words) {
    ways = ways.flatMap(({ columns, cost }) => {
      const last = columns.at(-1) ?? -1;
      return starts.flatMap((start, column) => {
        if (column < last) return [];
        return [{ columns: [...columns, column], cost: cost + (column === last ? SAME_CELL : Math.abs(from - start)) }];
      });
    });
    ways = [...ways].sort((a, b) => a.cost - b.cost).slice(0, 40);
  }
  const [chosen, other] = ways;
  return { columns: chosen?.columns ?? [], certain: !other || other.cost - (chosen?.cost ?? 0) >= CLEARLY };
}
