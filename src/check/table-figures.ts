import { type Decimal, Decimal as Decimals, exponentOfUnit } from "../model/amount.ts";
import type { TableFigure } from "../model/check-report.ts";
import { parsePrintedAmount } from "../model/printed-amount.ts";
import type { RecognisedBudgetTable } from "../tables/budget-document.ts";
import { type Figure, halfUnit, type PrintedRow } from "./figure.ts";

/** Makes the figure that stands in a row's column. */
export type FigureOf = (row: number, key: string, amount: Decimal | null) => Figure;

/** How a table's cells become figures: in 万元, as exact as they are printed. */
export function figureMaker(
  table: RecognisedBudgetTable,
  document: number,
  amountKeys: readonly string[],
  columnOf: ReadonlyMap<string, number>,
): FigureOf {
  const rows = table.rows as readonly PrintedRow[];
  const exponent = exponentOfUnit[table.printedUnit];
  const cellOf = (row: PrintedRow, key: string) => row.cells[columnOf.get(key) ?? -1] ?? null;
  // For an amount whose own cell does not show its decimals: as many as the table prints anywhere.
  const most = Math.max(0, ...rows.flatMap((row) => amountKeys.map((key) => decimalsOf(cellOf(row, key)) ?? 0)));
  const widths = new Map<number, Decimal>();
  const halfWidth = (decimals: number): Decimal => {
    const width = widths.get(decimals) ?? halfUnit(decimals - exponent);
    widths.set(decimals, width);
    return width;
  };
  return (row, key, amount) => {
    const printed = rows[row] as PrintedRow;
    const text = cellOf(printed, key);
    const place: TableFigure = {
      document,
      kind: table.kind,
      ...(table.number !== undefined && { number: table.number }),
      row,
      column: columnOf.get(key) ?? -1,
      key,
      text,
      amount,
    };
    if (printed.page !== undefined) place.page = printed.page;
    if (printed.line !== undefined) place.line = printed.line;
    return {
      state: amount ? "number" : nothingIn(text),
      value: amount ?? ZERO,
      halfWidth: amount && !amount.isZero() ? halfWidth(decimalsOf(text) ?? most) : ZERO,
      place,
    };
  };
}

const ZERO = new Decimals(0);
const PLAIN = /^-?[\d,]+(?:\.(\d+))?$/;

/** Decimals that a cell prints; undefined where it prints no amount. */
function decimalsOf(text: string | null): number | undefined {
  const plain = PLAIN.exec(text ?? "");
  if (plain) return plain[1]?.length ?? 0;
  const read = parsePrintedAmount(text);
  return read?.kind === "number" ? read.decimals : undefined;
}

function nothingIn(text: string | null): "dash" | "blank" | "unreadable" {
  const read = parsePrintedAmount(text);
  return read?.kind === "dash" || read?.kind === "blank" ? read.kind : "unreadable";
}
