import type { Decimal } from "../model/amount.ts";

/** A row before it is checked against the schema of its table: the fields of its grammar beside the common ones. */
export interface InterpretedRow {
  readonly role: string;
  readonly level: number;
  readonly parent: number | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly amounts: Readonly<Record<string, Decimal | null>>;
}

/** The rows of a table in order, and what stands before the first row although it should. */
export interface InterpretedRows {
  readonly rows: readonly InterpretedRow[];
  /** What the table begins without, in printed words (`合计`, `单位`); empty when it is whole. */
  readonly missing: readonly string[];
}
