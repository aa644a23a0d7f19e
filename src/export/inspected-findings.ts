import { type Box, unionBox } from "../model/box.ts";
import type { Cause, CheckReport, ReportFigure } from "../model/check-report.ts";
import { compactText } from "../model/compact-text.ts";
import type { Locale } from "../model/locale.ts";
import type { BudgetTrace } from "../parse-budget.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { pageToCrop } from "./page-to-svg.ts";

interface Spot {
  readonly page: number;
  readonly box: Box;
}

/** Each cause with what the page shows at its place, or the line of a text. */
export function causeItems(report: CheckReport | undefined, trace: BudgetTrace, locale: Locale): readonly string[] {
  return (report?.causes ?? []).map(({ severity, rules, message, corrections }) => {
    const figures = corrections.map(({ figure }) => figure);
    return item(severity, rules.join(" "), message[locale], figures, trace, pictureOf(corrections, trace));
  });
}

/** Each identity that does not hold. */
export function findingItems(report: CheckReport | undefined, trace: BudgetTrace, locale: Locale): readonly string[] {
  const findings = (report?.findings ?? []).filter(({ outcome }) => outcome === "inconsistent");
  return findings.map(({ severity, rule, message, left, right }) =>
    item(severity, rule, message[locale], [...left.figures, ...right.figures], trace),
  );
}

/** An entry of a list that leads to the cells it speaks of. */
function item(
  severity: string,
  rules: string,
  message: string,
  figures: readonly ReportFigure[],
  trace: BudgetTrace,
  picture = "",
): string {
  const cells = figures.flatMap((figure) => {
    const table = tableOf(figure, trace);
    return "row" in figure && table >= 0 ? [`t${table}r${figure.row}c${figure.column}`] : [];
  });
  const page = figures.find((figure) => figure.page !== undefined)?.page;
  return `<li class="${severity}" data-page="${page ?? ""}" data-cells="${cells.join(" ")}"><code>${escapeMarkup(rules)}</code> ${escapeMarkup(message)}${picture}</li>`;
}

function pictureOf(corrections: Cause["corrections"], trace: BudgetTrace): string {
  const spots = corrections.flatMap(({ figure }) => spotsOf(figure, trace));
  const page = trace.pages.find(({ pageNumber }) => pageNumber === spots[0]?.page);
  const box = spots
    .filter((spot) => spot.page === page?.pageNumber)
    .reduce<Box | undefined>((all, spot) => unionBox(all, spot.box), undefined);
  if (page?.kind === "positioned" && box) return pageToCrop(page, box);
  const line = corrections[0]?.figure.line;
  const text = trace.pages.flatMap((one) => (one.kind === "text" && line !== undefined ? (one.lines[line - one.firstLine] ?? []) : []));
  return text.map((printed) => `<pre>${escapeMarkup(printed.trim())}</pre>`).join("");
}

/** Where a figure stands on its page: the places of its cell, or the paragraph that states it. */
function spotsOf(figure: ReportFigure, trace: BudgetTrace): readonly Spot[] {
  if ("row" in figure) {
    const row = trace.tables[tableOf(figure, trace)]?.rows[figure.row];
    const places = row?.cells[figure.column]?.places ?? [];
    if (places.length > 0 || row?.page === undefined || row.bbox === undefined) return places;
    return [{ page: row.page, box: row.bbox }];
  }
  if (!("sentence" in figure) || figure.page === undefined) return [];
  const { page, sentence } = figure;
  return trace.regions
    .flatMap(({ regions }) => regions)
    .flatMap((region) =>
      region.kind === "text" && region.pageNumber === page && region.box && compactText(region.text).includes(compactText(sentence))
        ? [{ page, box: region.box }]
        : [],
    );
}

function tableOf(figure: ReportFigure, { document: { tables } }: BudgetTrace): number {
  return "kind" in figure ? tables.findIndex(({ kind, number }) => kind === figure.kind && number === figure.number) : -1;
}
