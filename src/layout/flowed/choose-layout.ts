import { type FlowedLine, toFlowedLines } from "./flowed-line.ts";
import type { FlowedTable } from "./flowed-tables.ts";
import { isNumbering } from "./header-places.ts";
import type { KnownTable } from "./known-table.ts";
import { matchHeader } from "./match-header.ts";

/** Scores closer than this are a draw. */
const DRAW = 0.05;

/**
 * The layout that each table follows, told by the words of its header and by how many amounts its rows print.
 *
 * Where forms print a table alike, the form that the document's other tables follow decides.
 *
 * @returns One entry a table; undefined for a table without candidates.
 */
export function chooseLayouts(tables: readonly FlowedTable[]): readonly (KnownTable | undefined)[] {
  const scored = tables.map(({ candidates, body }) => {
    const lines = toFlowedLines(body, 1);
    return candidates.map((candidate) => ({ candidate, score: scoreOf(candidate, lines) })).sort((a, b) => b.score - a.score);
  });
  const preferred = mostCommonForm(
    scored.flatMap(([best, second]) => (best && (!second || best.score - second.score >= DRAW) ? [best.candidate.form] : [])),
  );
  return scored.map((candidates) => {
    const drawn = candidates.filter(({ score }) => score > (candidates[0]?.score ?? 0) - DRAW);
    return (drawn.find(({ candidate }) => candidate.form === preferred) ?? drawn[0])?.candidate;
  });
}

function scoreOf({ layout, header }: KnownTable, lines: readonly FlowedLine[]): number {
  const texts = lines.flatMap(({ words }) => words.filter(({ shape }) => shape !== "amount").map(({ text }) => text));
  const counts = lines
    .map(({ words }) => words.filter(({ shape }) => shape === "amount" || shape === "dash").length)
    .filter((count) => count > 0);
  const amounts = layout.columns.filter(({ type }) => type === "amount").length;
  const agreeing = counts.filter((count) => count === amounts).length / Math.max(counts.length, 1);
  const numbered = lines.some(({ words }) => isNumbering(words, layout.columns.length)) ? 1 : 0;
  return matchHeader(texts, header).coverage + agreeing + numbered;
}

function mostCommonForm(forms: readonly string[]): string | undefined {
  const count = (form: string) => forms.filter((other) => other === form).length;
  return [...new Set(forms)].sort((a, b) => count(b) - count(a))[0];
}
