import { compactText } from "./compact-text.ts";

const TOTALS: ReadonlySet<string> = new Set(["合计", "总计", "总合计"]);

/** Whether a label is the sum of its table. */
export function isTotalLabel(text: string): boolean {
  return TOTALS.has(withoutColon(text));
}

/** Whether a label is a sum of any kind: of a table, or of some of its rows or columns. */
export function isSumLabel(text: string): boolean {
  const label = withoutColon(text);
  return label === "小计" || TOTALS.has(label);
}

function withoutColon(text: string): string {
  return compactText(text).replace(/:+$/u, "");
}

const NUMERALS = "一二三四五六七八九十";
const OF_WHICH = /^\s*其中\s*[:：]?\s*/u;

/** What counts the rows of a list at the beginning of a label, as printed: `一、`, `（二）`, `3.`, `(4)`. */
export const ORDINAL = new RegExp(
  `^(?:[${NUMERALS}]+[、.．]|[（(][${NUMERALS}]+[）)][、.]?|\\d{1,2}[、.．](?!\\d)|[（(]\\d{1,2}[）)])`,
  "u",
);

/** Whether a text is 其中 or begins with it: it repeats a part of what stands above it or beside it. */
export function isOfWhich(text: string): boolean {
  return OF_WHICH.test(text);
}

/**
 * A label as labels are compared: compact, without 其中 and its ordinal.
 *
 * @example bareLabel("其中：（一）因公出国（境）费") // "因公出国(境)费"
 */
export function bareLabel(text: string): string {
  return compactText(text.replace(OF_WHICH, "")).replace(ORDINAL, "");
}

/**
 * The number of an ordinal of the first level.
 *
 * @returns undefined for a label without one.
 * @example firstLevelNumber("二十三、债务付息支出") // 23
 */
export function firstLevelNumber(label: string): number | undefined {
  const numeral = new RegExp(`^([${NUMERALS}]+)[、.．]`, "u").exec(compactText(label))?.[1];
  if (!numeral) return undefined;
  const digit = (char: string) => NUMERALS.indexOf(char) + 1;
  const [tens = "", ones = ""] = numeral.includes("十") ? numeral.split("十") : ["", numeral];
  const whole = numeral.includes("十") ? (tens === "" ? 10 : digit(tens) * 10) : 0;
  return whole + (ones === "" ? 0 : digit(ones));
}

/** Where a code, an ordinal, a sum or 其中 opens a label, so that it does not go on with the one above it. */
export function opensLabel(text: string): boolean {
  return /^\s*[[［【]\s*\d/u.test(text) || ORDINAL.test(text.trimStart()) || isOfWhich(text) || isSumLabel(text);
}
