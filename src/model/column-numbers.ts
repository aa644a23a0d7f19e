import { compactText } from "./compact-text.ts";

/** What numbers no column: the row's own name, and the marks under columns of labels. */
const MARK = /^(?:[栏行]次|\*+|[甲乙丙丁戊己庚辛])$/u;
const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
/** A number or a letter, perhaps with the columns that it is made from. */
const ORDINAL = new RegExp(`^\\(?(\\d{1,2}|[a-z]|[${CIRCLED}])\\)?(?:[=:][\\d()a-z${CIRCLED}+\\-−*/×÷%.…~、]+)?$`, "iu");

/**
 * The numbers of a row of column numbers, left to right; undefined for any other row.
 *
 * Letters count as numbers where no column has a number, else they mark columns of labels.
 *
 * @param texts The row's cells without the empty ones.
 * @example columnNumbers(["**", "栏次", "1=2+3", "2", "3"]) // [1, 2, 3]
 * @example columnNumbers(["A", "B", "C=A+B"]) // [1, 2, 3]
 */
export function columnNumbers(texts: readonly string[]): number[] | undefined {
  const ordinals = texts.map(compactText).filter((text) => !isColumnMark(text));
  const names = ordinals.map((text) => ORDINAL.exec(text)?.[1] ?? "");
  if (names.includes("")) return undefined;
  const isLetter = (name: string) => /^[a-z]$/iu.test(name);
  const counted = names.every(isLetter) ? names : names.filter((name) => !isLetter(name));
  const numbers = counted.map(toNumber);
  const [first = Number.NaN] = numbers;
  return numbers.every((number, index) => number === first + index) ? numbers : undefined;
}

/** Whether a cell of a row of column numbers says that its column has none. */
export function isColumnMark(text: string): boolean {
  return MARK.test(compactText(text));
}

function toNumber(name: string): number {
  if (/^\d+$/u.test(name)) return Number(name);
  const circled = CIRCLED.indexOf(name);
  return circled >= 0 ? circled + 1 : name.toLowerCase().charCodeAt(0) - "a".charCodeAt(0) + 1;
}
