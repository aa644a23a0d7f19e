import type { RecognisedBudgetTable } from "../tables/budget-document.ts";
import type { Side } from "../tables/row-grammar.ts";
import type { Figure, PrintedRow } from "./figure.ts";
import type { LedgerTable, Line } from "./ledger-shapes.ts";
import { type SidePosition, sidePositions } from "./side-positions.ts";
import type { FigureMaker } from "./table-figures.ts";

/** The lines of a table in printed order; of a two-sided table first the revenue side, then the expenditure side. */
export function linesOf(table: RecognisedBudgetTable, made: LedgerTable, { figureAt }: FigureMaker): Line[] {
  const rows: readonly object[] = table.rows;
  return rows.some((row) => "revenue" in row && "expenditure" in row)
    ? (["revenue", "expenditure"] as const).flatMap((side) => sideLines(rows as readonly TwoSidedRow[], side, made, figureAt))
    : rowLines(rows as readonly TreeRow[], made, figureAt);
}

interface TreeRow extends PrintedRow {
  readonly role: string;
  readonly parent: number | null;
}

function rowLines(rows: readonly TreeRow[], table: LedgerTable, figureAt: FigureMaker["figureAt"]): Line[] {
  const children = childrenBy(rows.map(({ parent }) => parent));
  const lines: Line[] = rows.map((row, index) => {
    const fields = row as unknown as Readonly<Record<string, unknown>>;
    const label = labelOf(row);
    return {
      table,
      row: index,
      role: row.role,
      label,
      key: typeof fields.key === "string" ? fields.key : null,
      parent: () => (row.parent === null ? undefined : lines[row.parent]),
      children: () => (children.get(index) ?? []).map((child) => lines[child] as Line),
      fields,
      figure: figuresByKey(
        table.amountKeys.filter((key) => key in row.amounts),
        (key) => figureAt(index, key, row.amounts[key] ?? null, label),
      ),
    };
  });
  return lines;
}

interface TwoSidedRow extends PrintedRow {
  readonly revenue: Side | null;
  readonly expenditure: Side | null;
}

function sideLines(
  rows: readonly TwoSidedRow[],
  side: "revenue" | "expenditure",
  table: LedgerTable,
  figureAt: FigureMaker["figureAt"],
): Line[] {
  const printed = rows.flatMap((row, index) => {
    const stated = row[side];
    return stated ? [{ row: index, stated }] : [];
  });
  const positions = sidePositions(printed.map(({ stated, row }) => ({ side: stated, row })));
  const children = childrenBy(positions.map(({ parent }) => parent));
  const lines: Line[] = printed.map(({ row, stated }, index) => {
    const { role, standing, parent } = positions[index] as SidePosition;
    const { cells, page, line } = rows[row] as TwoSidedRow;
    return {
      table,
      row,
      side,
      role,
      label: stated.label,
      key: stated.key,
      standing,
      parent: () => (parent === null ? undefined : lines[parent]),
      children: () => (children.get(index) ?? []).map((child) => lines[child] as Line),
      fields: { ordinal: stated.ordinal, cells, ...(page !== undefined && { page }), ...(line !== undefined && { line }) },
      figure: figuresByKey(table.amountKeys.includes(side) ? [side] : [], (key) => figureAt(row, key, stated.amount, stated.label)),
    };
  });
  return lines;
}

/** One object a figure, however often it is asked for: findings are compared by their figures. */
function figuresByKey(keys: readonly string[], make: (key: string) => Figure): Line["figure"] {
  const figures = new Map(keys.map((key) => [key, make(key)]));
  return (key) => figures.get(key);
}

function childrenBy(parents: readonly (number | null)[]): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  for (const [index, parent] of parents.entries()) {
    if (parent === null) continue;
    const known = children.get(parent);
    if (known) known.push(index);
    else children.set(parent, [index]);
  }
  return children;
}

/** The texts before the first amount, as printed. */
function labelOf({ cells }: PrintedRow): string {
  const texts = cells.slice(0, 2).flatMap((text) => (text && !/^[-\d,.()（）—]*\.\d+$/u.test(text.trim()) ? [text.trim()] : []));
  return texts.join(" ").slice(0, 40);
}
