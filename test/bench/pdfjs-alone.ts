import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { loadPdfJs } from "../../src/read/pdfjs-door.ts";

const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/** What pdf.js alone needs: open the file, take the text of every page and the operators of those that hold tables. */
export async function pdfjsAlone(bytes: Uint8Array, password: string, tablePages: readonly number[]): Promise<void> {
  const { getDocument } = await loadPdfJs(); // in the way of the library, which leaves the process faster than pdf.js does by itself
  const open = (given: string | undefined) =>
    getDocument({
      data: bytes.slice(),
      ...(given !== undefined && { password: given }),
      verbosity: 0,
      isEvalSupported: false,
      cMapUrl: `${join(folder, "cmaps")}/`,
      standardFontDataUrl: `${join(folder, "standard_fonts")}/`,
    });
  let task = open(undefined);
  const document = await task.promise.catch((error: Error) => {
    if (error.name !== "PasswordException") throw error;
    task = open(password);
    return task.promise;
  });
  const withTables = new Set(tablePages);
  for (let pageNumber = 1; pageNumber <= document.numPages; pageNumber++) {
    const page = await document.getPage(pageNumber);
    await (page as unknown as { getTextContent(): Promise<unknown> }).getTextContent();
    if (withTables.has(pageNumber)) await page.getOperatorList();
    page.cleanup();
  }
  await task.destroy();
}
