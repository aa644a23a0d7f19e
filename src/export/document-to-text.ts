import { amountUnitNames } from "../model/amount-unit-names.ts";
import type { Locale } from "../model/locale.ts";
import { demandOptions, language, type OptionKinds } from "../model/option-kinds.ts";
import { withPrintableStrings } from "../model/printable.ts";
import type { BudgetDocument, BudgetTable } from "../tables/budget-document.ts";
import { demandDocuments } from "../tables/demand-documents.ts";
import { isRecognised, type TableRow, withPlainRows } from "./table-row.ts";
import { textTable } from "./text-table.ts";

const WORDS = {
  zh: {
    table: "表",
    title: "标题",
    kind: "类别",
    pages: "页",
    rows: "行数",
    columns: "列数",
    total: "合计（万元）",
    noYear: "年度不详",
    noName: "单位不详",
    incomplete: "不完整",
    unit: "单位",
  },
  en: {
    table: "table",
    title: "title",
    kind: "kind",
    pages: "pages",
    rows: "rows",
    columns: "columns",
    total: "total (万元)",
    noYear: "year unknown",
    noName: "organisation unknown",
    incomplete: "incomplete",
    unit: "amounts in",
  },
} as const;

export interface TextOptions {
  /** Language of the words around the data. @default the runtime's: Chinese where that is Chinese, else English */
  readonly locale?: Locale | undefined;
}

const kinds: OptionKinds<TextOptions> = { locale: language };

/** One line a table: number, kind, pages, size, total, title. */
export function tableListToText(given: BudgetDocument, options: TextOptions = {}): string {
  const { locale } = demandOptions(options, kinds);
  demandDocuments("tableListToText", [given], locale);
  const document = withPrintableStrings(given);
  const words = WORDS[locale];
  const header = [words.table, words.kind, words.pages, words.rows, words.columns, words.total, words.title];
  const rows = document.tables.map((table) => [
    table.number === undefined ? "–" : String(table.number),
    table.kind,
    pageRange(table.pages),
    String(table.rows.length),
    String(table.columns.length),
    totalOf(table),
    `${table.title ?? ""}${isIncomplete(table) ? ` (${words.incomplete})` : ""}`,
  ]);
  return textTable([header, ...rows], { right: new Set([0, 3, 4, 5]), widest: 60 });
}

/** A whole document for a person: who and when, each table with its printed cells, and what there is to say about it. */
export function documentToText(given: BudgetDocument, locale: Locale): string {
  const document = withPrintableStrings(given);
  const { organization, fiscalYear, form, diagnostics } = document;
  const words = WORDS[locale];
  const heading = `${organization?.name ?? words.noName}  ${fiscalYear ?? words.noYear}  ${form}\n`;
  const said = diagnostics.map(({ severity, code, message }) => `${severity}  ${code}  ${message}\n`);
  return [heading, ...document.tables.map((table) => tableToText(table, locale)), ...(said.length > 0 ? [said.join("")] : [])].join("\n");
}

function tableToText(table: BudgetTable, locale: Locale): string {
  const words = WORDS[locale];
  const number = table.number === undefined ? "" : `表${table.number} `;
  const unit = table.printedUnit ? `  ${words.unit} ${amountUnitNames[table.printedUnit]}` : "";
  const pages = table.pages.length > 0 ? `  p. ${pageRange(table.pages)}` : "";
  const header = table.columns.map(({ path }) => path.join("/"));
  const rows = table.rows.map(({ cells }) => cells.map((cell) => cell ?? ""));
  const notes = table.notes.map((note) => `${note}\n`).join("");
  return `${number}${table.title ?? ""}${unit}${pages}\n${textTable([header, ...rows], { right: amountColumns(table) })}${notes}`;
}

function amountColumns(table: BudgetTable): ReadonlySet<number> {
  if (!isRecognised(table)) return new Set();
  const keys = new Set(withPlainRows(table).rows.flatMap(({ amounts }) => Object.keys(amounts)));
  return new Set(table.columns.flatMap(({ key }, index) => (key !== undefined && keys.has(key) ? [index] : [])));
}

/** The first amount of the total row; of a two-sided table 收入总计; empty where the table has no such row. */
function totalOf(table: BudgetTable): string {
  if (!isRecognised(table)) return "";
  const rows: readonly TableRow[] = withPlainRows(table).rows;
  const total = rows.find(({ role }) => role === "total" || role === "grandTotal");
  return Object.values(total?.amounts ?? {})[0]?.toFixed(2) ?? "";
}

function isIncomplete(table: BudgetTable): boolean {
  return isRecognised(table) && table.incomplete === true;
}

function pageRange(pages: readonly number[]): string {
  const [first] = pages;
  const last = pages.at(-1);
  return first === undefined ? "" : first === last ? String(first) : `${first}–${last}`;
}
