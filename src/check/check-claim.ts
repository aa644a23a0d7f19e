import type { Decimal } from "../model/amount.ts";
import type { Finding, FindingSide, Reason, ReportFigure } from "../model/check-report.ts";
import type { Context } from "./context.ts";
import { contextsOf } from "./contexts-of.ts";
import type { Figure } from "./figure.ts";
import { type Gathered, readingsOf, type WeightedFigure } from "./gather.ts";
import { type Comparison, compare, type Relation, type Sum, sumOf } from "./interval.ts";
import type { Ledger } from "./ledger.ts";
import { findingMessage } from "./message.ts";
import type { Claim, Scope, SumRule } from "./rule.ts";

/** A finding and the figures behind it, as objects, for coverage and suspects. */
export interface CheckedClaim {
  readonly finding: Finding;
  readonly left: readonly WeightedFigure[];
  readonly right: readonly WeightedFigure[];
  /** Sides of the comparison; undefined where nothing was compared. */
  readonly compared: (Comparison & { readonly leftSum: Sum; readonly rightSum: Sum; readonly relation: "equal" | "atMost" }) | undefined;
}

/** Every instance of a rule's claims in one document. */
export function checkClaims(rule: SumRule, ledger: Ledger, priorYear: Ledger | undefined): CheckedClaim[] {
  return rule.claims.flatMap((claim) => {
    const contexts = contextsOf(claim.each, ledger, priorYear);
    if (contexts.length === 0 && lacksSources(claim.each, ledger)) return [notChecked(rule, { ledger, priorYear }, "tableMissing", [], [])];
    return contexts.flatMap((context) => checkClaim(rule, claim, context) ?? []);
  });
}

/** Whether the form has a table that a claim takes its values from, and the document lacks it. */
function lacksSources(scope: Scope, ledger: Ledger): boolean {
  return scope.each === "value" && scope.in.some(({ table }) => !ledger.table(table) && ledger.promises(table));
}

function checkClaim(rule: SumRule, claim: Claim, context: Context): CheckedClaim | undefined {
  const lefts = readingsOf(claim.left, context);
  const readings = [claim.right, ...(claim.orRight ?? [])].flatMap((right) => readingsOf(right, context));
  const [left] = lefts;
  const right = readings.find(({ found }) => found === "figures") ?? readings[0];
  if (!left || !right || left.found === "nothing" || right.found === "nothing") return undefined;
  if (left.found === "missing") return notChecked(rule, context, left.reason, [], figuresOf(right));
  if (right.found === "missing") return notChecked(rule, context, right.reason, left.figures, []);
  if (left.figures.length + right.figures.length === 0) return undefined;
  const checked = lefts.flatMap((own) =>
    readings.flatMap((reading) =>
      own.found === "figures" && reading.found === "figures" ? [compareSides(rule, claim, context, own, reading)] : [],
    ),
  );
  return checked.find(({ finding }) => finding.outcome === "consistent") ?? checked[0];
}

type Found = Extract<Gathered, { found: "figures" }>;

function compareSides(rule: SumRule, claim: Claim, context: Context, left: Found, right: Found): CheckedClaim {
  if (left.figures.some(isUnreadable) || right.figures.some(isUnreadable))
    return notChecked(rule, context, "unreadable", left.figures, right.figures);
  const relation = claim.relation ?? "equal";
  const leftSum = sumOf(left.figures);
  const rightSum = sumOf(right.figures);
  const comparison = compare(leftSum, rightSum, relation);
  if (!comparison.holds) {
    if (isBlank(left.figures) || isBlank(right.figures)) return notChecked(rule, context, "blank", left.figures, right.figures);
    if (isOfBounds(relation, left, right) && hasNegative([...left.figures, ...right.figures], context))
      return notChecked(rule, context, "negative", left.figures, right.figures);
    for (const doubt of [...(left.doubts ?? []), ...(right.doubts ?? [])]) {
      const reason = doubt();
      if (reason) return notChecked(rule, context, reason, left.figures, right.figures);
    }
  }
  const { residual, allowance, holds } = comparison;
  return {
    left: left.figures,
    right: right.figures,
    compared: { holds, residual, allowance, leftSum, rightSum, relation },
    finding: made(rule, context, {
      outcome: holds ? "consistent" : "inconsistent",
      left: sideOf(left.figures, leftSum.value),
      right: sideOf(right.figures, rightSum.value),
      residual,
      allowance,
    }),
  };
}

/** Whether a claim says how large something can be at most. */
function isOfBounds(relation: Relation, left: Found, right: Found): boolean {
  return relation === "atMost" || [...left.figures, ...right.figures].some(({ weight }) => weight === "upTo");
}

function hasNegative(figures: readonly WeightedFigure[], { ledger }: Context): boolean {
  const kinds = new Set(figures.flatMap(({ figure: { place } }) => ("kind" in place ? place.kind : [])));
  return ledger.tables.some(({ kind, hasNegative: negative }) => negative && kinds.has(kind));
}

function notChecked(
  rule: SumRule,
  context: Context,
  reason: Reason,
  left: readonly WeightedFigure[],
  right: readonly WeightedFigure[],
): CheckedClaim {
  const side = (figures: readonly WeightedFigure[]) => sideOf(figures, figures.length === 0 ? null : sumOf(figures).value);
  const finding = made(rule, context, {
    outcome: "notChecked",
    reason,
    left: side(left),
    right: side(right),
    residual: null,
    allowance: null,
  });
  return { left, right, compared: undefined, finding };
}

function made(rule: SumRule, context: Context, result: Omit<Finding, "rule" | "family" | "severity" | "message">): Finding {
  const { outcome, reason, left, right, residual, allowance } = result;
  return {
    rule: rule.id,
    family: rule.family,
    outcome,
    severity: rule.severity,
    ...(reason && { reason }),
    left,
    right,
    residual,
    allowance,
    message: findingMessage(rule.sentence, result, context),
  };
}

function sideOf(figures: readonly WeightedFigure[], value: Decimal | null): FindingSide {
  return { value, figures: figures.map(reported) };
}

function reported({ figure, weight }: WeightedFigure): ReportFigure {
  return weight === "plus" ? figure.place : { ...figure.place, weight };
}

function figuresOf(gathered: Gathered): readonly WeightedFigure[] {
  return gathered.found === "figures" ? gathered.figures : [];
}

function isUnreadable({ figure }: WeightedFigure): boolean {
  return figure.state === "unreadable";
}

/** Whether nothing on a side is printed, so that it says nothing; a dash says zero. */
function isBlank(figures: readonly { readonly figure: Figure; readonly weight: string }[]): boolean {
  const counted = figures.filter(({ weight }) => weight !== "upTo");
  return counted.length > 0 && counted.every(({ figure }) => figure.state === "blank");
}
