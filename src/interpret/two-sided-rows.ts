import type { Decimal } from "../model/amount.ts";
import { compactText } from "../model/compact-text.ts";
import { notice } from "../model/diagnostic.ts";
import type { Side } from "../tables/row-grammar.ts";
import { expenditureLabels, revenueLabels, type SideLabel } from "../tables/two-sided-labels.ts";
import type { InterpretedRow, InterpretedRows } from "./interpreted-row.ts";
import { parseLabel } from "./parse-label.ts";
import { type RowReader, rowLabel } from "./row-reader.ts";

/**
 * Reads 收支总体情况表 and 财政拨款收支总体情况表: income left, expenditure right.
 *
 * Level and parent are those of the revenue side where there is one: 收入总计 over 本年收入合计 over 一、 over （一）.
 */
export function twoSidedRowsOf(readers: readonly RowReader[]): InterpretedRows {
  const read = readers.map((reader) => {
    const amounts = reader.amounts();
    const revenue = sideOf(reader.text("revenueItem"), amounts.revenue ?? null, revenueLabels);
    const expenditure = sideOf(reader.text("expenditureItem"), amounts.expenditure ?? null, expenditureLabels);
    const sides = [revenue, expenditure].flatMap((side) => side ?? []);
    for (const { side } of sides.filter(({ known }) => !known)) reader.report(unknownLabel(reader, side.label));
    if (sides.length === 0) reader.report(unknownRow(reader));
    const role = sides.some((side) => side.known?.role === "grandTotal")
      ? "grandTotal"
      : sides.some((side) => side.known?.role === "subtotal")
        ? "subtotal"
        : "line";
    return { role, amounts, fields: { revenue: revenue?.side ?? null, expenditure: expenditure?.side ?? null } };
  });
  const grandTotal = indexOrNull(read.findIndex(({ role }) => role === "grandTotal"));
  const subtotal = indexOrNull(read.findIndex(({ role }) => role === "subtotal"));
  let heading: number | null = null;
  const rows = read.map(({ role, amounts, fields }, index): InterpretedRow => {
    if (role === "grandTotal") return { role, level: 0, parent: null, fields, amounts };
    if (role === "subtotal") return { role, level: 1, parent: grandTotal, fields, amounts };
    const over = subtotal !== null && index < subtotal ? subtotal : grandTotal;
    const nested = /^[（(]/u.test(fields.revenue?.ordinal ?? "");
    if (fields.revenue && !nested) heading = index;
    const parent = nested ? heading : over;
    const base = over !== null && over === subtotal ? 2 : 1;
    return { role, level: nested ? base + 1 : base, parent, fields, amounts };
  });
  return { rows, missing: rows.length > 0 && grandTotal === null ? ["收入总计、支出总计"] : [] };
}

function sideOf(
  label: string | null,
  amount: Decimal | null,
  labels: readonly SideLabel[],
): { side: Side; known: SideLabel | undefined } | null {
  if (label === null) return null;
  const { ordinal, name } = parseLabel(label);
  const compact = compactText(name);
  const known = labels.find((candidate) => candidate.labels.some((printed) => compactText(printed) === compact));
  return { side: { ordinal, label: name, key: known?.key ?? null, amount }, known };
}

function indexOrNull(index: number): number | null {
  return index < 0 ? null : index;
}

function unknownLabel(reader: RowReader, row: string) {
  return notice("interpret.unknown-label", { number: reader.number, row }, place(reader));
}

function unknownRow(reader: RowReader) {
  return notice("interpret.unknown-row", { number: reader.number, row: rowLabel(reader.row) }, place(reader));
}

function place(reader: RowReader) {
  return { table: reader.number, row: reader.rowIndex, page: reader.row.page, bbox: reader.row.bbox };
}
