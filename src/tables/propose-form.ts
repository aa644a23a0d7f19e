import { compactText } from "../model/compact-text.ts";
import { parsePrintedAmount } from "../model/printed-amount.ts";
import { isSameTitle, isTitleInOtherWords, titleWords } from "../model/title-number.ts";
import type { BudgetDocument } from "./budget-document.ts";
import type { Column } from "./column.ts";
import { type TableSpec, titlesOf } from "./define-table.ts";
import { builtInForms } from "./forms.ts";
import { national } from "./national/national.ts";

type PrintedTable = Extract<BudgetDocument["tables"][number], { readonly kind: "unrecognised" }>;
interface ProposedColumn {
  readonly key: string;
  readonly type: Column["type"];
  readonly headers: readonly string[];
  readonly of?: string;
}

/**
 * A form for the tables of a document that no form knew, to be edited: their titles, header paths, keys and grammar by likeness to known
 * tables; a column that is like none is called by its place. Tables whose header goes deeper than headers of columns do, such as those of
 * performance goals, are left out.
 *
 * @param document Read with the forms that are there already.
 * @param id The form's name.
 * @returns What `formOf` reads; undefined where every table with a title and a header is known.
 */
export function proposeForm(document: BudgetDocument, id: string): Readonly<Record<string, unknown>> | undefined {
  const unknown = document.tables.flatMap((table) => (table.kind === "unrecognised" && hasHeader(table) ? [table] : []));
  const organisation = compactText(document.organization?.name ?? "");
  const byTitle = new Map(unknown.map((table) => [ownTitle(table.title ?? "", organisation), table]));
  const tables = [...byTitle].map(([title, table], index) => {
    const columns = columnsOf(table);
    const rows = rowsOf(table, columns);
    const kind = specs.find((spec) => spec.rows.grammar === rows.grammar && isOf(title, spec))?.kind ?? `table${index + 1}`;
    return { kind, ...(table.number !== undefined && { number: table.number }), titles: [title], rows, columns };
  });
  return tables.length > 0 ? { id, tables } : undefined;
}

const specs: readonly TableSpec[] = [...builtInForms, national].flatMap(({ tables }) => tables);

function isOf(title: string, spec: TableSpec): boolean {
  return titlesOf(spec).some((known) => isSameTitle(title, titleWords(known)) || isTitleInOtherWords(title, titleWords(known)));
}

/** A title without year, organisation and 部门预算 before it. */
function ownTitle(title: string, organisation: string): string {
  return titleWords(title)
    .replace(organisation, "")
    .replace(/^(?:部门|单位)预算(?=.)/u, "");
}

/** Headers have up to four levels in print; one level more is a row that was taken for a part of it. */
const MOST_LEVELS = 4;

/** A table without headers, as of performance goals, is no table of columns. */
function hasHeader({ title, columns }: PrintedTable): boolean {
  const isHeader = (path: readonly string[]) => path.join("") !== "" && path.length <= MOST_LEVELS;
  return title !== null && columns.length > 1 && columns.every(({ path }) => isHeader(path));
}

function columnsOf(table: PrintedTable): ProposedColumn[] {
  const taken = new Set<string>();
  return table.columns.map(({ path }, index) => {
    const known = likeliest(path, taken);
    const key = known?.key ?? `column${index + 1}`;
    taken.add(key);
    const headers = [path.map((text) => compactText(text).replaceAll("/", "／")).join("/")];
    if (known?.type === "codePart") return { key, type: known.type, of: known.of, headers };
    const type = holdsMoney(table, index) ? "amount" : "text";
    // A known column of money stays one where it is empty, not where it holds words.
    const isKnown = known && (known.type !== "amount" || type === "amount" || isEmpty(table, index));
    return { key, type: isKnown ? known.type : type, headers };
  });
}

function isEmpty({ rows }: PrintedTable, column: number): boolean {
  return rows.every(({ cells }) => !cells[column]);
}

/** The known column with the same header path, or with the same last word. */
function likeliest(path: readonly string[], taken: ReadonlySet<string>): Column | undefined {
  const free = specs
    .flatMap(({ layouts }) => Object.values(layouts).flatMap(({ columns }) => columns))
    .filter(({ key }) => !taken.has(key));
  const same = (header: readonly string[], words: number) => bare(header.slice(-words)) === bare(path.slice(-words));
  return (
    free.find(({ headers }) => headers.some((header) => bare(header) === bare(path))) ??
    free.find(({ headers }) => headers.some((header) => same(header, 1)))
  );
}

function bare(path: readonly string[]): string {
  return compactText(path.join("")).replace(/20\d{2}年(?:度)?|\((?:万元|元)\)/gu, "");
}

function holdsMoney({ rows }: PrintedTable, column: number): boolean {
  const filled = rows.flatMap(({ cells }) => cells[column] ?? []);
  return filled.length > 0 && filled.every((text) => ["number", "dash"].includes(parsePrintedAmount(text)?.kind ?? ""));
}

function rowsOf(table: PrintedTable, columns: readonly ProposedColumn[]): Readonly<Record<string, unknown>> & { readonly grammar: string } {
  const keys = new Set(columns.map(({ key }) => key));
  const has = (...needed: readonly string[]) => needed.every((key) => keys.has(key));
  if (has("revenueItem", "revenue", "expenditureItem", "expenditure")) return { grammar: "twoSided" };
  const byBudgetUnit = has("budgetUnitName") || has("budgetUnitCode") ? { byBudgetUnit: true } : {};
  if (has("departmentEconomicName")) return { grammar: "economic", ...byBudgetUnit };
  const codes = columns.findIndex(({ key }) => key === "code" || key === "codeClass");
  if (has("name") && codes >= 0 && table.rows.every(({ cells }) => !/^[35]/u.test(cells[codes]?.trim() ?? ""))) {
    return { grammar: "functional", ...byBudgetUnit };
  }
  if (has("budgetUnitCode", "label")) {
    return { grammar: "unit", levels: [{ role: "unit", field: "budgetUnitName", unitCode: "own" }] };
  }
  const fields = columns.flatMap(({ key, type }) => (type === "amount" ? [] : [[key, type === "quantity" ? "quantity" : "text"]]));
  return { grammar: "plain", fields: Object.fromEntries(fields) };
}
