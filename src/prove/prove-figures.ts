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
   * rounded in a long sum may hide a last one, and in two sums at once: a total and its parts are printed in several tables, rounded alike.
   * Zeros prove each other, too: of what is not zero, no recognition makes nothing but zeros.
   */
  readonly proven: ReadonlySet<string>;
  /** Places whose figures stand in an identity that does not hold, and in none that does. */
  readonly accused: ReadonlySet<string>;
}

/** What the identities of the form say of figures that were recognised in pictures. */
export function proveFigures(checked: readonly Checked[], figures: ReadonlyMap<string, PictureFigure>): Proof {
  const sheet = correctedSheet(checked);
  const proven = new Set<string>();
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
    const places = termsOf(one).flatMap(placeOf);
    if (one.compared?.holds) {
      for (const place of places) held.add(place);
      const { residual, allowance } = one.compared;
      if (!residual.isZero()) continue;
      for (const place of places) if (!figures.get(place)?.doubted?.lt(allowance)) proven.add(place);
      continue;
    }
    for (const place of places) accused.add(place);
    const [only, ...others] = termsOf(one).flatMap(readingsThatHold);
    if (only && others.length === 0) corrections.set(only.figure, only.reading);
  }
  for (const place of held) accused.delete(place);
  return { corrections: [...corrections].map(([figure, reading]) => ({ figure, reading })), proven, accused };
}

function termsOf({ left, right }: Checked): readonly Figure[] {
  return [...left, ...right].flatMap(({ figure, weight }) => (weight === "upTo" ? [] : [figure]));
}

function placeOf({ place }: Figure): string[] {
  return "kind" in place && "row" in place && place.column >= 0 ? [placeKey(place.kind, place.number, place.row, place.column)] : [];
}
