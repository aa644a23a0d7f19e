import { ledgerOf } from "../../src/check/ledger.ts";
import type { Line } from "../../src/check/ledger-shapes.ts";
import { builtInForms } from "../../src/forms.ts";
import type { Subject } from "./fault.ts";

/** A cell of a table with what stands in it. */
export interface PrintedCell {
  readonly table: number;
  readonly kind: string;
  readonly row: number;
  readonly column: number;
  readonly key: string;
  readonly text: string;
}

export interface AmountCell extends PrintedCell {
  readonly line: Line;
  readonly keys: readonly string[];
}

/** Every amount other than zero that a known table prints. */
export function amountCells({ document }: Subject): AmountCell[] {
  const known = document.tables.flatMap((table, index) => (table.kind === "unrecognised" ? [] : [index]));
  return ledgerOf(document, 0, builtInForms).tables.flatMap(({ kind, lines, amountKeys, columnOf }, index) =>
    lines.flatMap((line) =>
      amountKeys.flatMap((key) => {
        const figure = line.figure(key);
        if (!figure || figure.value.isZero() || figure.place.text === null) return [];
        const place = { table: known[index] ?? 0, kind, row: line.row, column: columnOf(key), key, text: figure.place.text };
        return [{ ...place, line, keys: amountKeys }];
      }),
    ),
  );
}

/** Every text that stands in these columns of these tables. */
export function textCells({ document }: Subject, wanted: (kind: string, key: string) => boolean): PrintedCell[] {
  return document.tables.flatMap(({ kind, columns, rows }, table) =>
    columns.flatMap(({ key }, column) =>
      key === undefined || !wanted(kind, key)
        ? []
        : rows.flatMap(({ cells }, row) => {
            const text = cells[column]?.trim();
            return text ? [{ table, kind, row, column, key, text }] : [];
          }),
    ),
  );
}
