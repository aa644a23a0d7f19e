import { BudgetError } from "../model/budget-error.ts";
import type { Guard } from "../model/guard.ts";
import type { Locale } from "../model/locale.ts";
import type { ResolvedLimits } from "./limits.ts";
import { turnsInTime } from "./next-turn.ts";

/** Ends the reading when the caller asks for it or a limit is passed. */
export interface ReadGuard extends Guard {
  /** @throws BudgetError LIMIT_EXCEEDED */
  atMost(limit: keyof ResolvedLimits, found: number): void;
  /** Waits for a promise of others, but no longer than until the caller aborts or the time is up; what becomes of it then is nobody's business. */
  wait<T>(promise: Promise<T>): Promise<T>;
  /** Lets timers and events of the application run where they have waited long, so that its abort is seen. Then checks. */
  pause(): Promise<void>;
}

const longestTimer = 2 ** 31 - 1;

export function guardOf(limits: ResolvedLimits, signal: AbortSignal | undefined, locale: Locale): ReadGuard {
  const deadline = performance.now() + limits.milliseconds;
  const turn = turnsInTime();
  const aborted = () => new BudgetError("ABORTED", {}, { cause: signal?.reason, locale });
  const exceeded = (limit: keyof ResolvedLimits, found: number) =>
    new BudgetError("LIMIT_EXCEEDED", { limit, found, allowed: limits[limit] }, { locale });
  const late = () => exceeded("milliseconds", Math.ceil(limits.milliseconds + Math.max(0, performance.now() - deadline)));
  const check = () => {
    if (signal?.aborted) throw aborted();
    if (performance.now() > deadline) throw late();
  };
  const orEnded = <T>(promise: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const left = deadline - performance.now();
      const timer = left < longestTimer ? setTimeout(() => reject(late()), left) : undefined;
      const abort = () => reject(aborted());
      signal?.addEventListener("abort", abort, { once: true });
      const settle = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
      };
      promise.then(resolve, reject).finally(settle);
    });
  return {
    check,
    atMost: (limit, found) => {
      if (found > limits[limit]) throw exceeded(limit, found);
    },
    wait: async (promise) => {
      promise.catch(() => {}); // it has a handler before anything can end the wait
      check();
      const value = await orEnded(promise);
      check();
      return value;
    },
    pause: async () => {
      await turn();
      check();
    },
  };
}
