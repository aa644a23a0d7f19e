import { availableParallelism } from "node:os";
import { BudgetDocument } from "../index.ts";
import { BudgetError } from "../model/budget-error.ts";
import { demandLocale, noCount, unknownName } from "../model/invalid-option.ts";
import type { Locale } from "../model/locale.ts";
import { readerPool } from "./reader-pool.ts";
import { type BatchLimits, resolveBatchLimits } from "./worker-limits.ts";

export interface ParseFilesOptions {
  /** Files that are read at the same time, each in a process of its own. @default the number of processors */
  readonly concurrency?: number | undefined;
  /** Ends the batch: files being read fail with `ABORTED`, no further file is begun. */
  readonly signal?: AbortSignal | undefined;
  /** What one file may cost, enforced from outside. */
  readonly limits?: BatchLimits | undefined;
  /** Called after each page of each file. */
  readonly onProgress?: ((progress: FileProgress) => void) | undefined;
  /** Tried on every file that needs one. */
  readonly password?: string | undefined;
  /** Language of the messages. @default the runtime's: Chinese where that is Chinese, else English */
  readonly locale?: Locale | undefined;
}

export interface FileProgress {
  readonly path: string;
  readonly pagesRead: number;
  /** undefined where the input does not tell. */
  readonly pageCount: number | undefined;
}

/** What became of one file: its document, or the error that left none. */
export type FileResult = {
  readonly path: string;
  /** Position of the path among those given, from 0. */
  readonly index: number;
} & ({ readonly document: BudgetDocument; readonly error?: undefined } | { readonly error: BudgetError; readonly document?: undefined });

const KNOWN: readonly string[] = [
  "concurrency",
  "signal",
  "limits",
  "onProgress",
  "password",
  "locale",
] satisfies (keyof ParseFilesOptions)[];

/**
 * Reads many files, several at a time, each in a process of its own: one that hangs, outgrows its memory or dies fails alone.
 *
 * Results come in the order in which files are done; a file is begun only when the one before is taken, so that memory stays bounded.
 *
 * @param paths Paths of PDFs and text files.
 * @returns One result a path. Leaving the loop ends the processes.
 * @throws BudgetError OPTION_INVALID; never for a file.
 * @example for await (const { path, document, error } of parseBudgetFiles(paths)) console.log(path, document?.fiscalYear ?? error?.code);
 */
export async function* parseBudgetFiles(
  paths: Iterable<string> | AsyncIterable<string>,
  options: ParseFilesOptions = {},
): AsyncGenerator<FileResult, void, undefined> {
  const locale = demandLocale(options.locale);
  const concurrency = resolveConcurrency(options, locale);
  const limits = resolveBatchLimits(options.limits, locale);
  const pool = readerPool({ concurrency, limits, locale });
  const running = new Map<number, Promise<FileResult>>();
  const { signal, onProgress, password } = options;

  async function read(path: string, index: number): Promise<FileResult> {
    const onPage = onProgress && ((pagesRead: number, pageCount: number | undefined) => onProgress({ path, pagesRead, pageCount }));
    const task = { path, locale, limits: limits.read, formats: ["ndjson"] as const, ...(password !== undefined && { password }) };
    try {
      const result = await pool.run(task, { signal, onPage });
      if (result.failure) return { path, index, error: new BudgetError(result.failure.code, result.failure.fields, { locale }) };
      return { path, index, document: BudgetDocument.parse(JSON.parse(String(result.contents[0]))) };
    } catch (cause) {
      return {
        path,
        index,
        error: cause instanceof BudgetError ? cause : new BudgetError("WORKER_FAILED", { detail: String(cause) }, { cause, locale }),
      };
    }
  }

  async function next(): Promise<FileResult> {
    const result = await Promise.race(running.values());
    running.delete(result.index);
    return result;
  }

  try {
    let index = 0;
    for await (const path of paths) {
      running.set(index, read(path, index));
      index++;
      if (running.size >= concurrency) yield await next();
    }
    while (running.size > 0) yield await next();
  } finally {
    await pool.close();
  }
}

function resolveConcurrency(options: ParseFilesOptions, locale: Locale): number {
  const unknown = Object.keys(options).find((key) => !KNOWN.includes(key));
  if (unknown !== undefined) throw unknownName("option", unknown, KNOWN, locale);
  const concurrency = options.concurrency ?? availableParallelism();
  if (!Number.isInteger(concurrency) || concurrency < 1) throw noCount("options.concurrency", concurrency, "whole", locale);
  return concurrency;
}
