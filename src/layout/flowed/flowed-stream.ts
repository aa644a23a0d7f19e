import { append } from "../../model/long-lists.ts";
import type { FlowedLine, FlowedWord } from "./flowed-line.ts";

/** Words of one line outside its amounts. */
export interface FlowedText {
  readonly words: readonly FlowedWord[];
  readonly line: number;
  readonly pageNumber: number | undefined;
  /** Whether amounts stand on the same line, and on which side of the text. */
  readonly place: "alone" | "beforeAmounts" | "afterAmounts";
  readonly afterBlank: boolean;
}

/** The amounts of a row, and the text that stands between them and the amounts of the row before. */
export interface AmountGroup {
  readonly before: readonly FlowedText[];
  readonly amounts: readonly FlowedWord[];
  readonly line: number;
  readonly pageNumber: number | undefined;
}

export interface FlowedStream {
  readonly groups: readonly AmountGroup[];
  /** Text after the last amounts. */
  readonly rest: readonly FlowedText[];
}

/**
 * Parts running lines into the amounts of each row and the text between them.
 *
 * @param count Amount columns of the table: so many amounts make a row, on one line or one below the other.
 */
export function toStream(lines: readonly FlowedLine[], count: number): FlowedStream {
  const groups: { before: FlowedText[]; amounts: FlowedWord[]; line: number; pageNumber: number | undefined }[] = [];
  let before: FlowedText[] = [];
  for (const { words, line, pageNumber, afterBlank } of lines) {
    const [from, to] = amountRun(words, count);
    const text = (part: readonly FlowedWord[], place: FlowedText["place"]) => {
      if (part.length > 0) before.push({ words: part, line, pageNumber, place, afterBlank });
    };
    if (from === to) {
      text(words, "alone");
      continue;
    }
    text(words.slice(0, from), "beforeAmounts");
    const open = groups.at(-1);
    const amounts = words.slice(from, to);
    if (open && before.length === 0 && open.pageNumber === pageNumber && open.amounts.length + amounts.length <= count)
      append(open.amounts, amounts);
    else groups.push({ before, amounts, line, pageNumber });
    before = [];
    text(words.slice(to), "afterAmounts");
  }
  return { groups, rest: before };
}

/** Where the amounts of a line stand, `[from, to)`; an empty range when it has none. */
function amountRun(words: readonly FlowedWord[], count: number): readonly [number, number] {
  const runs: (readonly [number, number])[] = [];
  for (let from = 0; from < words.length; from += 1) {
    if (words[from]?.shape === "text") continue;
    let to = from;
    while (to < words.length && words[to]?.shape !== "text") to += 1;
    const run = trimRun(words, from, to, count);
    if (run[0] < run[1]) runs.push(run);
    from = to;
  }
  return runs.reduce((longest, run) => (run[1] - run[0] > longest[1] - longest[0] ? run : longest), [0, 0] as const);
}

/** Whole numbers at the ends of a run may be codes or text: as many words count as there are columns, those with decimals first. */
function trimRun(words: readonly FlowedWord[], from: number, to: number, count: number): readonly [number, number] {
  const money = (at: number) => words[at]?.shape === "amount" || words[at]?.shape === "dash";
  const certain = Array.from({ length: to - from }, (_, offset) => from + offset).filter(money);
  if (certain.length === 0) return to === words.length && to - from === count && from > 0 ? [from, to] : [0, 0];
  const first = certain[0] ?? from;
  const last = (certain.at(-1) ?? to - 1) + 1;
  if (last - first >= count) return [first, last];
  const missing = count - (last - first);
  const after = Math.min(missing, to - last);
  const before = Math.min(missing - after, first - from, Math.max(0, first - 1));
  return [first - before, last + after];
}
