import { Decimal } from "./amount.ts";
import { foldWidth } from "./fold-width.ts";
import { withoutMark } from "./raised-mark.ts";

/** What stands in an amount cell. `value` is in the unit the table prints. */
export type PrintedAmount =
  | { readonly kind: "number"; readonly value: Decimal; readonly decimals: number }
  | { readonly kind: "blank" }
  | { readonly kind: "dash" };

const DASHES = /^(?:[-\u2010-\u2015\u2212\u2500]{1,4}|\/)$/;
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
const PLAIN = /^\d+(\.\d+)?$/;
/** What a number broken over two lines must still look like: two numbers side by side do not. */
const WRAPPED = /^\D?[\d,]+\.\d{1,2}\D?$/;

/**
 * Reads one printed amount.
 *
 * Accepts thousands separators in their places, full-width digits, a leading minus, an accountant's brackets, and spaces or line
 * breaks inside a number that was wrapped. A raised mark behind it refers to a note. Anything else is not an amount.
 *
 * @param text Cell text as printed; `null` for an empty cell.
 * @returns The value in the table's own unit with the decimals printed, `blank`, `dash` (nothing, not zero; also `/`), or `undefined` if the text is no amount.
 * @source commas in the 2024 tables, none in 2021; zeros as `-` in some units' tables
 * @example parsePrintedAmount("（1,234.50）") // { kind: "number", value: -1234.5, decimals: 2 }
 */
export function parsePrintedAmount(text: string | null): PrintedAmount | undefined {
  const printed = foldWidth(withoutMark(text ?? "")).trim();
  const folded = printed.replace(/\s+/gu, "");
  if (folded === "") return { kind: "blank" };
  if (/\d\s+[\d.,]|[.,]\s+\d/.test(printed) && !WRAPPED.test(folded)) return undefined;
  if (DASHES.test(folded)) return { kind: "dash" };
  const bracketed = /^\((.+)\)$/.exec(folded);
  const signed = bracketed ? null : /^[-\u2212\u2010-\u2013\ufe63](.+)$/.exec(folded);
  const digits = bracketed?.[1] ?? signed?.[1] ?? folded;
  if (!GROUPED.test(digits) && !PLAIN.test(digits)) return undefined;
  const plain = digits.replaceAll(",", "");
  const magnitude = new Decimal(plain);
  const value = (bracketed || signed) && !magnitude.isZero() ? magnitude.negated() : magnitude;
  return { kind: "number", value, decimals: plain.split(".")[1]?.length ?? 0 };
}
