import fc from "fast-check";

/** One thing that is wrong in a text: where it stands, what was printed, and what is printed now. */
export interface Misprint {
  readonly at: number;
  readonly was: string;
  readonly is: string;
}

/** An amount as tables print it. */
const AMOUNT = /(?<![\d,.])(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2}(?![\d,.])/gu;

/** Ways to print an amount wrongly, so that it cannot be read. */
const MISPRINTS: readonly ((amount: string) => string)[] = [
  (amount) => amount.replace(".", ".."),
  (amount) => amount.replace(".", ",."),
  (amount) => amount.replace(/\.(\d\d)$/u, ".$1.$1"),
  (amount) => amount.replace(/\d(?=\.)/u, "O"),
  (amount) => amount.replace(".", "。"),
  (amount) => `?${amount.slice(1)}`,
  (amount) => `${amount}%`,
];

/**
 * One amount of a text, misprinted.
 *
 * @param from Where the tables begin, and where they end.
 */
export function misprintedAmount(text: string, from: number, to: number): fc.Arbitrary<Misprint> {
  const places = [...text.matchAll(AMOUNT)].map(({ 0: was, index }) => ({ at: index, was })).filter(({ at }) => at >= from && at < to);
  return fc
    .tuple(fc.constantFrom(...places), fc.constantFrom(...MISPRINTS))
    .map(([place, misprint]) => ({ ...place, is: misprint(place.was) }));
}

/** The text with a misprint; what stands behind it in a column of its own stays there. */
export function misprinted(text: string, { at, was, is }: Misprint): string {
  const behind = text.slice(at + was.length);
  const spaces = Math.min(is.length - was.length, Math.max(0, (/^ */u.exec(behind)?.[0].length ?? 0) - 1));
  return text.slice(0, at) + is + behind.slice(Math.max(0, spaces));
}
