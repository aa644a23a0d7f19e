import { type Decimal, Decimal as Decimals } from "../model/amount.ts";
import type { ReportFigure } from "../model/check-report.ts";

/** A printed figure with what it stands for. One object a figure, so that findings can be compared by identity. */
export interface Figure {
  /**
   * What stands in its cell. `blank` was left out where others are printed; `empty` is a cell that the table does not fill, `unsure` one of a
   * table whose reading may have lost it; `absent` has no row.
   */
  readonly state: "number" | "dash" | "blank" | "empty" | "unsure" | "absent" | "unreadable";
  /** In 万元; 0 for what is not a number. */
  readonly value: Decimal;
  /** How much may have been rounded away; 0 for a printed zero, which is taken to be one. */
  readonly halfWidth: Decimal;
  readonly place: ReportFigure;
  /** Of an absent total: what the rows that it would add up come to, if nothing else is missing. */
  readonly wouldBe?: Decimal | undefined;
  /** How its table, or the text, would print another amount in its place. */
  readonly print: (value: Decimal) => string;
}

export const ZERO = new Decimals(0);

/** Half a unit of the n-th decimal. */
export function halfUnit(decimals: number): Decimal {
  return new Decimals(`5e${-(decimals + 1)}`);
}

/** Whether nothing is printed: a dash says zero. */
export function isMissing({ state }: Figure): boolean {
  return state !== "number" && state !== "dash" && state !== "unreadable";
}

/** What every row has, whatever its table. */
export interface PrintedRow {
  readonly amounts: Readonly<Record<string, Decimal | null | undefined>>;
  readonly cells: readonly (string | null)[];
  readonly page?: number;
  readonly line?: number;
}
