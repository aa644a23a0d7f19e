import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import type { BudgetError } from "../model/budget-error.ts";
import { invalidOption, unknownName } from "../model/invalid-option.ts";
import type { Locale } from "../model/locale.ts";
import {
  abortSignal,
  callback,
  demandOptions,
  flag,
  language,
  listOf,
  type OptionKinds,
  oneOf,
  plainObject,
  secret,
  text,
  wholeNumber,
} from "../model/option-kinds.ts";
import { parseOptionKinds } from "../parse-options.ts";
import type { BatchLine } from "./batch-index.ts";
import { type MergeFormat, mergeFormats } from "./merge-facts.ts";
import { type FileFormat, fileFormats } from "./output-format.ts";
import { declarationOf, formsAddress, type ModuleAddress, rulesAddress } from "./own-declarations.ts";
import { type BatchLimits, type ResolvedBatchLimits, resolveBatchLimits } from "./worker-limits.ts";

export interface BatchOptions {
  /** Folder of the results; made where it does not exist. */
  readonly directory: string;
  /** @default ["json"], none beside what `merge` needs */
  readonly formats?: readonly FileFormat[] | undefined;
  /**
   * Also writes the facts of all inputs as one table of this format, and a table of the documents: `facts.csv` and `documents.csv` and so on,
   * in SQLite two tables of `facts.sqlite`. A `.facts.ndjson` of each input is written beside `formats`, from which a batch that is resumed is merged.
   * @default none
   */
  readonly merge?: MergeFormat | undefined;
  /** Files that are read at the same time, each in a process of its own. @default the number of processors */
  readonly concurrency?: number | undefined;
  /** Skips what an earlier run has done: same bytes, version of the library and options, results still there. @default false */
  readonly resume?: boolean | undefined;
  readonly limits?: BatchLimits | undefined;
  /** Tried on every file that needs one. */
  readonly password?: string | undefined;
  readonly pages?: string | undefined;
  /** Begin CSV with a byte order mark. @default false */
  readonly bom?: boolean | undefined;
  /**
   * Reads the pages of scans from their pictures, as `gz-budget/ocr` does. Scans are read when all other inputs are done, as many at the
   * same time as memory allows. @default false
   */
  readonly ocr?: boolean | undefined;
  /** Path or URL of a module whose forms are looked up beside the built-in ones, or `"national"`. @default the built-in ones */
  readonly forms?: ModuleAddress | undefined;
  /** Path or URL of a module or a JSON file with rules that are checked beside the built-in ones. @default the built-in ones */
  readonly rules?: ModuleAddress | undefined;
  /** Language of the messages. @default the runtime's: Chinese where that is Chinese, else English */
  readonly locale?: Locale | undefined;
  /** Ends the batch; what is done stays done. */
  readonly signal?: AbortSignal | undefined;
  /** The list that a path `-` stands for, a path an item. */
  readonly standardInput?: AsyncIterable<string> | undefined;
  readonly onStart?: ((start: BatchStart) => void) | undefined;
  /** Called when an input is done, failed or skipped, and waited for. What it or `onStart` throws ends the batch; what is done stays done. */
  readonly onResult?: ((line: BatchLine, progress: BatchProgress) => void) | undefined;
}

export interface BatchStart {
  readonly total: number;
  /** Inputs whose results got a mark in their name because another input has the same name. */
  readonly renamed: readonly { readonly path: string; readonly name: string }[];
  /** Lines of an earlier run's index that make no sense and were passed over. */
  readonly passedOver: number;
}

export interface BatchProgress {
  readonly total: number;
  readonly done: number;
  /** Of those done or skipped: documents without any table of a known form, such as scans and other cities' texts. */
  readonly withoutTables: number;
  readonly failed: number;
  /** Done by an earlier run. */
  readonly skipped: number;
}

export interface BatchSummary extends BatchProgress {
  /** Why the batch ended before its last input, if it did: a disk that takes no more, or `signal`. */
  readonly ended?: BudgetError;
  readonly seconds: number;
}

export interface ResolvedBatchOptions extends BatchOptions {
  readonly formats: readonly FileFormat[];
  readonly concurrency: number;
  readonly locale: Locale;
  readonly resolvedLimits: ResolvedBatchLimits;
  /** Of an input whose pages are recognised. */
  readonly scanLimits: ResolvedBatchLimits;
  /** Fingerprint of what the results depend on. */
  readonly settings: string;
}

const kinds: OptionKinds<BatchOptions> = {
  directory: text,
  formats: listOf(text),
  merge: oneOf(mergeFormats),
  concurrency: wholeNumber,
  resume: flag,
  limits: plainObject,
  password: secret,
  pages: parseOptionKinds.pages,
  bom: flag,
  ocr: flag,
  forms: formsAddress,
  rules: rulesAddress,
  locale: language,
  signal: abortSignal,
  standardInput: plainObject,
  onStart: callback,
  onResult: callback,
};

/** @throws BudgetError OPTION_INVALID */
export function resolveBatchOptions(options: BatchOptions): ResolvedBatchOptions {
  const given = demandOptions(options ?? {}, kinds);
  const {
    formats: asked = given.merge ? [] : ["json"],
    concurrency = availableParallelism(),
    directory,
    pages,
    bom,
    ocr,
    limits,
    locale,
  } = given;
  if (directory === undefined)
    throw invalidOption(
      { en: "options.directory is missing: the folder of the results", zh: "缺少 options.directory：结果文件夹" },
      locale,
    );
  const formats = given.merge ? [...new Set<FileFormat>([...asked, "facts"])] : asked;
  const strange = formats.length === 0 ? "" : formats.find((format) => !fileFormats.includes(format));
  if (strange !== undefined) throw unknownName("format", strange, fileFormats, locale);
  const resolvedLimits = resolveBatchLimits(limits, locale);
  const scanLimits = resolveBatchLimits(limits, locale, true);
  const settings = createHash("sha256")
    .update(JSON.stringify([formats, locale, pages, bom, limits, ocr, declarationOf(given.forms), declarationOf(given.rules)]))
    .digest("hex")
    .slice(0, 12);
  return { ...given, formats, concurrency, resolvedLimits, scanLimits, settings };
}

/** @throws BudgetError OPTION_INVALID for what is no list of paths, such as a single one */
export function demandPaths(paths: unknown, locale: Locale): void {
  const isMany = typeof paths === "object" && paths !== null && (Symbol.iterator in paths || Symbol.asyncIterator in paths);
  if (isMany && !(Array.isArray(paths) && paths.some((path) => typeof path !== "string" && typeof path?.path !== "string"))) return;
  const given = typeof paths === "string" ? `["${paths}"]` : '["budget.pdf"]';
  throw invalidOption({ en: `paths must be a list of paths: write ${given}`, zh: `paths 须为路径的列表：请写 ${given}` }, locale);
}
