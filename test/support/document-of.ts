import { interpret } from "../../src/interpret/interpret.ts";
import type { RecognisedTable } from "../../src/recognise/recognised-table.ts";
import type { BudgetDocument, Organization } from "../../src/tables/budget-document.ts";
import type { Form } from "../../src/tables/define-table.ts";
import { builtInForms } from "../../src/tables/forms.ts";

type Cells = readonly (string | null)[];

export interface TableText {
  readonly kind: string;
  /** One row a line; leading U+3000 is the indent. */
  readonly rows: readonly Cells[];
  readonly printedUnit?: RecognisedTable["printedUnit"];
  readonly pages?: readonly number[];
  readonly notes?: readonly string[];
}

export interface DocumentText {
  readonly form?: string;
  readonly forms?: readonly Form[];
  readonly fiscalYear?: number | null;
  readonly organization?: Organization | null;
  readonly source?: Partial<BudgetDocument["source"]>;
  readonly tables: readonly TableText[];
}

/** A document whose tables hold these cells under the form's own columns, interpreted as the library does it. */
export function documentOf({
  form = "gz-12",
  forms = builtInForms,
  fiscalYear = 2024,
  organization,
  source,
  tables,
}: DocumentText): BudgetDocument {
  const recognised = tables.map((table) => recognisedTable(table, form, forms));
  const document = interpret(
    { form: tables.length > 0 ? form : undefined, tables: recognised, prose: [], furniture: [], notices: [] },
    { source: { mediaType: "text/plain", sha256: "0".repeat(64), ...source }, locale: "en", notices: [], printed: [] },
  );
  const defaultOrganization: Organization = { name: "广州市某某局", code: "123001", kind: "department" };
  return { ...document, fiscalYear, organization: organization === undefined ? defaultOrganization : organization };
}

function recognisedTable({ kind, rows, printedUnit, pages, notes }: TableText, form: string, forms: readonly Form[]): RecognisedTable {
  const spec = forms.find(({ id }) => id === form)?.tables.find((table) => table.kind === kind);
  const layout = spec?.layouts[form];
  if (!spec || !layout) throw new Error(`${form} has no table ${kind}`);
  return {
    match: { spec, form, layout, right: true },
    printedNumber: layout.number,
    title: layout.title ?? spec.titles[0],
    printedUnit: printedUnit ?? "tenThousandYuan",
    budgetUnitName: undefined,
    pages: pages ?? [layout.number ?? 1],
    extents: [],
    // The columns of a form of blocks have no headings above them.
    columns:
      layout.headings === "within"
        ? Array.from({ length: Math.max(...rows.map(({ length }) => length)) }, () => ({ path: [""], column: undefined }))
        : layout.columns.map((column) => ({ path: column.headers[0] ?? [], column })),
    rows: rows.map((cells) => ({
      cells: cells.map((text) => ({
        text: text === null || text === "" ? null : text.trimStart(),
        indent: /^\u3000*/u.exec(text ?? "")?.[0].length ?? 0,
        places: [],
        pieces: [],
      })),
      page: pages?.[0] ?? layout.number ?? 1,
    })),
    notes: notes ?? [],
    around: [],
    notices: [],
  };
}
