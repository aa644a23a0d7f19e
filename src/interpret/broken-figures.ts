import { amountShape } from "../model/amount-shape.ts";
import { type Notice, notice } from "../model/diagnostic.ts";
import { groupBy } from "../model/group-by.ts";
import { parsePrintedAmount } from "../model/printed-amount.ts";
import type { RecognisedTable } from "../recognise/recognised-table.ts";
import { rowLabel } from "./row-reader.ts";

/** A digit is in it: pieces of an amount that a font put apart, or several in one. */
const FIGURE = /^[^\p{L}]*\d[^\p{L}]*$/u;

/**
 * Cells that hold a piece of an amount, or several amounts in one, in columns that no form knows but that print amounts. One notice a page.
 *
 * In a column of a form the same is no amount and told as such.
 */
export function brokenFigures({ rows, columns }: RecognisedTable, number: number | undefined, name: number | string): Notice[] {
  const broken = columns.flatMap(({ column }, index) => {
    const cells = column ? [] : rows.flatMap((row, at) => (row.cells[index] ? [{ row, at, cell: row.cells[index] }] : []));
    return cells.some(({ cell }) => isMoney(cell.text)) ? cells.filter(({ cell }) => isBroken(cell.text)) : [];
  });
  const pages = groupBy(broken, ({ row, cell }) => cell.places[0]?.page ?? row.page);
  return [...pages].flatMap(([page, found]) => {
    const [first] = found;
    if (!first) return [];
    const text = found.map(({ cell }) => cell.text).join("; ");
    const place = { table: number, row: first.at, page, bbox: first.cell.places[0]?.box ?? first.row.bbox };
    return [notice("interpret.broken-figure", { number: name, row: rowLabel(first.row), text }, place)];
  });
}

function isMoney(text: string | null): boolean {
  const printed = parsePrintedAmount(text);
  return printed?.kind === "number" && printed.decimals === 2;
}

function isBroken(text: string | null): boolean {
  if (text === null || !FIGURE.test(text)) return false;
  const shape = amountShape(text);
  return shape === "partial" || shape === "malformed";
}
