import { amount } from "../../model/amount.ts";
import { bareLabel, firstLevelNumber } from "../../model/label-words.ts";
import { expenditureLabels, revenueLabels } from "../../tables/two-sided-labels.ts";
import { figureOf } from "./column-sums.ts";
import type { FlowedLine } from "./flowed-line.ts";
import { sideReadings } from "./side-readings.ts";
import { linesToSideWords, type Side, type SideEntry, type TwoSidedRow } from "./two-sided-flow.ts";

/**
 * Rows of a two-sided table whose labels and amounts come out of order: of the ways to share the amounts between the sides, the one that
 * makes both add up, and of several the one that bends the order of the text least.
 *
 * @returns undefined where no way adds up, or two that differ are as good.
 */
export function linesToTwoSidedBlocks(lines: readonly FlowedLine[]): readonly TwoSidedRow[] | undefined {
  const words = linesToSideWords(lines);
  if (words.some((word) => word.kind === "label" && word.entry.side === undefined)) return undefined;
  const [best, ...others] = sideReadings(words).filter(({ entries }) => sidesAddUp(entries));
  if (!best || others.some(({ entries, bent }) => bent === best.bent && amountsOf(entries) !== amountsOf(best.entries))) return undefined;
  return besideOneAnother(best.entries);
}

function amountsOf(entries: readonly SideEntry[]): string {
  return entries.map(({ amount: text }) => text ?? "").join(" ");
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

/**
 * A side by what it prints where: its lines in the order of their ordinals, the subtotal, what comes after it, the total. What comes after
 * the subtotal does so in the text as well as in a form: forms differ in what they count to the year's own.
 */
function sections(entries: readonly SideEntry[], side: Side): Sections {
  const labels = side === "revenue" ? revenueLabels : expenditureLabels;
  const subtotalPlace = labels.findIndex(({ role }) => role === "subtotal");
  const placed = entries.map((entry) => {
    const place = labels.findIndex(({ labels: wordings }) => wordings.includes(bareLabel(entry.labelLines.join(""))));
    return { entry, role: labels[place]?.role ?? "line", place };
  });
  const subtotalAt = placed.findIndex(({ role }) => role === "subtotal");
  const lines = placed
    .map((line, at) => ({ ...line, after: line.place > subtotalPlace && at > subtotalAt }))
    .filter(({ role }) => role === "line");
  return {
    before: byOrdinal(lines.filter(({ after }) => !after).map(({ entry }) => entry)),
    subtotal: placed[subtotalAt]?.entry,
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
