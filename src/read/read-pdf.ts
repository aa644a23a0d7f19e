import { BudgetError } from "../model/budget-error.ts";
import { type Notice, notice } from "../model/diagnostic.ts";
import type { Locale } from "../model/locale.ts";
import { blame, detailOf, engineFailure } from "./engine-failure.ts";
import { openFileStreams } from "./file-streams.ts";
import { guardOf, type ReadGuard } from "./guard.ts";
import { otherThanPdf } from "./input-kind.ts";
import { resolveLimits } from "./limits.ts";
import type { OpenOptions } from "./open-options.ts";
import type { OpenedInput, ReadPage } from "./page.ts";
import type { RecogniseText } from "./page-pictures.ts";
import { countPages, pagesOf, selectPages } from "./page-selection.ts";
import { openDocuments } from "./pdf-documents.ts";
import type { PdfDataLocations } from "./pdfjs-data.ts";
import { loadPdfJs } from "./pdfjs-door.ts";
import { type PageReader, readPage } from "./read-page.ts";
import { scanStreams } from "./scan-streams.ts";
import { sha256 } from "./sha256.ts";
import { pageWeigher } from "./weigh-page.ts";

export interface OpenPdfOptions extends OpenOptions, PdfDataLocations {
  /** Opens a file that is encrypted; ignored by one that is not. */
  readonly password?: string | undefined;
  /** Reads a page that has no text layer, from its pixels. @default none: such a page gives the diagnostic `read.no-text-layer` */
  readonly recogniseText?: RecogniseText | undefined;
}

/**
 * Opens a PDF; its pages come one at a time and are released as they are read.
 *
 * @param bytes Left as they are. They must not change until the last page is read.
 * @throws BudgetError EMPTY_INPUT, NOT_A_PDF, ENCRYPTED, WRONG_PASSWORD, DAMAGED_PDF, ENGINE_UNUSABLE, LIMIT_EXCEEDED, ABORTED, OPTION_INVALID;
 * the last but one and ABORTED also while the pages are read
 */
export async function openPdf(bytes: Uint8Array, options: OpenPdfOptions = {}): Promise<OpenedInput> {
  const locale = options.locale ?? "en";
  const limits = resolveLimits(options.limits, locale);
  const guard = guardOf(limits, options.signal, locale);
  guard.check();
  if (bytes.length === 0) throw new BudgetError("EMPTY_INPUT", {}, { locale });
  guard.atMost("bytes", bytes.length);
  const latin1 = new TextDecoder("latin1").decode(bytes);
  const found = otherThanPdf(bytes, latin1);
  if (found) throw new BudgetError("NOT_A_PDF", { found: found[locale] }, { locale });
  const streams = await openFileStreams(bytes, { password: options.password, limits, guard });
  const scan = scanStreams(streams, guard);
  const digest = await sha256(bytes);
  const pdfjs = await loadPdfJs().catch((cause: unknown) => {
    throw engineFailure({ detail: detailOf(cause), cause, locale });
  });
  const isCutOff = !/%%EOF|startxref/.test(latin1.slice(-4096));
  const documents = await openDocuments(pdfjs, bytes, { ...options, locale, isCutOff }, guard);
  try {
    const pageCount = documents.plain.numPages;
    const selected = selectPages(options.pages, pageCount, locale);
    guard.atMost("pages", countPages(selected));
    const wanted = pagesOf(selected);
    const optionalContent = await guard.wait(documents.plain.getOptionalContentConfig());
    const { recogniseText } = options;
    const weigh = pageWeigher(streams, scan, guard);
    const reader: PageReader = { pdfjs, documents, optionalContent, streams: scan, weigh, guard, recogniseText };
    const first = [
      ...(isCutOff ? [notice("read.truncated-file", {})] : []),
      ...scan.damagedElsewhere().map((object) => notice("read.damaged-stream", { object })),
    ];
    return { mediaType: "application/pdf", sha256: digest, pageCount, pages: readPages(wanted, first, reader, guard, locale), guard };
  } catch (error) {
    await documents.close();
    if (error instanceof BudgetError) throw error;
    throw await blame(pdfjs, { detail: detailOf(error), cause: error, locale });
  }
}

async function* readPages(
  wanted: readonly number[],
  first: readonly Notice[],
  reader: PageReader,
  guard: ReadGuard,
  locale: Locale,
): AsyncGenerator<ReadPage> {
  let ofDocument = first;
  let failures: readonly Notice[] = [];
  try {
    for (const pageNumber of wanted) {
      await guard.pause();
      const { page, notices, failed } = await readPage(pageNumber, reader);
      if (failed) failures = [...failures, ...notices];
      if (failures.length === wanted.length) {
        throw await blame(reader.pdfjs, { detail: String(failures[0]?.fields.detail), locale });
      }
      yield { page, notices: [...ofDocument, ...notices] };
      ofDocument = [];
    }
  } finally {
    await reader.documents.close();
  }
}
