import { getDocument, type PDFDocumentProxy } from "pdfjs-dist";
import type { Opened } from "./opened.ts";

/** The PDF once more, for drawing its pages; opened when the first page is wanted. */
export function pdfOf({ content, password }: Opened): { open(): Promise<PDFDocumentProxy>; close(): void } {
  let task: ReturnType<typeof getDocument> | undefined;
  return {
    open() {
      if (typeof content === "string") throw new Error("Text input has no pages to draw.");
      task ??= getDocument({
        data: content.slice(),
        ...(password !== undefined && { password }),
        cMapUrl: new URL("cmaps/", document.baseURI).href,
        cMapPacked: true,
        standardFontDataUrl: new URL("standard_fonts/", document.baseURI).href,
        verbosity: 0,
      });
      return task.promise;
    },
    close: () => void task?.destroy(),
  };
}
