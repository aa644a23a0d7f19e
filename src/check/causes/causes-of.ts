import type { Checked } from "../checked.ts";
import type { Figure } from "../figure.ts";
import { type CorrectedSheet, correctedSheet } from "./corrected-sheet.ts";
import { figureHypothesis } from "./figure-hypotheses.ts";
import { byLikelihood, type Hypothesis, scoreOf, targetOf } from "./hypothesis.ts";
import { rowHypotheses } from "./row-hypotheses.ts";
import { textHypotheses } from "./text-hypotheses.ts";

/** The likeliest explanation of some findings, and others that would explain as much. */
export interface LikelyCause extends Hypothesis {
  readonly alternatives: readonly Hypothesis[];
}

/** More causes than this are none: the tables were read wrong, or are of another form. */
const MOST_CAUSES = 100;

/**
 * Groups the inconsistent findings by what would explain them.
 *
 * Whatever may be printed wrong is asked what it would explain; the likeliest is taken for corrected, and the rest is asked again.
 *
 * @returns The causes, in the order in which they were found. Findings that none explains are in none.
 */
export function causesOf(checked: readonly Checked[]): LikelyCause[] {
  const sheet = correctedSheet(checked);
  const causes: LikelyCause[] = [];
  const corrected = new Set<string>();
  const single = new Map<Figure, Hypothesis | undefined>();
  while (sheet.open.size > 0 && causes.length < MOST_CAUSES) {
    const figures = openFigures(sheet);
    for (const figure of figures) if (!single.has(figure)) single.set(figure, figureHypothesis(figure, sheet));
    const ones = figures.flatMap((figure) => single.get(figure) ?? []);
    const possible = [...ones, ...rowHypotheses(ones, sheet), ...textHypotheses(sheet)].filter((one) => !corrected.has(targetOf(one)));
    const [best, ...others] = possible.filter((one) => scoreOf(one) > 0).sort(byLikelihood);
    if (!best) break;
    causes.push({ ...best, alternatives: others.filter((other) => isAsGood(other, best)) });
    corrected.add(targetOf(best));
    // What was found of a figure holds as long as nothing that it is compared with has changed.
    for (const figure of sheet.neighbours(best.moves, best.explains)) single.delete(figure);
    sheet.correct(best.moves, best.explains);
  }
  return causes;
}

function openFigures({ open }: CorrectedSheet): Figure[] {
  const figures = new Set<Figure>();
  for (const { compared, left, right } of open) {
    if (compared) for (const { figure, weight } of [...left, ...right]) if (weight !== "upTo") figures.add(figure);
  }
  return [...figures];
}

/** Whether another hypothesis explains the same findings just as well. */
function isAsGood(other: Hypothesis, best: Hypothesis): boolean {
  return (
    scoreOf(other) === scoreOf(best) &&
    other.rank === best.rank &&
    targetOf(other) !== targetOf(best) &&
    other.explains.every((one) => best.explains.includes(one))
  );
}
