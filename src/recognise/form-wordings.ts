import type { Form } from "../tables/define-table.ts";
import { grammarsOf } from "../tables/define-table.ts";
import { functionalClasses } from "../tables/functional-classes.ts";
import type { RowGrammar } from "../tables/row-grammar.ts";
import type { SideLabel } from "../tables/two-sided-labels.ts";

/** Everything that forms print in the cells of their tables, whatever the department: titles, headings, labels of lines. */
export function formWordings(forms: readonly Form[]): ReadonlySet<string> {
  const specs = forms.flatMap(({ tables }) => tables);
  return new Set(
    specs.flatMap((spec) => [
      ...spec.titles,
      ...Object.values(spec.layouts).flatMap(({ title, columns }) => [
        ...(title ? [title] : []),
        ...columns.flatMap(({ headers }) => headers.flat()),
      ]),
      ...grammarsOf(spec).flatMap(labelsOf),
    ]),
  );
}

function labelsOf(rows: RowGrammar): readonly string[] {
  if (rows.grammar === "twoSided") return [...rows.labels.revenue, ...rows.labels.expenditure].flatMap(sideLabels);
  if (rows.grammar === "keyed") return rows.lines.flatMap(({ labels }) => labels);
  return rows.grammar === "functional" ? functionalClasses.flatMap(({ names }) => names) : [];
}

function sideLabels({ labels, parts = [] }: SideLabel): readonly string[] {
  return [...labels, ...parts.flatMap(sideLabels)];
}
