import type { TableSpec } from "../tables/define-table.ts";
import type { Ledger } from "./ledger-shapes.ts";

/** How a table of this kind may be printed: in the document's own form, or where that is not known in any that was given. */
export function specsOf(kind: string, { form, specs }: Ledger): readonly TableSpec[] {
  return (form?.tables ?? specs).filter((spec) => spec.kind === kind);
}
