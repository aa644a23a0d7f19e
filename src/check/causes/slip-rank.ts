import { isOneEdit, isTransposed } from "../../model/one-slip.ts";

/**
 * How likely it is that a figure was meant and another printed: 0 for two digits changed over, a sign too many or nothing printed at all;
 * 1 for one digit wrong, lost or doubled, the last one off by one, a shifted point, a sign left out; 3 for anything else and for a printed
 * zero; 4 where the expected amount would be negative.
 */
export function slipRank(printed: string | null, expected: string): number {
  if (printed === null || printed.trim() === "") return 0;
  if (expected.startsWith("-") && !/^[-−(（]/u.test(printed.trim()))
    return printed.replace(/,/gu, "") === expected.slice(1).replace(/,/gu, "") ? 1 : 4;
  const [was, meant] = [digitsOf(printed), digitsOf(expected)];
  if (was === "") return 3;
  if (was === meant || isTransposed(was, meant)) return 0;
  if (isOneEdit(was, meant) || trimmed(was) === trimmed(meant) || isNext(was, meant)) return 1;
  return 3;
}

function digitsOf(text: string): string {
  return text.replace(/\D/gu, "").replace(/^0+/u, "");
}

function trimmed(digits: string): string {
  return digits.replace(/(?<!0)0+$/u, "");
}

function isNext(a: string, b: string): boolean {
  const apart = BigInt(a || "0") - BigInt(b || "0");
  return apart === 1n || apart === -1n;
}
