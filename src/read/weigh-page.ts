import { claimedNumbers } from "./claimed-numbers.ts";
import { drawnContent } from "./drawn-content.ts";
import type { FileStreams } from "./file-streams.ts";
import type { ReadGuard } from "./guard.ts";
import { pageEntry } from "./objects/page-entry.ts";
import { dictionaryOf, PdfReference } from "./objects/pdf-value.ts";
import type { StreamScan } from "./scan-streams.ts";

/**
 * Looks at all that pdf.js will unfold for a page before it does.
 *
 * @returns A function of the page's object number.
 * @throws BudgetError LIMIT_EXCEEDED `contentBytes` or `repeatedPages`; Error that names what makes the page unreadable
 */
export function pageWeigher(streams: FileStreams, scan: StreamScan, guard: ReadGuard): (pageObject: number) => void {
  const { objects } = streams;
  const look = claimedNumbers(streams);
  const bytesOf = drawnContent(streams, guard);
  const shown = new Map<string, number>();
  return (pageObject) => {
    const page = dictionaryOf(objects.resolve(new PdfReference(pageObject)));
    const bytes = bytesOf(page);
    for (const key of ["Contents", "Resources", "Annots"]) look(pageEntry(page, key, objects));
    if (bytes === 0) return;
    const content = scan.contentsOf(pageObject).join(" ");
    const times = (shown.get(content) ?? 0) + 1;
    shown.set(content, times);
    guard.atMost("repeatedPages", times);
  };
}
