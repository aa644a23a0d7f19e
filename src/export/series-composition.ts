import { Decimal } from "../model/amount.ts";
import type { Fact } from "./fact.ts";

/**
 * What a printed sum holds, and what its table prints beside it.
 *
 * 本年收入合计 has 上级补助收入 below it in one form and above it in another: the same words, another sum. A line that one table holds and the
 * other does not print at all says nothing.
 */
export interface Composition {
  /** By the key of a line or column. */
  readonly holds: ReadonlyMap<string, Fact>;
  readonly beside: ReadonlyMap<string, Fact>;
  /** Whether the form prints each part as a column of its own, so that what is no column is no part. */
  readonly complete: boolean;
}

/** An earlier sum beside a later one that holds something else. */
export interface Recomposed {
  /** The earlier amount with what the later sum holds; null where its parts are not all printed. */
  readonly amount: Decimal | null;
  /** Names of what only one of the two holds. */
  readonly differing: readonly string[];
}

/** What rounding hides of one printed amount, in 万元. */
const HALF_A_FEN = new Decimal("0.005");

/** The sum of a line of a two-sided table: the lines above it are in it, those between it and the grand total beside it. */
export function lineComposition(sum: Fact, side: readonly Fact[]): Composition {
  const keyed = (facts: readonly Fact[]) => new Map(facts.flatMap((fact) => (fact.itemKey === null ? [] : [[fact.itemKey, fact]])));
  const below = side.filter(({ rowIndex }) => rowIndex > sum.rowIndex);
  return { holds: keyed(side.filter(({ rowIndex }) => rowIndex < sum.rowIndex)), beside: keyed(below), complete: false };
}

/** The sum of a row over its columns; undefined where these do not add up to it, so that they are not all that it holds. */
export function rowComposition(sum: Fact, facts: readonly Fact[]): Composition | undefined {
  const columns = facts.filter(({ rowIndex, measure }) => rowIndex === sum.rowIndex && measure !== sum.measure);
  const apart = sumOf(columns).minus(sum.amount ?? 0);
  if (apart.abs().gt(HALF_A_FEN.times(columns.length + 1))) return undefined;
  return { holds: new Map(columns.map((fact) => [fact.measure, fact])), beside: new Map(), complete: true };
}

/** The earlier sum as the later one is composed; undefined where they hold the same money. */
export function recompose(amount: Decimal, earlier: Composition, later: Composition): Recomposed | undefined {
  const isBeside = (key: string, { holds, beside, complete }: Composition) => beside.has(key) || (complete && !holds.has(key));
  const taken = [...earlier.holds].flatMap(([key, fact]) => (isBeside(key, later) ? [fact] : []));
  const missing = [...later.holds].filter(([key]) => isBeside(key, earlier));
  const given = missing.flatMap(([key]) => earlier.beside.get(key) ?? []);
  const unknown = missing.flatMap(([key, fact]) => (earlier.beside.has(key) ? [] : [fact]));
  const differing = [...taken, ...given, ...unknown].filter(holdsMoney);
  if (differing.length === 0) return undefined;
  const isTold = unknown.filter(holdsMoney).length === 0 && differing.every((fact) => fact.amount !== null);
  return { amount: isTold ? amount.minus(sumOf(taken)).plus(sumOf(given)) : null, differing: differing.map(nameOf) };
}

function sumOf(facts: readonly Fact[]): Decimal {
  return facts.reduce((all, fact) => all.plus(fact.amount ?? 0), new Decimal(0));
}

/** Blanks and dashes are none; what cannot be read may be any. */
function holdsMoney({ amount, printedText }: Fact): boolean {
  return amount === null ? /\d/u.test(printedText ?? "") : !amount.isZero();
}

function nameOf({ itemKey, rowName, columnPath }: Fact): string {
  return itemKey === null ? (columnPath ?? "") : rowName;
}
