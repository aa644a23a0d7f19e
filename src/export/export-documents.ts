import * as z from "zod";
import type { CheckReport } from "../model/check-report.ts";
import type { Locale } from "../model/locale.ts";
import { BudgetDocument } from "../tables/budget-document.ts";
import { factsToCsv } from "./to-csv.ts";
import { toFacts } from "./to-facts.ts";
import { factsToNdjson, type JsonOptions, toJson, toNdjson } from "./to-json.ts";
import { factsToParquet } from "./to-parquet.ts";
import { factsToSqlite } from "./to-sqlite.ts";
import { toXlsx } from "./to-xlsx.ts";

/** What documents can be written as: documents (`json`, `ndjson`, `xlsx`) or their facts (the rest). */
export const exportFormats = ["json", "ndjson", "facts", "csv", "parquet", "sqlite", "xlsx"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The ending of a file of each format. */
export const formatExtensions: Readonly<Record<ExportFormat, string>> = {
  json: "json",
  ndjson: "ndjson",
  facts: "facts.ndjson",
  csv: "csv",
  parquet: "parquet",
  sqlite: "sqlite",
  xlsx: "xlsx",
};

export interface ExportOptions {
  /**
   * Begin CSV with a byte order mark, for Excel.
   * @default false
   */
  readonly bom?: boolean;
  /**
   * Language of the findings in XLSX.
   * @default "zh"
   */
  readonly locale?: Locale;
  /** What the check said of the document, for XLSX. */
  readonly report?: CheckReport;
  /** The schema of documents read with forms of your own, for JSON. @default `BudgetDocument` */
  readonly schema?: JsonOptions["schema"];
}

/**
 * Writes documents in one format.
 *
 * `json` is the document itself for one, an array for any other number; `ndjson` a document a line; `facts` a fact a line; `csv`,
 * `parquet` and `sqlite` hold the facts of all; `xlsx` takes exactly one document.
 *
 * @throws BudgetError `DEPENDENCY_MISSING` when the format needs a package that is not installed.
 * @throws RangeError for `xlsx` of any number of documents but one.
 */
export async function exportDocuments(
  documents: readonly BudgetDocument[],
  format: ExportFormat,
  options: ExportOptions = {},
): Promise<string | Uint8Array> {
  const [only] = documents.length === 1 ? documents : [];
  const facts = () => documents.flatMap(toFacts);
  const { schema = BudgetDocument } = options;
  switch (format) {
    case "json":
      if (only) return toJson(only, { schema });
      return `${JSON.stringify(
        documents.map((document) => z.encode(schema, document)),
        null,
        2,
      )}\n`;
    case "ndjson":
      return toNdjson(documents, { schema });
    case "facts":
      return factsToNdjson(facts());
    case "csv":
      return factsToCsv(facts(), options);
    case "parquet":
      return factsToParquet(facts());
    case "sqlite":
      return factsToSqlite(facts());
    case "xlsx":
      if (!only) throw new RangeError(`A workbook holds one document, not ${documents.length}`);
      return toXlsx(only, options);
  }
}
