import type { Decimal } from "gz-budget";

/** An amount with at least two decimals and a comma every three digits, as budgets print it. */
export function withCommas(amount: Decimal): string {
  return amount.toFixed(Math.max(2, amount.decimalPlaces())).replace(/\B(?=(\d{3})+\.)/g, ",");
}
