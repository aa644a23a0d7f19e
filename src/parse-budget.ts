import { interpret } from "./interpret/interpret.ts";
import { markFurniture } from "./layout/mark-furniture.ts";
import { pageToRegions } from "./layout/page-to-regions.ts";
import type { PageRegions } from "./layout/region.ts";
import { textToRegions } from "./layout/text-to-regions.ts";
import { BudgetError } from "./model/budget-error.ts";
import type { Notice } from "./model/diagnostic.ts";
import { append } from "./model/long-lists.ts";
import type { PrintedPage } from "./model/printed-text.ts";
import { type ParseOptions, type ResolvedOptions, resolveOptions } from "./parse-options.ts";
import type { OpenedInput, PositionedPage, TextPage } from "./read/page.ts";
import { printedPage } from "./read/printed-page.ts";
import { openPdf } from "./read/read-pdf.ts";
import { openText } from "./read/read-text.ts";
import { recognise } from "./recognise/recognise.ts";
import type { RecognisedDocument, RecognisedTable } from "./recognise/recognised-table.ts";
import type { BudgetDocument, Source } from "./tables/budget-document.ts";

/** The bytes of a PDF, or text that was taken from a budget. */
export type BudgetInput = Uint8Array | ArrayBuffer | Blob | string;

/** A document with everything that was seen on the way to it. */
export interface BudgetTrace {
  readonly document: BudgetDocument;
  /** Glyphs and rulings of each page, or its lines. */
  readonly pages: readonly (PositionedPage | TextPage)[];
  /** What each page was divided into. */
  readonly regions: readonly PageRegions[];
  /** The joined tables before their cells were read, each cell with its places; in the order of `document.tables`. */
  readonly tables: readonly RecognisedTable[];
}

/**
 * Reads a Guangzhou department budget.
 *
 * @param input The bytes of a PDF, or text taken from one (a string).
 * @returns The document: typed tables in 万元, the prose, and a diagnostic for everything that was uncertain.
 * @throws BudgetError when no document can be returned at all: `code` says why, `message` what to do.
 */
export async function parseBudget(input: BudgetInput, options: ParseOptions = {}): Promise<BudgetDocument> {
  return (await read(input, resolveOptions(options), () => {})).document;
}

/**
 * Reads a budget and keeps what was seen: for finding out why a table came out as it did.
 *
 * @throws BudgetError like {@link parseBudget}; the memory of every page is held until the trace is dropped.
 */
export async function traceBudget(input: BudgetInput, options: ParseOptions = {}): Promise<BudgetTrace> {
  const pages: (PositionedPage | TextPage)[] = [];
  return { ...(await read(input, resolveOptions(options), (page) => void pages.push(page))), pages };
}

async function read(
  input: BudgetInput,
  options: ResolvedOptions,
  keep: (page: PositionedPage | TextPage) => void,
): Promise<Omit<BudgetTrace, "pages">> {
  const opened = await open(input, options);
  const { regions, printed, notices } = await divide(opened, options, keep);
  await opened.guard.pause();
  const recognised = recognise(regions, options.forms);
  await opened.guard.pause();
  const source = sourceOf(opened, input, options);
  const interpreted = (tables: RecognisedDocument) => interpret(tables, { source, locale: options.locale, notices, printed });
  if (!isFromPicture(recognised)) return { document: interpreted(recognised), regions, tables: recognised.tables };
  const { proveScan } = await import("./prove/prove-scan.ts");
  const proven = proveScan(recognised, options.forms, interpreted);
  return { document: proven.document, regions, tables: proven.recognised.tables };
}

/** Whether cells were recognised in a picture; only then the rules are loaded that prove them. */
function isFromPicture({ tables }: RecognisedDocument): boolean {
  return tables.some(({ rows }) => rows.some(({ cells }) => cells.some(({ recognised }) => recognised)));
}

async function open(input: BudgetInput, options: ResolvedOptions): Promise<OpenedInput> {
  if (typeof input === "string") {
    if (isPath(input)) throw new BudgetError("INPUT_IS_A_PATH", { found: input.trim() }, { locale: options.locale });
    return openText(input, options);
  }
  if (input instanceof Blob) return openPdf(new Uint8Array(await input.arrayBuffer()), options);
  if (input instanceof ArrayBuffer) return openPdf(new Uint8Array(input), options);
  if (ArrayBuffer.isView(input)) return openPdf(new Uint8Array(input.buffer, input.byteOffset, input.byteLength), options);
  throw new BudgetError("INPUT_UNSUPPORTED", { found: input === null ? "null" : typeof input }, { locale: options.locale });
}

/** One line that ends like the name of a file, or begins like an address; no budget is that. */
function isPath(input: string): boolean {
  return input.length < 2000 && /^\s*(?:(?:https?|file):\/\/\S+|[^\n]+\.(?:pdf|txt|tsv|md))\s*$/i.test(input);
}

/** Divides each page into regions and lets it go before the next one is read; only its words are kept. */
async function divide(
  opened: OpenedInput,
  options: ResolvedOptions,
  keep: (page: PositionedPage | TextPage) => void,
): Promise<{ regions: PageRegions[]; printed: PrintedPage[]; notices: Notice[] }> {
  const notices: Notice[] = [];
  const printed: PrintedPage[] = [];
  const positioned: PageRegions[] = [];
  const text: TextPage[] = [];
  for await (const { page, notices: found } of opened.pages) {
    append(notices, found);
    keep(page);
    printed.push(printedPage(page));
    if (page.kind === "positioned") positioned.push(pageToRegions(page, positioned.at(-1), opened.guard));
    else text.push(page);
    await options.onProgress?.({ pagesRead: positioned.length + text.length, pageCount: opened.pageCount });
  }
  const regions = opened.mediaType === "text/plain" ? [...textToRegions(text, options.forms)] : [...markFurniture(positioned)];
  return { regions, printed, notices: [...notices, ...regions.flatMap((page) => page.notices)] };
}

function sourceOf({ mediaType, sha256, pageCount }: OpenedInput, input: BudgetInput, { name }: ResolvedOptions): Source {
  const known = name ?? (typeof File === "function" && input instanceof File ? input.name : undefined);
  return { ...(known && { name: known }), mediaType, sha256, ...(pageCount !== undefined && { pageCount }) };
}
