import { type Notice, notice } from "../../model/diagnostic.ts";
import { bareLabel } from "../../model/label-words.ts";
import { expenditureLabels, revenueLabels } from "../../tables/two-sided-labels.ts";
import type { FlowedLine } from "./flowed-line.ts";
import type { FlowedRow } from "./flowed-row.ts";
import type { FlowedCell } from "./lead-cells.ts";
import { outOfOrder } from "./loose-rows.ts";
import { besideOneAnother, linesToTwoSidedBlocks, sidesAddUp } from "./two-sided-blocks.ts";
import { linesToSideWords, linesToTwoSidedRows, ownLabel, type SideEntry, type TwoSidedRow } from "./two-sided-flow.ts";

export interface TwoSidedCells {
  readonly rows: readonly FlowedRow[];
  readonly notices: readonly Notice[];
}

/**
 * Rows of a table with revenue on the left and expenditure on the right: label, amount, label, amount.
 *
 * @param lines Without the header where it stands in one piece.
 * @param scattered Without the words of the header wherever they stand: for text whose cells come out of order.
 */
export function linesToTwoSidedCells(lines: readonly FlowedLine[], scattered: readonly FlowedLine[]): TwoSidedCells {
  const running = linesToTwoSidedRows(lines);
  if (isOrderly(running)) return toCells(running);
  const line = lines[0]?.line ?? 1;
  const page = lines[0]?.pageNumber;
  const blocks = linesToTwoSidedBlocks(scattered);
  if (blocks) return { ...toCells(blocks), notices: [notice("layout.rows-put-together", { line, rows: blocks.length }, { page })] };
  return looseCells(scattered);
}

/** Labels with the one amount behind them on their line, the others without; amounts that are left over are in a notice. */
function looseCells(lines: readonly FlowedLine[]): TwoSidedCells {
  const words = linesToSideWords(lines);
  const owners = new Map<SideEntry, number>();
  words.forEach((_, index) => {
    const label = ownLabel(words, index);
    if (label && words[index + 1]?.kind !== "amount" && !isSum(label.labelLines.join(""))) owners.set(label, index);
  });
  const entries = words.flatMap((word) => {
    if (word.kind === "amount") return [];
    const own = words[owners.get(word.entry) ?? -1];
    return [{ ...word.entry, amount: own?.kind === "amount" ? own.text : undefined }];
  });
  const sideless = entries
    .filter(({ side }) => side === undefined)
    .map((entry) => ({ revenue: undefined, expenditure: entry, certain: false }));
  const rows = [...besideOneAnother(entries), ...sideless];
  const owned = new Set(owners.values());
  const loose = words.flatMap((word, index) => (word.kind === "amount" && !owned.has(index) ? [word.text] : []));
  const cells = toCells(rows);
  return { ...cells, notices: [...cells.notices, ...outOfOrder(lines, loose)] };
}

/** A subtotal or a total: a figure that belongs to no line must not stand for a whole side. */
function isSum(text: string): boolean {
  return [...revenueLabels, ...expenditureLabels].some(({ role, labels }) => role !== "line" && labels.includes(bareLabel(text)));
}

/**
 * Whether each amount has a label and each entry a side; a label without an amount has an empty cell.
 *
 * An amount below an expenditure label and before another one on its line is no amount of either; where cells are left empty, an amount
 * below a label may belong to an earlier one unless the sides add up.
 */
function isOrderly(rows: readonly TwoSidedRow[]): boolean {
  const entries = rows.flatMap(({ revenue, expenditure }) => [...(revenue ? [revenue] : []), ...(expenditure ? [expenditure] : [])]);
  const isAmongLabels = ({ side, amount, from, to }: SideEntry, next: SideEntry | undefined) =>
    side === "expenditure" && amount !== undefined && from !== to && next?.side === "expenditure" && next.from === to;
  const leavesOut = entries.some(({ amount }) => amount === undefined);
  const below = entries.some(({ labelLines, amount, from, to }) => amount !== undefined && labelLines.length === 1 && from !== to);
  if (leavesOut && below && !sidesAddUp(entries)) return false;
  return (
    entries.every(({ labelLines }, index) => labelLines.length > 0 && !isAmongLabels(entries[index] as SideEntry, entries[index + 1])) &&
    rows.every(({ certain }) => certain)
  );
}

function toCells(printed: readonly TwoSidedRow[]): TwoSidedCells {
  const notices: Notice[] = [];
  const rows = printed.map(({ revenue, expenditure, certain }) => {
    const from = (revenue ?? expenditure)?.from;
    if (!certain) {
      const text = expenditure?.labelLines.join("") ?? "";
      notices.push(notice("layout.side-assumed", { line: from?.line ?? 1, text }, { page: from?.pageNumber }));
    }
    return { cells: [...sideCells(revenue), ...sideCells(expenditure)], line: from?.line ?? 1, pageNumber: from?.pageNumber };
  });
  return { rows, notices };
}

function sideCells(entry: SideEntry | undefined): readonly (FlowedCell | undefined)[] {
  const label = entry && entry.labelLines.length > 0 ? { lines: entry.labelLines, indent: 0 } : undefined;
  return [label, entry?.amount === undefined ? undefined : { lines: [entry.amount], indent: 0 }];
}
