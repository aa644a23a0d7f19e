import { compactText } from "./compact-text.ts";

/** What numbers no column: the row's own name, and the letters under columns that hold no figures. */
const UNNUMBERED = /^(?:栏次|行次|[甲乙丙丁戊己])$/u;
/** A number, perhaps with the columns that it is the sum of. */
const NUMBER = /^\(?(\d{1,2})\)?(?:=[\d()+\-−*/×÷.…~]+)?$/u;

/**
 * The numbers of a row of column numbers, left to right; undefined for any other row.
 *
 * @param texts The row's cells without the empty ones.
 * @example columnNumbers(["栏次", "1=2+3", "2", "3"]) // [1, 2, 3]
 */
export function columnNumbers(texts: readonly string[]): number[] | undefined {
  const numbered = texts.map(compactText).filter((text) => !UNNUMBERED.test(text));
  const numbers = numbered.map((text) => Number(NUMBER.exec(text)?.[1]));
  const [first = Number.NaN] = numbers;
  return numbers.every((number, index) => number === first + index) ? numbers : undefined;
}
