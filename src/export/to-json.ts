import * as z from "zod";
import { invalidOption } from "../model/invalid-option.ts";
import { type Locale, runtimeLocale } from "../model/locale.ts";
import { count, demandOptions, language, type OptionKind, type OptionKinds } from "../model/option-kinds.ts";
import { printableJson } from "../model/printable.ts";
import { BudgetDocument } from "../tables/budget-document.ts";
import { demandDocuments } from "../tables/demand-documents.ts";
import type { Json } from "../tables/table-schema.ts";
import { Fact } from "./fact.ts";

export interface JsonOptions {
  /**
   * Spaces a level; 0 for one line.
   * @default 2
   */
  readonly indent?: number | undefined;
  /**
   * The schema of the document.
   * @default `BudgetDocument`; `budgetDocumentSchema(forms)` for one read with forms of your own
   */
  readonly schema?: z.ZodType<BudgetDocument, Json<BudgetDocument>> | undefined;
  /** Language of errors. @default the runtime's: Chinese where that is Chinese, else English */
  readonly locale?: Locale | undefined;
}

const schemaKind: OptionKind = {
  words: { en: "a schema as budgetDocumentSchema makes it", zh: "budgetDocumentSchema 所得的 schema" },
  accepts: (value) => value instanceof z.ZodType,
};
export const encodingKinds: OptionKinds<Omit<JsonOptions, "indent">> = { schema: schemaKind, locale: language };

/** The document's JSON: money as digits, keys in the order of the schema, the same text for the same document, a line break at its end. */
export function toJson(document: BudgetDocument, options: JsonOptions = {}): string {
  const { indent = 2, ...encoding } = demandOptions(options, { ...encodingKinds, indent: count });
  demandDocuments("toJson", [document], encoding.locale);
  return `${printableJson(encodeDocument(document, encoding), indent)}\n`;
}

/**
 * The document as JSON holds it.
 *
 * @throws BudgetError `OPTION_INVALID` for a document that the schema does not know, as one read with forms of one's own.
 */
export function encodeDocument(
  document: BudgetDocument,
  { schema = BudgetDocument, locale = runtimeLocale() }: Omit<JsonOptions, "indent"> = {},
): Json<BudgetDocument> {
  const { data, error } = z.safeEncode(schema, document);
  if (data) return data;
  const [issue] = error.issues;
  const found = `${issue?.path.join(".")}: ${issue?.message}`;
  throw invalidOption(
    {
      en: `the document does not fit the schema (${found}); for one read with forms of your own, pass schema: budgetDocumentSchema(forms) of gz-budget/forms`,
      zh: `文档与 schema 不符（${found}）；以自定义表式读取的文档，请传入 schema: budgetDocumentSchema(forms)（gz-budget/forms）`,
    },
    locale,
    error,
  );
}

/** One document a line. */
export function toNdjson(documents: readonly BudgetDocument[], options: Omit<JsonOptions, "indent"> = {}): string {
  return documents.map((document) => toJson(document, { ...options, indent: 0 })).join("");
}

/** One fact a line. */
export function factsToNdjson(facts: readonly Fact[]): string {
  return facts.map((fact) => `${printableJson(z.encode(Fact, fact))}\n`).join("");
}
