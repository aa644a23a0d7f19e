import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { BatchLimits } from "../../src/node/worker-limits.ts";
import { resolveBatchLimits } from "../../src/node/worker-limits.ts";
import { ProcessNotStarted, type WorkerPool, workerPool } from "../../src/node/worker-pool.ts";
import { builtPackage } from "../support/built-package.ts";
import { runProgram } from "../support/run-program.ts";

const faultyWorker = fileURLToPath(new URL("../support/faulty-worker.mjs", import.meta.url));
const task = (path: string) => ({ path, locale: "en", formats: [] }) as const;

let folder = "";
let pool: WorkerPool | undefined;
beforeAll(async () => {
  process.env.GZ_BUDGET_TEST_PACKAGE = await builtPackage();
  folder = await mkdtemp(join(tmpdir(), "gz-budget-pool-"));
});
afterEach(async () => {
  await pool?.close();
  pool = undefined;
});
afterAll(() => rm(folder, { recursive: true }));

/** A file's own limit passes 5 seconds before its process is ended: tests need not wait for that. */
function started(limits: BatchLimits, concurrency = 1): WorkerPool {
  const resolved = resolveBatchLimits(limits, "en");
  pool = workerPool({
    concurrency,
    limits: { ...resolved, endAfterMilliseconds: resolved.milliseconds },
    locale: "en",
    ownWorker: faultyWorker,
  });
  return pool;
}

describe("a process that reads", () => {
  it.each([
    ["loops", { milliseconds: 4000 }, "LIMIT_EXCEEDED", "milliseconds (4000 > 4000)"],
    ["waits", { milliseconds: 4000 }, "LIMIT_EXCEEDED", "milliseconds (4000 > 4000)"],
    ["fillsHeap", { megabytes: 200 }, "LIMIT_EXCEEDED", "> 200)"],
    ["fillsMemory", { megabytes: 300 }, "LIMIT_EXCEEDED", "> 300)"],
    ["exits", {}, "WORKER_FAILED", "exit code 7"],
    ["throwsLater", {}, "WORKER_FAILED", "exit code 1"],
  ] as const)("that %s fails its own file, and the next one is read by another", async (fault, limits, code, message) => {
    const { run } = started({ milliseconds: 60_000, ...limits });
    await expect(run(task(`${fault}.pdf`))).rejects.toMatchObject({ name: "BudgetError", code, message: expect.stringContaining(message) });
    await expect(run(task("prints.pdf"))).resolves.toMatchObject({ contents: ["printed"] });
  });

  it("that keeps memory is replaced between files, before it fails one", async () => {
    const { run } = started({ milliseconds: 60_000, megabytes: 300 });
    const pids = new Set<unknown>();
    for (let count = 0; count < 12; count++) {
      const result = await run(task("keeps.pdf"));
      pids.add(result.failure ?? result.contents[0]);
    }
    expect([...pids].every((pid) => /^\d+$/.test(String(pid)))).toBe(true);
    expect(pids.size).toBeGreaterThan(1);
    expect(pids.size).toBeLessThan(12);
  });

  it("hands on a failure that it can still tell itself", async () => {
    expect(await started({}).run(task("fails.pdf"))).toMatchObject({ failure: { code: "DAMAGED_PDF" } });
  });

  it("that loops does not hold up another", async () => {
    const { run } = started({ milliseconds: 60_000 }, 2);
    const controller = new AbortController();
    const looping = run(task("loops.pdf"), { signal: controller.signal });
    for (let count = 0; count < 3; count++) await expect(run(task("prints.pdf"))).resolves.toMatchObject({ contents: ["printed"] });
    controller.abort();
    await expect(looping).rejects.toMatchObject({ code: "ABORTED" });
  });

  it("is not started for a batch that is aborted already", async () => {
    await expect(started({}).run(task("prints.pdf"), { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "ABORTED" });
  });

  it("whose code cannot be loaded is told apart from a file that fails, and nothing waits for ever", async () => {
    pool = workerPool({ concurrency: 1, limits: resolveBatchLimits({}, "en"), locale: "en", ownWorker: join(folder, "missing.mjs") });
    await expect(pool.run(task("prints.pdf"))).rejects.toBeInstanceOf(ProcessNotStarted);
  });

  it.each(["loops", "waits"])("that %s ends soon after a kill of the program that started it", async (fault) => {
    const pidFile = join(folder, `${fault}.pid`);
    const script = join(folder, `${fault}.mts`);
    const source = (path: string) => JSON.stringify(pathToFileURL(fileURLToPath(new URL(`../../src/node/${path}`, import.meta.url))).href);
    await writeFile(
      script,
      `import { workerPool } from ${source("worker-pool.ts")};
       import { resolveBatchLimits } from ${source("worker-limits.ts")};
       const pool = workerPool({ concurrency: 1, limits: resolveBatchLimits({}, "en"), locale: "en", ownWorker: ${JSON.stringify(faultyWorker)} });
       await pool.run({ path: "${fault}.pdf", locale: "en", formats: [], password: ${JSON.stringify(pidFile)} });`,
    );
    const parent = spawn(process.execPath, ["--import", "tsx", script], { stdio: "ignore" });
    const worker = await eventually(async () => Number(await readFile(pidFile, "utf8")) || undefined);
    expect(isRunning(worker)).toBe(true);
    parent.kill("SIGKILL");
    await eventually(async () => (isRunning(worker) ? undefined : true));
  });
});

async function eventually<Value>(look: () => Promise<Value | undefined>): Promise<Value> {
  for (let tries = 0; tries < 600; tries++) {
    const value = await look().catch(() => undefined);
    if (value !== undefined) return value;
    await delay(100);
  }
  throw new Error("It did not happen");
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

it("closing waits for a process that is slow to end, though nothing else keeps the program running", async () => {
  const source = (name: string) => JSON.stringify(new URL(`../../src/node/${name}`, import.meta.url));
  const program = `
    import { workerPool } from ${source("worker-pool.ts")};
    import { resolveBatchLimits } from ${source("worker-limits.ts")};
    const pool = workerPool({ concurrency: 1, limits: resolveBatchLimits({}, "en"), locale: "en", ownWorker: ${JSON.stringify(faultyWorker)} });
    await pool.run(${JSON.stringify(task("staysOn.pdf"))});
    await pool.close();
    console.log("closed");`;
  const ended = await runProgram(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program]);
  expect(ended).toMatchObject({ code: 0, stdout: "closed\n" });
});
