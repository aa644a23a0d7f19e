import * as z from "zod";
import { BudgetDocument } from "../tables/budget-document.ts";
import type { Json } from "../tables/table-schema.ts";
import { Fact } from "./fact.ts";

export interface JsonOptions {
  /**
   * Spaces a level; 0 for one line.
   * @default 2
   */
  readonly indent?: number;
  /**
   * The schema of the document.
   * @default `BudgetDocument`; `budgetDocumentSchema(forms)` for one read with forms of your own
   */
  readonly schema?: z.ZodType<BudgetDocument, Json<BudgetDocument>>;
}

/** The document's JSON: money as digits, keys in the order of the schema, the same text for the same document, a line break at its end. */
export function toJson(document: BudgetDocument, { indent = 2, schema = BudgetDocument }: JsonOptions = {}): string {
  return `${JSON.stringify(z.encode(schema, document), null, indent)}\n`;
}

/** One document a line. */
export function toNdjson(documents: readonly BudgetDocument[], { schema }: Pick<JsonOptions, "schema"> = {}): string {
  return documents.map((document) => toJson(document, { indent: 0, ...(schema && { schema }) })).join("");
}

/** One fact a line. */
export function factsToNdjson(facts: readonly Fact[]): string {
  return facts.map((fact) => `${JSON.stringify(z.encode(Fact, fact))}\n`).join("");
}
