import type { BudgetErrorCode } from "../model/budget-error.ts";
import type { Locale } from "../model/locale.ts";
import type { ReadLimits } from "../read/limits.ts";
import type { FileFormat } from "./output-format.ts";

/** What a worker process is asked to do with one file. Only plain data: it crosses a process boundary. */
export interface WorkerTask {
  readonly path: string;
  /** What to read where it stands in no file; `path` is `-` then. */
  readonly bytes?: Uint8Array;
  readonly locale: Locale;
  readonly password?: string | undefined;
  readonly pages?: string | readonly number[] | undefined;
  readonly limits?: ReadLimits;
  readonly bom?: boolean;
  /** Read the pages of scans from their pictures. */
  readonly ocr?: boolean | undefined;
  /** Addresses of modules with forms and rules of one's own. */
  readonly forms?: string | undefined;
  readonly rules?: string;
  readonly formats: readonly TaskFormat[];
}

/** What a document is written in; `inspection` is the page of HTML that shows how it was read. */
export type TaskFormat = FileFormat | "inspection";

export interface SeverityCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

export interface OutcomeCounts {
  readonly consistent: number;
  readonly inconsistent: number;
  readonly notChecked: number;
}

/** What the index says of a document that was read. */
export interface DocumentSummary {
  readonly fiscalYear: number | null;
  readonly organization: string | null;
  readonly form: string;
  readonly tables: number;
  /** Those of a known form: none in a scan or in another city's text. */
  readonly knownTables: number;
  readonly diagnostics: SeverityCounts;
  readonly findings: OutcomeCounts;
}

/** A failure as plain data: `BudgetError` without its class. */
export interface WorkerFailure {
  readonly code: BudgetErrorCode;
  readonly message: string;
  readonly fields: Readonly<Record<string, string | number>>;
}

interface WorkerFile {
  /** Of the bytes of the file; absent where it could not be read. */
  readonly sha256?: string;
  readonly bytes?: number;
}

export type WorkerResult = WorkerFile &
  (
    | { readonly failure: WorkerFailure }
    | {
        readonly failure?: undefined;
        readonly summary: DocumentSummary;
        readonly contents: readonly (string | Uint8Array)[];
        /** Pages show more than was read of them; recognition would read it. */
        readonly isUnreadScan?: boolean;
      }
  );

/** What a worker says before its result. */
export type WorkerMessage = { readonly pid: number } | { readonly pagesRead: number; readonly pageCount: number | undefined };
