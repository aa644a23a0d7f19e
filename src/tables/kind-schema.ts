import * as z from "zod";
import { Amount } from "../model/amount.ts";
import { grammarsOf, type TableSpec } from "./define-table.ts";
import { promisedAmountKeys } from "./promised-keys.ts";
import { rowPlace, tableFoot, tableHead } from "./table-schema.ts";

/** The zod schema of the tables of one kind: forms may print it by different specifications. */
export function kindSchema(kind: string, specs: readonly TableSpec[]): z.ZodType {
  const layouts = specs.flatMap((spec) => Object.values(spec.layouts));
  const amounts = z.object(amountsOf(specs));
  const rows = [...new Set(specs.flatMap(grammarsOf))].map(({ roles, fields }) => ({
    fields: Object.keys(fields).length,
    schema: z.object({
      role: z.enum([...roles, "other"]),
      level: z.int().nonnegative(),
      parent: z.int().nonnegative().nullable(),
      ...fields,
      amounts,
      ...rowPlace,
    }),
  }));
  // A row is of the first grammar whose fields it has: those with more fields come first.
  const schemas = rows.sort((a, b) => b.fields - a.fields).map(({ schema }) => schema);
  const [only] = schemas;
  return z.object({
    kind: z.literal(kind),
    number: layouts.every(({ number }) => number !== undefined) ? z.int() : z.int().optional(),
    ...tableHead,
    rows: z.array(only && schemas.length === 1 ? only : z.union(schemas)),
    ...tableFoot,
  });
}

function amountsOf(specs: readonly TableSpec[]): z.ZodRawShape {
  const columns = specs.flatMap(({ layouts }) => Object.values(layouts).flatMap((layout) => layout.columns));
  const promised = specs.map(promisedAmountKeys);
  const keys = new Set([...columns.filter(({ type }) => type === "amount").map(({ key }) => key), ...promised.flat()]);
  const inAll = (key: string) => promised.every((ofSpec) => ofSpec.includes(key));
  return Object.fromEntries([...keys].map((key) => [key, inAll(key) ? Amount.nullable() : Amount.nullable().optional()]));
}
