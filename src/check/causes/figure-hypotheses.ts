import type { Decimal } from "../../model/amount.ts";
import type { Figure } from "../figure.ts";
import type { Asked, CorrectedSheet } from "./corrected-sheet.ts";
import { byLikelihood, type Hypothesis } from "./hypothesis.ts";
import { slipRank } from "./slip-rank.ts";

/** So many units of the last decimal to either side a slip is looked for: further away nearly every figure is a slip of some amount. */
const MOST_UNITS = 5;

/**
 * The likeliest correction of a figure: what each failed comparison asks for is tried on every other one that contains it. Those that
 * come out consistent speak for it, those that fail then speak against it.
 *
 * @returns undefined where no correction explains anything.
 */
export function figureHypothesis(figure: Figure, sheet: CorrectedSheet): Hypothesis | undefined {
  return sheet
    .asked(figure)
    .map((asked): Hypothesis => {
      const { amount, expected, rank } = likeliestAmount(figure, asked);
      const moves = [{ figure, by: amount.minus(figure.value) }];
      const kind = figure.state === "absent" ? "missingRow" : "figure";
      const corrections = [{ place: figure.place, expected, amount }] as const;
      return { kind, corrections, moves, ...sheet.effectOf(moves), rank };
    })
    .filter(({ kind, explains, corrections: [{ amount }] }) => explains.length > 0 && !(kind === "missingRow" && amount?.isNegative()))
    .sort(byLikelihood)[0];
}

/** Of the amounts that rounding leaves open the likeliest to have been meant: the least slip, then the nearest to what the others add up to. */
function likeliestAmount(
  figure: Figure,
  { by, allowance }: Asked,
): { readonly amount: Decimal; readonly expected: string; readonly rank: number } {
  const unit = figure.halfWidth.times(2);
  const steps = Array.from({ length: unit.isZero() ? 0 : MOST_UNITS }, (_, index) => unit.times(index + 1)).filter((step) =>
    step.lt(allowance),
  );
  return [by, ...steps.flatMap((step) => [by.plus(step), by.minus(step)])]
    .map((change) => {
      const amount = figure.value.plus(change);
      const expected = figure.print(amount);
      return { amount, expected, rank: slipRank(figure.place.text, expected) };
    })
    .reduce((best, other) => (other.rank < best.rank ? other : best));
}
