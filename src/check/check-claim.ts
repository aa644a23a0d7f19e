import type { Reason } from "../model/check-report.ts";
import { leftOutTotal } from "./absent-total.ts";
import { type Checked, compareSides, type WeightedFigure } from "./checked.ts";
import type { Context, Related } from "./context.ts";
import { contextsOf } from "./contexts-of.ts";
import { isMissing } from "./figure.ts";
import { type Gathered, readingsOf } from "./gather.ts";
import type { Relation } from "./interval.ts";
import type { Ledger } from "./ledger-shapes.ts";
import type { Claim, Scope, SumRule } from "./rule.ts";

/** Every instance of a rule's claims in one document. */
export function checkClaims(rule: SumRule, ledger: Ledger, related: Related): Checked[] {
  return rule.claims.flatMap((claim) => {
    const contexts = contextsOf(claim.each, ledger, related);
    if (contexts.length === 0 && lacksSources(claim.each, ledger)) return [notChecked(rule, { ledger, related }, "tableMissing", [], [])];
    return contexts.flatMap((context) => checkClaim(rule, claim, context) ?? []);
  });
}

/** Whether the form has a table that a claim takes its values from, and the document lacks it. */
function lacksSources(scope: Scope, ledger: Ledger): boolean {
  return scope.each === "value" && scope.in.some(({ table }) => !ledger.table(table) && ledger.promises(table));
}

function checkClaim(rule: SumRule, claim: Claim, context: Context): Checked | undefined {
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
      own.found === "figures" && reading.found === "figures" ? [checkReading(rule, claim, context, own, reading)] : [],
    ),
  );
  const consistent = checked.filter(({ outcome }) => outcome === "consistent");
  return consistent.find(isExact) ?? consistent[0] ?? checked[0];
}

type Found = Extract<Gathered, { found: "figures" }>;

function checkReading(rule: SumRule, claim: Claim, context: Context, left: Found, right: Found): Checked {
  if ([...left.figures, ...right.figures].some(({ figure }) => figure.state === "unreadable"))
    return notChecked(rule, context, "unreadable", left.figures, right.figures);
  if ([...left.figures, ...right.figures].some(({ figure }) => figure.wouldBe))
    return leftOutTotal(rule, context, left.figures, right.figures, claim.relation);
  const checked = compareSides(rule, context, left.figures, right.figures, claim.relation);
  if (checked.outcome === "consistent") return checked;
  if ([...left.figures, ...right.figures].some(({ figure }) => figure.state === "unsure"))
    return notChecked(rule, context, "blank", left.figures, right.figures);
  if (saysNothing(left.figures) || saysNothing(right.figures)) return notChecked(rule, context, "blank", left.figures, right.figures);
  if (isOfBounds(checked.compared.relation, left, right) && context.ledger.hasNegative)
    return notChecked(rule, context, "negative", left.figures, right.figures);
  for (const doubt of [...(left.doubts ?? []), ...(right.doubts ?? [])]) {
    const reason = doubt();
    if (reason) return notChecked(rule, context, reason, left.figures, right.figures);
  }
  return checked;
}

/** Whether nothing counts in part: an equality vouches for its figures, a bound does not. */
function isExact({ left, right }: Checked): boolean {
  return [...left, ...right].every(({ weight }) => weight !== "upTo");
}

/** Whether a claim says how large something can be at most. */
function isOfBounds(relation: Relation, left: Found, right: Found): boolean {
  return relation === "atMost" || [...left.figures, ...right.figures].some(({ weight }) => weight === "upTo");
}

function notChecked(
  rule: SumRule,
  context: Context,
  reason: Reason,
  left: readonly WeightedFigure[],
  right: readonly WeightedFigure[],
): Checked {
  return { rule, context, outcome: "notChecked", reason, left, right, compared: undefined };
}

function figuresOf(gathered: Gathered): readonly WeightedFigure[] {
  return gathered.found === "figures" ? gathered.figures : [];
}

/** Whether a side prints nothing, and nowhere that its table fills: one that was left out where others are printed says something. */
function saysNothing(figures: readonly WeightedFigure[]): boolean {
  const counted = figures.filter(({ weight }) => weight !== "upTo");
  return counted.length > 0 && counted.every(({ figure }) => isMissing(figure)) && !counted.some(({ figure }) => isLeftOut(figure));
}

function isLeftOut({ state }: WeightedFigure["figure"]): boolean {
  return state === "blank" || state === "absent";
}
