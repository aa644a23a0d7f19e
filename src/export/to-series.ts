import type { Decimal } from "../model/amount.ts";
import { demandOptions, type OptionKinds, oneOf } from "../model/option-kinds.ts";
import type { BudgetDocument, Organization } from "../tables/budget-document.ts";
import { demandDocuments } from "../tables/demand-documents.ts";
import type { Fact } from "./fact.ts";
import {
  type ExcludedDocument,
  type MissingReason,
  type Series,
  type SeriesBy,
  type SeriesFigure,
  type SeriesPoint,
  type SeriesReport,
  seriesBy,
} from "./series.ts";
import { type Composition, recompose } from "./series-composition.ts";
import { type SeriesEntry, seriesFigures, seriesTables } from "./series-figures.ts";

export interface SeriesOptions {
  /** @default "organization" */
  readonly by?: SeriesBy | undefined;
}

const kinds: OptionKinds<SeriesOptions> = { by: oneOf(seriesBy) };

/** One year of one organisation: usually one document. */
interface Year {
  readonly fiscalYear: number;
  readonly documents: readonly BudgetDocument[];
  readonly entries: readonly SeriesEntry[];
}

/**
 * Puts the same figures of the same organisation side by side, year by year and across forms.
 *
 * Organisations are the same when their code is, or, where one prints none, their name; a department and a unit never are. A change is
 * counted from the nearest earlier year with an amount; where the two years' forms put other lines into a sum, from what the earlier one
 * comes to in the later composition. What cannot be compared says why.
 *
 * @param documents Any number of documents; their order does not matter.
 * @returns Series by organisation, table and key; documents without year or organisation are `excluded`.
 */
export function toSeries(documents: readonly BudgetDocument[], options: SeriesOptions = {}): SeriesReport {
  const { by = "organization" } = demandOptions(options, kinds);
  demandDocuments("toSeries", documents);
  const { groups, excluded } = groupByOrganization(documents);
  const series = groups.flatMap(({ organization, documents: own }) => organizationSeries(organization, yearsOf(own, by), by));
  return { by, series, excluded };
}

interface Group {
  readonly organization: Organization;
  readonly documents: BudgetDocument[];
}

function groupByOrganization(documents: readonly BudgetDocument[]): { groups: readonly Group[]; excluded: readonly ExcludedDocument[] } {
  const excluded: ExcludedDocument[] = [];
  const seen = new Set<string>();
  const usable = documents.filter((document) => {
    const reason = whyExcluded(document, seen);
    const { name, sha256 } = document.source;
    seen.add(sha256);
    if (reason) excluded.push({ sourceName: name ?? null, sourceSha256: sha256, reason });
    return !reason;
  });
  const groups: Group[] = [];
  const order = ({ fiscalYear, source }: BudgetDocument) => `${fiscalYear} ${source.sha256}`;
  for (const document of usable.toSorted((a, b) => compare(order(a), order(b)))) {
    const organization = document.organization as Organization;
    const group = groups.find((other) => isSame(other.organization, organization));
    if (group) group.documents.push(document);
    else groups.push({ organization, documents: [document] });
  }
  const place = ({ kind, code, name }: Organization) => [kind, code ?? "", name].join(" ");
  return { groups: groups.sort((a, b) => compare(place(a.organization), place(b.organization))), excluded };
}

function whyExcluded(
  { organization, fiscalYear, source }: BudgetDocument,
  seen: ReadonlySet<string>,
): ExcludedDocument["reason"] | undefined {
  if (seen.has(source.sha256)) return "sameDocument";
  if (!organization) return "noOrganization";
  return fiscalYear === null ? "noFiscalYear" : undefined;
}

function isSame(a: Organization, b: Organization): boolean {
  if (a.kind !== b.kind) return false;
  return a.code !== undefined && b.code !== undefined ? a.code === b.code : a.name === b.name;
}

function yearsOf(documents: readonly BudgetDocument[], by: SeriesBy): readonly Year[] {
  const years = [...new Set(documents.flatMap(({ fiscalYear }) => fiscalYear ?? []))].sort((a, b) => a - b);
  return years.map((fiscalYear) => {
    const own = documents.filter((document) => document.fiscalYear === fiscalYear);
    return { fiscalYear, documents: own, entries: own.flatMap((document) => seriesFigures(document, by)) };
  });
}

function organizationSeries(fallback: Organization, years: readonly Year[], by: SeriesBy): readonly Series[] {
  const latest = years.at(-1)?.documents[0]?.organization ?? fallback;
  const codes = years.flatMap(({ documents }) => documents.flatMap(({ organization }) => organization?.code ?? []));
  const entries = years.toReversed().flatMap((year) => year.entries);
  const identities = new Map(entries.map(({ tableKind, key, order }) => [`${tableKind}/${key}`, { tableKind, key, order }]));
  const tableOrder = (kind: string) => seriesTables[by].indexOf(kind);
  return [...identities.values()]
    .sort(
      (a, b) =>
        tableOrder(a.tableKind) - tableOrder(b.tableKind) ||
        a.order - b.order ||
        (isCode(a.key) && isCode(b.key) ? compare(a.key, b.key) : 0),
    )
    .map(({ tableKind, key }) => {
      const matching = entries.filter((entry) => entry.tableKind === tableKind && entry.key === key);
      const newest = matching.find(({ isPart }) => !isPart) ?? matching[0];
      const name = newest?.name ?? key;
      return {
        organizationName: latest.name,
        organizationCode: codes.at(-1) ?? null,
        organizationKind: latest.kind,
        tableKind,
        tableTitle: newest?.fact.tableTitle ?? "",
        key,
        name,
        points: withChanges(years.map((year) => amountOf(year, tableKind, key, name))),
      };
    });
}

function isCode(key: string): boolean {
  return /^\d+$/.test(key);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A year's amount, and what it holds if it is a sum. */
interface Measured {
  readonly point: Pick<SeriesPoint, "fiscalYear" | "amount" | "missing" | "printedName" | "sumOf" | "figures">;
  readonly composition: Composition | undefined;
}

function amountOf({ fiscalYear, documents, entries }: Year, tableKind: string, key: string, name: string): Measured {
  const matching = entries.filter((entry) => entry.tableKind === tableKind && entry.key === key);
  const figures = matching.map(({ fact }) => figureOf(fact));
  const printed = matching.findLast(({ isPart }) => !isPart)?.name;
  const parts = matching.filter(({ isPart }) => isPart).map((part) => part.name);
  const renamed = {
    ...(printed !== undefined && printed !== name && { printedName: printed }),
    ...(parts.length > 0 && { sumOf: [...new Set(parts)] }),
  };
  const composition = matching[0]?.composition;
  const none = (missing: MissingReason): Measured => ({
    point: { fiscalYear, amount: null, missing, ...renamed, figures },
    composition,
  });
  if (matching.length === 0) return none(whyMissing(documents, tableKind));
  const totals = documents.flatMap(({ source }) => {
    const own = matching.filter(({ fact }) => fact.sourceSha256 === source.sha256);
    return own.length > 0 ? [statedBy(own)] : [];
  });
  const [first = "rowMissing"] = totals;
  if (totals.some((other) => String(other) !== String(first))) return none("contradictory");
  return typeof first === "string" ? none(first) : { point: { fiscalYear, amount: first, ...renamed, figures }, composition };
}

/**
 * What the rows of one document that print the same figure state.
 *
 * An economic code stands once under each government code: those are added up, and so are the parts of a sum, blanks counting as nothing
 * beside an amount. Any other repetition must repeat the amount.
 */
function statedBy(entries: readonly SeriesEntry[]): Decimal | MissingReason {
  const facts = entries.map(({ fact }) => fact);
  const amounts = facts.flatMap(({ amount: one }) => one ?? []);
  if (facts.some((fact) => fact.amount === null && /\d/u.test(fact.printedText ?? ""))) return "unreadable";
  const [first, ...others] = amounts;
  if (!first) return "blank";
  const isSplit =
    entries.every(({ isPart }) => isPart) ||
    new Set(facts.map(({ governmentEconomicCode }) => governmentEconomicCode)).size === facts.length;
  if (isSplit) return others.reduce((sum, one) => sum.plus(one), first);
  return amounts.length === facts.length && others.every((other) => other.equals(first)) ? first : "contradictory";
}

function whyMissing(documents: readonly BudgetDocument[], tableKind: string): MissingReason {
  const tables = documents.flatMap((document) => document.tables).filter(({ kind }) => kind === tableKind);
  if (tables.length === 0) return "tableMissing";
  return tables.some((table) => table.kind !== "unrecognised" && table.incomplete) ? "tableIncomplete" : "rowMissing";
}

function withChanges(measured: readonly Measured[]): readonly SeriesPoint[] {
  return measured.map(({ point, composition }, index) => {
    if (point.amount === null) return { ...point, change: null, percentage: null, notComparable: "noAmount" };
    const base = measured.slice(0, index).findLast((earlier) => earlier.point.amount !== null);
    if (!base?.point.amount) return { ...point, change: null, percentage: null, notComparable: "noEarlierYear" };
    const recomposed = base.composition && composition && recompose(base.point.amount, base.composition, composition);
    const differing = recomposed && { differing: recomposed.differing };
    const from = recomposed ? recomposed.amount : base.point.amount;
    const compared = { ...point, comparedWith: base.point.fiscalYear, ...differing };
    if (from === null) return { ...compared, change: null, percentage: null, notComparable: "composedOtherwise" };
    const changed = { ...compared, ...(recomposed && { comparedAmount: from }), change: point.amount.minus(from) };
    if (from.isZero()) return { ...changed, percentage: null, notComparable: "baseIsZero" };
    return { ...changed, percentage: changed.change.div(from.abs()).times(100).toDecimalPlaces(2) };
  });
}

function figureOf(fact: Fact): SeriesFigure {
  const { sourceName, sourceSha256, form, tableKind, tableNumber, page, printedText } = fact;
  return { sourceName, sourceSha256, form, tableKind, tableNumber, page, printedText };
}
