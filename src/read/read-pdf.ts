import { BudgetError } from "../model/budget-error.ts";
import { notice } from "../model/diagnostic.ts";
import { oncePrinted } from "./once-printed.ts";
import { operatorsToMarks } from "./operators-to-marks.ts";
import type { OpenedInput, ReadPage } from "./page.ts";
import { pageFrame } from "./page-frame.ts";
import { type PdfDataLocations, pdfDataFactory } from "./pdfjs-data.ts";
import { loadPdfJs, type PdfDocument, type PdfJs } from "./pdfjs-door.ts";

export interface OpenPdfOptions extends PdfDataLocations {
  readonly password?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Opens a PDF; its pages come one at a time.
 *
 * @param bytes Copied, never changed.
 * @throws BudgetError
 */
export async function openPdf(bytes: Uint8Array, options: OpenPdfOptions = {}): Promise<OpenedInput> {
  if (bytes.length === 0) throw new BudgetError("EMPTY_INPUT");
  const sha256 = await hexDigest(bytes);
  const pdfjs = await loadPdfJs();
  const task = pdfjs.getDocument({
    data: bytes.slice(),
    ...(options.password !== undefined && { password: options.password }),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    BinaryDataFactory: pdfDataFactory(options),
  });
  let document: PdfDocument;
  try {
    document = await task.promise;
  } catch (cause) {
    await task.destroy();
    throw openingError(cause, options.password);
  }
  return { mediaType: "application/pdf", sha256, pageCount: document.numPages, pages: readPages(pdfjs, document, () => task.destroy()) };
}

async function* readPages(pdfjs: PdfJs, document: PdfDocument, close: () => Promise<void>): AsyncGenerator<ReadPage> {
  try {
    const optionalContent = await document.getOptionalContentConfig();
    for (let pageNumber = 1; pageNumber <= document.numPages; pageNumber++) {
      const page = await document.getPage(pageNumber);
      const frame = pageFrame(page.view, page.rotate, page.userUnit);
      const list = await page.getOperatorList();
      const marks = operatorsToMarks(list, { OPS: pdfjs.OPS, frame, fonts: page.commonObjs, optionalContent, checkpoint: () => {} });
      const glyphs = oncePrinted(marks.glyphs);
      page.cleanup();
      yield {
        page: { kind: "positioned", pageNumber, width: frame.width, height: frame.height, glyphs, rulings: marks.rulings },
        notices:
          glyphs.length === 0 && marks.images.length > 0 ? [notice("read.no-text-layer", { page: pageNumber }, { page: pageNumber })] : [],
      };
    }
  } finally {
    await close();
  }
}

function openingError(cause: unknown, password: string | undefined): BudgetError {
  const { name, message } = cause as Error;
  if (name === "PasswordException") return new BudgetError(password === undefined ? "ENCRYPTED" : "WRONG_PASSWORD", {}, { cause });
  return new BudgetError("DAMAGED_PDF", { detail: message }, { cause });
}

async function hexDigest(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
