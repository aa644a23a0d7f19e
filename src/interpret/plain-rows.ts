import { isTotalLabel } from "../model/label-words.ts";
import type { PlainRows } from "../tables/row-grammar.ts";
import type { InterpretedRow, InterpretedRows } from "./interpreted-row.ts";
import type { RowReader } from "./row-reader.ts";

/** Reads a table without structure of its own: each field is the column of the same key. A table without fields is its own total. */
export function plainRowsOf(readers: readonly RowReader[], { fields, carried }: PlainRows): InterpretedRows {
  const keys = Object.keys(fields);
  const total = keys.length === 0 ? 0 : readers.findIndex((reader) => keys.some((key) => isTotalLabel(reader.text(key) ?? "")));
  const last = new Map<string, unknown>();
  const rows = readers.map((reader, index): InterpretedRow => {
    const values = Object.fromEntries(
      keys.map((key) => [key, reader.value(key) ?? (carried.includes(key) ? (last.get(key) ?? null) : null)]),
    );
    for (const key of carried) last.set(key, values[key]);
    if (index === total) return { role: "total", level: 0, parent: null, fields: values, amounts: reader.amounts() };
    return { role: "item", level: 1, parent: total < 0 ? null : total, fields: values, amounts: reader.amounts() };
  });
  return { rows, missing: [] };
}
