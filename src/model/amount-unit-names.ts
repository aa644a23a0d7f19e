import type { AmountUnit } from "./amount.ts";

/** How a table prints its unit after 单位. */
export const amountUnitNames: Readonly<Record<AmountUnit, string>> = {
  yuan: "元",
  thousandYuan: "千元",
  tenThousandYuan: "万元",
  hundredMillionYuan: "亿元",
};
