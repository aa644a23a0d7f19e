import { type Notice, notice } from "../model/diagnostic.ts";
import { least } from "../model/long-lists.ts";
import { parsePrintedAmount } from "../model/printed-amount.ts";
import type { RecognisedTable } from "../recognise/recognised-table.ts";
import { rowLabel } from "./row-reader.ts";

/** Where more than this share of a column's figures have more decimals than the others, it is printed so. */
const FEW = 0.25;

/** Decimals of money, as columns print it that no form knows; other figures have as many as they like. */
const MONEY = 2;

/** Figures with more decimals than all others of their column: the mark of a note, or a digit of the next column, may have come to them. */
export function moreDecimals({ rows, columns }: RecognisedTable, number: number | undefined, name: number | string): Notice[] {
  return columns.flatMap(({ column, path }, index) => {
    if (column && column.type !== "amount") return [];
    const figures = rows.flatMap((row, at) => {
      const text = row.cells[index]?.text ?? "";
      const printed = parsePrintedAmount(text);
      return printed?.kind === "number" && printed.decimals > 0 ? [{ row, at, text, decimals: printed.decimals }] : [];
    });
    const usual = least(figures.map(({ decimals }) => decimals));
    if (!column && usual !== MONEY) return [];
    const odd = figures.filter(({ decimals }) => decimals > usual);
    if (odd.length > FEW * figures.length) return [];
    return odd.map(({ row, at, text }) => {
      const place = row.cells[index]?.places[0];
      const where = { table: number, row: at, page: place?.page ?? row.page, bbox: place?.box ?? row.bbox };
      return notice("interpret.more-decimals", { number: name, row: rowLabel(row), column: path.join("/"), text, usual }, where);
    });
  });
}
