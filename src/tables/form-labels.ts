import { compactText } from "../model/compact-text.ts";
import type { RowGrammar } from "./row-grammar.ts";
import { expenditureLabels, revenueLabels } from "./two-sided-labels.ts";

/** The row labels that a form prints word for word, compact; those of budget units, projects and codes are the document's own. */
export function formLabels(rows: RowGrammar): ReadonlySet<string> {
  return new Set(labelsOf(rows).map(compactText));
}

function labelsOf(rows: RowGrammar): readonly string[] {
  switch (rows.grammar) {
    case "twoSided":
      return [...revenueLabels, ...expenditureLabels].flatMap(({ labels }) => labels);
    case "unit":
      return [...rows.ofWhich, ...rows.levels.flatMap(({ labels }) => labels ?? []).filter((label) => !label.startsWith("*"))];
    case "keyed":
      return rows.lines.flatMap(({ labels }) => labels);
    default:
      return [];
  }
}
