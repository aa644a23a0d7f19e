import type { TableSpec } from "./define-table.ts";
import { builtInTables } from "./forms.ts";

/**
 * Keys of the amounts that every row of a table has, null where the table does not print the column: those that each layout of its
 * specification prints, and those that a built-in table of the same kind promises, whatever form prints it.
 */
export function promisedAmountKeys(spec: TableSpec): readonly string[] {
  const builtIn = builtInTables.find(({ kind }) => kind === spec.kind);
  return [...new Set([...commonKeys(spec), ...(builtIn && builtIn !== spec ? commonKeys(builtIn) : [])])];
}

function commonKeys({ layouts }: TableSpec): string[] {
  const keys = Object.values(layouts).map(({ columns }) =>
    columns.filter(({ type, optional }) => type === "amount" && !optional).map(({ key }) => key),
  );
  return (keys[0] ?? []).filter((key) => keys.every((layout) => layout.includes(key)));
}
