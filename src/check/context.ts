import type { Ledger, LedgerTable, Line } from "./ledger-shapes.ts";
import type { Attribute } from "./rule.ts";
import type { Statement } from "./statement.ts";

/** What one instance of a claim is about. */
export interface Context {
  readonly ledger: Ledger;
  /** The same organisation's document of the year before, where it was given. */
  readonly priorYear: Ledger | undefined;
  readonly table?: LedgerTable;
  readonly line?: Line;
  readonly column?: string;
  readonly statement?: Statement;
  /** What `same` compares with where there is no line. */
  readonly values?: Readonly<Partial<Record<Attribute, string>>>;
}
