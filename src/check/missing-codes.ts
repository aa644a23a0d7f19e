import { carries, codeOf } from "./attributes.ts";
import type { Ledger, Line } from "./ledger-shapes.ts";

/** A row that another table of the same document proves missing. */
export interface MissingCode {
  readonly code: string;
  /** The row of the other table. */
  readonly witness: Line;
}

/** Tables that have a row for every code that has an amount in another. */
export const codeWitnesses: readonly { readonly from: string; readonly to: string }[] = [
  { from: "expenditureSummary", to: "revenueSummary" },
  { from: "revenueSummary", to: "expenditureSummary" },
  { from: "generalPublicBudgetByFunction", to: "expenditureSummary" },
  { from: "governmentFundBudgetByFunction", to: "expenditureSummary" },
  { from: "stateCapitalBudgetByFunction", to: "expenditureSummary" },
  { from: "generalPublicBudgetByFunction", to: "revenueSummary" },
];

/** The codes that stand in one table with an amount and in the other not at all. */
export function missingCodes(ledger: Ledger, from: string, to: string): MissingCode[] {
  const table = ledger.table(to);
  const witnesses = ledger.table(from)?.lines ?? [];
  if (!table || !carries(table.lines, "code")) return [];
  const present = table.linesBy("code").byValue;
  return witnesses.flatMap((witness) => {
    const code = codeOf(witness);
    const total = witness.figure("total");
    return code === undefined || witness.role === "other" || present.has(code) || !total || total.value.isZero() ? [] : [{ code, witness }];
  });
}

/** Whether rows that would be part of this one are proven missing. */
export function missingBelow(ledger: Ledger, { table, ...line }: Line): boolean {
  const pairs = codeWitnesses.filter(({ to }) => to === table.kind);
  if (pairs.length === 0 || ledger.table(table.kind) !== table) return false;
  const own = line.role === "total" ? "" : codeOf({ table, ...line });
  return own !== undefined && pairs.some(({ from }) => missingCodes(ledger, from, table.kind).some(({ code }) => code.startsWith(own)));
}
