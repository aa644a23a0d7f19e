import type { Column } from "../../tables/column.ts";
import { type Form, rowsOf, type TableLayout, type TableSpec } from "../../tables/define-table.ts";
import type { RowGrammar } from "../../tables/row-grammar.ts";
import { type Header, toHeader } from "./header-words.ts";

/** A table as one form prints it, and what its layout tells of how its text is read. */
export interface KnownTable {
  readonly spec: TableSpec;
  readonly form: string;
  readonly layout: TableLayout;
  readonly grammar: RowGrammar;
  readonly header: Header;
  /** The columns before the amounts, and those behind them. */
  readonly lead: readonly Column[];
  readonly trail: readonly Column[];
  /** How many columns hold amounts: they stand side by side, but for a two-sided table's. */
  readonly amountCount: number;
}

/** Every table of the forms. */
export function knownTables(forms: readonly Form[]): readonly KnownTable[] {
  return forms.flatMap(({ id, tables }) =>
    tables.flatMap((spec) => {
      const layout = spec.layouts[id];
      return layout ? [toKnownTable(spec, id, layout)] : [];
    }),
  );
}

export function toKnownTable(spec: TableSpec, form: string, layout: TableLayout): KnownTable {
  const { columns } = layout;
  const first = columns.findIndex(({ type }) => type === "amount");
  const last = columns.findLastIndex(({ type }) => type === "amount");
  return {
    spec,
    form,
    layout,
    grammar: rowsOf(spec, layout),
    header: toHeader(layout),
    lead: columns.slice(0, Math.max(first, 0)),
    trail: columns.slice(last + 1),
    amountCount: last < 0 ? 0 : last - first + 1,
  };
}
