import { greatest, least } from "../../model/long-lists.ts";
import { addsUp, type ColumnSum } from "./column-sums.ts";
import { type FlowedLine, type FlowedWord, isMoney } from "./flowed-line.ts";
import type { Place } from "./header-places.ts";

/** The amount columns of a page. */
export interface AmountColumns {
  /** Where each stands; undefined where no row of the page fills it and no heading shows it. */
  readonly places: readonly (Place | undefined)[];
  /** False where rows leave columns empty, and the sums do not prove which: headings do not stand straight above amounts in text. */
  readonly certain: boolean;
}

/**
 * The columns in which a page prints its amounts: full rows show them; where every row leaves some empty, amounts that stand below one
 * another make a column, and the headings above and the sums of the rows tell which.
 *
 * @param headings Where the amount columns' headings stand.
 * @param sums Which amount columns add up to which.
 */
export function amountColumns(
  lines: readonly FlowedLine[],
  headings: readonly (Place | undefined)[],
  sums: readonly ColumnSum[],
): AmountColumns | undefined {
  const count = headings.length;
  const full = lines.map(({ words }) => fullRow(words, count)).filter((amounts) => amounts !== undefined);
  if (full.length === 0) return columnsBelowHeadings(lines, headings, sums);
  const places = Array.from({ length: count }, (_, column) => around(full.flatMap((amounts) => amounts[column] ?? [])));
  return { places, certain: true };
}

function around(words: readonly FlowedWord[]): Place {
  return [least(words.map(({ from }) => from)), greatest(words.map(({ to }) => to))];
}

/** More ways than this to lay clusters under headings are not tried. */
const MOST_WAYS = 20_000;
/** A cluster without a heading counts as if it stood so far from one. */
const WITHOUT_HEADING = 8;

function columnsBelowHeadings(
  lines: readonly FlowedLine[],
  headings: readonly (Place | undefined)[],
  sums: readonly ColumnSum[],
): AmountColumns | undefined {
  const rows = lines.map(({ words }) => words.filter(isMoney)).filter((row) => row.length > 0);
  const clusters = toClusters(rows.flat());
  const inClusters = rows.map((row) => row.map(({ from }) => clusters.findIndex(([left, right]) => left <= from && from < right)));
  const apart = inClusters.every((indexes) => new Set(indexes).size === indexes.length);
  if (clusters.length === 0 || clusters.length > headings.length || !apart) return undefined;
  const holds = (columns: readonly number[]) =>
    rows.every((row, at) => {
      const amounts = headings.map((_, column) => row[(inClusters[at] ?? []).indexOf(columns.indexOf(column))]?.text);
      return addsUp(amounts, sums);
    });
  const ways = increasing(clusters.length, headings.length);
  const ranked = ways
    .map((columns) => ({ columns, far: misfit(columns.map((column, index) => [clusters[index], headings[column]])) }))
    .sort((a, b) => a.far - b.far);
  const adding = sums.length > 0 ? ranked.filter(({ columns }) => holds(columns)) : ranked;
  const [chosen] = adding;
  if (!chosen) return undefined;
  return {
    places: headings.map((heading, column) => clusters[chosen.columns.indexOf(column)] ?? heading),
    certain: sums.length > 0 && adding.length === 1,
  };
}

/** Stretches that words fill, `[from, to)`: amounts below one another overlap. */
function toClusters(words: readonly FlowedWord[]): readonly Place[] {
  return [...words]
    .sort((a, b) => a.from - b.from)
    .reduce<[number, number][]>((clusters, { from, to }) => {
      const open = clusters.at(-1);
      if (open && from < open[1]) open[1] = Math.max(open[1], to);
      else clusters.push([from, to]);
      return clusters;
    }, []);
}

/** Every way to take so many of the columns in order; none when there are too many. */
function increasing(count: number, columns: number): readonly (readonly number[])[] {
  let ways: (readonly number[])[] = [[]];
  for (let taken = 0; taken < count; taken += 1) {
    ways = ways.flatMap((way) => {
      const from = (way.at(-1) ?? -1) + 1;
      return Array.from({ length: Math.max(0, columns - from - (count - taken - 1)) }, (_, offset) => [...way, from + offset]);
    });
    if (ways.length > MOST_WAYS) return [];
  }
  return ways;
}

/** How far clusters stand from their headings; that all stand aside by as much is less of a misfit than that each does by its own. */
function misfit(pairs: readonly (readonly [Place | undefined, Place | undefined])[]): number {
  const asides = pairs.flatMap(([cluster, heading]) =>
    cluster && heading ? [(cluster[0] + cluster[1] - heading[0] - heading[1]) / 2] : [],
  );
  const usual = asides.toSorted((a, b) => a - b)[Math.floor(asides.length / 2)] ?? 0;
  const unknown = pairs.length - asides.length;
  return asides.reduce((sum, aside) => sum + Math.abs(aside - usual) + Math.abs(aside) / 4, 0) + unknown * WITHOUT_HEADING;
}

/** The amounts of a line that prints one for every column. */
export function fullRow(words: readonly FlowedWord[], count: number): readonly FlowedWord[] | undefined {
  const first = words.findIndex(isMoney);
  const run = words.slice(first, first + count);
  return first >= 0 && run.length === count && run.every(isMoney) ? run : undefined;
}
