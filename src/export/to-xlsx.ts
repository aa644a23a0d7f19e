import type { Workbook, Worksheet } from "exceljs";
import { Decimal } from "../model/amount.ts";
import type { CheckReport } from "../model/check-report.ts";
import { displayWidth } from "../model/display-width.ts";
import type { Locale } from "../model/locale.ts";
import { missingPeer } from "../model/missing-peer.ts";
import { demandOptions, language, type OptionKinds, plainObject } from "../model/option-kinds.ts";
import type { BudgetDocument } from "../tables/budget-document.ts";
import { demandDocuments } from "../tables/demand-documents.ts";
import { cellMarks } from "./cell-marks.ts";
import { factColumns } from "./fact-column.ts";
import { causeRows, findingRows } from "./finding-rows.ts";
import { sheetNames } from "./sheet-names.ts";
import { exactNumber } from "./spreadsheet-value.ts";
import { pageSetup, printArea, tableSheet } from "./table-sheet.ts";
import { toFacts } from "./to-facts.ts";
import { fixZipDates } from "./zip-dates.ts";

export interface XlsxOptions {
  /** What `checkBudget` said of the document: marks its cells and fills the sheets of causes and findings. Without it there is neither. */
  readonly report?: CheckReport | undefined;
  /**
   * Language of the findings' sentences.
   * @default the runtime's: Chinese where that is Chinese, else English
   */
  readonly locale?: Locale | undefined;
}

const kinds: OptionKinds<XlsxOptions> = { report: plainObject, locale: language };

type Cell = string | number | boolean | Decimal | null;

/**
 * Writes a document as an Excel workbook.
 *
 * One sheet a table as printed: title, unit, the merged header, the rows with their figures as numbers in the printed unit and format,
 * bold totals, names moved in by their level, the notes; on paper it is a page of the budget, with its header on every page. Then
 * `facts` (as `toFacts` gives them), `causes` and `findings` when a report is given, and `diagnostics`. Cells that a cause
 * or a finding speaks of are coloured and have a note. A figure with more than 15 digits, which a
 * spreadsheet would round, stays text. The same document gives the same bytes.
 *
 * @throws BudgetError `DEPENDENCY_MISSING` when `exceljs` is not installed.
 */
export async function toXlsx(document: BudgetDocument, options: XlsxOptions = {}): Promise<Uint8Array> {
  const { report, locale } = demandOptions(options, kinds);
  demandDocuments("toXlsx", [document], locale);
  const { default: exceljs } = await import("exceljs").catch(missingPeer("exceljs", "XLSX"));
  const workbook: Workbook = new exceljs.Workbook();
  workbook.creator = "gz-budget";
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  const index = report?.documents.findIndex(({ sha256 }) => sha256 === document.source.sha256) ?? -1;
  const marksOf = report && cellMarks(report, index, locale);
  const lists = ["causes", "findings", "facts", "diagnostics"];
  const titles = document.tables.map(({ number, title }) => [number === undefined ? "" : `表${number}`, title ?? ""].join(" ").trim());
  const names = sheetNames([...lists, ...titles]).slice(lists.length);
  for (const [at, table] of document.tables.entries()) tableSheet(workbook.addWorksheet(names[at]), table, marksOf?.(table.kind));
  const header = factColumns.map(({ name }) => name);
  addRows(workbook.addWorksheet("facts"), [header, ...toFacts(document).map((fact) => header.map((name) => fact[name]))], "header");
  if (report) {
    addRows(workbook.addWorksheet("causes"), causeRows(report, locale));
    addRows(workbook.addWorksheet("findings"), findingRows(report, locale));
  }
  addRows(workbook.addWorksheet("diagnostics"), diagnosticRows(document));
  return fixZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function diagnosticRows({ diagnostics }: BudgetDocument): Cell[][] {
  const rows = diagnostics.map(({ severity, code, table, row, page, message }) => [
    severity,
    code,
    table ?? null,
    row ?? null,
    page ?? null,
    message,
  ]);
  return [["severity", "code", "table", "row", "page", "message"], ...rows];
}

/** A plain list: the first row is its header, frozen and filtered. Only that is printed of a list that says again what tables say. */
function addRows(sheet: Worksheet, rows: readonly (readonly Cell[])[], onPaper: "all" | "header" = "all"): void {
  for (const row of rows) sheet.addRow(row.map((value) => (value instanceof Decimal ? exactNumber(value) : value)));
  const [header = []] = rows;
  sheet.getRow(1).font = { bold: true };
  sheet.views = [{ state: "frozen", ySplit: 1 }];
  Object.assign(
    sheet.pageSetup,
    pageSetup,
    onPaper === "header" ? { printArea: printArea(sheet, header.length, 1) } : { printTitlesRow: "1:1" },
  );
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: Math.max(1, rows.length), column: header.length } };
  header.forEach((name, index) => {
    const widest = Math.max(...rows.slice(0, 200).map((row) => displayWidth(String(row[index] ?? ""))));
    sheet.getColumn(index + 1).width = Math.min(50, Math.max(widest, displayWidth(String(name))) + 2);
  });
}
