import { Decimal } from "../model/amount.ts";

/** How a term enters a sum; `upTo` adds anything between nothing and itself. */
export type Weight = "plus" | "minus" | "upTo";

/** A sum of printed figures: what it comes to, and how far what was rounded away can move it. */
export interface Sum {
  readonly value: Decimal;
  /** Half a unit of the last printed decimal of each term, and how many terms have it. */
  readonly halfWidths: ReadonlyMap<Decimal, number>;
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
  /** What the residual must stay below: the half-widths of both sides. 0 where nothing can have been rounded away. */
  readonly allowance: Decimal;
}

const ZERO = new Decimal(0);

export function sumOf(terms: readonly Term[]): Sum {
  let value: Decimal | undefined;
  let low = ZERO;
  let high = ZERO;
  const halfWidths = new Map<Decimal, number>();
  for (const { figure, weight } of terms) {
    halfWidths.set(figure.halfWidth, (halfWidths.get(figure.halfWidth) ?? 0) + 1);
    if (figure.value.isZero()) continue;
    if (weight === "plus") value = value ? value.plus(figure.value) : figure.value;
    else if (weight === "minus") value = (value ?? ZERO).minus(figure.value);
    else if (figure.value.isNegative()) low = low.plus(figure.value);
    else high = high.plus(figure.value);
  }
  const sum = { value: value ?? ZERO, halfWidths };
  return low.isZero() && high.isZero() ? sum : { ...sum, slack: { low, high } };
}

/**
 * Whether two sums can stand for the same amount.
 *
 * A printed amount stands for all that rounds to it: from half a unit of its last decimal below up to, not including, half a unit above.
 * So n terms on both sides can be apart by less than n half units, and two printed figures of one amount must be equal.
 *
 * @example compare(4,808.05, 1,272.79 + 3,535.25, "equal") // residual 0.01, allowance 0.015: holds
 */
export function compare(left: Sum, right: Sum, relation: Relation): Comparison {
  const allowance = allowanceOf(left.halfWidths, right.halfWidths);
  const difference = left.value.minus(right.value);
  const residual = left.slack || right.slack ? unexplained(difference, left.slack, right.slack, relation) : difference;
  if (relation === "atMost" && residual.isNegative()) return { holds: true, residual: ZERO, allowance };
  return { holds: residual.isZero() || residual.abs().lt(allowance), residual, allowance };
}

/** The half-widths of both sides together; most terms share one, which is added as often as it stands there. */
function allowanceOf(left: Sum["halfWidths"], right: Sum["halfWidths"]): Decimal {
  let sum: Decimal | undefined;
  const add = (halfWidth: Decimal, count: number) => {
    if (halfWidth.isZero()) return;
    const widths = count === 1 ? halfWidth : halfWidth.times(count);
    sum = sum ? sum.plus(widths) : widths;
  };
  for (const [halfWidth, count] of left) add(halfWidth, count + (right.get(halfWidth) ?? 0));
  for (const [halfWidth, count] of right) if (!left.has(halfWidth)) add(halfWidth, count);
  return sum ?? ZERO;
}

/** What of a difference remains when the terms that may count in part explain as much of it as they can. */
function unexplained(difference: Decimal, left: Sum["slack"], right: Sum["slack"], relation: Relation): Decimal {
  const least = (right?.low ?? ZERO).minus(left?.high ?? ZERO);
  const most = (right?.high ?? ZERO).minus(left?.low ?? ZERO);
  if (difference.gt(most)) return difference.minus(most);
  return relation === "equal" && difference.lt(least) ? difference.minus(least) : ZERO;
}
