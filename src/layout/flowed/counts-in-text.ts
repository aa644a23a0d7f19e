import { foldWidth } from "../../model/fold-width.ts";
import type { FlowedLine, FlowedWord } from "./flowed-line.ts";

/** So many of a table's amounts print decimals, where one without them is no amount. */
const NEARLY_ALL = 0.9;

/** Lines in which a count amid a text, `不少于 1,200 宗`, is text: the table's amounts print decimals, and none stands beside it. */
export function countsAsText(lines: readonly FlowedLine[]): readonly FlowedLine[] {
  const amounts = lines.flatMap(({ words }) => words.filter(({ shape }) => shape === "amount"));
  if (amounts.filter(hasDecimals).length < amounts.length * NEARLY_ALL) return lines;
  return lines.map((line) => ({
    ...line,
    words: line.words.map((word, index) => (isCount(line.words, index) ? { ...word, shape: "text" } : word)),
  }));
}

function isCount(words: readonly FlowedWord[], index: number): boolean {
  const word = words[index];
  const beside = [words[index - 1], words[index + 1]];
  return word?.shape === "amount" && !hasDecimals(word) && words.length > 1 && beside.every((other) => !other || other.shape === "text");
}

function hasDecimals({ text }: FlowedWord): boolean {
  return /\.\d/u.test(foldWidth(text));
}
