import { narrativeFigures } from "../../src/interpret/narrative-figures.ts";
import type { BudgetDocument } from "../../src/tables/budget-document.ts";
import type { TableSpec } from "../../src/tables/define-table.ts";
import { builtInForms } from "../../src/tables/forms.ts";
import { departmentMoney, type FormId, type MoneyOptions } from "./department-money.ts";
import { departmentProse, keyProjectRows } from "./department-prose.ts";
import { type MadeRow, type TableOptions, tableRows } from "./department-tables.ts";
import { viewRows } from "./department-views.ts";
import { documentOf, type TableText } from "./document-of.ts";

/** How a made-up department prints its budget. */
export interface GeneratedOptions extends MoneyOptions, Pick<TableOptions, "nested" | "subtotals"> {
  readonly form: FormId;
  readonly zero: "0.00" | "-" | "";
  readonly printedUnit: "tenThousandYuan" | "yuan";
  /** With the explanatory part and its key projects. */
  readonly prose?: boolean;
}

const YEARS: Readonly<Record<FormId, number>> = { "gz-14": 2021, "gz-12": 2024, "gz-12-2026": 2026 };

/**
 * A department's budget whose every identity holds, made up from a seed.
 *
 * Several units, every fund that the form prints, carryover both ways where it prints it, expenditure beside projects, a unit without
 * projects, class lines in either order: what is zero or absent in the published budgets is not so here.
 */
export function generatedDepartment(options: GeneratedOptions): BudgetDocument {
  const atoms = departmentMoney(options);
  const kinds = builtInForms.find(({ id }) => id === options.form)?.tables ?? [];
  const tables = kinds.flatMap((spec): TableText[] => {
    const rows = tableRows(spec.kind, atoms, options) ?? viewRows(spec.kind, atoms, options);
    return rows ? [{ kind: spec.kind, printedUnit: options.printedUnit, rows: rows.map((row) => cellsOf(row, spec, options)) }] : [];
  });
  const year = YEARS[options.form];
  if (!options.prose) return documentOf({ form: options.form, fiscalYear: year, tables });
  const keyProjects: TableText = { kind: "keyProjects", rows: keyProjectRows(atoms, options) };
  const document = documentOf({ form: options.form, fiscalYear: year, tables: [...tables, keyProjects] });
  const sections = departmentProse(atoms, year, options).map(({ heading, paragraphs }) => ({ heading, paragraphs: [...paragraphs] }));
  return { ...document, narrative: { sections, figures: narrativeFigures(sections) } };
}

function cellsOf({ texts = {}, amounts, blank = [] }: MadeRow, spec: TableSpec, options: GeneratedOptions): string[] {
  const { columns = [] } = spec.layouts[options.form] ?? {};
  return columns.map(({ key, type }) =>
    type === "amount" ? (blank.includes(key) ? "" : printed(amounts[key] ?? 0, options)) : (texts[key] ?? ""),
  );
}

function printed(fen: number, { zero, printedUnit }: GeneratedOptions): string {
  if (fen === 0) return zero;
  return printedUnit === "yuan" ? (fen / 100).toFixed(2) : (Math.round(fen / 10_000) / 100).toFixed(2);
}
