import * as z from "zod";
import { Diagnostic } from "../model/diagnostic.ts";
import { Narrative } from "../model/narrative.ts";
import type { Form, TableSpec } from "./define-table.ts";
import { builtInForms, type builtInTables } from "./forms.ts";
import { type Json, type TableOf, tableSchema, UnrecognisedTable } from "./table-schema.ts";

export const Source = z.object({
  /** File name, where there is one. */
  name: z.string().optional(),
  mediaType: z.enum(["application/pdf", "text/plain"]),
  /** Of the bytes as given; of the UTF-8 bytes for a string. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Absent where the text does not tell pages apart. */
  pageCount: z.int().nonnegative().optional(),
});
export type Source = z.infer<typeof Source>;

export const Organization = z.object({
  name: z.string(),
  /** The budget unit's code, where the document prints it. */
  code: z.string().optional(),
  /** Whether the paper is a department's budget (with its subordinate units) or a single unit's. */
  kind: z.enum(["department", "unit"]),
});
export type Organization = z.infer<typeof Organization>;

type BuiltInSpec = (typeof builtInTables)[number];
/** A table of a known kind; `kind` tells which, and narrows the row's own fields. */
export type RecognisedBudgetTable = { [Spec in BuiltInSpec as Spec["kind"]]: TableOf<Spec> }[BuiltInSpec["kind"]];
export type TableKind = RecognisedBudgetTable["kind"];
export type BudgetTable = RecognisedBudgetTable | UnrecognisedTable;

export interface BudgetDocument {
  schemaVersion: 1;
  source: Source;
  /** null where the text does not say. */
  fiscalYear: number | null;
  organization: Organization | null;
  /** The id of the one form that every table follows, or `unknown`. */
  form: string;
  /** In document order. */
  tables: BudgetTable[];
  narrative: Narrative;
  diagnostics: Diagnostic[];
}

/** The schema of a document read with these forms: the built-in one is `BudgetDocument`. */
export function budgetDocumentSchema(forms: readonly Form[]): z.ZodType<BudgetDocument, Json<BudgetDocument>> {
  const specs = new Map<string, TableSpec>(forms.flatMap(({ tables }) => tables.map((spec) => [spec.kind, spec] as const)));
  const tables = [UnrecognisedTable, ...[...specs.values()].map((spec) => tableSchema(spec))];
  const schema = z.object({
    schemaVersion: z.literal(1),
    source: Source,
    fiscalYear: z.int().nullable(),
    organization: Organization.nullable(),
    form: z.string(),
    tables: z.array(z.discriminatedUnion("kind", tables as unknown as [typeof UnrecognisedTable])),
    narrative: Narrative,
    diagnostics: z.array(Diagnostic),
  });
  return schema as unknown as z.ZodType<BudgetDocument, Json<BudgetDocument>>;
}

/** zod schema: `BudgetDocument.parse(JSON.parse(json))` gives objects with `Decimal`s, `z.encode(BudgetDocument, doc)` gives JSON back. */
export const BudgetDocument = budgetDocumentSchema(builtInForms);

/**
 * The first table of a kind, or undefined when the document has none.
 *
 * @param wanted The kind of a built-in table, or the specification of a table of your own.
 * @example findTable(document, "revenueSummary")?.rows[0]?.amounts.total
 */
export function findTable<Kind extends TableKind>(
  document: BudgetDocument,
  wanted: Kind,
): Extract<RecognisedBudgetTable, { kind: Kind }> | undefined;
export function findTable<Spec extends TableSpec>(document: BudgetDocument, wanted: Spec): TableOf<Spec> | undefined;
export function findTable(document: BudgetDocument, wanted: TableKind | TableSpec): BudgetTable | undefined {
  const kind: string = typeof wanted === "string" ? wanted : wanted.kind;
  return document.tables.find((table) => table.kind === kind);
}
