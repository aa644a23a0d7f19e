import { notice } from "../model/diagnostic.ts";
import { functionalClasses } from "../tables/functional-classes.ts";
import type { Side, TwoSidedRows } from "../tables/row-grammar.ts";
import type { SideLabel } from "../tables/two-sided-labels.ts";
import type { InterpretedRow, InterpretedRows } from "./interpreted-row.ts";
import { parseLabel } from "./parse-label.ts";
import { type RowReader, rowLabel } from "./row-reader.ts";
import { placeSides } from "./side-tree.ts";

type SideName = "revenue" | "expenditure";

/** A row's side, and what the form knows of it. */
interface ReadSide {
  readonly side: Side;
  readonly known: SideLabel | undefined;
}

/**
 * Reads 收支总体情况表 and 财政拨款收支总体情况表: income left, expenditure right.
 *
 * Level and parent are those of the revenue side, and of the expenditure side where no revenue is printed: 收入总计 over 本年收入合计
 * over 一、 over （一）.
 */
export function twoSidedRowsOf(readers: readonly RowReader[], { labels }: TwoSidedRows): InterpretedRows {
  const amounts = readers.map((reader) => reader.amounts());
  const revenue = sidesOf(readers, amounts, "revenue", labels.revenue);
  const expenditure = sidesOf(readers, amounts, "expenditure", labels.expenditure);
  const read = readers.map((reader, index) => {
    const sides = [revenue.get(index), expenditure.get(index)].flatMap((side) => side ?? []);
    if (sides.length === 0)
      reader.report(notice("interpret.unknown-row", { number: reader.name, row: rowLabel(reader.row) }, reader.place()));
    const has = (role: SideLabel["role"]) => sides.some(({ known }) => known?.role === role);
    return {
      role: has("grandTotal") ? "grandTotal" : has("subtotal") ? "subtotal" : "line",
      fields: { revenue: revenue.get(index)?.side ?? null, expenditure: expenditure.get(index)?.side ?? null },
    };
  });
  const grandTotal = indexOrNull(read.findIndex(({ role }) => role === "grandTotal"));
  const subtotal = indexOrNull(read.findIndex(({ role }) => role === "subtotal"));
  const overOf = (index: number) => (subtotal !== null && index < subtotal ? subtotal : grandTotal);
  const rows = read.map(({ role, fields }, index): InterpretedRow => {
    const base = { role, fields, amounts: amounts[index] ?? {} };
    if (role === "grandTotal") return { ...base, level: 0, parent: null };
    if (role === "subtotal") return { ...base, level: 1, parent: grandTotal };
    const side = fields.revenue ? "revenue" : "expenditure";
    return { ...base, level: levelOf(index, side), parent: fields[side]?.partOf ?? overOf(index) };
  });
  return { rows, missing: rows.length > 0 && grandTotal === null ? ["收入总计、支出总计"] : [] };

  /** One more a step from the line that the side's lines above are parts of. */
  function levelOf(index: number, side: SideName): number {
    const whole = read[index]?.fields[side]?.partOf;
    if (whole !== undefined) return levelOf(whole, side) + 1;
    if (read[index]?.role !== "line") return 1;
    return subtotal !== null && index < subtotal ? 2 : 1;
  }
}

const CLASSES: ReadonlySet<string> = new Set(functionalClasses.map(({ key }) => key));

/** The lines of one side by their rows; a label that the form does not know is told. */
function sidesOf(
  readers: readonly RowReader[],
  amounts: readonly Readonly<Record<string, Side["amount"]>>[],
  name: SideName,
  labels: readonly SideLabel[],
): ReadonlyMap<number, ReadSide> {
  const key = `${name}Item`;
  const printed = readers.flatMap((reader, row) => {
    const text = reader.text(key);
    return text === null ? [] : [{ row, ...parseLabel(text), amount: amounts[row]?.[name] ?? null, indent: reader.indent(key) }];
  });
  const lines = printed.map(({ name: label, ...line }) => ({ ...line, label }));
  const placed = placeSides(lines, labels);
  return new Map(
    lines.map(({ row, ordinal, label, amount }, index) => {
      const { known, partOf } = placed[index] ?? {};
      const reader = readers[row];
      // What stands under a functional class are its sections and items: their names are no labels of the form.
      const isOfClass = partOf !== undefined && isClass(placed, partOf);
      if (reader && !known && !isOfClass)
        reader.report(notice("interpret.unknown-label", { number: reader.name, row: label }, reader.place()));
      const whole = partOf === undefined ? undefined : lines[partOf]?.row;
      const side = {
        ordinal,
        label,
        key: (isOfClass ? undefined : known?.key) ?? null,
        amount,
        ...(whole !== undefined && { partOf: whole }),
      };
      return [row, { side, known: isOfClass ? undefined : known }] as const;
    }),
  );
}

/** Whether a line is a functional class, or part of one. */
function isClass(
  placed: readonly { readonly known: SideLabel | undefined; readonly partOf: number | undefined }[],
  index: number,
): boolean {
  const line = placed[index];
  if (!line) return false;
  return CLASSES.has(line.known?.key ?? "") || (line.partOf !== undefined && isClass(placed, line.partOf));
}

function indexOrNull(index: number): number | null {
  return index < 0 ? null : index;
}
