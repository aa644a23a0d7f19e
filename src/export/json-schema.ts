import * as z from "zod";

/**
 * The JSON Schema (draft 2020-12) of what a schema of this library looks like in JSON: `BudgetDocument`, `Fact`, `CheckReport`.
 *
 * @example jsonSchema(BudgetDocument)
 */
export function jsonSchema(schema: z.ZodType): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" });
}
