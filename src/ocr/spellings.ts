import type { StepScores } from "./strip-text.ts";

/** One letter of an alphabet, and the classes that print it. */
export interface Letter {
  readonly text: string;
  readonly classes: readonly number[];
}

/** A text that a strip may spell. */
export interface Spelling {
  readonly text: string;
  /** In proportion to the likeliest of them, which has 1. */
  readonly likelihood: number;
  /** The step at which each letter begins. */
  readonly places: readonly number[];
}

/** Beginnings that are kept at each step. */
const beam = 24;
const impossible = 1e-6;

interface Beginning extends Spelling {
  /** Likelihood of having ended in “no further character”, and in the last letter. */
  readonly open: number;
  readonly closed: number;
}

/** The likeliest texts in letters of an alphabet: each over all ways in which the steps can spell it (prefix beam search). */
export function spellings({ steps, classes, data }: StepScores, alphabet: readonly Letter[]): readonly Spelling[] {
  let kept: Beginning[] = [{ text: "", likelihood: 1, places: [], open: 1, closed: 0 }];
  for (let step = 0; step < steps; step++) {
    const likely = alphabet.map((letter) => letter.classes.reduce((sum, index) => sum + (data[step * classes + index] ?? 0), 0));
    const nothing = data[step * classes] ?? 0;
    const next = new Map<string, { open: number; closed: number; places: readonly number[] }>();
    const add = (text: string, places: readonly number[], open: number, closed: number) => {
      const known = next.get(text);
      if (known) [known.open, known.closed] = [known.open + open, known.closed + closed];
      else next.set(text, { open, closed, places });
    };
    for (const { text, places, open, closed } of kept) {
      add(text, places, (open + closed) * nothing, 0);
      for (const [index, { text: letter }] of alphabet.entries()) {
        const share = likely[index] ?? 0;
        if (share < impossible) continue;
        const goesOn = text.endsWith(letter);
        if (goesOn) add(text, places, 0, closed * share);
        add(text + letter, [...places, step], 0, (goesOn ? open : open + closed) * share);
      }
    }
    const all = [...next].map(([text, one]) => ({ text, ...one, likelihood: one.open + one.closed }));
    all.sort((a, b) => b.likelihood - a.likelihood);
    // Only the proportion counts, and products of many small numbers vanish.
    const most = all[0]?.likelihood || 1;
    kept = all
      .slice(0, beam)
      .map((one) => ({ ...one, open: one.open / most, closed: one.closed / most, likelihood: one.likelihood / most }));
  }
  return kept;
}
