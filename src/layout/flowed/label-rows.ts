import { compactText } from "../../model/compact-text.ts";
import { bareLabel, isTotalLabel } from "../../model/label-words.ts";
import type { RowGrammar } from "../../tables/row-grammar.ts";
import { type FlowedLine, textOf } from "./flowed-line.ts";

/** Whether a label by itself is a row of the table: one that the form prints, or one with a code of its classification. */
export function isRowLabel(text: string, grammar: RowGrammar): boolean {
  const label = compactText(text);
  const name = bareLabel(text);
  if (isTotalLabel(text)) return true;
  switch (grammar.grammar) {
    case "keyed":
      return grammar.lines.some(({ labels }) => labels.some((wording) => compactText(wording) === name));
    case "unit":
      return [...grammar.ofWhich, ...grammar.levels.flatMap(({ labels = [] }) => labels)].some((wording) => compactText(wording) === name);
    case "functional":
    case "economic":
      return /^(\d{3}(\d{2}){0,2}|\[\d+\]|\(\d+\))\D/u.test(label);
    default:
      return false;
  }
}

/** A label of the form that a narrow cell breaks over lines is at most so many of them. */
const MOST_LINES = 3;

/**
 * Joins the lines of a label that is a row by itself and stands alone on them.
 *
 * @param isAlone Whether nothing but a label stands on a line.
 */
export function joinRowLabels(
  lines: readonly FlowedLine[],
  grammar: RowGrammar,
  isAlone: (line: FlowedLine) => boolean,
): readonly FlowedLine[] {
  const joined: FlowedLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const counts = Array.from({ length: MOST_LINES - 1 }, (_, extra) => MOST_LINES - extra);
    const count = counts.find((size) => {
      const run = lines.slice(at, at + size);
      return (
        run.length === size &&
        run.every(isAlone) &&
        !isRowLabel(textOf(run[0] as FlowedLine), grammar) &&
        isRowLabel(run.map(textOf).join(""), grammar)
      );
    });
    const run = lines.slice(at, at + (count ?? 1));
    joined.push({ ...(run[0] as FlowedLine), words: run.flatMap(({ words }) => words) });
    at += run.length;
  }
  return joined;
}
