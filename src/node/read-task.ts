import { createHash } from "node:crypto";
import { basename } from "node:path";
import { budgetDocumentSchema } from "../forms.ts";
import {
  type BudgetDocument,
  type CheckReport,
  checkBudget,
  type InspectPicture,
  parseBudget,
  traceBudget,
  traceToHtml,
} from "../index.ts";
import { BudgetError } from "../model/budget-error.ts";
import type { Diagnostic, DiagnosticCode } from "../model/diagnostic.ts";
import type { Locale } from "../model/locale.ts";
import { resolveOptions } from "../parse-options.ts";
import type { RecogniseText } from "../read/page-pictures.ts";
import { writeDocuments } from "./output-format.ts";
import { loadForms, loadRules } from "./own-declarations.ts";
import { pictureUrl } from "./picture-url.ts";
import { bytesToInput, readInput } from "./read-input.ts";
import type { DocumentSummary, SeverityCounts, WorkerMessage, WorkerResult, WorkerTask } from "./worker-task.ts";

export interface TaskContext {
  readonly tell: (message: WorkerMessage) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Reads a file and writes the document in the formats asked for. Every failure is part of the result. */
export async function readTask(task: WorkerTask, { tell, signal }: TaskContext): Promise<WorkerResult> {
  const { locale } = task;
  let file: { readonly sha256?: string; readonly bytes?: number } = {};
  try {
    const forms = task.forms === undefined ? undefined : await loadForms(task.forms, { locale });
    const add = task.rules === undefined ? [] : await loadRules(task.rules, { locale });
    const schema = forms && budgetDocumentSchema(forms);
    const pictures: InspectPicture[] = [];
    const recogniseText = await recognition(task);
    const given = resolveOptions({
      forms,
      name: task.bytes ? undefined : basename(task.path),
      locale,
      password: task.password,
      pages: task.pages,
      limits: task.limits,
      signal,
      recogniseText: recogniseText && task.formats.includes("inspection") ? keeping(pictures, recogniseText) : recogniseText,
      onProgress: ({ pagesRead, pageCount }) => tell({ pagesRead, pageCount }),
    });
    const { bytes, input } = task.bytes
      ? { bytes: task.bytes, input: bytesToInput(task.bytes, task.path) }
      : await readInput(task.path, { limit: given.limits.bytes, locale });
    file = { sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length };
    const trace = task.formats.includes("inspection") ? await traceBudget(input, given) : undefined;
    const document = trace?.document ?? (await parseBudget(input, given));
    const report = checkBudget(document, { add, forms });
    const contents: (string | Uint8Array)[] = [];
    for (const format of task.formats) {
      if (format === "inspection") contents.push(trace ? traceToHtml(trace, { report, pictures, locale }) : "");
      else contents.push(await writeDocuments([document], format, { locale, report, schema, bom: task.bom }));
    }
    const isUnreadScan = document.diagnostics.some(({ code }) => UNREAD.includes(code));
    return { ...file, summary: summaryOf(document, report), contents, isUnreadScan };
  } catch (cause) {
    const { code, message, fields } = toBudgetError(cause, locale);
    return { ...file, failure: { code, message, fields } };
  }
}

/** The model serves all files of this process. */
let recogniser: Promise<RecogniseText> | undefined;

function recognition({ ocr, locale }: WorkerTask): Promise<RecogniseText> | undefined {
  if (ocr) recogniser ??= import("../ocr.ts").then(({ createTextRecogniser }) => createTextRecogniser({ locale }));
  return ocr ? recogniser : undefined;
}

/** Keeps what the pages look like that are recognised. */
function keeping(pictures: InspectPicture[], recogniseText: RecogniseText): RecogniseText {
  return (page) =>
    recogniseText({
      ...page,
      pictures: async () => {
        const found = await page.pictures();
        pictures.push(...found.map((picture) => ({ page: page.pageNumber, box: picture.box, url: pictureUrl(picture) })));
        return found;
      },
    });
}

/** What says that a page shows more than was read of it. */
const UNREAD: readonly DiagnosticCode[] = ["read.no-text-layer", "read.mostly-picture", "read.hidden-text-used"];

/** In the language of the batch. Anything but a BudgetError is a mistake of the library: its place in the code is part of the message. */
function toBudgetError(cause: unknown, locale: Locale): BudgetError {
  if (cause instanceof BudgetError) return new BudgetError(cause.code, cause.fields, { cause, locale });
  const detail = cause instanceof Error ? (cause.stack ?? cause.message).replace(/(?<!\s)\s*\n\s*/g, " ") : String(cause);
  return new BudgetError("WORKER_FAILED", { detail }, { cause, locale });
}

function summaryOf(document: BudgetDocument, { summary }: CheckReport): DocumentSummary {
  const { consistent, inconsistent, notChecked } = summary;
  return {
    fiscalYear: document.fiscalYear,
    organization: document.organization?.name ?? null,
    form: document.form,
    tables: document.tables.length,
    knownTables: document.tables.filter(({ kind }) => kind !== "unrecognised").length,
    diagnostics: countBySeverity(document.diagnostics),
    findings: { consistent, inconsistent, notChecked },
  };
}

function countBySeverity(diagnostics: readonly Diagnostic[]): SeverityCounts {
  const count = (severity: Diagnostic["severity"]) => diagnostics.filter((one) => one.severity === severity).length;
  return { error: count("error"), warning: count("warning"), info: count("info") };
}
