import { Decimal } from "../model/amount.ts";

/** How a term enters a sum; `upTo` adds anything between nothing and itself. */
export type Weight = "plus" | "minus" | "upTo";

/** A sum of printed figures: what it comes to, and how far what was rounded away can move it. */
export interface Sum {
  readonly value: Decimal;
  /** Half a unit of the last printed decimal, once for each term. */
  readonly halfWidth: Decimal;
  /** What terms that may count in part can add to `value`; undefined for nothing. */
  readonly slack?: { readonly low: Decimal; readonly high: Decimal };
}

export interface Term {
  readonly figure: { readonly value: Decimal; readonly halfWidth: Decimal };
  readonly weight: Weight;
}

export type Relation = "equal" | "atMost";

export interface Comparison {
  readonly holds: boolean;
  /** Left minus right, as far as `upTo` terms and the relation do not explain it; 0 where they do. */
  readonly residual: Decimal;
  /** How large the residual may be: the half-widths of both sides. */
  readonly allowance: Decimal;
}

const ZERO = new Decimal(0);

export function sumOf(terms: readonly Term[]): Sum {
  let value = ZERO;
  let low = ZERO;
  let high = ZERO;
  for (const { figure, weight } of terms) {
    if (figure.value.isZero()) continue;
    if (weight === "plus") value = value.plus(figure.value);
    else if (weight === "minus") value = value.minus(figure.value);
    else if (figure.value.isNegative()) low = low.plus(figure.value);
    else high = high.plus(figure.value);
  }
  const halfWidth = sumOfWidths(terms);
  return low.isZero() && high.isZero() ? { value, halfWidth } : { value, halfWidth, slack: { low, high } };
}

/** Most terms share one width: it is added as often as it stands there. */
function sumOfWidths(terms: readonly Term[]): Decimal {
  const counts = new Map<Decimal, number>();
  for (const {
    figure: { halfWidth },
  } of terms)
    counts.set(halfWidth, (counts.get(halfWidth) ?? 0) + 1);
  let sum = ZERO;
  for (const [halfWidth, count] of counts) if (!halfWidth.isZero()) sum = sum.plus(halfWidth.times(count));
  return sum;
}

/**
 * Whether the intervals of two sums meet, as XBRL Calculations 1.1 compares rounded facts.
 *
 * @example compare(4,808.05, 1,272.79 + 3,535.25, "equal") // residual 0.01, allowance 0.015: holds
 */
export function compare(left: Sum, right: Sum, relation: Relation): Comparison {
  const allowance = left.halfWidth.plus(right.halfWidth);
  const difference = left.value.minus(right.value);
  const residual = left.slack || right.slack ? unexplained(difference, left.slack, right.slack, relation) : difference;
  if (relation === "atMost" && residual.isNegative()) return { holds: true, residual: ZERO, allowance };
  return { holds: residual.abs().lte(allowance), residual, allowance };
}

/** What of a difference remains when the terms that may count in part explain as much of it as they can. */
function unexplained(difference: Decimal, left: Sum["slack"], right: Sum["slack"], relation: Relation): Decimal {
  const least = (right?.low ?? ZERO).minus(left?.high ?? ZERO);
  const most = (right?.high ?? ZERO).minus(left?.low ?? ZERO);
  if (difference.gt(most)) return difference.minus(most);
  return relation === "equal" && difference.lt(least) ? difference.minus(least) : ZERO;
}
