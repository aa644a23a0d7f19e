import type { FlowedLine, FlowedWord } from "./flowed-line.ts";

/** Where each amount column stands on a page, `[from, to)` in columns of the text. */
export type AmountColumns = readonly (readonly [number, number])[];

/** The columns in which full rows print their amounts; undefined when no row is full. */
export function amountColumns(lines: readonly FlowedLine[], count: number): AmountColumns | undefined {
  const full = lines.map(({ words }) => fullRow(words, count)).filter((amounts) => amounts !== undefined);
  if (full.length === 0) return undefined;
  return Array.from({ length: count }, (_, column) => {
    const cells = full.flatMap((amounts) => amounts[column] ?? []);
    return [Math.min(...cells.map(({ from }) => from)), Math.max(...cells.map(({ to }) => to))] as const;
  });
}

function fullRow(words: readonly FlowedWord[], count: number): readonly FlowedWord[] | undefined {
  const first = words.findIndex(isMoney);
  const run = words.slice(first, first + count);
  return first >= 0 && run.length === count && run.every(isMoney) ? run : undefined;
}

function isMoney({ shape }: FlowedWord): boolean {
  return shape === "amount" || shape === "dash";
}

/**
 * The amounts of a line, each in its column; a whole number counts where it stands in one.
 *
 * @returns One entry a column, undefined where nothing is printed; undefined when the line has no amounts, or two in one column.
 */
export function placeAmounts(words: readonly FlowedWord[], columns: AmountColumns): readonly (FlowedWord | undefined)[] | undefined {
  const full = fullRow(words, columns.length);
  if (full) return full;
  const placed: (FlowedWord | undefined)[] = columns.map(() => undefined);
  for (const word of words) {
    if (word.shape === "text") continue;
    const column = nearest(word, columns);
    if (column === undefined) continue;
    if (placed[column]) return undefined;
    placed[column] = word;
  }
  return placed.some((word) => word && isMoney(word)) ? placed : undefined;
}

/** The column that a word overlaps most; the ones on both sides compete for one that stands between them. */
function nearest({ from, to }: FlowedWord, columns: AmountColumns): number | undefined {
  const overlaps = columns.map(([left, right]) => Math.min(to, right) - Math.max(from, left));
  const best = Math.max(...overlaps);
  return best > 0 ? overlaps.indexOf(best) : undefined;
}
