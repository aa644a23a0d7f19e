import type { Decimal } from "../model/amount.ts";
import { type Checked, missingFigures, type WeightedFigure } from "./checked.ts";
import type { Context } from "./context.ts";
import { ZERO } from "./figure.ts";
import { type Comparison, compare, type Relation, sumOf } from "./interval.ts";
import type { Line } from "./ledger-shapes.ts";
import type { CheckRule } from "./rule.ts";

/** What a total that is not there would come to: the subtotal and what stands below it, or the rows that are part of no other. */
export function wouldBeTotal(lines: readonly Line[], key: string): Decimal {
  const top = lines.filter((line) => line.parent() === undefined && line.figure(key) !== undefined);
  const below = top.filter(({ standing }) => standing === "subtotal" || standing === "belowSubtotal");
  const parts = top.some(({ standing }) => standing === "subtotal") ? below : top;
  return parts.reduce((sum, line) => sum.plus(line.figure(key)?.value ?? ZERO), ZERO);
}

/**
 * A claim about totals of which one is not there, in a table that may have lost other rows too: it was left out if what the table's rows
 * come to is what the other side prints.
 */
export function leftOutTotal(
  rule: CheckRule,
  context: Context,
  left: readonly WeightedFigure[],
  right: readonly WeightedFigure[],
  relation: Relation = "equal",
): Checked {
  const base = { rule, context, left, right, compared: undefined };
  const filled = (side: readonly WeightedFigure[]) =>
    sumOf(side.map(({ figure, weight }) => ({ figure: { ...figure, value: figure.wouldBe ?? figure.value }, weight })));
  const [leftSum, rightSum] = [filled(left), filled(right)];
  const { holds }: Comparison = compare(leftSum, rightSum, relation);
  const lost = [...left, ...right].flatMap(({ figure }) => (figure.wouldBe ? [figure] : []));
  if (!holds || relation !== "equal" || lost.every(({ wouldBe }) => wouldBe?.isZero()))
    return { ...base, outcome: "notChecked", reason: "rowsMissing" };
  const amount = lost[0]?.print(leftSum.value) ?? "";
  return {
    ...base,
    outcome: "inconsistent",
    left: [],
    right: [],
    remark: {
      left: lost.map(({ place }) => place),
      right: [...left, ...right].flatMap(({ figure }) => (figure.wouldBe ? [] : [figure.place])),
      text: {
        zh: `该表各行合 ${amount}，正是所应印的合计`,
        en: `the rows of the table come to ${amount}, which is what the total should be`,
      },
      accused: missingFigures(
        "missingRow",
        lost.map(({ place, print, wouldBe = ZERO }) => ({ place, expected: print(wouldBe), amount: wouldBe })),
      ),
    },
  };
}
