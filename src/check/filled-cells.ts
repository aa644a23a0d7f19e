import type { RecognisedBudgetTable } from "../tables/budget-document.ts";
import type { PrintedRow } from "./figure.ts";

interface TreeRow extends PrintedRow {
  readonly role: string;
  readonly parent?: number | null;
  readonly code?: string | null;
  readonly departmentEconomic?: unknown;
}

const TOTALS = ["total", "subtotal", "grandTotal"];

/**
 * Which cells a table fills with amounts, so that an empty one among them was left out: not those of a column without any figure, nor
 * those of a heading, a row that has others under it, no code, and no figure in it nor in any such row of its role.
 */
export function filledCells(table: RecognisedBudgetTable, keys: readonly string[]): (row: number, key: string) => boolean {
  const rows = table.rows as unknown as readonly TreeRow[];
  const parents = new Set(rows.map(({ parent }) => parent));
  const filledColumns = new Set(keys.filter((key) => rows.some(({ amounts }) => amounts[key])));
  const mayBeHeading = ({ role, code, departmentEconomic }: TreeRow, index: number) =>
    parents.has(index) && !TOTALS.includes(role) && !code && !departmentEconomic;
  const withFigures = new Set(
    rows.filter((row, index) => mayBeHeading(row, index) && keys.some((key) => row.amounts[key])).map(({ role }) => role),
  );
  return (index, key) => {
    const row = rows[index];
    return row !== undefined && filledColumns.has(key) && (!mayBeHeading(row, index) || withFigures.has(row.role));
  };
}
