import { compactText } from "../model/compact-text.ts";
import type { RowGrammar } from "./row-grammar.ts";

/** A line that a form prints always: its key and its wordings. */
export interface FormLine {
  readonly key: string;
  readonly labels: readonly string[];
  readonly parts?: readonly FormLine[];
}

/** The lines of a two-sided or keyed table, those under others too. */
export function formLines(rows: RowGrammar): readonly FormLine[] {
  const lines: readonly FormLine[] =
    rows.grammar === "twoSided" ? [...rows.labels.revenue, ...rows.labels.expenditure] : rows.grammar === "keyed" ? rows.lines : [];
  return lines.flatMap(withParts);
}

function withParts(line: FormLine): readonly FormLine[] {
  return [line, ...(line.parts ?? []).flatMap(withParts)];
}

/** The row labels that a form prints word for word, compact; those of budget units, projects and codes are the document's own. */
export function formLabels(rows: RowGrammar): ReadonlySet<string> {
  return new Set(labelsOf(rows).map(compactText));
}

function labelsOf(rows: RowGrammar): readonly string[] {
  if (rows.grammar === "unit")
    return [...rows.ofWhich, ...rows.levels.flatMap(({ labels }) => labels ?? []).filter((label) => !label.startsWith("*"))];
  return formLines(rows).flatMap(({ labels }) => labels);
}
