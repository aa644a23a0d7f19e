import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { BudgetError, type BudgetErrorCode } from "../model/budget-error.ts";
import type { BatchLine, IndexWriter } from "./batch-index.ts";
import type { ResolvedBatchOptions } from "./batch-options.ts";
import type { FoundInput } from "./find-inputs.ts";
import { libraryVersion } from "./library-version.ts";
import { formatEndings } from "./output-format.ts";
import { addressOf } from "./own-declarations.ts";
import type { WorkerPool } from "./worker-pool.ts";
import { isDiskFailure, writeAtomic } from "./write-atomic.ts";

/** What all inputs of a batch share. */
export interface BatchContext {
  readonly options: ResolvedBatchOptions;
  /** Lines of an earlier run, by path. */
  readonly earlier: ReadonlyMap<string, BatchLine>;
  /** Names of the results, by path. */
  readonly names: ReadonlyMap<string, string>;
  readonly index: IndexWriter;
  readonly pool: WorkerPool;
}

/** Failures that another try may not meet: an input that an earlier run left with one is not done. */
const WORTH_ANOTHER_TRY: ReadonlySet<BudgetErrorCode> = new Set([
  "ABORTED",
  "DEPENDENCY_MISSING",
  "ENCRYPTED",
  "FILE_UNREADABLE",
  "FILE_UNWRITABLE",
  "WORKER_FAILED",
  "WRONG_PASSWORD",
]);

/** What to do with the pages of scans: leave them unread, put the whole input off, or recognise them. */
export type ScanTreatment = "leave" | "putOff" | "recognise";

/** What became of an input; nothing yet, where it is a scan that was put off. */
export type Settled = { readonly line: BatchLine; readonly isNew: boolean } | "putOff";

/**
 * Brings one input to its end: read and written, failed, or skipped because an earlier run has done it.
 *
 * The results are written before the line of the index: a kill between the two costs one reading, never a result.
 *
 * @param scans What to do with a scan.
 * @returns Its line, and whether it was read now.
 * @throws BudgetError when the whole batch cannot go on: `ABORTED`, or `FILE_UNWRITABLE` on a disk that takes no more.
 */
export async function settleInput(context: BatchContext, input: FoundInput, scans: ScanTreatment): Promise<Settled> {
  const { options, earlier, index } = context;
  if (options.signal?.aborted) throw new BudgetError("ABORTED", {}, { locale: options.locale });
  const before = earlier.get(input.path);
  if (before && !input.error && (await isDone(before, options))) return { line: before, isNew: false };
  const started = performance.now();
  const result = await readAndWrite(context, input, scans);
  if (result === "putOff") return "putOff";
  const seconds = Math.round(performance.now() - started) / 1000;
  const line: BatchLine = { ...result, seconds, version: libraryVersion, settings: options.settings };
  await removeOutputs(options, before?.outputs.filter((output) => !line.outputs.includes(output)) ?? []);
  await index.add(line);
  return { line, isNew: true };
}

async function isDone(
  { path, outcome, outputs, sha256, version, settings, error }: BatchLine,
  options: ResolvedBatchOptions,
): Promise<boolean> {
  if (version !== libraryVersion || settings !== options.settings) return false;
  if (outcome === "failed" && (!error || WORTH_ANOTHER_TRY.has(error.code))) return false;
  for (const output of outputs) {
    const exists = await access(join(options.directory, output)).then(
      () => true,
      () => false,
    );
    if (!exists) return false;
  }
  return sha256 !== undefined && (await fingerprint(path)).sha256 === sha256;
}

type Unstamped = Omit<BatchLine, "seconds" | "version" | "settings">;

async function readAndWrite(
  { options, names, pool }: BatchContext,
  { path, error }: FoundInput,
  scans: ScanTreatment,
): Promise<Unstamped | "putOff"> {
  const { directory, formats, locale, signal, password, pages, bom, forms, rules, resolvedLimits, scanLimits } = options;
  const name = names.get(path) ?? path;
  const failed = ({ code, message }: Pick<BudgetError, "code" | "message">, file: Pick<BatchLine, "sha256" | "bytes">): Unstamped => ({
    path,
    name,
    outcome: "failed",
    outputs: [],
    ...file,
    error: { code, message },
  });
  if (error) return failed(error, {});
  const outputs = formats.map((format) => `${name}.${formatEndings[format]}`);
  try {
    const result = await pool.run(
      {
        path,
        locale,
        formats,
        limits: (scans === "recognise" ? scanLimits : resolvedLimits).read,
        ...(password !== undefined && { password }),
        ...(pages !== undefined && { pages }),
        ...(bom !== undefined && { bom }),
        ...(scans === "recognise" && { ocr: true }),
        ...(forms !== undefined && { forms: addressOf(forms) }),
        ...(rules !== undefined && { rules: addressOf(rules) }),
      },
      { signal },
    );
    const { sha256, bytes } = result;
    const file = { ...(sha256 !== undefined && { sha256 }), ...(bytes !== undefined && { bytes }) };
    if (result.failure) return failed(result.failure, file);
    if (scans === "putOff" && result.isUnreadScan) return "putOff";
    for (const [at, output] of outputs.entries()) await writeAtomic(join(directory, output), result.contents[at] ?? "", locale);
    return { path, name, outcome: "done", outputs, ...file, ...result.summary };
  } catch (cause) {
    if (!(cause instanceof BudgetError)) throw cause;
    if (cause.code === "FILE_UNWRITABLE") await removeOutputs(options, outputs);
    if (cause.code === "ABORTED" || isDiskFailure(cause)) throw cause;
    return failed(cause, await fingerprint(path));
  }
}

/** One that cannot be removed stays: no line of the index names it. */
async function removeOutputs({ directory }: ResolvedBatchOptions, outputs: readonly string[]): Promise<void> {
  for (const output of outputs) await rm(join(directory, output), { force: true }).catch(() => {});
}

/** Of the bytes of a file; empty where it cannot be read. */
async function fingerprint(path: string): Promise<Pick<BatchLine, "sha256" | "bytes">> {
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    const { size } = await stat(path);
    for await (const chunk of createReadStream(path, { end: Math.max(0, size - 1) }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    return { sha256: hash.digest("hex"), bytes };
  } catch {
    return {};
  }
}
