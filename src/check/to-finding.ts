import type { Decimal } from "../model/amount.ts";
import type { Finding, FindingSide, ReportFigure } from "../model/check-report.ts";
import type { Severity } from "../model/diagnostic.ts";
import type { PlaceNames } from "../model/figure-place.ts";
import type { Checked, WeightedFigure } from "./checked.ts";
import { sumOf } from "./interval.ts";
import { messageOf } from "./message.ts";

/** An instance of a rule as the report gives it. */
export function toFinding(checked: Checked, severity: Severity, names: PlaceNames): Finding {
  const { rule, outcome, reason, compared, remark } = checked;
  return {
    rule: rule.id,
    family: rule.family,
    outcome,
    severity,
    ...(reason && { reason }),
    left: remark ? { value: remark.values?.left ?? null, figures: [...remark.left] } : sideOf(checked.left),
    right: remark ? { value: remark.values?.right ?? null, figures: [...remark.right] } : sideOf(checked.right),
    residual: compared?.residual ?? remark?.values?.residual ?? null,
    allowance: compared?.allowance ?? remark?.values?.allowance ?? null,
    message: messageOf(checked, names),
  };
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
