import { foldWidth } from "./fold-width.ts";
import { parsePrintedAmount } from "./printed-amount.ts";

/** What a printed text looks like by itself; what it means, its column tells. */
export type AmountShape =
  | "blank"
  /** A number with decimals, separators or a sign: money. */
  | "amount"
  /** Meant as an amount and misprinted: `47..38`, `12,34.50`, `1O.00`. */
  | "malformed"
  /** What may be a piece of an amount that a narrow cell broke: `84,86`, `0.`, `,970.00`. */
  | "partial"
  /** An amount with something at it that is none of it: `12.00元`, `47.38*`, `99.50%`, `####`. */
  | "marked"
  /** `-`, `—`, `/`: no amount. */
  | "dash"
  /** Bare digits: a code, a count or money. */
  | "digits"
  /** Digits in brackets, as codes of a classification are printed: `[301]`. */
  | "code"
  /** What counts the points of a list: `一、`, `（二）`, `3.`, `(12)`. */
  | "ordinal"
  | "text";

const ORDINAL = /^(?:[1-9]\d?[.、]|[一二三四五六七八九十]{1,3}[、.]|\((?:[1-9]\d?|[一二三四五六七八九十]{1,3})\))$/u;
const CODE = /^[[(【〔]\d{3,}[\])】〕]$/u;
/** Digits and separators that end as an amount does, by two decimals. */
const LIKE_AMOUNT = /^[-(]?\d[\d,.]*[,.]\d{2}\)?$/u;
const DATE = /^(?:19|20)\d{2}\.\d{1,2}\.\d{1,2}$/u;
/** The beginning of an amount with thousands apart, or its end. */
const PARTIAL = /^(?:[-(]?\d{1,3}(?:,\d{3})*,\d{0,2}|[-(]?\d[\d,]*\.|[,.]\d[\d,.]*\)?)$/u;
const MARKED = /^(?:[^\p{L}\d]*\d[\d,]*\.\d{1,2}[^\p{L}\d.,]*(?:[万千]?元)?|#{2,})$/u;
/** Letters and stops that a bad font, or a bad reader of scans, puts for digits and points. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  O: "0",
  o: "0",
  〇: "0",
  l: "1",
  I: "1",
  Z: "2",
  S: "5",
  B: "8",
  "。": ".",
  "、": ",",
};

/**
 * What a printed text looks like, without regard to white space and to the width of its characters.
 *
 * @param text A cell, or a word of running text.
 * @example amountShape("47..38") // "malformed"
 */
export function amountShape(text: string): AmountShape {
  const folded = foldWidth(text).replace(/\s+/gu, "");
  if (folded === "") return "blank";
  if (/^\d+$/u.test(folded)) return "digits";
  if (CODE.test(folded)) return "code";
  if (ORDINAL.test(folded)) return "ordinal";
  const printed = parsePrintedAmount(text);
  if (printed) return printed.kind === "dash" ? "dash" : "amount";
  if (DATE.test(folded)) return "text";
  if (PARTIAL.test(folded)) return "partial";
  if (LIKE_AMOUNT.test(folded) || LIKE_AMOUNT.test(folded.replace(/[OolIZSB〇。、]/gu, (char) => LOOKALIKES[char] ?? char)))
    return "malformed";
  return MARKED.test(folded) ? "marked" : "text";
}
