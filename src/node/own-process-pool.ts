import { BudgetError } from "../model/budget-error.ts";
import { readTask } from "./read-task.ts";
import type { WorkerPool, WorkerPoolOptions } from "./worker-pool.ts";
import type { WorkerResult } from "./worker-task.ts";

/**
 * Reads in this process, one file after another: where no other can be started.
 *
 * What a file may cost is what the reader itself keeps to; nothing ends it from outside.
 */
export function ownProcessPool({ limits, locale }: Pick<WorkerPoolOptions, "limits" | "locale">): WorkerPool {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(task, { signal, onPage } = {}) {
      const result = last.then(async (): Promise<WorkerResult> => {
        const read = await readTask(
          { ...task, limits: { ...task.limits, milliseconds: limits.milliseconds } },
          { signal, tell: (message) => "pid" in message || onPage?.(message.pagesRead, message.pageCount) },
        );
        if (signal?.aborted) throw new BudgetError("ABORTED", {}, { locale });
        return read;
      });
      last = result.catch(() => {});
      return result;
    },
    async close() {
      await last;
    },
  };
}
