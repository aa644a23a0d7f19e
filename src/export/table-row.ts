import type { Decimal } from "../model/amount.ts";
import type { BudgetTable, RecognisedBudgetTable } from "../tables/budget-document.ts";
import type { CodedName, Side } from "../tables/row-grammar.ts";
import type { RowPlace } from "../tables/table-schema.ts";

/** A row of any recognised table, seen by the fields that exports use: those that its kind lacks are absent. */
export interface TableRow extends RowPlace {
  readonly role: string;
  readonly level: number;
  readonly parent: number | null;
  readonly amounts: Readonly<Record<string, Decimal | null>>;
  readonly code?: string | null;
  readonly name?: string;
  readonly label?: string;
  readonly key?: string | null;
  readonly revenue?: Side | null;
  readonly expenditure?: Side | null;
  readonly departmentEconomic?: CodedName | null;
  readonly governmentEconomic?: CodedName | null;
  readonly budgetUnitCode?: string | null;
  readonly budgetUnitName?: string | null;
  readonly projectName?: string | null;
  readonly taskName?: string | null;
  readonly projectCategory?: string | null;
  readonly category?: string | null;
  readonly fund?: string | null;
  readonly expenditureType?: string | null;
}

/** A recognised table of any kind, its rows seen alike. */
export type RecognisedTable = Omit<RecognisedBudgetTable, "rows"> & { readonly rows: readonly TableRow[] };

export function isRecognised(table: BudgetTable): table is RecognisedBudgetTable {
  return table.kind !== "unrecognised";
}

/** The same table; only its type is widened, so that one loop reads all kinds. */
export function withPlainRows(table: RecognisedBudgetTable): RecognisedTable {
  return table as RecognisedTable;
}
