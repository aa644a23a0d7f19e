import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runBatchWith } from "../../src/node/run-batch.ts";
import { workerPool } from "../../src/node/worker-pool.ts";
import { budgetText } from "../support/budget-text.ts";
import { builtPackage } from "../support/built-package.ts";

const ownWorker = fileURLToPath(new URL("../support/faulty-worker.mjs", import.meta.url));

let folder = "";
beforeAll(async () => {
  process.env.GZ_BUDGET_TEST_PACKAGE = await builtPackage();
  folder = await mkdtemp(join(tmpdir(), "gz-budget-faults-"));
  await mkdir(join(folder, "in"));
  for (const name of ["exits.pdf", "fillsHeap.pdf", "loops.pdf", "waits.pdf"]) await writeFile(join(folder, "in", name), name);
  for (const name of ["a", "k", "z"]) {
    await writeFile(join(folder, "in", `${name}.txt`), budgetText({ year: 2021, organization: `广州市${name}局`, total: "1.00" }));
  }
});
afterAll(() => rm(folder, { recursive: true }));

describe("a batch in which readers hang, die and run out of memory", () => {
  it.concurrent.each([1, 2])("comes to its end with all other results, with %i processes", async (concurrency) => {
    const directory = join(folder, `out${concurrency}`);
    const summary = await runBatchWith(
      (options) => workerPool({ ...options, limits: { ...options.limits, endAfterMilliseconds: 10_000 }, ownWorker }),
      [join(folder, "in")],
      { directory, concurrency, locale: "en", limits: { megabytes: 400 } },
    );
    expect(summary).toMatchObject({ total: 7, done: 3, failed: 4, skipped: 0 });
    const lines = (await readFile(join(directory, "index.ndjson"), "utf8"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ name, error, sha256 }) => [name, error?.code ?? "done", typeof sha256])).toEqual([
      ["a", "done", "string"],
      ["exits", "WORKER_FAILED", "string"],
      ["fillsHeap", "LIMIT_EXCEEDED", "string"],
      ["k", "done", "string"],
      ["loops", "LIMIT_EXCEEDED", "string"],
      ["waits", "LIMIT_EXCEEDED", "string"],
      ["z", "done", "string"],
    ]);
    expect((await readdir(directory)).sort()).toEqual(["a.json", "index.ndjson", "k.json", "z.json"]);
  });
});
