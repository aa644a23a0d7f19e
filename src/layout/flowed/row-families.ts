import { amount, type Decimal } from "../../model/amount.ts";
import { least } from "../../model/long-lists.ts";

/** One way to put the amounts of a row into its columns, with its figures: an empty cell counts as nothing. */
export interface Way {
  readonly cells: readonly (string | undefined)[];
  readonly figures: readonly Decimal[];
}

/** A row and the rows that add up to it; indexes count rows. */
export interface Family {
  readonly parent: number;
  readonly children: readonly number[];
}

/** What a printed figure may hide: half of its last decimal. */
const HALF = amount("0.005");
/** More sums than this are not followed in one column. */
const MOST_SUMS = 2_000;
const MOST_ROUNDS = 10;

/** Which rows add up to which, by their codes: a class is the sum of its sections, a total that of all classes. */
export function familiesOf(codes: readonly (string | undefined)[]): readonly Family[] {
  const doubled = codes.some((code, row) => code !== undefined && codes.indexOf(code) !== row);
  if (doubled) return [];
  const shortest = least(codes.flatMap((code) => (code ? [code.length] : [])));
  return codes.flatMap((code, parent) => {
    if (code === undefined) return [];
    const length = code === "" ? shortest : code.length + 2;
    const children = codes.flatMap((other, row) => (other?.length === length && other.startsWith(code) ? [row] : []));
    return children.length > 0 ? [{ parent, children }] : [];
  });
}

/**
 * The ways in which every family adds up in each column. A family counts only where the column that all ways fill alike adds up in it:
 * rows may be missing.
 *
 * @returns Undefined where no way is left for some row.
 */
export function keepWhatAddsUp(ways: readonly (readonly Way[])[], families: readonly Family[]): readonly (readonly Way[])[] | undefined {
  const columns = Array.from({ length: ways[0]?.[0]?.cells.length ?? 0 }, (_, column) => column);
  const settled = (column: number) => (row: number) => new Set((ways[row] ?? []).map(({ cells }) => cells[column])).size === 1;
  const whole = families.filter(({ parent, children }) => {
    const known = columns.filter((column) => [parent, ...children].every(settled(column)));
    const filled = known.filter((column) => ways[parent]?.[0]?.cells[column] !== undefined);
    return filled.length > 0 && known.every((column) => supported(optionsIn(ways, [...children, parent], column)) !== undefined);
  });
  let left = [...ways];
  for (let round = 0, changed = true; changed && round < MOST_ROUNDS; round += 1) {
    changed = false;
    for (const { parent, children } of whole) {
      const rows = [...children, parent];
      for (const column of columns) {
        const alive = supported(optionsIn(left, rows, column));
        if (!alive) return undefined;
        for (const [at, row] of rows.entries()) {
          const before = left[row] ?? [];
          const kept = before.filter(({ figures }) => alive[at]?.has(keyOf(figures[column])));
          if (kept.length === 0) return undefined;
          if (kept.length < before.length) {
            left = left.with(row, kept);
            changed = true;
          }
        }
      }
    }
  }
  return left;
}

/** Figures that a row may have in a column, by what they print. */
type Options = ReadonlyMap<string, Decimal>;

function optionsIn(ways: readonly (readonly Way[])[], rows: readonly number[], column: number): readonly Options[] {
  return rows.map((row) => new Map((ways[row] ?? []).map(({ figures }) => [keyOf(figures[column]), figures[column] ?? amount(0)])));
}

/**
 * The figures of each row with which the last one can be the sum of the others, within what rounding hides.
 *
 * @returns Undefined where there are none.
 */
function supported(options: readonly Options[]): readonly ReadonlySet<string>[] | undefined {
  const addends = options.slice(0, -1);
  const totals = options.at(-1) ?? new Map<string, Decimal>();
  const hidden = HALF.times(options.length);
  const figures = options.flatMap((own) => [...own.values()]);
  const most = [...totals.values()].reduce((highest, total) => (total.gt(highest) ? total : highest), amount(0)).plus(hidden);
  const grows = figures.every((figure) => !figure.isNegative());
  const reached: Map<string, Decimal>[] = [new Map([[keyOf(amount(0)), amount(0)]])];
  for (const own of addends) {
    const sums = new Map<string, Decimal>();
    for (const before of reached.at(-1)?.values() ?? [])
      for (const figure of own.values()) {
        const sum = before.plus(figure);
        if (!grows || sum.lte(most)) sums.set(keyOf(sum), sum);
      }
    if (sums.size > MOST_SUMS) return options.map((all) => new Set(all.keys()));
    reached.push(sums);
  }
  const isSum = (total: Decimal, sum: Decimal) => total.minus(sum).abs().lte(hidden);
  const ends = [...(reached.at(-1)?.values() ?? [])];
  const possible = [...totals].filter(([, total]) => ends.some((sum) => isSum(total, sum)));
  if (possible.length === 0) return undefined;
  let onward = new Set(ends.filter((sum) => possible.some(([, total]) => isSum(total, sum))).map(keyOf));
  const alive: ReadonlySet<string>[] = [new Set(possible.map(([key]) => key))];
  for (let at = addends.length - 1; at >= 0; at -= 1) {
    const used = new Set<string>();
    const from = new Set<string>();
    for (const [sumKey, sum] of reached[at] ?? [])
      for (const [key, figure] of addends[at] ?? []) {
        if (!onward.has(keyOf(sum.plus(figure)))) continue;
        used.add(key);
        from.add(sumKey);
      }
    alive.unshift(used);
    onward = from;
  }
  return alive;
}

function keyOf(figure: Decimal | undefined): string {
  return (figure ?? amount(0)).toFixed();
}
