import { greatest } from "../model/long-lists.ts";
import { onceEach } from "../model/once-each.ts";
import { isSameTitle, isTitleInOtherWords, titleWords } from "../model/title-number.ts";
import type { Column, HeaderPath } from "../tables/column.ts";
import { type Form, type TableLayout, type TableSpec, titlesOf } from "../tables/define-table.ts";
import { type ColumnMatch, matchColumns } from "./match-columns.ts";
import { similarity } from "./similarity.ts";

/** The table of a form that a printed one turned out to be. */
export interface TableMatch {
  readonly spec: TableSpec;
  readonly form: string;
  readonly layout: TableLayout;
  readonly columns: ColumnMatch;
}

/** A title that is nearly a form's needs a header that is surely the form's, and the other way round. */
const HEADER_WITH_EXACT_TITLE = 0.5;
const HEADER_WITH_LIKE_TITLE = 0.8;
const HEADER_WITHOUT_TITLE = 0.93;
const LIKE_TITLE = 0.8;
const TITLE_IN_OTHER_WORDS = 0.9;
/** Wordings that one form usually prints and another may print too are no reason to leave the document's form. */
const DRAW = 0.005;

/**
 * Tells which table of which form a printed table is, by its title and its header together.
 *
 * @param title As printed; null where none is printed.
 * @param paths One header path a column.
 * @param preferred The form that the document's other tables follow, to settle a draw.
 * @param labels What its rows print, compact: where no title is printed, they tell tables with the same header apart.
 * @returns undefined when no form has such a table.
 */
export function matchTable(
  title: string | null,
  paths: readonly HeaderPath[],
  forms: readonly Form[],
  preferred?: string,
  labels: readonly string[] = [],
): TableMatch | undefined {
  const candidates = forms
    .flatMap((form) => form.tables.map((spec) => ({ form, spec, layout: spec.layouts[form.id] })))
    .filter(({ layout }) => layout?.headings !== "within");
  const likenesses = new Map(
    [...new Set(candidates.map(({ spec }) => spec))].map((spec) => [spec, title === null ? 0 : titleLikeness(title, spec)]),
  );
  const liked = candidates.flatMap(({ form, spec, layout }) => {
    if (!layout) return [];
    const likeness = likenesses.get(spec) ?? 0;
    return title === null || likeness >= LIKE_TITLE ? [{ form: form.id, spec, layout, likeness }] : [];
  });
  const nearest = greatest(
    liked.map(({ likeness }) => likeness),
    0,
  );
  const rank = ({ form, columns }: { readonly form: string; readonly columns: ColumnMatch }) =>
    columns.score + (form === preferred ? DRAW : 0);
  const matches = liked
    .filter(({ likeness }) => likeness >= nearest - 0.001)
    .map((candidate) => ({ ...candidate, columns: matchColumns(paths, candidate.layout.columns) }))
    .filter(
      ({ likeness, columns, layout }) =>
        !isContested(columns) &&
        holdsMoney(columns, layout) &&
        columns.score >= (title === null ? HEADER_WITHOUT_TITLE : likeness === 1 ? HEADER_WITH_EXACT_TITLE : HEADER_WITH_LIKE_TITLE),
    )
    .sort((a, b) => rank(b) - rank(a) || b.columns.score - a.columns.score);
  const told = title === null ? matches.filter(({ spec }) => isToldBy(labels, spec)) : [];
  const [best, second] = told.length > 0 ? told : matches;
  if (!best || (title === null && second && second.spec.kind !== best.spec.kind && second.columns.score > best.columns.score - 0.05))
    return undefined;
  const { form, spec, layout } = best;
  return { form, spec, layout, columns: withColumnsOfOtherForms(paths, best.columns, spec) };
}

/** One such label may stand where it should not; two do not. */
const LEAST_TELLING = 2;

function isToldBy(labels: readonly string[], { tellingLabels = [] }: TableSpec): boolean {
  return tellingLabels.filter((telling) => labels.some((label) => label.endsWith(telling))).length >= LEAST_TELLING;
}

/** Whether a column of money was taken for the form's by a mere likeness, while other columns of the table are none of the form's. */
function isContested({ columns, doubtful }: ColumnMatch): boolean {
  return columns.includes(undefined) && doubtful.some((index) => columns[index]?.type === "amount");
}

/** A list of units under the title of a table has the columns before its amounts and no more. */
function holdsMoney({ columns }: ColumnMatch, layout: TableLayout): boolean {
  return columns.some((column) => column?.type === "amount") || layout.columns.every(({ type }) => type !== "amount");
}

/** The spec whose title this exactly is, whatever its header; for a title that stands without a table. */
export function specOfTitle(title: string, forms: readonly Form[]): TableSpec | undefined {
  return forms.flatMap(({ tables }) => tables).find((spec) => isTitleOf(title, spec));
}

/** Whether the title is one of this table. */
export function isTitleOf(title: string, spec: TableSpec): boolean {
  return titleLikeness(title, spec) === 1;
}

/** Whether the title is, or nearly is, one of a form. */
export function isLikeKnownTitle(title: string, forms: readonly Form[]): boolean {
  return forms.some(({ tables }) => tables.some((spec) => isLikeTitleOf(title, spec)));
}

/** Whether the title is, or nearly is, one of this table. */
export function isLikeTitleOf(title: string, spec: TableSpec): boolean {
  return titleLikeness(title, spec) >= LIKE_TITLE;
}

/** Final accounts and reports of execution have titles that differ from a budget's by this word alone. */
const OTHER_ACCOUNT = /决算|执行/u;

/** 1 for the same words; the organisation and the year may stand before them. */
function titleLikeness(title: string, spec: TableSpec): number {
  const printed = titleWords(title);
  const known = knownTitles(spec);
  if (known.some((words) => isSameTitle(printed, words))) return 1;
  const inOtherWords = known.some((words) => isTitleInOtherWords(printed, words)) ? TITLE_IN_OTHER_WORDS : 0;
  const ofSameAccount = known.filter((words) => OTHER_ACCOUNT.test(words) === OTHER_ACCOUNT.test(printed));
  return ofSameAccount.reduce((best, words) => Math.max(best, similarity(printed, words, LIKE_TITLE)), inOtherWords);
}

/** A specification's titles are compared with every caption: their words are worked out once. */
const knownTitles = onceEach((spec: TableSpec): readonly string[] => titlesOf(spec).map(titleWords));

/** A column that this form lacks and another form of the same table has is known all the same. */
function withColumnsOfOtherForms(paths: readonly HeaderPath[], match: ColumnMatch, spec: TableSpec): ColumnMatch {
  const used = new Set(match.columns.flatMap((column) => column?.key ?? []));
  const others: Column[] = Object.values(spec.layouts).flatMap(({ columns }) => columns.filter(({ key }) => !used.has(key)));
  const unknown = paths.flatMap((_, index) => (match.columns[index] ? [] : [index]));
  if (unknown.length === 0 || others.length === 0) return match;
  const found = matchColumns(
    unknown.map((index) => paths[index] ?? []),
    others,
  );
  const byIndex = new Map(unknown.map((index, at) => [index, found.columns[at]]));
  const doubtful = [...match.doubtful, ...found.doubtful.map((at) => unknown[at] ?? 0)].sort((a, b) => a - b);
  return { ...match, doubtful, columns: match.columns.map((column, index) => column ?? byIndex.get(index)) };
}
