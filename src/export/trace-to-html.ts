import type { CheckReport } from "../model/check-report.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Locale } from "../model/locale.ts";
import { demandOptions, language, listOf, type OptionKind, type OptionKinds, plainObject } from "../model/option-kinds.ts";
import type { BudgetTrace } from "../parse-budget.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { inspectScript, inspectStyle } from "./inspect-style.ts";
import { type InspectWords, inspectWords } from "./inspect-words.ts";
import { causeItems, findingItems } from "./inspected-findings.ts";
import { type CellOutcomes, cellOutcomes, tableToHtml } from "./inspected-rows.ts";
import { type InspectPicture, type PlacedMark, type PositionedPage, pageToSvg, type Regions } from "./page-to-svg.ts";

export interface InspectOptions {
  /** Marks the figures of each identity that holds or does not, and lists causes with what stands at their places. @default none */
  readonly report?: CheckReport | undefined;
  /** What the pages of a scan look like: shown under the text that was recognised. @default none */
  readonly pictures?: readonly InspectPicture[] | undefined;
  /** @default the runtime's: Chinese where that is Chinese, else English */
  readonly locale?: Locale | undefined;
}

const picture: OptionKind = {
  words: { en: "an object with page, box and a data: URL of an image", zh: "含 page、box 与图像 data: URL 的对象" },
  accepts: (value) => {
    const { page, box, url } = (value ?? {}) as Partial<InspectPicture>;
    const isPlaced = Number.isInteger(page) && Array.isArray(box) && box.length === 4 && box.every(Number.isFinite);
    return isPlaced && typeof url === "string" && url.startsWith("data:image/");
  },
};
const kinds: OptionKinds<InspectOptions> = { report: plainObject, pictures: listOf(picture), locale: language };

interface InspectContext {
  readonly trace: BudgetTrace;
  readonly outcomes: CellOutcomes;
  readonly pictures: readonly InspectPicture[];
  readonly words: InspectWords;
}

/**
 * One page of HTML that shows what was seen: each page with its glyphs, rulings, grids and regions at their true places, each diagnostic
 * where it arises, each cause beside a picture of its cell, and beside the pages the tables as they were read. A click on a cell shows where it stands, a click on the page which cell it is.
 *
 * @returns A whole document that loads nothing.
 */
export function traceToHtml(trace: BudgetTrace, options: InspectOptions = {}): string {
  const { report, pictures = [], locale } = demandOptions(options, kinds);
  const words = inspectWords[locale];
  const context: InspectContext = { trace, outcomes: cellOutcomes(report), pictures, words };
  const { document, pages } = trace;
  const title = escapeMarkup(document.source.name ?? document.organization?.name ?? document.source.sha256.slice(0, 12));
  const head = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none';${pictures.length > 0 ? " img-src data:;" : ""} style-src 'unsafe-inline'; script-src 'unsafe-inline'"><title>${title}</title><style>${inspectStyle}</style></head>`;
  const layers = Object.entries(words.layers).flatMap(([value, name]) =>
    value === "pictures" && pictures.length === 0 ? [] : [`<label><input type="checkbox" value="${value}" checked> ${name}</label>`],
  );
  const facts = `${words.fiscalYear} ${document.fiscalYear ?? "–"} · ${words.form} ${escapeMarkup(document.form)} · SHA-256 ${document.source.sha256.slice(0, 16)}…`;
  const top = `<header><h1>${title}</h1><span class="facts">${facts}</span><span>${words.show}: ${layers.join("")}</span><span class="hint">${words.open}${report ? ` ${words.cellsChecked}` : ""}</span></header>`;
  const general = document.diagnostics.flatMap((diagnostic, index) =>
    pageOf(diagnostic, trace) === undefined ? [diagnosticItem(diagnostic, index, trace)] : [],
  );
  const sections = [
    list(words.diagnostics, general),
    list(words.causes, causeItems(report, trace, locale)),
    list(words.findings, findingItems(report, trace, locale)),
    ...pages.map((page, index) => section(page, trace.regions[index]?.regions ?? [], context)),
  ];
  return `${head}<body>${top}<main>${sections.join("")}</main><script>${inspectScript}</script></body></html>\n`;
}

function section(page: BudgetTrace["pages"][number], regions: Regions, context: InspectContext): string {
  const { trace, outcomes, pictures, words } = context;
  const { pageNumber } = page;
  const { diagnostics, tables } = trace.document;
  const here = diagnostics.flatMap((diagnostic, index) =>
    pageOf(diagnostic, trace) === pageNumber && pageNumber !== undefined ? [{ diagnostic, index }] : [],
  );
  const sheet =
    page.kind === "positioned"
      ? pageToSvg(
          page,
          regions,
          [...here.flatMap((one) => diagnosticMarks(one, page)), ...findingMarks(page, context)],
          pictures.filter((picture) => picture.page === pageNumber),
          words,
        )
      : `<ol start="${page.firstLine}">${page.lines.map((line, i) => `<li id="l${page.firstLine + i}">${escapeMarkup(line)}</li>`).join("")}</ol>`;
  const isHere = (pages: readonly number[]) => pageNumber === undefined || pages.includes(pageNumber);
  const shown = tables.flatMap(({ pages }, index) => (isHere(pages) ? [tableToHtml(index, pageNumber, trace, outcomes, words)] : []));
  const outside = regions.flatMap((region) =>
    region.kind === "text" ? [`<li>${words.roles[region.role]}: ${escapeMarkup(shorten(region.text))}</li>`] : [],
  );
  const diagnosed = list(
    words.diagnostics,
    here.map(({ diagnostic, index }) => diagnosticItem(diagnostic, index, trace)),
  );
  const id = pageNumber === undefined ? "" : ` id="p${pageNumber}"`;
  const heading = pageNumber === undefined ? words.text : words.page(pageNumber);
  return `<section class="page"${id}><h2>${heading}</h2><div class="sheet" tabindex="0">${sheet}</div><div>${diagnosed}${shown.join("")}<ul class="regions">${outside.join("")}</ul></div></section>`;
}

/** What is said of a page as a whole, such as that it is a scan, is drawn over all of it. */
function diagnosticMarks(
  { diagnostic: { bbox, severity, code, message, table }, index }: { readonly diagnostic: Diagnostic; readonly index: number },
  { width, height }: PositionedPage,
): readonly PlacedMark[] {
  const box = bbox ?? (table === undefined ? ([0, 0, width, height] as const) : undefined);
  return box ? [{ id: String(index), kind: severity, message: `${code}: ${message}`, box }] : [];
}

function findingMarks({ pageNumber }: PositionedPage, { trace, outcomes, words }: InspectContext): readonly PlacedMark[] {
  return trace.document.tables.flatMap((table, index) =>
    (trace.tables[index]?.rows ?? []).flatMap(({ cells }, row) =>
      cells.flatMap(({ places }, column) =>
        places.flatMap(({ page, box }): PlacedMark[] =>
          page === pageNumber && outcomes(table, row, column) === "inconsistent"
            ? [{ kind: "inconsistent", message: words.findings, box }]
            : [],
        ),
      ),
    ),
  );
}

/** The page on which a diagnostic is shown: its own, or else that of the row or table that it speaks of. */
function pageOf({ page, table: number, row }: Diagnostic, { document }: BudgetTrace): number | undefined {
  if (page !== undefined) return page;
  const table = number === undefined ? undefined : document.tables.find((candidate) => candidate.number === number);
  return (row === undefined ? undefined : table?.rows[row]?.page) ?? table?.pages[0];
}

function diagnosticItem(
  { severity, code, message, page, table: number, row }: Diagnostic,
  index: number,
  { document }: BudgetTrace,
): string {
  const table = number === undefined ? -1 : document.tables.findIndex((candidate) => candidate.number === number);
  const place = table < 0 ? "" : ` data-row="t${table}${row === undefined ? "" : `r${row}`}"`;
  return `<li class="${severity}" data-page="${page ?? ""}" data-mark="${index}"${place}><code>${code}</code> ${escapeMarkup(message)}</li>`;
}

function list(heading: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `<h3>${heading} (${items.length})</h3><ul class="diagnostics">${items.join("")}</ul>`;
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
