import type { StepScores } from "../../src/ocr/strip-text.ts";

/** The classes of a small model: nothing, digits and marks, some Chinese, white space. */
export const alphabet = ["", ..."0123456789,.-", ..."一二三预算支出（）()：:、", "“", "—", "O", " "];

/**
 * What a model would say at each step: `"3"` is surely a 3, `""` surely nothing, `{ ",": 0.6, ".": 0.3 }` is a doubt. What is missing to 1
 * goes to nothing.
 */
export function stepScores(...steps: readonly (string | Readonly<Record<string, number>>)[]): StepScores {
  const classes = alphabet.length;
  const data = new Float32Array(steps.length * classes);
  for (const [step, said] of steps.entries()) {
    const likely = typeof said === "string" ? { [said]: said === "" ? 1 : 0.99 } : said;
    let rest = 1;
    for (const [text, share] of Object.entries(likely)) {
      const index = alphabet.indexOf(text);
      if (index < 0) throw new Error(`“${text}” is not in the alphabet`);
      data[step * classes + index] = share;
      rest -= share;
    }
    data[step * classes] = (data[step * classes] ?? 0) + Math.max(0, rest);
  }
  return { steps: steps.length, classes, data };
}

/** A step for each character and one of nothing behind it. */
export function spelled(text: string): StepScores {
  return stepScores(...[...text].flatMap((one) => [one, ""]));
}
