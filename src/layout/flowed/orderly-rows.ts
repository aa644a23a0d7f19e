import { compactText } from "../../model/compact-text.ts";
import { type Notice, notice } from "../../model/diagnostic.ts";
import { isSumLabel } from "../../model/label-words.ts";
import type { RowGrammar } from "../../tables/row-grammar.ts";
import { columnSums, figureOf } from "./column-sums.ts";
import { certainCells, waysToPlace } from "./empty-cells.ts";
import type { FlowedLine } from "./flowed-line.ts";
import type { FlowedRow } from "./flowed-row.ts";
import type { KnownTable } from "./known-table.ts";
import { outOfOrder } from "./loose-rows.ts";
import { familiesOf } from "./row-families.ts";
import { linesToRunningRows, type RunningRows, type WaitingRows } from "./running-rows.ts";

const CODE = /^[[［【(（]?(\d{3}(?:\d{2}){0,2})(?!\d)/u;

/**
 * The rows as they run on, if that makes sense: each has a label, no label holds another's code, and where a row leaves cells empty the
 * sums of the table leave a way to place its amounts.
 *
 * @param lines Without headers.
 */
export function linesToOrderlyRows(lines: readonly FlowedLine[], chosen: KnownTable): RunningRows | undefined {
  const running = linesToRunningRows(lines, chosen);
  if (!hasLabels(running, chosen)) return undefined;
  if (running.waiting.size > 0) return withEmptyCells(running, chosen);
  return lacksAmounts(running, chosen) ? { ...running, notices: [...running.notices, ...outOfOrder(lines, [])] } : running;
}

/** Whether rows with codes have not one amount between them: those stand elsewhere in the text. */
function lacksAmounts({ rows }: WaitingRows, { grammar, layout: { columns }, lead }: KnownTable): boolean {
  const filled = rows.some(({ cells }) => cells.some((cell, column) => cell && columns[column]?.type === "amount"));
  return !filled && rows.some(({ cells }) => Boolean(codeOf(cells.slice(0, lead.length), grammar)));
}

function hasLabels({ rows, waiting }: WaitingRows, { layout: { columns }, lead }: KnownTable): boolean {
  return rows.every(({ cells }, index) => {
    const filled = waiting.has(index) || cells.some((cell, column) => cell && columns[column]?.type === "amount");
    const labels = cells.slice(0, lead.length).flatMap((cell) => cell?.lines ?? []);
    const named = cells.slice(0, Math.min(lead.length, 2)).flatMap((cell) => cell?.lines ?? []);
    const foreign = named.slice(1).some((line) => /^([[［【]\d{3,}|\d{3}(\d{2}){0,2}(\s|$))/u.test(line));
    return !filled || (labels.length > 0 && !foreign);
  });
}

/** The amounts that wait, as far as the sums tell their columns; undefined where no way to place them adds up. */
function withEmptyCells({ rows, notices, left, waiting }: WaitingRows, table: KnownTable): RunningRows | undefined {
  const { grammar, layout, lead, amountCount: count } = table;
  const first = lead.length;
  const isCounted = lead.some(({ type }) => type === "quantity");
  // A whole number before the amounts may be a count of another column.
  const unsafe = [...waiting.values()].some(
    ({ amounts: [word, ...others] }) => others.length >= count || (isCounted && word?.shape === "digits"),
  );
  if (unsafe) return undefined;
  const amountsOf = (row: FlowedRow, index: number) =>
    waiting.get(index)?.amounts.map(({ text }) => text) ?? row.cells.slice(first, first + count).flatMap((cell) => cell?.lines ?? []);
  const filled = rows.flatMap((row, index) => (amountsOf(row, index).length > 0 ? [index] : []));
  // A table that prints zeros leaves no cell empty: its cells come out of order.
  if (filled.some((index) => amountsOf(rows[index] as FlowedRow, index).some((text) => figureOf(text).isZero()))) return undefined;
  const codes = filled.map((index) => codeOf(rows[index]?.cells.slice(0, first) ?? [], grammar));
  const ways = waysToPlace(
    filled.map((index) => amountsOf(rows[index] as FlowedRow, index)),
    count,
    columnSums(layout.columns),
    familiesOf(codes),
  );
  if (!ways) return undefined;
  const certain = new Set<number>();
  const placed = rows.map((row, index) => {
    const own = ways[filled.indexOf(index)];
    if (!waiting.has(index) || !own) return row;
    if (own.length === 1) certain.add(index);
    const amounts = certainCells(own).map((text) => (text === undefined ? undefined : { lines: [text], indent: 0 }));
    return { ...row, cells: row.cells.map((cell, column) => amounts[column - first] ?? cell) };
  });
  return { rows: placed, notices: [...notices, ...emptyCellNotices(rows, waiting, certain)], left };
}

/** The code of a row that adds up with others: empty for the total; undefined where the row has none. */
function codeOf(lead: FlowedRow["cells"], { grammar }: RowGrammar): string | undefined {
  if (grammar !== "functional" && grammar !== "economic") return undefined;
  const texts = lead.map((cell) => compactText(cell?.lines.join("") ?? "")).filter((text) => text !== "");
  if (texts.some(isSumLabel)) return "";
  return CODE.exec(texts[0] ?? "")?.[1];
}

/** One notice a page for the rows whose cells are certain, and one for those whose are not. */
function emptyCellNotices(rows: readonly FlowedRow[], waiting: WaitingRows["waiting"], certain: ReadonlySet<number>): readonly Notice[] {
  const all = [...waiting].map(([index, group]) => ({ row: rows[index] as FlowedRow, group, told: certain.has(index) }));
  const pages = [...new Set(all.map(({ row }) => row.pageNumber))];
  return pages.flatMap((page) => {
    const onPage = all.filter(({ row }) => row.pageNumber === page);
    return [true, false].flatMap((told) => {
      const own = onPage.filter((each) => each.told === told);
      const [line = 1, last = 1] = [own[0]?.row.line, own.at(-1)?.row.line];
      const text = own.map(({ group }) => group.amounts.map((word) => word.text).join(" ")).join("; ");
      if (own.length === 0) return [];
      return told
        ? [notice("layout.empty-cells-told", { line, last, rows: own.length }, { page })]
        : [notice("layout.amounts-unplaced", { line, last, rows: own.length, text }, { page })];
    });
  });
}
