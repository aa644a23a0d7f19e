import type { Ledger, LedgerTable, Line } from "./ledger-shapes.ts";
import type { Attribute } from "./rule.ts";
import type { Statement } from "./statement.ts";

/** Documents of the same organisation that claims may speak of, where they were given. */
export interface Related {
  /** Of the year before. */
  readonly priorYear: Ledger | undefined;
  /** The budget of the same year: the document itself, or the one that a publication of performance targets belongs to. */
  readonly budget: Ledger | undefined;
}

/** What one instance of a claim is about. */
export interface Context {
  readonly ledger: Ledger;
  /** Absent where an instance speaks of its own document only. */
  readonly related?: Related;
  readonly table?: LedgerTable;
  readonly line?: Line;
  readonly column?: string;
  readonly statement?: Statement;
  /** What `same` compares with where there is no line. */
  readonly values?: Readonly<Partial<Record<Attribute, string>>>;
}
