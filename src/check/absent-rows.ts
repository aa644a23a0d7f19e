import { grammarsOf } from "../tables/define-table.ts";
import { formLines } from "../tables/form-labels.ts";
import { functionalClasses } from "../tables/functional-classes.ts";
import { expenditureLabels, revenueLabels } from "../tables/two-sided-labels.ts";
import { procurementClassNames } from "./attributes.ts";
import type { Context } from "./context.ts";
import type { Ledger, LedgerTable } from "./ledger-shapes.ts";
import { wantedValue } from "./match-lines.ts";
import type { RowFilter } from "./rule.ts";
import { specsOf } from "./specs-of.ts";

const SIDE_LABELS = [...revenueLabels, ...expenditureLabels];
const ROLE_OF_KEY = new Map(SIDE_LABELS.map(({ key, role }) => [key, role]));
const CLASSES = new Map<string, { readonly code: string; readonly names: readonly string[] }>(
  functionalClasses.map((one) => [one.key, one]),
);

/** What a person would call the row that a filter asks for, where a table has no such row. */
export function nameOfRows(rows: RowFilter, table: LedgerTable, context: Context): string {
  const [attribute] = rows.same ?? [];
  if (attribute !== undefined) {
    const wanted = wantedValue(attribute, context) ?? "";
    if (wanted === "total") return "合计";
    if (attribute === "procurementClass") return procurementClassNames.get(wanted) ?? wanted;
    const named =
      attribute === "class" ? className(wanted, table) : attribute === "key" ? labelOfKey(wanted, table, context.ledger) : undefined;
    return named ?? wanted;
  }
  const [key] = rows.keys ?? [];
  if (key !== undefined) return labelOfKey(key, table, context.ledger) ?? key;
  const [named] = [...(rows.labels ?? []), ...(rows.codes ?? [])];
  return named ?? (rows.roles?.includes("total") ? "合计" : "");
}

/** The usual wording of a line in the document's form, or in one of those that were given. */
function labelOfKey(key: string, { kind }: LedgerTable, ledger: Ledger): string | undefined {
  const lines = specsOf(kind, ledger).flatMap(grammarsOf).flatMap(formLines);
  return lines.find((line) => line.key === key)?.labels[0];
}

/** Whether a filter asks for a table's total, or for the grand total of a side. */
export function isTotal({ roles, keys }: RowFilter): boolean {
  return roles?.includes("total") === true || ROLE_OF_KEY.get(keys?.[0] ?? "") === "grandTotal";
}

/** A class by its code in a table that prints codes, by its name in a two-sided one. */
function className(key: string, { lines }: LedgerTable): string | undefined {
  const known = CLASSES.get(key);
  return lines.some(({ side }) => side !== undefined) ? known?.names[0] : known?.code;
}

/**
 * Whether a row that forms print always was left out: only in a form that is known to print it, since other cities print the row of a
 * single unit without a total, and head one side with a subtotal and not the other; a subtotal or a grand total of a two-sided table only
 * where the document prints one anywhere, since some budgets print none.
 */
export function isLeftOut({ side, keys }: RowFilter, { kind }: LedgerTable, { tables, form, promises }: Ledger): boolean {
  const role = ROLE_OF_KEY.get(keys?.[0] ?? "");
  if (role !== "grandTotal" && !(form?.printsTotals && promises(kind))) return false;
  if (side === undefined) return true;
  return (
    role !== undefined && role !== "line" && tables.some(({ lines }) => lines.some((line) => line.side !== undefined && line.role === role))
  );
}
