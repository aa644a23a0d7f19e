import type { Bilingual } from "../model/locale.ts";
import { append } from "../model/long-lists.ts";
import { parsePrintedAmount } from "../model/printed-amount.ts";
import type { BudgetDocument, RecognisedBudgetTable } from "../tables/budget-document.ts";
import { type Form, numberedTables } from "../tables/define-table.ts";
import { wouldBeTotal } from "./absent-total.ts";
import { attributeOf } from "./attributes.ts";
import type { Figure, PrintedRow } from "./figure.ts";
import type { Ledger, LedgerTable, Line, LineIndex } from "./ledger-shapes.ts";
import { linesOf } from "./line.ts";
import type { Attribute, ColumnTerm } from "./rule.ts";
import { type Statement, statementsOf } from "./statement.ts";
import { figureMaker } from "./table-figures.ts";

/** @param forms Those that the document may follow. */
export function ledgerOf(document: BudgetDocument, index: number, forms: readonly Form[]): Ledger {
  const form = forms.find(({ id }) => id === document.form);
  const tables = document.tables.flatMap((table) =>
    table.kind === "unrecognised" ? [] : [ledgerTable(withoutTotal(table, form), index, doubtsAbout(table, document), forms)],
  );
  const firstOfKind = new Map([...tables].reverse().map((table) => [table.kind, table]));
  const statements = statementsOf(document, index);
  const isOwn = ({ stated: { year } }: Statement) => year === undefined || document.fiscalYear === null || year === document.fiscalYear;
  return {
    index,
    document,
    tables,
    hasNegative: document.tables.some(({ rows }) => rows.some(hasNegative)),
    statements: statements.filter(isOwn),
    ofOtherYears: statements.filter((statement) => !isOwn(statement)),
    table: (kind) => firstOfKind.get(kind),
    specs: forms.flatMap((one) => one.tables),
    form,
    promises: (kind) => form && isPromised(kind, form),
  };
}

/** A table that begins with a single class or unit instead of its total has lost a row where its form prints every total. */
function withoutTotal(table: RecognisedBudgetTable, form: Form | undefined): RecognisedBudgetTable {
  const spec = form?.printsTotals ? form.tables.find(({ kind }) => kind === table.kind) : undefined;
  const rows: readonly { readonly role: string; readonly parent: number | null }[] = table.rows;
  const [root, ...others] = rows.filter(({ parent }) => parent === null);
  const roles: readonly string[] = spec?.rows.roles ?? [];
  const isLost = roles.includes("total") && root !== undefined && root.role !== "total" && others.length === 0;
  return isLost ? { ...table, incomplete: true } : table;
}

/** Of several kinds with one number it is not known which a document has, nor of one without a number whether it has it. */
function isPromised(kind: string, form: Form): boolean | undefined {
  if (numberedTables(form).some((specs) => specs.every((spec) => spec.kind === kind))) return true;
  return form.tables.some((spec) => spec.kind === kind) ? undefined : false;
}

function hasNegative(row: object): boolean {
  const { amounts = {} } = row as Partial<PrintedRow>;
  return Object.values(amounts).some((amount) => amount?.isNegative() && !amount.isZero());
}

function ledgerTable(table: RecognisedBudgetTable, document: number, doubts: readonly string[], forms: readonly Form[]): LedgerTable {
  const columnOf = new Map(table.columns.flatMap(({ key }, column) => (key === undefined ? [] : [[key, column] as const])));
  const rows = table.rows as readonly PrintedRow[];
  const keys = columnOf.size > 0 ? [...columnOf.keys()] : rows.flatMap(({ amounts }) => Object.keys(amounts));
  const amountKeys = [...new Set(keys)].filter((key) => rows.some(({ amounts }) => key in amounts));
  const uncertain = doubts.length > 0;
  const maker = figureMaker(table, { document, amountKeys, columnOf, uncertain });
  // 本年收入 over 小计 and the columns that it adds up; a column without a heading above it is under none.
  const headingAbove = (key: string) => {
    const { path = [] } = table.columns[columnOf.get(key) ?? -1] ?? {};
    return path.length > 1 ? path[0] : undefined;
  };
  const absent = new Map<string, Figure>();
  const lines: Line[] = [];
  const indexes = new Map<Attribute, LineIndex>();
  const keysOfTerms = new Map<readonly ColumnTerm[], readonly string[]>();
  const made: LedgerTable = {
    document,
    kind: table.kind,
    number: table.number,
    title: table.title,
    name: tableName(table),
    incomplete: table.incomplete === true,
    uncertain,
    rowsUncertain: doubts.some((code) => !SAYS_NOTHING_OF_ROWS.test(code)),
    amountKeys,
    columnOf: (key) => columnOf.get(key) ?? -1,
    columnName: (key) => columnName(table.columns[columnOf.get(key) ?? -1]?.path ?? headingOf(table.kind, key, forms), key),
    unknownColumns: table.columns.some(({ key }, column) => key === undefined && rows.some((row) => isAmount(row.cells[column]))),
    lines,
    printedKeys: (terms) => {
      const keys = keysOfTerms.get(terms) ?? terms.flatMap((term) => printedKeys(term, amountKeys, headingAbove));
      keysOfTerms.set(terms, keys);
      return keys;
    },
    linesBy: (attribute) => {
      const index = indexes.get(attribute) ?? indexLines(lines, attribute);
      indexes.set(attribute, index);
      return index;
    },
    absentFigure: (key, label, role) => {
      const wouldBe = role === "total" && table.incomplete ? { wouldBe: wouldBeTotal(lines, key) } : {};
      const figure = absent.get(`${key} ${label}`) ?? { ...maker.absentFigure(key, label), ...wouldBe };
      absent.set(`${key} ${label}`, figure);
      return figure;
    },
  };
  append(lines, linesOf(table, made, maker));
  return made;
}

/** What a column means, or how a character of a picture reads, leaves every row where it is. */
const SAYS_NOTHING_OF_ROWS = /^recognise\.(?:doubtful-column|missing-column|unknown-column|kind-by-header|figure-)/u;

/** The codes of warnings about the reading of a table: by its number, or for want of one by its pages. */
function doubtsAbout({ number, pages }: RecognisedBudgetTable, { diagnostics }: BudgetDocument): readonly string[] {
  return diagnostics.flatMap(({ code, severity, table, page = 0 }) => {
    const isAbout = table === undefined ? number === undefined && pages.includes(page) : table === number;
    return isAbout && severity !== "info" && /^(?:layout|recognise)\./u.test(code) ? [code] : [];
  });
}

function tableName({ number, title }: RecognisedBudgetTable): Bilingual {
  return number === undefined ? { zh: `“${title}”`, en: `table “${title}”` } : { zh: `表${number}`, en: `table ${number}` };
}

/** The heading that a form prints somewhere among the rows of a table of blocks. */
function headingOf(kind: string, key: string, forms: readonly Form[]): readonly string[] {
  const layouts = forms
    .flatMap(({ tables }) => tables.filter((spec) => spec.kind === kind))
    .flatMap(({ layouts: all }) => Object.values(all));
  return layouts.flatMap(({ columns }) => columns).find((column) => column.key === key)?.headers[0] ?? [];
}

/** 合计, 小计, 金额 say little without the word above them. */
const BARE = /^(?:合计|小计|总计|金额|预算数?|数额)$/u;

function columnName(path: readonly string[], key: string): string {
  const [above, last] = [path.at(-2), path.at(-1)?.replace(/\s/gu, "")];
  return last !== undefined && above !== undefined && BARE.test(last) ? `${above.replace(/\s/gu, "")}/${last}` : (last ?? key);
}

function printedKeys(
  term: ColumnTerm,
  amountKeys: readonly string[],
  headingAbove: (key: string) => string | undefined,
): readonly string[] {
  if (typeof term === "string") return amountKeys.includes(term) ? [term] : [];
  const isPrinted = amountKeys.includes(term.column);
  if ("orElse" in term) return isPrinted ? [term.column] : term.orElse.flatMap((part) => printedKeys(part, amountKeys, headingAbove));
  const heading = headingAbove("within" in term ? term.within : term.beside);
  const isWithin = heading !== undefined && heading === headingAbove(term.column);
  return isPrinted && isWithin === "within" in term ? [term.column] : [];
}

function indexLines(lines: readonly Line[], attribute: Attribute): LineIndex {
  const byValue = new Map<string, Line[]>();
  const doubtful: Line[] = [];
  for (const line of lines) {
    const found = attributeOf(line, attribute);
    if (!found) continue;
    const same = byValue.get(found.value);
    if (same) same.push(line);
    else byValue.set(found.value, [line]);
    if (!found.known) doubtful.push(line);
  }
  return { byValue, doubtful };
}

function isAmount(text: string | null | undefined): boolean {
  const read = parsePrintedAmount(text ?? null);
  return read?.kind === "number" && !read.value.isZero();
}
