import type { PageRegions } from "../layout/region.ts";
import { type Notice, notice } from "../model/diagnostic.ts";
import { groupBy } from "../model/group-by.ts";
import { greatest } from "../model/long-lists.ts";
import { areOfOneTable } from "../model/title-number.ts";
import type { Form } from "../tables/define-table.ts";
import { readCaption } from "./caption.ts";
import { figuresOutsideTables } from "./figures-outside-tables.ts";
import { type Gathered, gatherTables } from "./gather-tables.ts";
import { joinSheets } from "./join-sheets.ts";
import { looseFigures } from "./loose-figure.ts";
import { matchColumns } from "./match-columns.ts";
import { isLikeKnownTitle, specOfTitle } from "./match-table.ts";
import type { ProseBlock, RecognisedDocument, RecognisedTable } from "./recognised-table.ts";
import { settleWordings } from "./settle-wordings.ts";
import { type MatchedTable, toMatchedTable, toRecognisedTable } from "./to-recognised-table.ts";

/** So many figures as cells have are more than a sentence leaves without a unit. */
const FEWEST_FIGURES = 3;

/**
 * Gathers the regions of all pages into whole tables and the prose between them.
 *
 * @param pages In document order.
 * @param forms The forms that tables are looked up in.
 */
export function recognise(pages: readonly PageRegions[], forms: readonly Form[]): RecognisedDocument {
  const settled = settleWordings(pages, forms);
  const sheets = joinSheets(settled.pages);
  const gathered = gatherTables(
    sheets.pages.flatMap(({ regions }) => regions),
    forms,
  );
  const first = gathered.tables.map((table) => toMatchedTable(table, forms, undefined));
  const preferred = likeliestForm(first, forms);
  const matched = first
    .map((table) => (table.match?.form === preferred ? table : toMatchedTable(table.table, forms, preferred)))
    .map(toRecognisedTable);
  const form = formOf(matched, forms);
  const tables = gathered.tables.map((table, index) => {
    const recognised = matched[index] as RecognisedTable;
    return isOfAnotherForm(recognised, matched, form, forms) ? toRecognisedTable(toMatchedTable(table, [], undefined)) : recognised;
  });
  // What a form knows is a table like others; only what none knows stands in the prose as well.
  const prose = gathered.prose.flatMap(({ table, ...block }) => (table !== undefined && tables[table]?.match ? [] : [block]));
  return {
    form,
    tables,
    prose,
    furniture: gathered.furniture,
    notices: [
      ...settled.notices,
      ...sheets.notices,
      ...titlesWithoutTable(gathered, forms),
      ...figuresOutsideTables(prose),
      ...notJoined(gathered, tables),
      ...repeatedTables(tables),
      ...formNotices(tables),
    ],
  };
}

/**
 * Titles that stand in the prose while no table of that title was found: those of a form (a contents page names tables that are there), and
 * others with figures below them as cells have.
 */
function titlesWithoutTable({ tables, prose }: Gathered, forms: readonly Form[]): Notice[] {
  const found = tables.flatMap(({ caption }) => caption.title ?? []);
  return prose.flatMap(({ text, page }, index) => {
    const { title } = readCaption(text);
    if (title === undefined || found.some((other) => areOfOneTable(title, other))) return [];
    const lost = specOfTitle(title, forms) || figuresBelow(prose.slice(index + 1)) >= FEWEST_FIGURES;
    return lost ? [notice("recognise.title-without-table", { title }, { page })] : [];
  });
}

/** Figures as cells have, as far as the next title or heading; a numbered row of a table may look like a heading, but has figures. */
function figuresBelow(prose: readonly ProseBlock[]): number {
  const counts = prose.map(({ text }) => looseFigures(text));
  const end = prose.findIndex(({ role, text }, at) => readCaption(text).title !== undefined || (role === "heading" && counts[at] === 0));
  return counts.slice(0, end === -1 ? counts.length : end).reduce((sum, count) => sum + count, 0);
}

/** Grids without a title directly under a table that they could not go on with: its rows may be in them. */
function notJoined({ tables }: Gathered, recognised: readonly RecognisedTable[]): Notice[] {
  return tables.flatMap(({ under, parts }) => {
    if (!under) return [];
    const above = recognised[tables.indexOf(under)];
    const [page, before] = [parts[0]?.grid.pageNumber, under.parts.at(-1)?.grid.pageNumber];
    const fields = { title: above?.title ?? above?.match?.spec.titles[0] ?? "", page: page ?? 0, before: before ?? 0 };
    return [notice("recognise.grid-not-joined", fields, { table: above?.printedNumber ?? above?.match?.layout.number, page })];
  });
}

/** Tables of one kind: their sum counts figures more than once, and the second may be the rest of the first. */
function repeatedTables(tables: readonly RecognisedTable[]): Notice[] {
  const known = tables.flatMap(({ match, title, printedNumber, pages }) =>
    match
      ? [{ kind: match.spec.kind, title: title ?? match.spec.titles[0] ?? "", number: printedNumber ?? match.layout.number, pages }]
      : [],
  );
  return [...groupBy(known, ({ kind }) => kind).values()].flatMap((same) => {
    const second = same[1];
    if (!second) return [];
    const { number, title, pages } = second;
    return [notice("recognise.repeated-table", { number: number ?? "", title, count: same.length }, { table: number, page: pages[0] })];
  });
}

/** The form whose headers are most like those of all tables together: many tables are printed alike in several forms. */
function likeliestForm(tables: readonly MatchedTable[], forms: readonly Form[]): string | undefined {
  const likeness = ({ id, tables: specs }: Form) =>
    tables.reduce((sum, { match, paths }) => {
      const layouts = specs.flatMap(({ kind, layouts: own }) => (kind === match?.spec.kind ? (own[id] ?? []) : []));
      return (
        sum +
        greatest(
          layouts.map((layout) => matchColumns(paths, layout.columns).score),
          0,
        )
      );
    }, 0);
  return forms.map((form) => ({ id: form.id, score: likeness(form) })).sort((a, b) => b.score - a.score)[0]?.id;
}

/** A form is named only if most of its tables are here: another city's budget may print one or two of them alike. */
function formOf(tables: readonly RecognisedTable[], forms: readonly Form[]): string | undefined {
  const [id, ...others] = formsOf(tables);
  const form = forms.find((candidate) => candidate.id === id);
  if (!form || others.length > 0) return undefined;
  const found = new Set(tables.flatMap(({ match }) => match?.layout.number ?? []));
  const numbers = new Set(form.tables.flatMap(({ layouts }) => layouts[form.id]?.number ?? []));
  return found.size * 2 > numbers.size ? form.id : undefined;
}

/**
 * Whether a table is taken for one of a form by its title alone: its columns are not all right, and most other tables of such titles have
 * other columns than the form's.
 */
function isOfAnotherForm(
  table: RecognisedTable,
  tables: readonly RecognisedTable[],
  form: string | undefined,
  forms: readonly Form[],
): boolean {
  if (!table.match || table.match.right || table.match.form === form) return false;
  const others = tables.filter((other) => other !== table && other.title !== null && isLikeKnownTitle(other.title, forms));
  const right = others.filter(({ match }) => match?.right);
  return right.length * 2 < others.length;
}

function formNotices(tables: readonly RecognisedTable[]): Notice[] {
  const forms = formsOf(tables);
  if (forms.length > 1) return [notice("recognise.mixed-forms", { forms: forms.sort().join(", ") })];
  return tables.some(({ match }) => match) ? [] : [notice("recognise.no-tables", {})];
}

/** The forms that the numbered tables follow; what stands in the prose is printed alike in all of them. */
function formsOf(tables: readonly RecognisedTable[]): string[] {
  return [...new Set(tables.flatMap(({ match }) => (match?.layout.number === undefined ? [] : match.form)))];
}
