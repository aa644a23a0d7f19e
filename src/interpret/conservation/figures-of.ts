import { compactText } from "../../model/compact-text.ts";

export const DIGIT = /[\d\uff10-\uff19]/u;
/** Digits with points and commas. */
export const FIGURE = /(?<![\d.,])[.,]*\d[\d.,]*/gu;
/** Well grouped: a code that touches an amount, 20805011,234.50, is none. */
const AMOUNT = /(?:\d{1,3}(?:,\d{3}){1,9}|\d{1,30})\.\d\d/gu;
const WHOLE_AMOUNTS = new RegExp(`^(?:${AMOUNT.source})+$`, "u");

/** Figures without the punctuation of a sentence behind them; words that stand apart make none together. */
export function figuresOf(text: string): string[] {
  return !DIGIT.test(text) ? [] : (compactText(text).match(FIGURE) ?? []).map((figure) => figure.replace(/(?<![.,])[.,]+$/u, ""));
}

/** The amounts of a word that is nothing else. */
export function amountsIn(figure: string): string[] | undefined {
  return WHOLE_AMOUNTS.test(figure) ? (figure.match(AMOUNT) ?? []) : undefined;
}

export function countOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
