import { type Decimal, Decimal as Decimals } from "../model/amount.ts";
import { groupThousands } from "../model/group-thousands.ts";

/**
 * Prints amounts as these texts print theirs: in their unit, with separators where one of them has any.
 *
 * @param exponent Power of ten from the printed unit to 万元.
 */
export function printedLike(texts: readonly (string | null)[], decimals: number, exponent: number): (value: Decimal) => string {
  const grouped = texts.some((text) => text?.includes(","));
  const unit = new Decimals(10).pow(-exponent);
  return (value) => {
    const digits = value.times(unit).toFixed(decimals);
    return grouped ? groupThousands(digits) : digits;
  };
}
