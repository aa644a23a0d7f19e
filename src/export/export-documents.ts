import type { BudgetError } from "../model/budget-error.ts";
import { invalidOption, unknownName } from "../model/invalid-option.ts";
import type { Locale } from "../model/locale.ts";
import { demandOptions, type OptionKinds } from "../model/option-kinds.ts";
import { printableJson } from "../model/printable.ts";
import type { BudgetDocument } from "../tables/budget-document.ts";
import { demandDocuments } from "../tables/demand-documents.ts";
import { documentToText } from "./document-to-text.ts";
import { type CsvOptions, csvKinds, factsToCsv } from "./to-csv.ts";
import { toFacts } from "./to-facts.ts";
import { encodeDocument, encodingKinds, factsToNdjson, type JsonOptions, toJson, toNdjson } from "./to-json.ts";

/** What documents can be written as without a further package: documents (`json`, `ndjson`, `text`) or their facts (`facts`, `csv`). */
export const exportFormats = ["json", "ndjson", "facts", "csv", "text"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Formats of the other doors, and the function that writes them. */
const elsewhere: Readonly<Record<string, string>> = {
  xlsx: "toXlsx (gz-budget/xlsx)",
  parquet: "factsToParquet (gz-budget/parquet)",
  sqlite: "factsToSqlite (gz-budget/sqlite)",
};

export interface ExportOptions extends CsvOptions, Omit<JsonOptions, "indent"> {}

export const exportKinds: OptionKinds<ExportOptions> = { ...csvKinds, ...encodingKinds };

/**
 * Writes documents in one format.
 *
 * `json` is the document itself for one, an array for any other number; `ndjson` a document a line; `text` its tables for a person;
 * `facts` a fact a line; `csv` holds the facts of all. Formats that need a large package have doors of their own: `gz-budget/xlsx`,
 * `gz-budget/parquet`, `gz-budget/sqlite`.
 *
 * @throws BudgetError `OPTION_INVALID` for a format that there is not.
 */
export function exportDocuments(documents: readonly BudgetDocument[], format: ExportFormat, options: ExportOptions = {}): string {
  const { bom, ...encoding } = demandOptions(options, exportKinds);
  const { locale } = encoding;
  demandDocuments("exportDocuments", documents, locale);
  const [only] = documents.length === 1 ? documents : [];
  const facts = () => documents.flatMap((document) => toFacts(document));
  switch (format) {
    case "json":
      return only
        ? toJson(only, encoding)
        : `${printableJson(
            documents.map((document) => encodeDocument(document, encoding)),
            2,
          )}\n`;
    case "ndjson":
      return toNdjson(documents, encoding);
    case "facts":
      return factsToNdjson(facts());
    case "csv":
      return factsToCsv(facts(), { bom });
    case "text":
      return documents.map((document) => documentToText(document, locale)).join("\n");
    default:
      throw unknownFormat(format, locale);
  }
}

function unknownFormat(format: string, locale: Locale): BudgetError {
  const writer = elsewhere[format];
  if (writer === undefined) return unknownName("format", format, exportFormats, locale);
  return invalidOption({ en: `the format "${format}" is written by ${writer}`, zh: `格式“${format}”由 ${writer} 写出` }, locale);
}
