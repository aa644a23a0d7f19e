import { BudgetError } from "../model/budget-error.ts";
import type { Locale } from "../model/locale.ts";
import { blame, detailOf } from "./engine-failure.ts";
import type { ReadGuard } from "./guard.ts";
import { type PdfDataLocations, pdfDataFactory } from "./pdfjs-data.ts";
import type { PdfDocument, PdfJs, PdfLoadingTask, PdfWorker } from "./pdfjs-door.ts";
import { holdStrayRejections } from "./stray-rejections.ts";

export interface OpenDocumentOptions extends PdfDataLocations {
  readonly password?: string | undefined;
  readonly locale: Locale;
  /** The file has no end mark. */
  readonly isCutOff: boolean;
}

/** One file opened in the ways that reading it needs; each but the first only when it is asked for. */
export interface PdfDocuments {
  /** Leaves out pictures, which cost most of the time and are no text. */
  readonly plain: PdfDocument;
  /** Gives up on a page at the first thing that is left out or wrong. */
  strict(): Promise<PdfDocument>;
  /** Holds the pictures. */
  pictured(): Promise<PdfDocument>;
  close(): Promise<void>;
}

/** Images up to this many pixels stay: some programs draw their lines with them. */
export const smallImage = 65_536;

/** @throws BudgetError ENCRYPTED, WRONG_PASSWORD, DAMAGED_PDF, ENGINE_UNUSABLE, ABORTED */
export async function openDocuments(
  pdfjs: PdfJs,
  bytes: Uint8Array,
  options: OpenDocumentOptions,
  guard: ReadGuard,
): Promise<PdfDocuments> {
  const release = holdStrayRejections();
  const tasks: PdfLoadingTask[] = [];
  const workers: PdfWorker[] = [];
  let { password } = options;
  const open = (parameters: Readonly<Record<string, unknown>>): Promise<PdfDocument> => {
    const worker = pdfjs.newWorker();
    if (worker) workers.push(worker);
    const task = pdfjs.getDocument({
      ...(worker && { worker }),
      data: new Uint8Array(bytes), // a copy, for pdf.js takes the bytes away from whoever gives them, and wants no Buffer
      ...(password !== undefined && { password }),
      verbosity: 0,
      isEvalSupported: false,
      useSystemFonts: false,
      useWorkerFetch: false,
      disableFontFace: true,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      BinaryDataFactory: pdfDataFactory(options),
      ...parameters,
    });
    tasks.push(task);
    return guard.wait(task.promise);
  };
  const close = async () => {
    await Promise.all(tasks.map((task) => task.destroy()));
    for (const worker of workers) worker.destroy();
    release();
  };
  const plain = { maxImageSize: smallImage };
  try {
    const first = open(plain).catch((cause: Error) => {
      if (cause.name !== "PasswordException" || password === undefined) throw cause;
      password = undefined; // a file without a password opens whatever is given
      return open(plain).catch((second: Error) => {
        throw second.name === "PasswordException" ? new BudgetError("WRONG_PASSWORD", {}, { cause, locale: options.locale }) : second;
      });
    });
    const document = await first;
    const later = (parameters: Readonly<Record<string, unknown>>) => {
      let opened: Promise<PdfDocument> | undefined;
      return () => {
        opened ??= open(parameters);
        return opened;
      };
    };
    return { plain: document, strict: later({ ...plain, stopAtErrors: true }), pictured: later({}), close };
  } catch (cause) {
    await close();
    throw await openingError(pdfjs, cause, options);
  }
}

const endIsMissing = { en: "its end is missing, it was cut off on the way", zh: "文件末尾缺失，未下载完整" } as const;

async function openingError(pdfjs: PdfJs, cause: unknown, { locale, isCutOff }: OpenDocumentOptions): Promise<BudgetError> {
  if (cause instanceof BudgetError) return cause;
  if ((cause as Error).name === "PasswordException") return new BudgetError("ENCRYPTED", {}, { cause, locale });
  return blame(pdfjs, { detail: isCutOff ? endIsMissing[locale] : detailOf(cause), cause, locale });
}
