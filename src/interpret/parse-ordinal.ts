import { foldWidth } from "../model/fold-width.ts";

/** An ordinal before a label: what sort it is, and its number. */
export interface Ordinal {
  /** `一、`, `（一）`, `1.` and `（1）` are four sorts. */
  readonly kind: "chinese" | "bracketedChinese" | "digits" | "bracketedDigits";
  readonly number: number;
}

const DIGITS = "零一二三四五六七八九";

/**
 * Reads an ordinal as `parseLabel` takes it off a label.
 *
 * @example parseOrdinal("（二十一）") // { kind: "bracketedChinese", number: 21 }
 */
export function parseOrdinal(printed: string): Ordinal | undefined {
  const text = foldWidth(printed).replace(/\s+/gu, "");
  const bracketed = text.startsWith("(");
  const digits = /\d+/u.exec(text)?.[0];
  if (digits !== undefined) return { kind: bracketed ? "bracketedDigits" : "digits", number: Number(digits) };
  const chinese = /[一二三四五六七八九十]+/u.exec(text)?.[0];
  return chinese === undefined ? undefined : { kind: bracketed ? "bracketedChinese" : "chinese", number: toNumber(chinese) };
}

function toNumber(chinese: string): number {
  if (!chinese.includes("十")) return DIGITS.indexOf(chinese);
  const [tens = "", ones = ""] = chinese.split("十");
  return (tens === "" ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === "" ? 0 : DIGITS.indexOf(ones));
}
