import type { Guard } from "./guard.ts";

/**
 * The steps that the searches over one page may take together. They are counted and not timed, so that a page is read alike on every
 * machine.
 *
 * A search says before each round how many steps it will take. When it is refused it ends with what it has found, and whoever made the
 * budget says so in a diagnostic.
 */
export interface SearchBudget {
  /** Takes steps. @returns false when fewer are left, now and from then on */
  spend(steps: number): boolean;
  /** True once a search was refused. */
  readonly isSpent: boolean;
}

/** Pages of published budgets take up to 10,000 steps, of about a microsecond each. */
const stepsOfPage = 200_000;
const stepsBetweenChecks = 10_000;

/** @param guard Asked while steps are taken. */
export function searchBudget(guard: Guard, steps: number = stepsOfPage): SearchBudget {
  let left = steps;
  let untilCheck = stepsBetweenChecks;
  let isSpent = false;
  return {
    spend: (taken) => {
      left -= taken;
      untilCheck -= taken;
      if (untilCheck <= 0) {
        guard.check();
        untilCheck = stepsBetweenChecks;
      }
      isSpent ||= left < 0;
      return !isSpent;
    },
    get isSpent() {
      return isSpent;
    },
  };
}
