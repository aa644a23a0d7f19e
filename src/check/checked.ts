import type { Decimal } from "../model/amount.ts";
import type { Cause, Outcome, Reason, ReportFigure } from "../model/check-report.ts";
import type { Bilingual } from "../model/locale.ts";
import type { Context } from "./context.ts";
import type { Figure } from "./figure.ts";
import { type Comparison, compare, type Relation, type Sum, sumOf, type Weight } from "./interval.ts";
import type { CheckRule } from "./rule.ts";

export interface WeightedFigure {
  readonly figure: Figure;
  readonly weight: Weight;
}

/** One instance of a rule and how it came out, with the figures behind it as objects, for messages, coverage and causes. */
export interface Checked {
  readonly rule: CheckRule;
  readonly context: Context;
  readonly outcome: Outcome;
  readonly reason?: Reason | undefined;
  readonly left: readonly WeightedFigure[];
  readonly right: readonly WeightedFigure[];
  /** The comparison of both sides; undefined where no sums were compared. */
  readonly compared: ComparedSums | undefined;
  /** What a rule says that compares something else than sums. */
  readonly remark?: Remark;
}

export type ComparedSums = Comparison & { readonly leftSum: Sum; readonly rightSum: Sum; readonly relation: Relation };

/** What is said of codes, names, rows, percentages: where, and in words that follow the first place. */
export interface Remark {
  readonly left: readonly ReportFigure[];
  readonly right: readonly ReportFigure[];
  readonly text: Bilingual;
  readonly values?: { readonly left: Decimal; readonly right: Decimal; readonly residual: Decimal; readonly allowance: Decimal };
  /** What may be printed wrong, the likeliest first: any one of them would explain it. */
  readonly accused: readonly Accused[];
}

/** What may be wrong, and how it would be right. */
export interface Accused {
  readonly kind: CauseKind;
  /** One; for a row its figures. */
  readonly corrections: readonly [Correction, ...Correction[]];
}

export type CauseKind = Cause["kind"];

/** What should be printed at a place. */
export interface Correction {
  readonly place: ReportFigure;
  /** As the table, or the text, would print it; null for a row that should not be there. */
  readonly expected: string | null;
  /** In 万元; null where it is no amount. */
  readonly amount: Decimal | null;
}

/** A cell, or a part of a sentence, that should print another text. */
export function wrongText(place: ReportFigure, expected: string): Accused {
  return { kind: "text", corrections: [{ place, expected, amount: null }] };
}

/** Figures that should be printed in a row that is missing; nothing where there are none. */
export function missingFigures(kind: "missingRow" | "missingPart", corrections: readonly Correction[]): Accused[] {
  const [first, ...others] = corrections;
  return first ? [{ kind, corrections: [first, ...others] }] : [];
}

/** Compares two sides of which every figure can be read. */
export function compareSides(
  rule: CheckRule,
  context: Context,
  left: readonly WeightedFigure[],
  right: readonly WeightedFigure[],
  relation: Relation = "equal",
): Checked & { readonly compared: ComparedSums } {
  const [leftSum, rightSum] = [sumOf(left), sumOf(right)];
  const comparison = compare(leftSum, rightSum, relation);
  const outcome = comparison.holds ? "consistent" : "inconsistent";
  return { rule, context, outcome, left, right, compared: { ...comparison, leftSum, rightSum, relation } };
}
