/** How many lines of one column belong to a row: above and below the line on which the row's amounts stand. */
export interface RowShare {
  readonly above: number;
  readonly below: number;
}

/** The lines of one text column, counted against the lines of amounts. */
export interface ColumnLines {
  /** Whether the column has text on each line of amounts. */
  readonly onAmounts: readonly boolean[];
  /** The column's lines before the first line of amounts, between each two, and after the last. */
  readonly gaps: readonly (readonly string[])[];
  /** Whether every row has text in the column: a label. */
  readonly filled: boolean;
}

export interface Alignment {
  readonly shares: readonly RowShare[];
  /** Lines at the top that belong to the row before, on another page. */
  readonly carried: number;
  readonly cost: number;
}

const FINISHED = /[。！？]$/u;
const MODES = ["centre", "top", "bottom"] as const;
type Mode = (typeof MODES)[number];

/**
 * Divides the lines between the amounts of two rows: those below the upper amounts, and those above the lower ones.
 *
 * Cells are centred in their row, or begin at its top, or end at its bottom, all in the same way; among the divisions that fit, one that
 * ends cells at a full stop is better.
 *
 * @param mayCarry Whether the first lines may go on from the page before.
 */
export function alignRows(column: ColumnLines, mayCarry: boolean): Alignment {
  const sentences = column.gaps.flat().some((line) => FINISHED.test(line));
  const alignments = MODES.map((mode) => cheapest({ ...column, sentences }, mode, mayCarry));
  return alignments.reduce((best, next) => (next.cost < best.cost ? next : best));
}

interface State {
  /** For each gap so far, how many of its lines belong to the row above it. */
  readonly uppers: readonly number[];
  readonly cost: number;
}

function cheapest(column: ColumnLines & { readonly sentences: boolean }, mode: Mode, mayCarry: boolean): Alignment {
  const { onAmounts, gaps, filled, sentences } = column;
  const lengthOf = (gap: number) => gaps[gap]?.length ?? 0;
  const endCost = (gap: number, count: number) => (!sentences || count === 0 || FINISHED.test(gaps[gap]?.[count - 1] ?? "") ? 0 : 2);
  const most = mayCarry ? lengthOf(0) : 0;
  let states: readonly State[] = upTo(most).map((carried) => ({
    uppers: [carried],
    cost: (carried === 0 ? 0 : 3) + endCost(0, carried),
  }));
  for (const [row, on] of onAmounts.entries()) {
    const choices = row === onAmounts.length - 1 ? [lengthOf(row + 1)] : upTo(lengthOf(row + 1));
    states = choices.map((below) => {
      const options = states.map((state) => {
        const above = lengthOf(row) - (state.uppers[row] ?? 0);
        const empty = filled && !on && above + below === 0 ? 6 : 0;
        return { uppers: [...state.uppers, below], cost: state.cost + shareCost(above, below, on, mode) + empty + endCost(row + 1, below) };
      });
      return cheaper(options);
    });
  }
  const { uppers, cost } = cheaper(states);
  const shares = onAmounts.map((_, row) => ({ above: lengthOf(row) - (uppers[row] ?? 0), below: uppers[row + 1] ?? 0 }));
  return { shares, carried: uppers[0] ?? 0, cost };
}

function upTo(most: number): readonly number[] {
  return Array.from({ length: most + 1 }, (_, count) => count);
}

function cheaper(states: readonly State[]): State {
  return states.reduce((best, next) => (next.cost < best.cost ? next : best));
}

/** A row that a page break cuts is out of line, by however many lines: what that costs is limited. */
function shareCost(above: number, below: number, on: boolean, mode: Mode): number {
  if (above + below === 0) return 0;
  if (mode === "centre") return Math.min(4 * Math.abs(above - below), 6);
  return Math.min(4 * (mode === "top" ? above : below) + (on ? 0.5 : 4), 6);
}
