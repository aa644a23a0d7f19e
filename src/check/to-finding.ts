import type { Decimal } from "../model/amount.ts";
import type { Finding, FindingSide, ReportFigure } from "../model/check-report.ts";
import type { PlaceNames } from "../model/figure-place.ts";
import type { Checked, WeightedFigure } from "./checked.ts";
import { sumOf } from "./interval.ts";
import { messageOf } from "./message.ts";

/** An instance of a rule as the report gives it. */
export function toFinding(checked: Checked, names: PlaceNames): Finding {
  const { rule, outcome, reason, compared, remark } = checked;
  return {
    rule: rule.id,
    family: rule.family,
    outcome,
    severity: isTie(checked) ? "info" : rule.severity,
    ...(reason && { reason }),
    left: remark ? { value: remark.values?.left ?? null, figures: [...remark.left] } : sideOf(checked.left),
    right: remark ? { value: remark.values?.right ?? null, figures: [...remark.right] } : sideOf(checked.right),
    residual: compared?.residual ?? remark?.values?.residual ?? null,
    allowance: compared?.allowance ?? remark?.values?.allowance ?? null,
    message: messageOf(checked, names),
  };
}

/** Whether two printed figures are one unit of their last decimal apart: what lies right between can be rounded up here and down there. */
function isTie({ left, right, compared }: Checked): boolean {
  if (!compared || compared.holds) return false;
  const isOne = (terms: readonly WeightedFigure[]) => terms.filter(({ figure }) => !figure.value.isZero()).length === 1;
  return isOne(left) && isOne(right) && compared.residual.abs().eq(compared.allowance);
}

function sideOf(terms: readonly WeightedFigure[]): FindingSide {
  return { value: sideValue(terms), figures: terms.map(reported) };
}

function sideValue(terms: readonly WeightedFigure[]): Decimal | null {
  return terms.length === 0 ? null : sumOf(terms).value;
}

function reported({ figure, weight }: WeightedFigure): ReportFigure {
  return weight === "plus" ? figure.place : { ...figure.place, weight };
}
