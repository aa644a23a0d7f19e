/** How often a law is tried: a few times in every run of the tests, as often as it promises with `LAWS=full` (`npm run laws`). */
export function lawRuns(few: number, full: number): number {
  return process.env.LAWS === "full" ? full : few;
}

/** Numbers from 0 to 1 that are the same in every run. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
