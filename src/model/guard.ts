/** Ends the reading when the caller asks for it or its time is up. Whatever may take long asks it again and again. */
export interface Guard {
  /** @throws BudgetError ABORTED, or LIMIT_EXCEEDED when the time is up. */
  check(): void;
}

/** Never ends anything: for values that were made and not read. */
export const unguarded: Guard = { check: () => {} };
