import { type Decimal, Decimal as Decimals } from "../model/amount.ts";
import type { ReportFigure } from "../model/check-report.ts";

/** A printed figure with what it stands for. One object a figure, so that findings can be compared by identity. */
export interface Figure {
  readonly state: "number" | "dash" | "blank" | "unreadable";
  /** In 万元; 0 for what is not a number. */
  readonly value: Decimal;
  /** How much may have been rounded away; 0 for a printed zero, which is taken to be one. */
  readonly halfWidth: Decimal;
  readonly place: ReportFigure;
}

/** Half a unit of the n-th decimal. */
export function halfUnit(decimals: number): Decimal {
  return new Decimals(`5e${-(decimals + 1)}`);
}

/** What every row has, whatever its table. */
export interface PrintedRow {
  readonly amounts: Readonly<Record<string, Decimal | null | undefined>>;
  readonly cells: readonly (string | null)[];
  readonly page?: number;
  readonly line?: number;
}
