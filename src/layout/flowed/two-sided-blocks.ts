import { amount } from "../../model/amount.ts";
import { bareLabel, firstLevelNumber } from "../../model/label-words.ts";
import { expenditureLabels, revenueLabels } from "../../tables/two-sided-labels.ts";
import { figureOf } from "./column-sums.ts";
import type { FlowedLine } from "./flowed-line.ts";
import { sideColumns } from "./side-columns.ts";
import { linesToSideWords, type Side, type SideEntry, type SideWord, type TwoSidedRow } from "./two-sided-flow.ts";

/**
 * Rows of a two-sided table whose labels and amounts come out of order.
 *
 * Labels are matched with amounts column by column, or as they follow one another, or those left over with those left over, or one side
 * after the other; the way that makes both sides add up is taken.
 *
 * @returns undefined when none does, or several.
 */
export function linesToTwoSidedBlocks(lines: readonly FlowedLine[]): readonly TwoSidedRow[] | undefined {
  const words = linesToSideWords(lines);
  const labels = words.flatMap((word) => (word.kind === "label" ? [word.entry] : []));
  const amounts = words.flatMap((word) => (word.kind === "amount" ? [word.text] : []));
  if (labels.some(({ side }) => side === undefined) || labels.length !== amounts.length) return undefined;
  const matched = onlyOne(sideColumns(words)) ?? onlyOne([...followers(words), bySide(labels, amounts)]);
  return matched && besideOneAnother(matched);
}

/** The way that adds up; undefined where none does, or several do and differ. */
function onlyOne(ways: readonly (readonly SideEntry[] | undefined)[]): readonly SideEntry[] | undefined {
  const adding = ways.flatMap((entries) => (entries && sidesAddUp(entries) ? [entries] : []));
  const different = new Set(
    adding.map((entries) => (["revenue", "expenditure"] as const).map((side) => amountsOf(entries, side)).join("|")),
  );
  return different.size === 1 ? adding[0] : undefined;
}

function amountsOf(entries: readonly SideEntry[], side: Side): string {
  return of(entries, side)
    .map(({ amount: text }) => text ?? "")
    .join(" ");
}

type SideWords = readonly SideWord[];

/** More labels than this with several amounts behind them are not tried in all ways. */
const MOST_DOUBTFUL = 8;

/**
 * Each label with the amount that follows it; what is left over on either hand is matched in order.
 *
 * Where several amounts follow a label, the first may be its own or not: every combination is given.
 */
function followers(words: SideWords): readonly (readonly SideEntry[] | undefined)[] {
  const followed = words.flatMap((word, index) => (word.kind === "label" && words[index + 1]?.kind === "amount" ? [index] : []));
  const doubtful = followed.filter((index) => words[index + 2]?.kind === "amount");
  if (doubtful.length > MOST_DOUBTFUL) return [];
  return Array.from({ length: 2 ** doubtful.length }, (_, choice) => {
    const lacking = doubtful.filter((_, bit) => Math.floor(choice / 2 ** bit) % 2 === 1);
    return matched(words, new Set(followed.filter((index) => !lacking.includes(index))));
  });
}

/** @param owners Labels that own the amount behind them. */
function matched(words: SideWords, owners: ReadonlySet<number>): readonly SideEntry[] | undefined {
  const orphans = words.flatMap((word, index) => (word.kind === "amount" && !owners.has(index - 1) ? [word.text] : []));
  const pending = words.flatMap((word, index) => (word.kind === "label" && !owners.has(index) ? [index] : []));
  if (orphans.length !== pending.length) return undefined;
  return words.flatMap((word, index) => {
    if (word.kind === "amount") return [];
    const next = words[index + 1];
    const own = owners.has(index) && next?.kind === "amount" ? next.text : orphans[pending.indexOf(index)];
    return [{ ...word.entry, amount: own }];
  });
}

/** All amounts of the left side, then all of the right one. */
function bySide(labels: readonly SideEntry[], amounts: readonly string[]): readonly SideEntry[] {
  const ordered = (["revenue", "expenditure"] as const).flatMap((side) => labels.filter((label) => label.side === side));
  return ordered.map((label, index) => ({ ...label, amount: amounts[index] }));
}

function of(entries: readonly SideEntry[], side: Side): readonly SideEntry[] {
  return entries.filter((entry) => entry.side === side);
}

/** Whether the lines of each side are its subtotal, what stands below it leads to the total, and both totals are one. */
export function sidesAddUp(entries: readonly SideEntry[]): boolean {
  const sides = (["revenue", "expenditure"] as const).map((side) => {
    const { before, subtotal, between, total } = sections(of(entries, side), side);
    const top = before.filter(({ labelLines }) => firstLevelNumber(labelLines.join("")) !== undefined);
    return {
      holds: subtotal !== undefined && isSumOf(subtotal, top) && (total === undefined || isSumOf(total, [subtotal, ...between])),
      total: figureOf(total?.amount),
    };
  });
  const [revenue, expenditure] = sides;
  return revenue?.holds === true && expenditure?.holds === true && revenue.total.equals(expenditure.total);
}

function isSumOf(whole: SideEntry, parts: readonly SideEntry[]): boolean {
  const sum = parts.reduce((before, { amount: text }) => before.plus(figureOf(text)), amount(0));
  return sum
    .minus(figureOf(whole.amount))
    .abs()
    .lessThanOrEqualTo(amount("0.005").times(parts.length + 1));
}

interface Sections {
  readonly before: readonly SideEntry[];
  readonly subtotal: SideEntry | undefined;
  readonly between: readonly SideEntry[];
  readonly total: SideEntry | undefined;
}

/** A side by what the form prints where: its lines in the order of their ordinals, the subtotal, what comes after it, the total. */
function sections(entries: readonly SideEntry[], side: Side): Sections {
  const labels = side === "revenue" ? revenueLabels : expenditureLabels;
  const subtotalAt = labels.findIndex(({ role }) => role === "subtotal");
  const placed = entries.map((entry) => {
    const place = labels.findIndex(({ labels: wordings }) => wordings.includes(bareLabel(entry.labelLines.join(""))));
    return { entry, role: labels[place]?.role ?? "line", after: place > subtotalAt };
  });
  const lines = placed.filter(({ role }) => role === "line");
  return {
    before: byOrdinal(lines.filter(({ after }) => !after).map(({ entry }) => entry)),
    subtotal: placed.find(({ role }) => role === "subtotal")?.entry,
    between: byOrdinal(lines.filter(({ after }) => after).map(({ entry }) => entry)),
    total: placed.find(({ role }) => role === "grandTotal")?.entry,
  };
}

/** In the order of 一、 二、 三、, if every line has such an ordinal. */
function byOrdinal(entries: readonly SideEntry[]): readonly SideEntry[] {
  const ordinal = (entry: SideEntry) => firstLevelNumber(entry.labelLines.join(""));
  if (entries.some((entry) => ordinal(entry) === undefined)) return entries;
  return entries.toSorted((a, b) => (ordinal(a) ?? 0) - (ordinal(b) ?? 0));
}

/** Both sides from the top, section by section: lines, subtotal, what comes after it, total. */
export function besideOneAnother(entries: readonly SideEntry[]): readonly TwoSidedRow[] {
  const left = sections(of(entries, "revenue"), "revenue");
  const right = sections(of(entries, "expenditure"), "expenditure");
  const beside = (a: readonly (SideEntry | undefined)[], b: readonly (SideEntry | undefined)[]): TwoSidedRow[] =>
    Array.from({ length: Math.max(a.length, b.length) }, (_, index) => ({ revenue: a[index], expenditure: b[index], certain: true }));
  return [
    ...beside(left.before, right.before),
    ...beside([left.subtotal], [right.subtotal]),
    ...beside(left.between, right.between),
    ...beside([left.total], [right.total]),
  ].filter(({ revenue, expenditure }) => revenue ?? expenditure);
}
