import { createHash } from "node:crypto";
import { basename } from "node:path";
import { Worker } from "node:worker_threads";
import { type BudgetDocument, type CheckReport, checkBudget, parseBudget } from "../index.ts";
import { BudgetError } from "../model/budget-error.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Locale } from "../model/locale.ts";
import { isSource } from "./entry-file.ts";
import { writeDocuments } from "./output-format.ts";
import { readInput } from "./read-input.ts";
import type { DocumentSummary, SeverityCounts, WorkerMessage, WorkerResult, WorkerTask } from "./worker-task.ts";

// A process that worker-pool.ts starts: reads one file at a time. The watchdog ends it when it outgrows its memory or its parent is
// gone; among sources there is none, as loaders of TypeScript do not reach threads.
if (!isSource()) new Worker(new URL("./watchdog.js", import.meta.url), { argv: process.argv.slice(2) }).unref();

// An interrupt from the keyboard reaches the whole group; what becomes of the file at hand is the parent's to say.
process.on("SIGINT", () => {});

/** Reads a file and writes the document in the formats asked for. Every failure is part of the result. */
export async function readInWorker(task: WorkerTask): Promise<WorkerResult> {
  tell({ pid: process.pid });
  const { locale } = task;
  let file: { readonly sha256?: string; readonly bytes?: number } = {};
  try {
    const { bytes, input } = await readInput(task.path, locale);
    file = { sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length };
    const document = await parseBudget(input, {
      name: basename(task.path),
      locale,
      ...(task.password !== undefined && { password: task.password }),
      ...(task.pages !== undefined && { pages: task.pages }),
      ...(task.limits !== undefined && { limits: task.limits }),
      onProgress: ({ pagesRead, pageCount }) => tell({ pagesRead, pageCount }),
    });
    const report = checkBudget(document);
    const options = { locale, report, ...(task.bom !== undefined && { bom: task.bom }) };
    const contents: (string | Uint8Array)[] = [];
    for (const format of task.formats) contents.push(await writeDocuments([document], format, options));
    return { ...file, summary: summaryOf(document, report), contents };
  } catch (cause) {
    const { code, message, fields } = toBudgetError(cause, locale);
    return { ...file, failure: { code, message, fields } };
  }
}

/** In the language of the batch. Anything but a BudgetError is a mistake of the library: its place in the code is part of the message. */
function toBudgetError(cause: unknown, locale: Locale): BudgetError {
  if (cause instanceof BudgetError) return new BudgetError(cause.code, cause.fields, { cause, locale });
  const detail = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return new BudgetError("WORKER_FAILED", { detail }, { cause, locale });
}

function tell(message: WorkerMessage): void {
  process.send?.(message);
}

function summaryOf(document: BudgetDocument, { summary }: CheckReport): DocumentSummary {
  const { consistent, inconsistent, notChecked } = summary;
  return {
    fiscalYear: document.fiscalYear,
    organization: document.organization?.name ?? null,
    form: document.form,
    tables: document.tables.length,
    diagnostics: countBySeverity(document.diagnostics),
    findings: { consistent, inconsistent, notChecked },
  };
}

function countBySeverity(diagnostics: readonly Diagnostic[]): SeverityCounts {
  const count = (severity: Diagnostic["severity"]) => diagnostics.filter((one) => one.severity === severity).length;
  return { error: count("error"), warning: count("warning"), info: count("info") };
}
