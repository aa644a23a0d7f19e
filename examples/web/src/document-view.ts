import { type BudgetDocument, findTable, type Locale } from "gz-budget";
import { causesView } from "./causes-view.ts";
import { copyTable } from "./copy-table.ts";
import { downloads } from "./downloads.ts";
import { element } from "./element.ts";
import { findingsView } from "./findings-view.ts";
import { withCommas } from "./money.ts";
import type { Opened } from "./opened.ts";
import { originalView } from "./original-view.ts";
import { pdfOf } from "./pdf.ts";
import { type CellPlace, cellOf, type ReportFigure, type Spot, spotOf, spotOfFigure } from "./place.ts";
import { megabytes } from "./scan-reader.ts";
import { tableCaption, tableView } from "./table-view.ts";
import { drawTreemap, expenditureTiles } from "./treemap.ts";
import { say, type Word } from "./words.ts";

type Tab = "tables" | "findings" | "chart" | "diagnostics";
const TABS: readonly Tab[] = ["tables", "findings", "chart", "diagnostics"];

export interface DocumentView {
  readonly node: HTMLElement;
  /** To be called when the node stands on the page. */
  enter(): void;
  leave(): void;
}

/**
 * Everything that was read out of a file.
 *
 * @param readScan Reads it once more, with the pages that are pictures.
 */
export function documentView(opened: Opened, locale: Locale, readScan: () => void): DocumentView {
  const { document: budget } = opened.trace;
  const { report } = opened;
  const pdf = pdfOf(opened);
  const original = originalView(opened, locale, pdf.open);
  const panel = element("div", { class: "panel", role: "tabpanel", id: "panel" });
  const counts: Partial<Record<Tab, number>> = {
    tables: budget.tables.length,
    findings: report.summary.inconsistent,
    diagnostics: budget.diagnostics.length,
  };
  const tabs = TABS.map((tab) =>
    element(
      "button",
      { type: "button", role: "tab", "aria-controls": "panel", onclick: () => choose(tab) },
      say(locale, tab),
      counts[tab] !== undefined && element("span", { class: `count ${tab === "findings" && counts[tab] > 0 ? "bad" : ""}` }, counts[tab]),
    ),
  );
  const tabList = element("div", { class: "tabs", role: "tablist" }, ...tabs);
  tabList.addEventListener("keydown", ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    const at = tabs.findIndex((tab) => tab.matches(":focus"));
    if (step !== undefined && at >= 0) tabs[(at + step + tabs.length) % tabs.length]?.focus();
  });
  let leavePanel = () => {};

  function choose(tab: Tab, place?: CellPlace): void {
    leavePanel();
    leavePanel = () => {};
    for (const [index, button] of tabs.entries()) button.setAttribute("aria-selected", String(TABS[index] === tab));
    if (tab === "tables") panel.replaceChildren(...tablesPanel(place));
    if (tab === "findings") {
      const causes = causesView(opened, locale, pdf.open, showFigure);
      panel.replaceChildren(...(causes ? [causes] : []), findingsView(report, locale, showFigure));
    }
    if (tab === "diagnostics") panel.replaceChildren(diagnosticsPanel(budget, locale, showSpot));
    if (tab === "chart") {
      const tiles = expenditureTiles(budget);
      const chart = element("div", { class: "chart" });
      panel.replaceChildren(
        ...(tiles.length === 0
          ? [element("p", { class: "muted" }, say(locale, "noChart"))]
          : [element("h2", {}, say(locale, "chartTitle")), element("p", { class: "muted" }, say(locale, "chartHelp")), chart]),
      );
      if (tiles.length > 0) leavePanel = drawTreemap(chart, tiles, locale);
    }
  }

  function tablesPanel(place: CellPlace | undefined): HTMLElement[] {
    if (budget.tables.length === 0) return [element("p", { class: "muted" }, say(locale, "noTables"))];
    const holder = element("div", { class: "table-holder" });
    const picks = budget.tables.map((table, index) =>
      element(
        "button",
        { type: "button", onclick: () => pick(index) },
        element("span", { class: "number" }, table.number === undefined ? "–" : `${table.number}`),
        element("span", {}, table.title ?? say(locale, "unrecognised")),
        "incomplete" in table && element("span", { class: "count bad" }, say(locale, "incomplete")),
      ),
    );
    function pick(index: number, marked?: CellPlace): void {
      const table = budget.tables[index];
      if (!table) return;
      for (const [at, button] of picks.entries()) button.setAttribute("aria-current", String(at === index));
      const copy = element(
        "button",
        { type: "button", class: "quiet", onclick: () => void copyTable(table).then(() => (copy.textContent = say(locale, "copied"))) },
        say(locale, "copy"),
      );
      const onCell = (cell: CellPlace) => {
        for (const old of holder.querySelectorAll(".marked")) old.classList.remove("marked");
        holder.querySelector(`[data-row="${cell.row}"][data-column="${cell.column}"]`)?.classList.add("marked");
        const spot = spotOf(opened, cell);
        if (spot) void showSpot(spot);
      };
      holder.replaceChildren(
        element("div", { class: "table-head" }, element("h2", {}, tableCaption(table, locale)), element("span", { class: "spread" }), copy),
        tableView(table, { index, locale, onCell, marked }),
        ...table.notes.map((note) => element("p", { class: "note" }, note)),
      );
      holder.querySelector(".marked")?.scrollIntoView({ block: "center", inline: "center" });
    }
    const first = Math.max(
      0,
      budget.tables.findIndex(({ kind }) => kind !== "unrecognised"),
    );
    queueMicrotask(() => pick(place?.table ?? first, place));
    return [element("div", { class: "tables" }, element("nav", { "aria-label": say(locale, "tables") }, ...picks), holder)];
  }

  async function showSpot(spot: Spot): Promise<void> {
    await original.show(spot);
  }

  function showFigure(figure: ReportFigure): void {
    const cell = cellOf(opened, figure);
    const spot = spotOfFigure(opened, figure);
    if (cell) choose("tables", cell);
    if (spot) void showSpot(spot);
  }

  return {
    node: element(
      "main",
      { class: "document" },
      element("div", { class: "content" }, summary(opened, locale, readScan), tabList, panel),
      original.node,
    ),
    enter: () => choose("tables"),
    leave() {
      leavePanel();
      pdf.close();
    },
  };
}

function summary(opened: Opened, locale: Locale, readScan: () => void): HTMLElement {
  const { document: budget } = opened.trace;
  const { organization, fiscalYear, form } = budget;
  const scanned = budget.diagnostics.filter(({ code }) => code === "read.no-text-layer").length;
  const totals = findTable(budget, "revenueAndExpenditureSummary")?.rows.find(({ role }) => role === "grandTotal");
  const money = (side: "revenue" | "expenditure") => {
    const value = totals?.[side]?.amount;
    return value && `${withCommas(value)} ${say(locale, "tenThousandYuan")}`;
  };
  const facts: readonly (readonly [Word, string | null | undefined])[] = [
    ["year", fiscalYear === null ? say(locale, "unknown") : String(fiscalYear)],
    ["kind", organization && say(locale, organization.kind)],
    ["form", form === "unknown" ? say(locale, "unknown") : form],
    ["revenue", money("revenue")],
    ["expenditure", money("expenditure")],
  ];
  return element(
    "section",
    { class: "summary" },
    element(
      "div",
      {},
      element("h1", {}, organization?.name ?? opened.file.name),
      element("p", { class: "muted" }, opened.file.name),
      downloads(opened, locale),
      scanned > 0 &&
        element(
          "p",
          { class: "notice", role: "status" },
          say(locale, "scanned", { n: scanned, size: megabytes }),
          " ",
          element(
            "button",
            { type: "button", class: "primary", id: "read-scan", onclick: readScan },
            say(locale, "readScan", { size: megabytes }),
          ),
        ),
    ),
    element(
      "dl",
      {},
      ...facts
        .filter(([, value]) => value)
        .map(([name, value]) => element("div", {}, element("dt", {}, say(locale, name)), element("dd", {}, value))),
    ),
  );
}

function diagnosticsPanel({ diagnostics }: BudgetDocument, locale: Locale, onSpot: (spot: Spot) => void): HTMLElement {
  if (diagnostics.length === 0) return element("p", { class: "muted" }, say(locale, "noDiagnostics"));
  const items = diagnostics.map(({ code, severity, message, page, bbox }) =>
    element(
      "article",
      { class: `finding ${severity}` },
      element("h3", {}, message),
      element(
        "p",
        { class: "muted" },
        `${severity} · ${code} `,
        page !== undefined &&
          element(
            "button",
            { type: "button", class: "figure-link", onclick: () => onSpot({ page, boxes: bbox ? [bbox] : [] }) },
            say(locale, "page", { n: page }),
          ),
      ),
    ),
  );
  return element("div", { class: "finding-list" }, ...items);
}
