// A worker that does what the file's name says, instead of reading it. Argument: the folder of the built package comes as GZ_BUDGET_TEST_PACKAGE.
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

const folder = process.env.GZ_BUDGET_TEST_PACKAGE;
new Worker(pathToFileURL(join(folder, "gz-budget-watchdog.js")), { argv: process.argv.slice(2) }).unref();

const kept = [];
const faults = {
  loops: () => {
    for (;;);
  },
  waits: () => new Promise((resolve) => setTimeout(resolve, 3_600_000)),
  exits: () => process.exit(7),
  throwsLater: () => {
    setTimeout(() => {
      throw new Error("thrown out of nowhere");
    }, 5);
    return new Promise(() => {});
  },
  fillsHeap: () => {
    const map = new Map();
    for (let at = 0; ; at++) map.set(at, [at]);
  },
  fillsMemory: async () => {
    const blocks = [];
    for (;;) {
      blocks.push(Buffer.alloc(8 * 2 ** 20, 1));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  },
  prints: () => {
    console.log("printed by the worker");
    return { summary: {}, contents: ["printed"] };
  },
  staysOn: () => {
    process.on("SIGTERM", () => {});
    return { summary: {}, contents: ["stays on"] };
  },
  keeps: () => {
    kept.push(Array.from({ length: 4_000_000 }, () => Math.random()));
    return { summary: {}, contents: [String(process.pid)] };
  },
  fails: () => ({ failure: { code: "DAMAGED_PDF", message: "damaged", fields: { detail: "test" } } }),
};

export async function readInWorker(task) {
  process.send({ pid: process.pid });
  const fault = faults[basename(task.path).split(".")[0]];
  if (task.password) writeFileSync(task.password, String(process.pid));
  if (fault) return fault();
  const worker = await import(pathToFileURL(join(folder, "gz-budget-worker.js")).href);
  return worker.readInWorker(task);
}
