import type { Decimal } from "../model/amount.ts";
import type { InterpretedRow } from "./interpreted-row.ts";
import { ROUNDED_AWAY } from "./unit-depth.ts";

/**
 * Puts a department's units under the department's own row, where neither codes nor indents tell them apart: the first unit is the
 * department if it is the total alone, and those below are the total together. A row printed twice is no department.
 *
 * @param rows Rows of a table whose only level is units.
 */
export function underDepartment(rows: readonly InterpretedRow[]): readonly InterpretedRow[] {
  const total = rows.findIndex(({ role }) => role === "total");
  const units = rows.flatMap(({ role, parent }, index) => (role === "unit" && parent === total ? [index] : []));
  const [first, ...others] = units;
  const own = rows[first ?? -1];
  const parts = others.map((index) => rows[index] as InterpretedRow);
  const isNested = rows.filter(({ role }) => role === "unit").length > units.length;
  if (total < 0 || own === undefined || isNested || parts.every(({ fields }) => fields.label === own.fields.label)) return rows;
  const whole = rows[total]?.amounts.total;
  const together = parts.reduce<Decimal | undefined>((sum, { amounts }) => amounts.total?.plus(sum ?? 0) ?? sum, undefined);
  const isWhole = (amount: Decimal | null | undefined) =>
    !whole?.isZero() &&
    whole
      ?.minus(amount ?? 0)
      .abs()
      .lte(ROUNDED_AWAY) === true;
  if (!isWhole(own.amounts.total) || !isWhole(together)) return rows;
  return rows.map((row, index) => (others.includes(index) ? { ...row, parent: first as number, level: row.level + 1 } : row));
}
