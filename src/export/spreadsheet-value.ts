import type { Decimal } from "../model/amount.ts";
import { parsePrintedAmount } from "../model/printed-amount.ts";

/** A cell of a spreadsheet: a number with the format that shows it as printed, or text. */
export interface SpreadsheetValue {
  readonly value: string | number;
  readonly format?: string;
}

/** Digits that a spreadsheet's binary number still gives back exactly. */
const EXACT_DIGITS = 15;

/**
 * A printed figure as a number, with its separators, decimals and brackets in the format.
 *
 * @returns Text where the cell prints no number, or one with more digits than a spreadsheet holds.
 */
export function printedFigure(text: string): SpreadsheetValue {
  const printed = parsePrintedAmount(text);
  if (printed?.kind !== "number" || printed.value.precision() > EXACT_DIGITS) return { value: text };
  const whole = /[,，]/u.test(text) ? "#,##0" : "0";
  const format = printed.decimals > 0 ? `${whole}.${"0".repeat(printed.decimals)}` : whole;
  return { value: printed.value.toNumber(), format: /[(（]/u.test(text) ? `${format};(${format})` : format };
}

/** An exact amount as a number, as text where a number would round it. */
export function exactNumber(value: Decimal): string | number {
  return value.precision() > EXACT_DIGITS ? value.toFixed() : value.toNumber();
}
