import { correctedSheet } from "../check/causes/corrected-sheet.ts";
import type { Checked } from "../check/checked.ts";
import type { Figure } from "../check/figure.ts";
import { type PictureFigure, placeKey, type Reading } from "./picture-figures.ts";

/** A figure with the reading that is to be taken instead. */
export interface Correction {
  readonly figure: PictureFigure;
  readonly reading: Reading;
}

export interface Proof {
  /** Each makes all identities of its figure hold, and no other reading of a figure of these does. */
  readonly corrections: readonly Correction[];
  /**
   * Places whose figures stand in an identity that holds to the last digit and would not hold if a doubted digit were another. What is
   * rounded in a long sum may hide a last one; not in a row and a column that cross in it, nor in two sums that share no other amount. Two
   * that share one may be the same sum, printed in several tables and rounded alike. Zeros prove each other, too: of what is not zero, no
   * recognition makes nothing but zeros.
   */
  readonly proven: ReadonlySet<string>;
  /** Places whose figures stand in an identity that does not hold, and in none that does. */
  readonly accused: ReadonlySet<string>;
}

/** What the identities of the form say of figures that were recognised in pictures. */
export function proveFigures(checked: readonly Checked[], figures: ReadonlyMap<string, PictureFigure>): Proof {
  const sheet = correctedSheet(checked);
  const proven = new Set<string>();
  const exactSums = new Map<string, (readonly Figure[])[]>();
  const held = new Set<string>();
  const accused = new Set<string>();
  const corrections = new Map<PictureFigure, Reading>();
  const equalities = checked.filter(({ compared }) => compared?.relation === "equal");
  const failed = equalities.filter(({ compared }) => !compared?.holds);
  const readingsThatHold = (figure: Figure): Correction[] => {
    const seen = placeOf(figure).flatMap((place) => figures.get(place) ?? [])[0];
    const own = failed.filter((one) => termsOf(one).includes(figure));
    return (seen?.readings ?? []).flatMap((reading) => {
      const { explains, contradicts } = sheet.effectOf([{ figure, by: reading.more }]);
      return seen && contradicts === 0 && own.every((one) => explains.includes(one)) ? [{ figure: seen, reading }] : [];
    });
  };
  for (const one of equalities) {
    const terms = termsOf(one);
    const places = terms.flatMap(placeOf);
    if (one.compared?.holds) {
      for (const place of places) held.add(place);
      const { residual, allowance } = one.compared;
      if (!residual.isZero()) continue;
      for (const place of places) {
        const sums = exactSums.get(place) ?? [];
        const isProvenByTwo = sums.some((sum) => cross(sum, terms) || shareNoAmount(sum, terms, place));
        if (isProvenByTwo || !figures.get(place)?.doubted?.lt(allowance)) proven.add(place);
        exactSums.set(place, [...sums, terms]);
      }
      continue;
    }
    for (const place of places) accused.add(place);
    const [only, ...others] = terms.flatMap(readingsThatHold);
    if (only && others.length === 0) corrections.set(only.figure, only.reading);
  }
  for (const place of held) accused.delete(place);
  return { corrections: [...corrections].map(([figure, reading]) => ({ figure, reading })), proven, accused };
}

function termsOf({ left, right }: Checked): readonly Figure[] {
  return [...left, ...right].flatMap(({ figure, weight }) => (weight === "upTo" ? [] : [figure]));
}

/** Whether one lies in a row of a table, the other in a column of it. */
function cross(one: readonly Figure[], other: readonly Figure[]): boolean {
  const table = tableOf(one);
  if (table === undefined || table !== tableOf(other)) return false;
  return (isAlong("row", one) && isAlong("column", other)) || (isAlong("column", one) && isAlong("row", other));
}

/** The table in which all terms stand. */
function tableOf(terms: readonly Figure[]): string | undefined {
  const tables = new Set(terms.map(({ place }) => ("kind" in place ? `${place.kind} ${place.number}` : "")));
  return tables.size === 1 ? [...tables][0] : undefined;
}

function isAlong(line: "row" | "column", terms: readonly Figure[]): boolean {
  return new Set(terms.map(({ place }) => ("row" in place ? place[line] : undefined))).size === 1;
}

/** Zeros aside. */
function shareNoAmount(one: readonly Figure[], other: readonly Figure[], place: string): boolean {
  const amounts = (terms: readonly Figure[]) =>
    terms.flatMap((term) => (placeOf(term).includes(place) || !term.value || term.value.isZero() ? [] : [term.value.toString()]));
  const known = new Set(amounts(one));
  return !amounts(other).some((amount) => known.has(amount));
}

function placeOf({ place }: Figure): string[] {
  return "kind" in place && "row" in place && place.column >= 0 ? [placeKey(place.kind, place.number, place.row, place.column)] : [];
}
