import * as z from "zod";
import { Diagnostic } from "../model/diagnostic.ts";
import { groupBy } from "../model/group-by.ts";
import { Narrative } from "../model/narrative.ts";
import type { BudgetTables, TableKind } from "./budget-tables.ts";
import type { Form, TableSpec } from "./define-table.ts";
import { builtInForms } from "./forms.ts";
import { kindSchema } from "./kind-schema.ts";
import { type Json, type TableOf, UnrecognisedTable } from "./table-schema.ts";

const sourceShape = {
  /** 文件名: file name, where there is one. */
  name: z.string().optional(),
  /** 类型: PDF, or text taken from one. */
  mediaType: z.enum(["application/pdf", "text/plain"]),
  /** 摘要: SHA-256 of the bytes as given; of the UTF-8 bytes for a string. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** 页数: absent where the text does not tell pages apart. */
  pageCount: z.int().nonnegative().optional(),
};
export const Source: z.ZodObject<typeof sourceShape> = z.object(sourceShape);
export interface Source extends z.infer<typeof Source> {}

const organizationShape = {
  /** 单位名称: the department or unit whose budget it is. */
  name: z.string(),
  /** 单位编码: the budget unit's code, where the document prints it. */
  code: z.string().optional(),
  /** 部门预算 or 单位预算: whether the paper is a department's budget (with its subordinate units) or a single unit's. */
  kind: z.enum(["department", "unit"]),
};
export const Organization: z.ZodObject<typeof organizationShape> = z.object(organizationShape);
export interface Organization extends z.infer<typeof Organization> {}

export type { BudgetTables, TableKind } from "./budget-tables.ts";

/** A table of a known kind; `kind` tells which, and narrows the row's own fields. */
export type RecognisedBudgetTable = BudgetTables[TableKind];
export type BudgetTable = RecognisedBudgetTable | UnrecognisedTable;

export interface BudgetDocument {
  /** 版本: of this JSON shape. */
  schemaVersion: 1;
  /** 来源: what the document was read from. */
  source: Source;
  /** 预算年度: null where the text does not say. */
  fiscalYear: number | null;
  /** 单位: whose budget it is; null where the text does not say. */
  organization: Organization | null;
  /** 表式: the id of the one form that every table follows and most of whose tables are there, or `unknown`. */
  form: string;
  /** 预算表: in document order. */
  tables: BudgetTable[];
  /** 文字部分: what the paper says beside its tables. */
  narrative: Narrative;
  /** 读取提示: everything that was uncertain while reading. */
  diagnostics: Diagnostic[];
}

/** The schema of a document read with these forms: the built-in one is `BudgetDocument`. */
export function budgetDocumentSchema(forms: readonly Form[]): z.ZodType<BudgetDocument, Json<BudgetDocument>> {
  const specs = groupBy([...new Set(forms.flatMap(({ tables }) => tables))], ({ kind }) => kind);
  const tables = [UnrecognisedTable, ...[...specs].map(([kind, ofKind]) => kindSchema(kind, ofKind))];
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
export const BudgetDocument: z.ZodType<BudgetDocument, Json<BudgetDocument>> = budgetDocumentSchema(builtInForms);

/**
 * The first table of a kind, or undefined when the document has none.
 *
 * @param wanted The kind of a built-in table, or the specification of a table of your own.
 * @example findTable(document, "revenueSummary")?.rows[0]?.amounts.total
 */
export function findTable<Kind extends TableKind>(document: BudgetDocument, wanted: Kind): BudgetTables[Kind] | undefined;
export function findTable<Spec extends TableSpec>(document: BudgetDocument, wanted: Spec): TableOf<Spec> | undefined;
export function findTable(document: BudgetDocument, wanted: TableKind | TableSpec): BudgetTable | undefined {
  const kind: string = typeof wanted === "string" ? wanted : wanted.kind;
  return document.tables.find((table) => table.kind === kind);
}
