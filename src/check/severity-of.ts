import type { Severity } from "../model/diagnostic.ts";
import type { Checked, WeightedFigure } from "./checked.ts";

/** How much an inconsistent finding matters: what the caller says of its rule; else what the rule says, of a tie no more than `info`. */
export function severityOf(checked: Checked, set: ReadonlyMap<string, Severity>): Severity {
  const { id, severity } = checked.rule;
  return set.get(id) ?? (isTie(checked) ? "info" : severity);
}

/** Whether two printed figures are one unit of their last decimal apart: what lies right between can be rounded up here and down there. */
function isTie({ left, right, compared }: Checked): boolean {
  if (!compared || compared.holds) return false;
  const isOne = (terms: readonly WeightedFigure[]) => terms.filter(({ figure }) => !figure.value.isZero()).length === 1;
  return isOne(left) && isOne(right) && compared.residual.abs().eq(compared.allowance);
}
