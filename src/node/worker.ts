import { Worker } from "node:worker_threads";
import { isSource } from "./entry-file.ts";
import { readTask } from "./read-task.ts";
import type { WorkerResult, WorkerTask } from "./worker-task.ts";

// A process that worker-pool.ts starts: reads one file at a time. The watchdog ends it when it outgrows its memory or its parent is
// gone; among sources there is none, as loaders of TypeScript do not reach threads.
if (!isSource()) new Worker(new URL("./gz-budget-watchdog.js", import.meta.url), { argv: process.argv.slice(2) }).unref();

// An interrupt from the keyboard reaches the whole group; what becomes of the file at hand is the parent's to say.
process.on("SIGINT", () => {});

export async function readInWorker(task: WorkerTask): Promise<WorkerResult> {
  const tell = (message: object) => void process.send?.(message);
  tell({ pid: process.pid });
  return readTask(task, { tell });
}
