import { mkdir, readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { performance } from "node:perf_hooks";
import { checkBudget } from "../index.ts";
import { BudgetError } from "../model/budget-error.ts";
import type { Locale } from "../model/locale.ts";
import { type BatchLine, nothingEarlier, openIndex, readIndex, writeIndex } from "./batch-index.ts";
import {
  type BatchOptions,
  type BatchStart,
  type BatchSummary,
  demandPaths,
  type ResolvedBatchOptions,
  resolveBatchOptions,
} from "./batch-options.ts";
import { type FoundInput, findInputs } from "./find-inputs.ts";
import { lockFolder } from "./folder-lock.ts";
import { mergeFacts } from "./merge-facts.ts";
import { outputNames } from "./output-names.ts";
import { loadForms, loadRules } from "./own-declarations.ts";
import { readerPool } from "./reader-pool.ts";
import { type ScanTreatment, settleInput } from "./settle-input.ts";
import { systemReason } from "./system-reason.ts";
import type { ResolvedBatchLimits } from "./worker-limits.ts";
import type { WorkerPool, WorkerPoolOptions } from "./worker-pool.ts";
import { UNFINISHED } from "./write-atomic.ts";

/** What a process takes that reads a scan: the model, and pictures of a page at 300 dots an inch. */
const BYTES_PER_SCAN = 2 ** 30;

/**
 * Reads many files into a folder: a result a file and format, and `index.ndjson`, a line a file.
 *
 * Each result is written whole or not at all and its line added after it, so that a run that is killed can be resumed; at the end the
 * index is put in the order of the inputs. Results depend neither on the number of processes nor on interruptions.
 *
 * With `merge`, the facts of all are one table at the end; a batch that ended early is merged when it is resumed.
 *
 * @param paths Files, folders, patterns; `-` for the list on `standardInput`.
 * @throws BudgetError `FILE_UNWRITABLE` when the folder cannot be used at all, OPTION_INVALID; an input's failure is a line of the index.
 */
export function runBatch(paths: readonly string[], options: BatchOptions): Promise<BatchSummary> {
  return runBatchWith(readerPool, paths, options);
}

/** The same with processes of one's own making. */
export async function runBatchWith(
  makePool: (options: WorkerPoolOptions) => WorkerPool,
  paths: readonly string[],
  given: BatchOptions,
): Promise<BatchSummary> {
  const options = resolveBatchOptions(given);
  const { directory, locale } = options;
  demandPaths(paths, locale);
  const forms = options.forms === undefined ? undefined : await loadForms(options.forms, { locale });
  if (options.rules !== undefined) checkBudget([], { add: await loadRules(options.rules, { locale }), forms, locale });
  await makeFolder(directory, locale);
  const unlock = await lockFolder(directory, locale);
  try {
    return await runLocked(makePool, paths, options);
  } finally {
    await unlock();
  }
}

async function runLocked(
  makePool: (options: WorkerPoolOptions) => WorkerPool,
  paths: readonly string[],
  options: ResolvedBatchOptions,
): Promise<BatchSummary> {
  const started = performance.now();
  const { directory, locale, concurrency } = options;
  await clearUnfinished(directory, locale);
  const inputs = await findInputs(paths, { locale, standardInput: options.standardInput });
  const { lines: earlier, passedOver } = options.resume ? await readIndex(directory, locale) : nothingEarlier;
  const names = outputNames(
    inputs.map(({ path }) => path),
    new Map([...earlier].map(([path, { name }]) => [path, name])),
  );
  await writeIndex(directory, [...earlier.values()], locale);
  await options.onStart?.({ total: inputs.length, renamed: renamedInputs(names), passedOver });

  const index = await openIndex(directory, locale);
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const context = { options: { ...options, signal }, earlier, names, index };
  const lines = new Map<string, BatchLine>();
  const counts = { done: 0, withoutTables: 0, failed: 0, skipped: 0 };
  let ended: BudgetError | undefined;
  /** What a callback of the application threw. */
  const failures: unknown[] = [];
  const scans: FoundInput[] = [];
  const settleNext = async (pool: WorkerPool, queue: IterableIterator<FoundInput>, treatment: ScanTreatment) => {
    for (const input of queue) {
      if (ended || failures.length > 0) return;
      try {
        const settled = await settleInput({ ...context, pool }, input, treatment);
        if (settled === "putOff") {
          scans.push(input);
          continue;
        }
        const { line, isNew } = settled;
        lines.set(input.path, line);
        counts[line.outcome === "failed" ? "failed" : isNew ? "done" : "skipped"]++;
        if (line.knownTables === 0) counts.withoutTables++;
        await options.onResult?.(line, { total: inputs.length, ...counts });
      } catch (cause) {
        if (cause instanceof BudgetError) ended ??= cause;
        else {
          failures.push(cause);
          stop.abort();
        }
      }
    }
  };
  const settleAll = async (queue: readonly FoundInput[], treatment: ScanTreatment, atOnce: number, limits: ResolvedBatchLimits) => {
    const pool = makePool({ concurrency: atOnce, limits, locale });
    const rest = queue.values();
    try {
      await Promise.all(Array.from({ length: atOnce }, () => settleNext(pool, rest, treatment)));
    } finally {
      await pool.close();
    }
  };
  try {
    await settleAll(inputs, options.ocr ? "putOff" : "leave", concurrency, options.resolvedLimits);
    await settleAll(scans, "recognise", scansAtOnce(concurrency), options.scanLimits);
  } finally {
    await index.close();
  }
  if (failures.length > 0) throw failures[0];
  if (!ended) {
    const others = [...earlier.values()].filter(({ path }) => !names.has(path));
    const settled = [...others, ...inputs.flatMap(({ path }) => lines.get(path) ?? [])];
    await writeIndex(directory, settled, locale);
    if (options.merge) await mergeFacts(settled, options.merge, options);
  }
  return { total: inputs.length, ...counts, ...(ended && { ended }), seconds: Math.round(performance.now() - started) / 1000 };
}

/** As many scans as there is memory for, but at least one. */
function scansAtOnce(concurrency: number): number {
  return Math.max(1, Math.min(concurrency, Math.floor(process.availableMemory() / BYTES_PER_SCAN)));
}

async function makeFolder(directory: string, locale: Locale): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
  } catch (cause) {
    throw new BudgetError("FILE_UNWRITABLE", { path: directory, detail: systemReason(cause, locale) }, { cause, locale });
  }
}

/** Clears what a killed run left unfinished. */
async function clearUnfinished(directory: string, locale: Locale): Promise<void> {
  try {
    for (const name of await readdir(directory)) if (UNFINISHED.test(name)) await rm(join(directory, name), { force: true });
  } catch (cause) {
    throw new BudgetError("FILE_UNWRITABLE", { path: directory, detail: systemReason(cause, locale) }, { cause, locale });
  }
}

function renamedInputs(names: ReadonlyMap<string, string>): BatchStart["renamed"] {
  return [...names].flatMap(([path, name]) => (/~[0-9a-f]{8}$/.test(name) && !basename(path).startsWith(name) ? [{ path, name }] : []));
}
