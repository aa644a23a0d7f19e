import type { Checked } from "../checked.ts";
import { money } from "../message.ts";
import { type StructureInput, structureFinding } from "./structure-finding.ts";

/**
 * Times a year's expenditure that fixed assets can be worth. Published ones come to between a twentieth and six times; an amount in 元 that
 * is printed as 万元 is ten thousand times too large.
 */
const MOST_YEARS_OF_EXPENDITURE = 1000;

/** One finding a stated worth of fixed assets, where the document prints what is spent in a year. */
export function assetsPlausible({ rule, ledger }: StructureInput<"assetsPlausible">): Checked[] {
  const spent = ledger.document.tables.flatMap((table) =>
    table.kind === "revenueAndExpenditureSummary"
      ? table.rows.flatMap(({ expenditure }) => (expenditure?.key === "totalExpenditure" ? (expenditure.amount ?? []) : []))
      : [],
  )[0];
  if (!spent?.isPositive() || spent.isZero()) return [];
  return ledger.statements.flatMap(({ stated, amount }) => {
    if (stated.measure !== "fixedAssets" || !amount) return [];
    const times = amount.value.div(spent).toFixed(1);
    return structureFinding(rule, ledger, {
      outcome: amount.value.lt(spent.times(MOST_YEARS_OF_EXPENDITURE)) ? "consistent" : "inconsistent",
      text: {
        zh: `固定资产 ${money(amount.value)} 万元，为全年支出 ${money(spent)} 万元的 ${times} 倍`,
        en: `fixed assets of ${money(amount.value)} are ${times} times the year's expenditure of ${money(spent)}`,
      },
      left: [amount.place],
    });
  });
}
