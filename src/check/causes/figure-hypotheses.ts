import type { Figure } from "../figure.ts";
import type { CorrectedSheet } from "./corrected-sheet.ts";
import { byLikelihood, type Hypothesis } from "./hypothesis.ts";
import { slipRank } from "./slip-rank.ts";

/**
 * The likeliest correction of a figure: what each failed comparison asks for is tried on every other one that contains it. Those that
 * come out consistent speak for it, those that fail then speak against it.
 *
 * @returns undefined where no correction explains anything.
 */
export function figureHypothesis(figure: Figure, sheet: CorrectedSheet): Hypothesis | undefined {
  return sheet
    .asked(figure)
    .map((by): Hypothesis => {
      const moves = [{ figure, by }];
      const amount = figure.value.plus(by);
      const expected = figure.print(amount);
      const kind = figure.state === "absent" ? "missingRow" : "figure";
      const corrections = [{ place: figure.place, expected, amount }] as const;
      return { kind, corrections, moves, ...sheet.effectOf(moves), rank: slipRank(figure.place.text, expected) };
    })
    .filter(({ kind, explains, corrections: [{ amount }] }) => explains.length > 0 && !(kind === "missingRow" && amount?.isNegative()))
    .sort(byLikelihood)[0];
}
