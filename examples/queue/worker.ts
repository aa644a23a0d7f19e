import { readFile, rename, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { UnrecoverableError, Worker } from "bullmq";
import { BudgetError, parseBudget, toJson } from "gz-budget";
import { type BudgetJob, type BudgetJobResult, connection, queueName } from "./queue.ts";

// Start as many of these as there are processors, on as many machines as there are. Ctrl-C lets the file at hand be finished.
const worker = new Worker<BudgetJob, BudgetJobResult>(
  queueName,
  async ({ data: { path, result } }) => {
    try {
      const document = await parseBudget(await readFile(path), { name: basename(path) });
      await writeFile(`${result}.unfinished`, toJson(document));
      await rename(`${result}.unfinished`, result);
      return { organization: document.organization?.name ?? null, fiscalYear: document.fiscalYear, tables: document.tables.length };
    } catch (error) {
      // The same bytes fail the same way: another try would be wasted. Anything else (a disk, a network) is tried again.
      if (error instanceof BudgetError) throw new UnrecoverableError(`${error.code}: ${error.message}`);
      throw error;
    }
  },
  // A job whose machine dies goes back to the queue when its lock runs out; a long document must not look like one.
  { connection, concurrency: 1, lockDuration: 300_000 },
);
process.once("SIGINT", () => worker.close()).once("SIGTERM", () => worker.close());
