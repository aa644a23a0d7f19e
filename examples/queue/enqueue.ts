import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { Queue, QueueEvents } from "bullmq";
import { type BudgetJob, type BudgetJobResult, connection, queueName } from "./queue.ts";

// Usage: enqueue.ts OUT FILE…
// Puts one job a file into the queue and waits for all of them. A file that is in the queue already is not put in twice.
const [out = "out", ...files] = process.argv.slice(2);
await mkdir(out, { recursive: true });
const queue = new Queue<BudgetJob, BudgetJobResult>(queueName, { connection });
const events = new QueueEvents(queueName, { connection });
await events.waitUntilReady();

const jobs = await queue.addBulk(
  files.map((file) => ({
    name: basename(file),
    data: { path: resolve(file), result: resolve(join(out, `${basename(file)}.json`)) },
    opts: { jobId: createHash("sha256").update(resolve(file)).digest("hex"), attempts: 3, backoff: { type: "exponential", delay: 1000 } },
  })),
);
let failed = 0;
for (const job of jobs) {
  const ended = await job.waitUntilFinished(events).then(
    ({ organization, fiscalYear, tables }) => `${organization} ${fiscalYear}, ${tables} tables`,
    (error: Error) => {
      failed++;
      return error.message;
    },
  );
  console.log(`${job.name}: ${ended}`);
}
console.log(`${jobs.length} files, ${failed} failed`);
await events.close();
await queue.close();
