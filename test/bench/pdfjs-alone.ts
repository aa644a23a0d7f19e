import { pdfDataFactory } from "../../src/read/pdfjs-data.ts";
import { loadPdfJs, type PdfDocument, type PdfPage } from "../../src/read/pdfjs-door.ts";

/** pdf.js alone: opens the file and takes the operators of every page. */
export function pdfjsOperators(bytes: Uint8Array, password: string): Promise<void> {
  return pdfjsPages(bytes, password, (page) => page.getOperatorList());
}

/** pdf.js alone: opens the file and takes the text of every page. */
export function pdfjsText(bytes: Uint8Array, password: string): Promise<void> {
  return pdfjsPages(bytes, password, (page) => (page as unknown as { getTextContent(): Promise<unknown> }).getTextContent());
}

/** In the way of the library, whose join of pdf.js's two halves and whose settings cost less than pdf.js's own. */
async function pdfjsPages(bytes: Uint8Array, password: string, take: (page: PdfPage) => Promise<unknown>): Promise<void> {
  const { getDocument, newWorker } = await loadPdfJs();
  const workers: { destroy(): void }[] = [];
  const open = (given: string | undefined) => {
    const worker = newWorker();
    if (worker) workers.push(worker);
    return getDocument({
      ...(worker && { worker }),
      data: bytes.slice(),
      ...(given !== undefined && { password: given }),
      verbosity: 0,
      isEvalSupported: false,
      useSystemFonts: false,
      useWorkerFetch: false,
      disableFontFace: true,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      maxImageSize: 65_536,
      BinaryDataFactory: pdfDataFactory({}),
    });
  };
  let task = open(undefined);
  const document: PdfDocument = await task.promise.catch((error: Error) => {
    if (error.name !== "PasswordException") throw error;
    task = open(password);
    return task.promise;
  });
  for (let pageNumber = 1; pageNumber <= document.numPages; pageNumber++) {
    const page = await document.getPage(pageNumber);
    await take(page);
    page.cleanup();
  }
  await task.destroy();
  for (const worker of workers) worker.destroy();
}
