import type { FileObjects } from "./file-objects.ts";
import { dictionaryOf, type PdfDictionary, type PdfValue } from "./pdf-value.ts";

/** Trees of pages are a few levels high. */
const highest = 100;

/** An entry of a page, or of the nodes above it, from which a page inherits. */
export function pageEntry(page: PdfDictionary, key: string, { resolve }: FileObjects): PdfValue | undefined {
  let node = page;
  for (let level = 0; level < highest && !node.has(key); level++) node = dictionaryOf(resolve(node.get("Parent")));
  return node.get(key);
}
