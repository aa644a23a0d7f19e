import type { CsvValue } from "./to-csv.ts";

/** A line of the table of documents that stands beside merged facts: who, when, which form, and how it went. */
export interface DocumentRow {
  /** As the input was given or found. */
  readonly path: string;
  /** `done` or `failed`; of a failed one only what the error says is known. */
  readonly outcome: string;
  readonly errorCode: string | null;
  /** As `sourceSha256` of its facts. */
  readonly sourceSha256: string | null;
  readonly organizationName: string | null;
  readonly fiscalYear: number | null;
  readonly form: string | null;
  readonly tables: number | null;
  /** Tables of a known form. */
  readonly knownTables: number | null;
  readonly facts: number;
  readonly errors: number | null;
  readonly warnings: number | null;
  readonly consistent: number | null;
  readonly inconsistent: number | null;
  readonly notChecked: number | null;
}

/** Columns of the table of documents, in order. */
export const documentColumns = [
  ["path", "text"],
  ["outcome", "text"],
  ["errorCode", "text"],
  ["sourceSha256", "text"],
  ["organizationName", "text"],
  ["fiscalYear", "integer"],
  ["form", "text"],
  ["tables", "integer"],
  ["knownTables", "integer"],
  ["facts", "integer"],
  ["errors", "integer"],
  ["warnings", "integer"],
  ["consistent", "integer"],
  ["inconsistent", "integer"],
  ["notChecked", "integer"],
] as const satisfies readonly (readonly [keyof DocumentRow, "text" | "integer"])[];

/** Header and lines. */
export function documentRows(documents: readonly DocumentRow[]): CsvValue[][] {
  const names = documentColumns.map(([name]) => name);
  return [names, ...documents.map((document) => names.map((name) => document[name]))];
}
