import * as z from "zod";
import type { Decimal } from "../model/amount.ts";
import { Fact } from "./fact.ts";

/** A column of the flat exports. `type` says what its values are besides null. */
export interface FactColumn {
  readonly name: keyof Fact;
  readonly type: "text" | "integer" | "boolean" | "amount";
  readonly description: string;
}

/** What a fact holds in a column: text, integer, truth or exact amount; null for nothing. */
export type FactValue = string | number | boolean | Decimal | null;

/** The columns of every flat export, in order: names, types and descriptions are those of the schema. */
export const factColumns: readonly FactColumn[] = Object.entries(Fact.shape).map(([name, schema]) => ({
  name: name as keyof Fact,
  type: typeOf(schema),
  description: schema.description ?? "",
}));

function typeOf(schema: z.ZodType): FactColumn["type"] {
  if (schema instanceof z.ZodNullable) return typeOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodNumber) return "integer";
  if (schema instanceof z.ZodBoolean) return "boolean";
  return schema instanceof z.ZodCodec ? "amount" : "text";
}
