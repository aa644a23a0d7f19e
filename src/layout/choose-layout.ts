import type { FlowedLine } from "./flowed-line.ts";
import type { Candidate } from "./flowed-tables.ts";
import { headerWords, matchHeader } from "./header-words.ts";

/** The layout that a table follows, told by the words of its header and by how many amounts its rows print. */
export function chooseLayout(candidates: readonly Candidate[], lines: readonly FlowedLine[]): Candidate | undefined {
  const texts = lines.flatMap(({ words }) => words.filter(({ shape }) => shape !== "amount").map(({ text }) => text));
  const counts = lines
    .map(({ words }) => words.filter(({ shape }) => shape === "amount" || shape === "dash").length)
    .filter((count) => count > 0);
  const scored = candidates.map((candidate) => {
    const { coverage } = matchHeader(texts, headerWords(candidate.layout));
    const amounts = candidate.layout.columns.filter(({ type }) => type === "amount").length;
    const agreeing = counts.filter((count) => count === amounts).length / Math.max(counts.length, 1);
    return { candidate, score: coverage + agreeing };
  });
  return scored.toSorted((a, b) => b.score - a.score)[0]?.candidate;
}
