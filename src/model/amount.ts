import { Decimal as DecimalBase } from "decimal.js";
import * as z from "zod";

/** Exact decimal arithmetic; 40 digits hold any sum of printed amounts without rounding. */
export const Decimal = DecimalBase.clone({ precision: 40, toExpNeg: -40, toExpPos: 40 });
export type Decimal = DecimalBase;

/** What a table prints its money in. Results are always in 万元 (`tenThousandYuan`). */
export const AmountUnit = z.enum(["yuan", "thousandYuan", "tenThousandYuan", "hundredMillionYuan"]);
export type AmountUnit = z.infer<typeof AmountUnit>;

/** Power of ten from each printed unit to 万元. */
export const exponentOfUnit: Readonly<Record<AmountUnit, number>> = {
  yuan: -4,
  thousandYuan: -1,
  tenThousandYuan: 0,
  hundredMillionYuan: 4,
};

export function amount(digits: string | number): Decimal {
  return new Decimal(digits);
}

/** Converts exactly from the printed unit to 万元. */
export function toTenThousandYuan(value: Decimal, printed: AmountUnit): Decimal {
  return value.times(new Decimal(10).pow(exponentOfUnit[printed]));
}

/** Converts 万元 to 元, exactly. */
export function toYuan(tenThousandYuan: Decimal): Decimal {
  return tenThousandYuan.times(10_000);
}

/** Money: a string of plain digits in JSON, a `Decimal` in 万元 in memory. */
export const Amount = z.codec(
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .meta({ description: "Exact decimal digits, in 万元" }),
  z.instanceof(DecimalBase),
  { decode: (digits) => new Decimal(digits), encode: (value) => value.toFixed() },
);
