import { type BudgetTrace, type CheckReport, checkBudget, type Locale, traceBudget } from "gz-budget";
import { scanReader } from "./scan-reader.ts";

/** A file that has been read and checked, with what is needed to show it. */
export interface Opened {
  readonly file: File;
  /** The bytes of a PDF, or the text. */
  readonly content: Uint8Array | string;
  readonly password: string | undefined;
  readonly trace: BudgetTrace;
  readonly report: CheckReport;
}

export interface OpenOptions {
  readonly password: string | undefined;
  readonly locale: Locale;
  /** Whether pages that are pictures are to be recognised, which takes seconds a page. */
  readonly readsScans: boolean;
  readonly onProgress: (pagesRead: number, pageCount: number | undefined) => void;
}

/** Reads a file in the browser. @throws BudgetError when there is nothing to show. */
export async function openFile(file: File, { password, locale, readsScans, onProgress }: OpenOptions): Promise<Opened> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const content = /\.(txt|text|md|tsv)$/i.test(file.name) || file.type.startsWith("text/") ? new TextDecoder().decode(bytes) : bytes;
  const scans = readsScans ? scanReader() : undefined;
  try {
    const trace = await traceBudget(content, {
      name: file.name,
      locale,
      ...(password !== undefined && { password }),
      ...(scans && { recogniseText: scans.recogniseText, limits: { milliseconds: Number.POSITIVE_INFINITY } }),
      cMapUrl: new URL("cmaps/", document.baseURI).href,
      standardFontDataUrl: new URL("standard_fonts/", document.baseURI).href,
      onProgress: ({ pagesRead, pageCount }) => onProgress(pagesRead, pageCount),
    });
    return { file, content, password, trace, report: checkBudget(trace.document) };
  } finally {
    scans?.close();
  }
}
