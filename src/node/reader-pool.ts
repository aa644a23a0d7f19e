import { BudgetError } from "../model/budget-error.ts";
import type { Bilingual } from "../model/locale.ts";
import { ownProcessPool } from "./own-process-pool.ts";
import { ProcessNotStarted, type WorkerPool, type WorkerPoolOptions, workerPool } from "./worker-pool.ts";

const told: Bilingual = {
  en: "no process can be started here ({why}): files are read in this one, one after another, and only the reader itself bounds their time and memory",
  zh: "此处无法启动进程（{why}）：文件在本进程中逐个读取，时间和内存只由读取程序自身限制",
};

/** Reads each file in a process of its own; in this one, and says so, where none can be started: in a bundle of one file, in some runtimes. */
export function readerPool(options: WorkerPoolOptions): WorkerPool {
  const { locale } = options;
  const processes = workerPool(options);
  let own: WorkerPool | undefined;
  let hasStarted = false;

  return {
    async run(task, runOptions) {
      if (own) return own.run(task, runOptions);
      try {
        const result = await processes.run(task, runOptions);
        hasStarted = true;
        return result;
      } catch (cause) {
        if (!(cause instanceof ProcessNotStarted)) throw cause;
        if (hasStarted) throw new BudgetError("WORKER_FAILED", { detail: cause.message }, { cause, locale });
        if (!own) process.emitWarning(told[locale].replace("{why}", cause.message), { type: "gz-budget", code: "GZ_BUDGET_ONE_PROCESS" });
        own ??= ownProcessPool(options);
        return own.run(task, runOptions);
      }
    },
    async close() {
      await Promise.all([processes.close().catch(() => {}), own?.close()]);
    },
  };
}
