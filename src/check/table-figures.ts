import { type AmountUnit, type Decimal, exponentOfUnit, toTenThousandYuan } from "../model/amount.ts";
import type { TableFigure } from "../model/check-report.ts";
import { greatest } from "../model/long-lists.ts";
import { parsePrintedAmount } from "../model/printed-amount.ts";
import type { RecognisedBudgetTable } from "../tables/budget-document.ts";
import { type Figure, halfUnit, type PrintedRow, ZERO } from "./figure.ts";
import { filledCells } from "./filled-cells.ts";
import type { LedgerTable } from "./ledger-shapes.ts";
import { printedLike } from "./printed-like.ts";

/** Makes the figures of a table. */
export interface FigureMaker {
  /** The figure in a row's column, of a row that a person would call `label`. */
  readonly figureAt: (row: number, key: string, amount: Decimal | null, label: string) => Figure;
  /** The figure of a row that the table does not have. */
  readonly absentFigure: (key: string, label: string) => Figure;
}

/** How a table's cells become figures: in 万元, as exact as they are printed. */
export function figureMaker(
  table: RecognisedBudgetTable,
  {
    document,
    amountKeys,
    columnOf,
    uncertain,
  }: Pick<LedgerTable, "document" | "amountKeys" | "uncertain"> & { readonly columnOf: ReadonlyMap<string, number> },
): FigureMaker {
  const rows = table.rows as readonly PrintedRow[];
  const exponent = exponentOfUnit[table.printedUnit];
  // A form of blocks has no columns of its own: what a row holds stands where the row prints it.
  const columnIn = (row: PrintedRow, key: string) =>
    columnOf.get(key) ?? row.cells.findIndex((text) => row.amounts[key] && prints(text, row.amounts[key], table.printedUnit));
  const cellOf = (row: PrintedRow, key: string) => row.cells[columnIn(row, key)] ?? null;
  const texts = rows.flatMap((row) => amountKeys.map((key) => cellOf(row, key)));
  // For an amount whose own cell does not show its decimals: as many as the table prints anywhere.
  const most = greatest(
    texts.map((text) => decimalsOf(text) ?? 0),
    0,
  );
  const print = printedLike(texts, most, exponent);
  const isFilled = filledCells(table, amountKeys);
  const stateOfBlank = (row: number, key: string) => (uncertain ? "unsure" : isFilled(row, key) ? "blank" : "empty");
  const widths = new Map<number, Decimal>();
  const halfWidth = (decimals: number): Decimal => {
    const width = widths.get(decimals) ?? halfUnit(decimals - exponent);
    widths.set(decimals, width);
    return width;
  };
  const where = (key: string, label: string) => ({
    document,
    kind: table.kind,
    ...(table.number !== undefined && { number: table.number }),
    label,
    column: columnOf.get(key) ?? -1,
    key,
  });
  return {
    figureAt: (row, key, amount, label) => {
      const printed = rows[row] as PrintedRow;
      const text = cellOf(printed, key);
      const place: TableFigure = { ...where(key, label), column: columnIn(printed, key), row, text, amount };
      if (printed.page !== undefined) place.page = printed.page;
      if (printed.line !== undefined) place.line = printed.line;
      return {
        state: amount ? "number" : (nothingIn(text) ?? stateOfBlank(row, key)),
        value: amount ?? ZERO,
        halfWidth: amount && !amount.isZero() ? halfWidth(decimalsOf(text) ?? most) : ZERO,
        place,
        print,
      };
    },
    absentFigure: (key, label) => ({
      state: "absent",
      value: ZERO,
      halfWidth: ZERO,
      place: {
        ...where(key, label),
        ...(table.pages[0] !== undefined && { page: table.pages[0] }),
        absent: true,
        text: null,
        amount: null,
      },
      print,
    }),
  };
}

function prints(text: string | null, amount: Decimal, unit: AmountUnit): boolean {
  const read = parsePrintedAmount(text);
  return read?.kind === "number" && toTenThousandYuan(read.value, unit).equals(amount);
}

const PLAIN = /^-?[\d,]+(?:\.(\d+))?$/;

/** Decimals that a cell prints; undefined where it prints no amount. */
function decimalsOf(text: string | null): number | undefined {
  const plain = PLAIN.exec(text ?? "");
  if (plain) return plain[1]?.length ?? 0;
  const read = parsePrintedAmount(text);
  return read?.kind === "number" ? read.decimals : undefined;
}

/** undefined for a cell in which nothing stands. */
function nothingIn(text: string | null): Figure["state"] | undefined {
  const read = parsePrintedAmount(text);
  if (read?.kind === "dash") return "dash";
  return read?.kind === "blank" ? undefined : "unreadable";
}
