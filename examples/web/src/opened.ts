import { type BudgetTrace, type CheckReport, checkBudget, type Locale, traceBudget } from "gz-budget";

/** A file that has been read and checked, with what is needed to show it. */
export interface Opened {
  readonly name: string;
  /** The bytes of a PDF, or the text. */
  readonly content: Uint8Array | string;
  readonly password: string | undefined;
  readonly trace: BudgetTrace;
  readonly report: CheckReport;
}

export interface OpenOptions {
  readonly password: string | undefined;
  readonly locale: Locale;
  readonly onProgress: (pagesRead: number, pageCount: number | undefined) => void;
}

/** Reads a file in the browser. @throws BudgetError when there is nothing to show. */
export async function openFile(file: File, { password, locale, onProgress }: OpenOptions): Promise<Opened> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const content = /\.(txt|text|md|tsv)$/i.test(file.name) || file.type.startsWith("text/") ? new TextDecoder().decode(bytes) : bytes;
  const trace = await traceBudget(content, {
    name: file.name,
    locale,
    ...(password !== undefined && { password }),
    cMapUrl: new URL("cmaps/", document.baseURI).href,
    standardFontDataUrl: new URL("standard_fonts/", document.baseURI).href,
    onProgress: ({ pagesRead, pageCount }) => onProgress(pagesRead, pageCount),
  });
  return { name: file.name, content, password, trace, report: checkBudget(trace.document) };
}
