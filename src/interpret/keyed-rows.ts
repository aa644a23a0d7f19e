import { compactText } from "../model/compact-text.ts";
import { notice } from "../model/diagnostic.ts";
import type { KeyedRows } from "../tables/row-grammar.ts";
import type { InterpretedRow, InterpretedRows } from "./interpreted-row.ts";
import { parseLabel } from "./parse-label.ts";
import type { RowReader } from "./row-reader.ts";

/** Reads a table whose lines are fixed: each is told by its label, and the list of lines gives its level. A line that is not there is told. */
export function keyedRowsOf(readers: readonly RowReader[], { lines }: KeyedRows): InterpretedRows {
  const rows: InterpretedRow[] = [];
  for (const reader of readers) {
    const { name, ordinal } = parseLabel(reader.text("label") ?? "");
    const line = lines.find(({ labels }) => labels.some((label) => compactText(label) === compactText(name)));
    if (!line) {
      reader.report(notice("interpret.unknown-label", { number: reader.name, row: name }, reader.place()));
    }
    const level = line?.level ?? 1;
    const above = rows.findLastIndex((row) => row.level === level - 1);
    const fields = { key: line?.key ?? null, label: name, ordinal };
    rows.push({ role: line ? "line" : "other", level, parent: level > 1 && above >= 0 ? above : null, fields, amounts: reader.amounts() });
  }
  const [first] = readers;
  const printed = new Set(rows.map(({ fields }) => fields.key));
  const absent = lines.filter(({ key }) => !printed.has(key)).map(({ labels }) => labels[0] ?? "");
  if (first && absent.length > 0) {
    const { table, page, bbox } = first.place();
    first.report(notice("interpret.lines-missing", { number: first.name, lines: absent.join("、") }, { table, page, bbox }));
  }
  return { rows, missing: [] };
}
