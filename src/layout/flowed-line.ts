import { foldWidth } from "../model/fold-width.ts";
import { parsePrintedAmount } from "../model/printed-amount.ts";
import { displayWidth } from "./display-width.ts";
import { type InputLine, isBlank } from "./input-line.ts";

/** A word between white space. `digits` may be a code, a count or money; `dash` is what stands for no amount. */
export interface FlowedWord {
  readonly text: string;
  readonly shape: "amount" | "dash" | "digits" | "text";
  /** Columns from the left where wide characters count double: where the word begins, and where the next could. */
  readonly from: number;
  readonly to: number;
  /** Ideographic spaces directly before the word. */
  readonly indent: number;
}

/** A line of a flowed table as words. */
export interface FlowedLine {
  readonly line: number;
  readonly pageNumber: number | undefined;
  readonly words: readonly FlowedWord[];
  readonly afterBlank: boolean;
}

/** Lines without the blank ones. */
export function toFlowedLines(lines: readonly InputLine[]): readonly FlowedLine[] {
  return lines.flatMap((line, index) => {
    if (isBlank(line)) return [];
    const before = lines[index - 1];
    return [
      { line: line.line, pageNumber: line.pageNumber, words: toWords(line.text), afterBlank: before !== undefined && isBlank(before) },
    ];
  });
}

function toWords(text: string): readonly FlowedWord[] {
  return [...text.matchAll(/(\s*)(\S+)/gu)].map(({ 1: space = "", 2: word = "", index }) => {
    const from = displayWidth(text.slice(0, index + space.length));
    const indent = /\u3000*$/u.exec(space)?.[0].length ?? 0;
    return { text: word, shape: wordShape(word), from, to: from + displayWidth(word), indent };
  });
}

/** What a word looks like by itself. */
export function wordShape(word: string): FlowedWord["shape"] {
  if (/^\d+$/.test(foldWidth(word))) return "digits";
  const printed = parsePrintedAmount(word);
  if (printed?.kind === "dash") return "dash";
  return printed?.kind === "number" ? "amount" : "text";
}
