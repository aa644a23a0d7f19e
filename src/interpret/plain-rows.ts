import { tidyText } from "../model/compact-text.ts";
import type { PlainRows } from "../tables/row-grammar.ts";
import type { InterpretedRow, InterpretedRows } from "./interpreted-row.ts";
import { isTotalLabel } from "./parse-label.ts";
import type { RowReader } from "./row-reader.ts";

/** Reads a table without structure of its own: each text field is the column of the same key. */
export function plainRowsOf(readers: readonly RowReader[], { fields }: PlainRows): InterpretedRows {
  const texts = readers.map((reader) => Object.fromEntries(Object.keys(fields).map((key) => [key, reader.text(key)])));
  const isTotal = (row: Record<string, string | null>) => Object.values(row).some((text) => text !== null && isTotalLabel(text));
  const total = texts.findIndex(isTotal);
  const rows = readers.map((reader, index): InterpretedRow => {
    const row = texts[index] ?? {};
    const tidy = Object.fromEntries(Object.entries(row).map(([key, text]) => [key, text && tidyText(text)]));
    const amounts = reader.amounts();
    if (isTotal(row)) return { role: "total", level: 0, parent: null, fields: tidy, amounts };
    return { role: "item", level: 1, parent: total < 0 ? null : total, fields: tidy, amounts };
  });
  return { rows, missing: [] };
}
