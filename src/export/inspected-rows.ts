import type { CheckReport, Finding } from "../model/check-report.ts";
import type { BudgetTrace } from "../parse-budget.ts";
import type { BudgetTable } from "../tables/budget-document.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { headerCells } from "./header-cells.ts";
import type { InspectWords } from "./inspect-words.ts";

/** How the figure of a cell fared in the checks. */
export type CellOutcomes = (table: BudgetTable, row: number, column: number) => Finding["outcome"] | undefined;

/** A cell that takes part in one identity that does not hold is marked by that, whatever else it takes part in. */
export function cellOutcomes(report: CheckReport | undefined): CellOutcomes {
  const outcomes = new Map<string, Finding["outcome"]>();
  for (const { outcome, left, right } of report?.findings ?? []) {
    if (outcome === "notChecked") continue;
    for (const figure of [...left.figures, ...right.figures]) {
      if (!("row" in figure)) continue;
      const key = `${figure.kind} ${figure.number ?? ""} ${figure.row} ${figure.column}`;
      if (outcomes.get(key) !== "inconsistent") outcomes.set(key, outcome);
    }
  }
  return ({ kind, number }, row, column) => outcomes.get(`${kind} ${number ?? ""} ${row} ${column}`);
}

/** The rows of one table that begin on a page (all of them where there are no pages), as they were read, with where each cell stands. */
export function tableToHtml(
  index: number,
  page: number | undefined,
  { document, tables }: BudgetTrace,
  outcomes: CellOutcomes,
  words: InspectWords,
): string {
  const table = document.tables[index];
  const seen = tables[index];
  if (!table || !seen) return "";
  const { cells, rowCount } = headerCells(table.columns);
  const header = Array.from({ length: rowCount }, (_, row) => {
    const own = cells.filter((cell) => cell.row === row);
    const lead = row === 0 ? `<th rowspan="${rowCount}">${words.row}</th><th rowspan="${rowCount}">${words.role}</th>` : "";
    return `<tr>${lead}${own.map((cell) => `<th rowspan="${cell.rowSpan}" colspan="${cell.columnSpan}">${escapeMarkup(cell.text)}</th>`).join("")}</tr>`;
  });
  const rows = table.rows.flatMap((row, rowIndex) => {
    if (page !== undefined && row.page !== page) return [];
    const { role, level } = row as { readonly role?: string; readonly level?: number };
    const taken = `<th>${rowIndex}</th><td class="role">${escapeMarkup(role ?? "")}${level ? ` ${level}` : ""}</td>`;
    const line = row.line === undefined ? "" : ` data-line="${row.line}"`;
    const printed = row.cells.map((text, column) => {
      const places = seen.rows[rowIndex]?.cells[column]?.places ?? [];
      const at = places.map(({ page: on, box }) => `${on}:${box.map((value) => Math.round(value * 100) / 100).join(",")}`).join(";");
      const outcome = outcomes(table, rowIndex, column);
      const name = [kindOf(text, table.columns[column]?.key), outcome].filter(Boolean).join(" ");
      return `<td tabindex="0"${at ? ` data-at="${at}"` : ""}${line}${name ? ` class="${name}"` : ""}>${escapeMarkup(text ?? "")}</td>`;
    });
    return [`<tr id="t${index}r${rowIndex}">${taken}${printed.join("")}</tr>`];
  });
  const isFirst = page === undefined || page === Math.min(...table.pages);
  const kind = table.kind === "unrecognised" ? words.unrecognised : table.kind;
  const heading = `${words.table(table.number)} ${escapeMarkup(table.title ?? "")} <small>${kind}${isFirst ? "" : ` · ${words.continued}`}</small>`;
  const notes = table.notes.map((note) => `<p class="note">${escapeMarkup(note)}</p>`).join("");
  const isLast = page === undefined || page === Math.max(...table.pages);
  return `<article class="table" data-table="${index}"><h3${isFirst ? ` id="t${index}"` : ""}>${heading}</h3><div class="scroll"><table>${header.join("")}${rows.join("")}</table></div>${isLast ? notes : ""}</article>`;
}

/** How a cell is shown: figures on one line under each other, names and long texts not squeezed. */
function kindOf(text: string | null, key: string | undefined): string {
  if (text === null || /^code$|Code$/.test(key ?? "")) return "";
  if (/^[-−－(（]?[\d０-９][\d０-９,，.．%％]*[)）]?$/.test(text)) return "figure";
  return text.length > 30 ? "long" : text.length > 4 ? "name" : "";
}
