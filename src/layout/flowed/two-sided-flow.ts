import { bareLabel, firstLevelNumber, ORDINAL } from "../../model/label-words.ts";
import { expenditureLabels, revenueLabels } from "../../tables/two-sided-labels.ts";
import type { FlowedLine, FlowedWord } from "./flowed-line.ts";

export type Side = "revenue" | "expenditure";

/** A label of a two-sided table with the amount after it. */
export interface SideEntry {
  readonly labelLines: readonly string[];
  readonly amount: string | undefined;
  /** undefined where neither the label nor its ordinal tells. */
  readonly side: Side | undefined;
  /** Line on which the label begins, and the one on which the entry ends. */
  readonly from: FlowedLine;
  readonly to: FlowedLine;
}

/** One printed row: what stands on its left and on its right. */
export interface TwoSidedRow {
  readonly revenue: SideEntry | undefined;
  readonly expenditure: SideEntry | undefined;
  /** False where a lone entry could stand on either side. */
  readonly certain: boolean;
}

/**
 * Pairs the labels and amounts of a two-sided table into its rows.
 *
 * Empty cells leave no trace, so a lone entry finds its side by its label, or by its ordinal, which goes on counting on one side only.
 */
export function linesToTwoSidedRows(lines: readonly FlowedLine[]): readonly TwoSidedRow[] {
  const entries = withSides(toEntries(lines));
  const pairs = entries.filter((entry, index) => entry.side !== "expenditure" && entries[index + 1]?.side === "expenditure");
  const onOneLine = pairs.filter((entry) => entries[entries.indexOf(entry) + 1]?.from === entry.to).length;
  const rowsAreLines = onOneLine * 2 >= pairs.length;
  const rowsAreBlocks = pairs.filter(({ from }) => from.afterBlank).length * 2 > pairs.length;
  const rows: TwoSidedRow[] = [];
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index] as SideEntry;
    const next = entries[index + 1];
    const inOneBlock = rowsAreBlocks && next?.from.afterBlank === false;
    const together = next && (!rowsAreLines || next.from === entry.to || inOneBlock);
    if (entry.side !== "expenditure" && next && together && next.side !== "revenue") {
      rows.push({ revenue: entry, expenditure: next, certain: true });
      index += 1;
    } else if (entry.side === "revenue") rows.push({ revenue: entry, expenditure: undefined, certain: true });
    else rows.push({ revenue: undefined, expenditure: entry, certain: entry.side === "expenditure" });
  }
  return rows;
}

/** A label, its side told as far as possible, or an amount and the line on which it stands. */
export type SideWord =
  | { readonly kind: "label"; readonly entry: SideEntry }
  | { readonly kind: "amount"; readonly text: string; readonly line: FlowedLine };

/** Labels, their sides told, and amounts in the order in which they come. */
export function linesToSideWords(lines: readonly FlowedLine[]): readonly SideWord[] {
  const entries = toEntries(lines);
  const sided = withSides(entries.filter(({ labelLines }) => labelLines.length > 0));
  return entries.flatMap((entry): readonly SideWord[] => {
    const label =
      entry.labelLines.length > 0
        ? sided.find(({ from, labelLines }) => from === entry.from && labelLines === entry.labelLines)
        : undefined;
    return [
      ...(label ? [{ kind: "label" as const, entry: label }] : []),
      ...(entry.amount === undefined ? [] : [{ kind: "amount" as const, text: entry.amount, line: entry.to }]),
    ];
  });
}

/** The label directly before an amount on its own line. */
export function ownLabel(words: readonly SideWord[], index: number): SideEntry | undefined {
  const [before, word] = [words[index - 1], words[index]];
  return word?.kind === "amount" && before?.kind === "label" && before.entry.from === word.line ? before.entry : undefined;
}

/** Whether an expenditure label stands behind an amount on its line, which is one of the left side then. */
export function isLeftOfLabel(words: readonly SideWord[], index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  return word?.kind === "amount" && next?.kind === "label" && next.entry.from === word.line && next.entry.side === "expenditure";
}

/** Whether a two-sided table prints this label. */
export function isSideLabel(text: string): boolean {
  return sidesOf(text).length > 0;
}

type OpenEntry = { labelLines: string[]; amount: string | undefined; side: undefined; from: FlowedLine; to: FlowedLine };

function toEntries(lines: readonly FlowedLine[]): readonly SideEntry[] {
  const entries: OpenEntry[] = [];
  for (const line of lines) {
    let first = true;
    for (const word of line.words) {
      const open = entries.at(-1)?.amount === undefined ? entries.at(-1) : undefined;
      if (isAmount(word, open)) {
        if (open) Object.assign(open, { amount: word.text, to: line });
        else entries.push({ labelLines: [], amount: word.text, side: undefined, from: line, to: line });
      } else if (open && !beginsLabel(word.text)) {
        if (open.to === line && !first) open.labelLines.push(`${open.labelLines.pop() ?? ""} ${word.text}`);
        else open.labelLines.push(word.text);
        open.to = line;
      } else entries.push({ labelLines: [word.text], amount: undefined, side: undefined, from: line, to: line });
      first = false;
    }
  }
  return entries;
}

function isAmount({ shape }: FlowedWord, open: OpenEntry | undefined): boolean {
  return shape === "amount" || shape === "dash" || (shape === "digits" && open !== undefined);
}

function beginsLabel(text: string): boolean {
  return ORDINAL.test(text) || sidesOf(text).length > 0;
}

function withSides(entries: readonly SideEntry[]): readonly SideEntry[] {
  const last: Record<Side, number> = { revenue: 0, expenditure: 0 };
  let previous: SideEntry | undefined;
  return entries.map((entry) => {
    const text = entry.labelLines.join("");
    const sides = sidesOf(text);
    const count = firstLevelNumber(text);
    const counted = (["revenue", "expenditure"] as const).filter((side) => count !== undefined && count === last[side] + 1);
    const both = sides.length === 1 ? sides : sides.length === 0 ? counted : sides.filter((side) => counted.includes(side));
    const besideRevenue = both.length !== 1 && previous?.side === "revenue" && previous.to === entry.from;
    const side = both.length === 1 ? both[0] : besideRevenue ? "expenditure" : undefined;
    if (side && count !== undefined) last[side] = count;
    previous = { ...entry, side };
    return previous;
  });
}

/** The sides that print a label; its ordinal does not count. */
function sidesOf(text: string): readonly Side[] {
  const label = bareLabel(text);
  const printedBy = (labels: typeof revenueLabels, suffix: string) =>
    labels.some(({ labels: wordings }) => wordings.some((wording) => wording === label || `${wording}${suffix}` === label));
  return [
    ...(printedBy(revenueLabels, "收入") ? (["revenue"] as const) : []),
    ...(printedBy(expenditureLabels, "支出") ? (["expenditure"] as const) : []),
  ];
}
