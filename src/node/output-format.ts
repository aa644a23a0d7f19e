import { type ExportOptions, exportDocuments, exportFormats, exportKinds } from "../export/export-documents.ts";
import { toFacts } from "../export/to-facts.ts";
import type { CheckReport } from "../model/check-report.ts";
import { demandOptions, plainObject } from "../model/option-kinds.ts";
import type { BudgetDocument } from "../tables/budget-document.ts";
import { importDoor } from "./entry-file.ts";

/** What documents can be written as on Node: the formats of `exportDocuments`, and those that need a package of their own. */
export const outputFormats = [...exportFormats, "xlsx", "parquet", "sqlite"] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** Formats that files of results are written in: those for programs. */
export const fileFormats = outputFormats.filter((format) => format !== "text");
export type FileFormat = Exclude<OutputFormat, "text">;

/** The ending of a file of each format. */
export const formatEndings: Readonly<Record<OutputFormat, string>> = {
  json: "json",
  ndjson: "ndjson",
  facts: "facts.ndjson",
  csv: "csv",
  text: "txt",
  xlsx: "xlsx",
  parquet: "parquet",
  sqlite: "sqlite",
};

export interface OutputOptions extends ExportOptions {
  /** What the check said of the document, for XLSX. */
  readonly report?: CheckReport | undefined;
}

/**
 * Writes documents in any format. What a format needs is imported when it is written, and no bundler sees it.
 *
 * @throws BudgetError `DEPENDENCY_MISSING` when the format needs a package that is not installed.
 * @throws RangeError for `xlsx` of any number of documents but one.
 */
export async function writeDocuments(
  documents: readonly BudgetDocument[],
  format: OutputFormat,
  options: OutputOptions = {},
): Promise<string | Uint8Array> {
  const { report, ...others } = demandOptions(options, { ...exportKinds, report: plainObject });
  const facts = () => documents.flatMap((document) => toFacts(document));
  switch (format) {
    case "parquet":
      return (await importDoor<typeof import("../parquet.ts")>("parquet")).factsToParquet(facts());
    case "sqlite":
      return (await importDoor<typeof import("../sqlite.ts")>("sqlite")).factsToSqlite(facts());
    case "xlsx": {
      const [document, ...more] = documents;
      if (!document || more.length > 0) throw new RangeError(`A workbook holds one document, not ${documents.length}`);
      return (await importDoor<typeof import("../xlsx.ts")>("xlsx")).toXlsx(document, { report, locale: others.locale });
    }
    default:
      return exportDocuments(documents, format, others);
  }
}
