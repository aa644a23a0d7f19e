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

const mostRunnersUp = 3;
const leastLikely = 0.01;

/**
 * The likeliest character at each step; a class that goes on over several steps is one character.
 *
 * @param characters The text of each class.
 */
export function stripText(scores: StepScores, characters: readonly string[]): ReadCharacter[] {
  const read: ReadCharacter[] = [];
  let before = 0;
  let from = 0;
  const best = Array.from({ length: scores.steps }, (_, step) => likeliest(scores, step));
  for (let step = 0; step <= scores.steps; step++) {
    const now = best[step] ?? -1;
    if (step > 0 && now !== before) {
      if (before > 0) read.push(characterOf(scores, before, from, step, characters));
      from = step;
    }
    before = now;
  }
  return read;
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

function characterOf(scores: StepScores, own: number, from: number, to: number, characters: readonly string[]): ReadCharacter {
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
    runnersUp: others.sort((a, b) => b.confidence - a.confidence).slice(0, mostRunnersUp),
  };
}
