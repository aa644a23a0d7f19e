import { BudgetError } from "../model/budget-error.ts";
import type { Locale } from "../model/locale.ts";
import type { ResolvedLimits } from "./limits.ts";

/** Ends the reading when the caller asks for it or a limit is passed. */
export interface Guard {
  /** @throws BudgetError ABORTED, or LIMIT_EXCEEDED when the time is up. */
  check(): void;
  /** @throws BudgetError LIMIT_EXCEEDED */
  atMost(limit: keyof ResolvedLimits, found: number): void;
  /** Waits for pdf.js, but no longer than until the caller aborts. */
  wait<T>(promise: Promise<T>): Promise<T>;
}

export function guardOf(limits: ResolvedLimits, signal: AbortSignal | undefined, locale: Locale): Guard {
  const deadline = performance.now() + limits.milliseconds;
  const aborted = () => new BudgetError("ABORTED", {}, { cause: signal?.reason, locale });
  const exceeded = (limit: keyof ResolvedLimits, found: number) =>
    new BudgetError("LIMIT_EXCEEDED", { limit, found, allowed: limits[limit] }, { locale });
  const check = () => {
    if (signal?.aborted) throw aborted();
    const late = performance.now() - deadline;
    if (late > 0) throw exceeded("milliseconds", Math.round(limits.milliseconds + late));
  };
  return {
    check,
    atMost: (limit, found) => {
      if (found > limits[limit]) throw exceeded(limit, found);
    },
    wait: async (promise) => {
      check();
      const value = await (signal ? orAborted(promise, signal, aborted) : promise);
      check();
      return value;
    },
  };
}

function orAborted<T>(promise: Promise<T>, signal: AbortSignal, error: () => BudgetError): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(error());
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
