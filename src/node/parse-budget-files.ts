import { availableParallelism } from "node:os";
import { budgetDocumentSchema } from "../forms.ts";
import { BudgetDocument } from "../index.ts";
import { BudgetError } from "../model/budget-error.ts";
import type { Locale } from "../model/locale.ts";
import {
  abortSignal,
  callback,
  demandOptions,
  language,
  type OptionKinds,
  plainObject,
  secret,
  wholeNumber,
} from "../model/option-kinds.ts";
import { demandPaths } from "./batch-options.ts";
import { failingCallbacks } from "./failing-callbacks.ts";
import type { FoundInput } from "./find-inputs.ts";
import { addressOf, formsAddress, loadForms, type ModuleAddress } from "./own-declarations.ts";
import { readerPool } from "./reader-pool.ts";
import { type BatchLimits, resolveBatchLimits } from "./worker-limits.ts";

export interface ParseFilesOptions {
  /** Files that are read at the same time, each in a process of its own. @default the number of processors */
  readonly concurrency?: number | undefined;
  /** Ends the batch: files being read fail with `ABORTED`, no further file is begun. */
  readonly signal?: AbortSignal | undefined;
  /** What one file may cost, enforced from outside. @default those of its fields */
  readonly limits?: BatchLimits | undefined;
  /** Called after each page of each file. What it throws ends the reading of all. */
  readonly onProgress?: ((progress: FileProgress) => void) | undefined;
  /** Tried on every file that needs one. */
  readonly password?: string | undefined;
  /**
   * Path or URL of a module whose forms are looked up beside the built-in ones, or `"national"`.
   * @default the built-in ones
   */
  readonly forms?: ModuleAddress | undefined;
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

const kinds: OptionKinds<ParseFilesOptions> = {
  concurrency: wholeNumber,
  signal: abortSignal,
  limits: plainObject,
  onProgress: callback,
  password: secret,
  forms: formsAddress,
  locale: language,
};

/**
 * Reads many files, several at a time, each in a process of its own: one that hangs, outgrows its memory or dies fails alone.
 *
 * Results come in the order in which files are done; a file is begun only when the one before is taken, so that memory stays bounded.
 *
 * @param inputs Paths of PDFs and text files, or what `findInputs` gives for folders and patterns: what could not be found is a result too.
 * @returns One result a path. Leaving the loop ends the processes.
 * @throws BudgetError OPTION_INVALID; never for a file. What `onProgress` throws, which ends the processes too.
 * @example for await (const { path, document, error } of parseBudgetFiles(await findInputs(["budgets"]))) console.log(path, document?.fiscalYear ?? error?.code);
 */
export async function* parseBudgetFiles(
  inputs: Iterable<string | FoundInput> | AsyncIterable<string | FoundInput>,
  options: ParseFilesOptions = {},
): AsyncGenerator<FileResult, void, undefined> {
  const given = demandOptions(options, kinds);
  const { concurrency = availableParallelism(), signal, onProgress, password, locale } = given;
  demandPaths(inputs, locale);
  const limits = resolveBatchLimits(given.limits, locale);
  const forms = given.forms === undefined ? {} : { forms: addressOf(given.forms) };
  const schema = given.forms === undefined ? BudgetDocument : budgetDocumentSchema(await loadForms(given.forms, { locale }));
  const pool = readerPool({ concurrency, limits, locale });
  const running = new Map<number, Promise<FileResult>>();
  const callbacks = failingCallbacks();

  async function read(path: string, index: number): Promise<FileResult> {
    const onPage = (pagesRead: number, pageCount: number | undefined) => callbacks.call(onProgress, { path, pagesRead, pageCount });
    const task = { path, locale, limits: limits.read, formats: ["ndjson"] as const, ...forms, ...(password !== undefined && { password }) };
    try {
      const result = await pool.run(task, { signal, onPage });
      if (result.failure) return { path, index, error: new BudgetError(result.failure.code, result.failure.fields, { locale }) };
      return { path, index, document: schema.parse(JSON.parse(String(result.contents[0]))) };
    } catch (cause) {
      return {
        path,
        index,
        error: cause instanceof BudgetError ? cause : new BudgetError("WORKER_FAILED", { detail: String(cause) }, { cause, locale }),
      };
    }
  }

  async function next(): Promise<FileResult> {
    const result = await Promise.race([callbacks.failed, ...running.values()]);
    running.delete(result.index);
    return result;
  }

  try {
    let index = 0;
    for await (const input of inputs) {
      const { path, error }: FoundInput = typeof input === "string" ? { path: input } : input;
      running.set(index, error ? Promise.resolve({ path, index, error }) : read(path, index));
      index++;
      if (running.size >= concurrency) yield await next();
    }
    while (running.size > 0) yield await next();
  } finally {
    await pool.close();
  }
}
