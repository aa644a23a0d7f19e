import type { RunnerUp } from "../read/page.ts";

/** What a model makes of a strip: at each step across it, how likely each class is; class 0 is “no further character”. */
export interface StepScores {
  readonly steps: number;
  readonly classes: number;
  /** Probabilities, step after step. */
  readonly data: Float32Array;
}

/** A character read, and where: in shares of the strip's width. */
export interface ReadCharacter {
  readonly text: string;
  readonly at: number;
  /** From 0 to 1. */
  readonly confidence: number;
  /** The likeliest first. */
  readonly runnersUp: readonly RunnerUp[];
}

const mostRunnersUp = 6;
/** A character is in doubt where another is as likely as that, … */
const leastDoubt = 0.01;
/** … and then may be what is as likely as that. */
const leastLikely = 0.001;
const HAN = /\p{Script=Han}/u;

/** The steps, one after another, at which one class is the likeliest. */
interface Run {
  readonly own: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The likeliest character at each step; a class that goes on over several steps is one character.
 *
 * Where the model cannot decide between many Chinese characters, “no further character” is likelier than any of them, though less likely
 * than all of them together: between two others, the likeliest of them is read then.
 *
 * @param characters The text of each class.
 */
export function stripText(scores: StepScores, characters: readonly string[]): ReadCharacter[] {
  const runs = runsOf(scores);
  const isHan = (run: Run | undefined) => run !== undefined && HAN.test(characters[run.own] ?? "");
  return runs.flatMap((run, index) => {
    if (run.own > 0) return [characterOf(scores, run, characters)];
    const [before, behind] = [runs[index - 1], runs[index + 1]];
    if (!before || !behind || !isHan(before) || !isHan(behind)) return [];
    const lost = lostIn(scores, run, [before.own, behind.own], characters);
    return lost === undefined ? [] : [characterOf(scores, lost, characters)];
  });
}

function runsOf(scores: StepScores): Run[] {
  const runs: Run[] = [];
  for (let step = 0; step < scores.steps; step++) {
    const own = likeliest(scores, step);
    const before = runs.at(-1);
    if (before?.own === own) runs[runs.length - 1] = { ...before, to: step + 1 };
    else runs.push({ own, from: step, to: step + 1 });
  }
  return runs;
}

/** The likeliest Chinese character in a gap in which some character is likelier than none; those beside reach into it. */
function lostIn({ classes, data }: StepScores, gap: Run, beside: readonly number[], characters: readonly string[]): Run | undefined {
  const noneOf = (place: number) =>
    Math.min(
      1,
      [0, ...beside].reduce((sum, own) => sum + (data[place + own] ?? 0), 0),
    );
  let none = 1;
  for (let step = gap.from; step < gap.to; step++) none *= noneOf(step * classes);
  if (none >= 0.5) return undefined;
  let lost: Run | undefined;
  let most = 0;
  for (let step = gap.from; step < gap.to; step++)
    for (let own = 1, place = step * classes + 1; own < classes; own++, place++) {
      const found = data[place] ?? 0;
      if (found <= most || beside.includes(own) || !HAN.test(characters[own] ?? "")) continue;
      [lost, most] = [{ own, from: step, to: step + 1 }, found];
    }
  return lost;
}

function likeliest({ classes, data }: StepScores, step: number): number {
  let best = 0;
  let most = -1;
  for (let at = 0, place = step * classes; at < classes; at++, place++) {
    const found = data[place] ?? 0;
    if (found > most) [best, most] = [at, found];
  }
  return best;
}

function characterOf(scores: StepScores, { own, from, to }: Run, characters: readonly string[]): ReadCharacter {
  const { classes, data, steps } = scores;
  let peak = from;
  let sum = 0;
  let moment = 0;
  for (let step = from; step < to; step++) {
    const found = data[step * classes + own] ?? 0;
    if (found > (data[peak * classes + own] ?? 0)) peak = step;
    sum += found;
    moment += found * (step + 0.5);
  }
  const others: RunnerUp[] = [];
  for (let at = 0, place = peak * classes; at < classes; at++, place++) {
    const confidence = data[place] ?? 0;
    if (at !== own && confidence >= leastLikely) others.push({ text: characters[at] ?? "", confidence });
  }
  return {
    text: characters[own] ?? "",
    at: moment / sum / steps,
    confidence: data[peak * classes + own] ?? 0,
    runnersUp: others.some(({ confidence }) => confidence >= leastDoubt)
      ? others.sort((a, b) => b.confidence - a.confidence).slice(0, mostRunnersUp)
      : [],
  };
}
