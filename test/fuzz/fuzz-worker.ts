import { drawMutant } from "./draw-mutant.ts";
import { type Edit, mutated } from "./mutant.ts";
import { fuzzSubjects } from "./subjects.ts";
import { tryMutant } from "./try-mutant.ts";

// A process that fuzz.ts starts: tries one mutant at a time.

/** The mutant of a seed and a number, or what is left of its edits. */
export interface Order {
  readonly seed: number;
  readonly number: number;
  readonly edits?: readonly Edit[];
}

export interface Verdict {
  readonly wrong: readonly string[];
  /** Of processor time. */
  readonly seconds: number;
  /** The most that the process has taken so far. */
  readonly megabytes: number;
}

const subjects = await fuzzSubjects();
process.on("message", async ({ seed, number, edits }: Order) => {
  const mutant = drawMutant(subjects, seed, number);
  const before = process.cpuUsage();
  const wrong = await tryMutant(mutant.subject, mutated(mutant.subject, edits ?? mutant.edits), mutant.pages);
  await new Promise((resolve) => setImmediate(resolve)); // what is rejected behind the reading's back ends the process here
  const { user, system } = process.cpuUsage(before);
  process.send?.({ wrong, seconds: (user + system) / 1e6, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) } satisfies Verdict);
});
process.send?.("ready");
