import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { BudgetError } from "../model/budget-error.ts";
import type { Locale } from "../model/locale.ts";
import { loaderArguments, workerFile } from "./entry-file.ts";
import { readerFlags } from "./reader-flags.ts";
import type { ResolvedBatchLimits } from "./worker-limits.ts";
import type { WorkerMessage, WorkerResult, WorkerTask } from "./worker-task.ts";

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onPage?: ((pagesRead: number, pageCount: number | undefined) => void) | undefined;
}

export interface WorkerPool {
  /**
   * Reads one file in a process of its own.
   *
   * @throws BudgetError `LIMIT_EXCEEDED` for time or memory, `WORKER_FAILED` when the process ended, `ABORTED` by `signal`.
   * @throws ProcessNotStarted when there is no process to read it.
   */
  run(task: WorkerTask, options?: RunOptions): Promise<WorkerResult>;
  close(): Promise<void>;
}

export interface WorkerPoolOptions {
  readonly concurrency: number;
  readonly limits: ResolvedBatchLimits;
  readonly locale: Locale;
  /** Path of a module with a `readInWorker` of one's own. @default the worker of this package */
  readonly ownWorker?: string;
}

const IDLE_MILLISECONDS = 60_000;
const STANDARD_ERROR_TAIL = 4000;
/** How long the last words of a process that ended are waited for. */
const CLOSING_MILLISECONDS = 500;
const LONGEST_TIMER = 2 ** 31 - 1;
/** A process that another task's end has torn down before it started is started again. */
const STARTS = 3;

/** No process has come up to read the file: it says nothing about the file. */
export class ProcessNotStarted extends Error {
  override readonly name = "ProcessNotStarted";

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** A process that reads, and what is known of its end. */
interface WatchedProcess {
  readonly process: ChildProcess;
  readonly standardError: () => string;
  readonly closed: Promise<unknown>;
}

/**
 * Starts processes that read files, as many as `concurrency`, each one file at a time.
 *
 * Processes rather than threads: a thread that runs out of memory can take the whole program with it. One that hangs, outgrows its
 * memory or dies is replaced; only its file fails. One whose memory has grown to half of what it may take is replaced between files.
 */
export function workerPool(options: WorkerPoolOptions): WorkerPool {
  let opened: Promise<WorkerPool> | undefined;
  return {
    async run(task, runOptions) {
      opened ??= openPool(options);
      return (await opened).run(task, runOptions);
    },
    async close() {
      await opened?.then((pool) => pool.close());
    },
  };
}

async function openPool({ concurrency, limits, locale, ownWorker }: WorkerPoolOptions): Promise<WorkerPool> {
  const filename = ownWorker ?? workerFile();
  if (filename === undefined) throw new ProcessNotStarted("the program is a bundle of one file");
  const { deno, bun } = process.versions;
  if (deno || bun) throw new ProcessNotStarted("it is not Node"); // which take up a process in a way that the pool does not know
  // An ES module, which some test runners cannot load: imported only where many files are read.
  const { Tinypool } = await import("tinypool").catch((cause: unknown) => {
    throw new ProcessNotStarted(cause);
  });
  const pool = new Tinypool({
    filename,
    name: "readInWorker",
    runtime: "child_process",
    serialization: "advanced",
    minThreads: 0,
    maxThreads: concurrency,
    idleTimeout: IDLE_MILLISECONDS,
    ...(Number.isFinite(limits.megabytes) && { maxMemoryLimitBeforeRecycle: (limits.megabytes / 2) * 2 ** 20 }),
    env: definedOnly(process.env),
    argv: [String(limits.megabytes), String(process.pid)],
    execArgv: [
      ...readerFlags(),
      ...loaderArguments(),
      ...(Number.isFinite(limits.megabytes) ? [`--max-old-space-size=${Math.ceil(limits.megabytes)}`] : []),
    ],
  });
  const watched = new Map<number, WatchedProcess>();
  /** Tasks that no process has taken up: the ones to tell when a process cannot start. */
  const waiting = new Set<(cause: unknown) => void>();
  pool.on("error", (cause: unknown) => {
    for (const fail of waiting) fail(cause);
  });

  async function attempt(task: WorkerTask, { signal, onPage }: RunOptions): Promise<WorkerResult | ProcessNotStarted> {
    const controller = new AbortController();
    const state: { ended?: "time" | "caller" | "start"; pid?: number; startFailure?: unknown } = {};
    const end = (why: "time" | "caller" | "start") => {
      state.ended ??= why;
      controller.abort();
    };
    const timer = setTimeout(() => end("time"), Math.min(limits.endAfterMilliseconds, LONGEST_TIMER));
    const onAbort = () => end("caller");
    const onStartFailure = (cause: unknown) => {
      state.startFailure = cause;
      end("start");
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    waiting.add(onStartFailure);
    const postMessage = (message: WorkerMessage) => {
      if (!("pid" in message)) return onPage?.(message.pagesRead, message.pageCount);
      state.pid = message.pid;
      waiting.delete(onStartFailure);
      watch(message.pid);
    };
    try {
      return await pool.run(task, { signal: controller.signal, channel: { postMessage } });
    } catch (cause) {
      if (state.ended === "caller") throw new BudgetError("ABORTED", {}, { cause, locale });
      if (state.ended === "time") throw exceeded("milliseconds", limits.endAfterMilliseconds, cause);
      if (state.pid === undefined) return new ProcessNotStarted(state.startFailure ?? cause);
      throw await endOf(state.pid, cause);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      waiting.delete(onStartFailure);
    }
  }

  /** Takes over what a process prints, which would otherwise be printed here, and waits for its end. */
  function watch(pid: number): void {
    if (watched.has(pid)) return;
    const worker = pool.threads.map((thread) => (thread as { process?: ChildProcess }).process).find((one) => one?.pid === pid);
    if (!worker) return;
    let text = "";
    worker.stdout?.unpipe(process.stdout);
    worker.stdout?.resume();
    worker.stderr?.unpipe(process.stderr);
    worker.stderr?.on("data", (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-STANDARD_ERROR_TAIL);
    });
    const closed = once(worker, "close").catch(() => {});
    watched.set(pid, { process: worker, standardError: () => text, closed });
  }

  async function endOf(pid: number, cause: unknown): Promise<BudgetError> {
    const worker = watched.get(pid);
    if (!worker) return new BudgetError("WORKER_FAILED", { detail: String(cause) }, { cause, locale });
    await Promise.race([worker.closed, delay(CLOSING_MILLISECONDS)]);
    const text = worker.standardError();
    const used = /gz-budget: out of memory, (\d+) MB/.exec(text)?.[1];
    if (used || /heap out of memory|Fatal.*(memory|size)/i.test(text)) return exceeded("megabytes", used ?? `${limits.megabytes}+`, cause);
    const { exitCode, signalCode } = worker.process;
    const lines = text.trim().split("\n");
    const said = lines.findLast((line) => /^\w*Error\b/.test(line)) ?? lines.at(-1);
    const detail = [signalCode ? `signal ${signalCode}` : `exit code ${exitCode}`, ...(said ? [said] : [])].join(", ");
    return new BudgetError("WORKER_FAILED", { detail }, { cause, locale });
  }

  function exceeded(limit: "milliseconds" | "megabytes", found: number | string, cause: unknown): BudgetError {
    return new BudgetError("LIMIT_EXCEEDED", { limit, found, allowed: limits[limit] }, { cause, locale });
  }

  return {
    async run(task, options = {}) {
      let failure: unknown;
      for (let start = 0; start < STARTS; start++) {
        if (options.signal?.aborted) throw new BudgetError("ABORTED", {}, { locale });
        const result = await attempt(task, options);
        if (!(result instanceof ProcessNotStarted)) return result;
        failure = result;
      }
      throw failure;
    },
    async close() {
      const alive = setInterval(() => {}, CLOSING_MILLISECONDS); // a process that the pool has let go of does not keep this one running
      await pool.destroy().finally(() => clearInterval(alive));
    },
  };
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
