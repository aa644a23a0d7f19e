import { interpret } from "../../src/interpret/interpret.ts";
import { markFurniture } from "../../src/layout/mark-furniture.ts";
import { pageToRegions } from "../../src/layout/page-to-regions.ts";
import type { PageRegions } from "../../src/layout/region.ts";
import { textToRegions } from "../../src/layout/text-to-regions.ts";
import type { PrintedPage } from "../../src/model/printed-text.ts";
import type { TextPage } from "../../src/read/page.ts";
import { printedPage } from "../../src/read/printed-page.ts";
import { openPdf } from "../../src/read/read-pdf.ts";
import { openText } from "../../src/read/read-text.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { builtInForms } from "../../src/tables/forms.ts";

export const stages = ["read", "layout", "recognise", "interpret"] as const;
type Stage = (typeof stages)[number];

/** Seconds of the processor that each stage takes; reading a PDF holds what pdf.js takes. */
export async function stageSeconds(input: Uint8Array | string, password: string): Promise<Readonly<Record<Stage, number>>> {
  const spent: Record<Stage, number> = { read: 0, layout: 0, recognise: 0, interpret: 0 };
  let since = process.cpuUsage();
  /** What was spent since the last stage ended is this one's. */
  const ended = (stage: Stage) => {
    const { user, system } = process.cpuUsage(since);
    spent[stage] += (user + system) / 1e6;
    since = process.cpuUsage();
  };
  globalThis.gc?.();
  since = process.cpuUsage();
  const opened = typeof input === "string" ? await openText(input) : await openPdf(input, { password });
  const positioned: PageRegions[] = [];
  const text: TextPage[] = [];
  const printed: PrintedPage[] = [];
  for await (const { page } of opened.pages) {
    printed.push(printedPage(page));
    ended("read");
    if (page.kind === "positioned") positioned.push(pageToRegions(page, positioned.at(-1), opened.guard));
    else text.push(page);
    ended("layout");
  }
  ended("read");
  const regions = typeof input === "string" ? textToRegions(text, builtInForms) : markFurniture(positioned);
  ended("layout");
  const recognised = recognise(regions, builtInForms);
  ended("recognise");
  const { mediaType, sha256, pageCount = 0 } = opened;
  interpret(recognised, { source: { mediaType, sha256, pageCount }, locale: "en", notices: [], printed });
  ended("interpret");
  return spent;
}
