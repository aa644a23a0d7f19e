import type { StreamAmount } from "./arrange-amounts.ts";
import { type FlowedLine, type FlowedWord, isMoney } from "./flowed-line.ts";

/** Lines of text that stand together, away from amounts and from other text. */
export interface TextBlock {
  readonly lines: readonly { readonly words: readonly FlowedWord[]; readonly line: number }[];
  /** Amounts of the stream before the block, and how many stand on its own lines. */
  readonly amountsBefore: number;
  readonly amountsInside: number;
  /** Whether an amount stands before it on its first line: what comes after the amounts of a row. */
  readonly afterAmount: boolean;
}

/** A page whose cells come out of order: its text blocks and its amounts, each in the order in which they come. */
export interface BlockStream {
  readonly blocks: readonly TextBlock[];
  readonly amounts: readonly StreamAmount[];
}

type OpenBlock = { lines: { words: FlowedWord[]; line: number }[]; amountsBefore: number; amountsInside: number; afterAmount: boolean };

/** Parts lines into blocks at blank lines and, where no sentence runs across them, at amounts. */
export function toBlockStream(lines: readonly FlowedLine[]): BlockStream {
  const blocks: OpenBlock[] = [];
  const amounts: StreamAmount[] = [];
  let open: OpenBlock | undefined;
  for (const { words, line, afterBlank } of lines) {
    if (afterBlank) open = undefined;
    const text = words.filter((word) => !isMoney(word));
    const money = words.filter(isMoney);
    const insideText = open !== undefined && runsOn(open);
    const first = words.findIndex((word) => !isMoney(word));
    if (text.length === 0 && !insideText) open = undefined;
    const apart = insideText || (text.length > 0 && first > 0);
    const before = words.slice(0, Math.max(first, 0)).filter(isMoney).length;
    for (const { text: printed } of money.slice(0, before)) amounts.push({ text: printed, apart });
    if (text.length > 0) {
      if (!open || (money.length > 0 && first === 0)) {
        open = { lines: [], amountsBefore: amounts.length, amountsInside: 0, afterAmount: before > 0 };
        blocks.push(open);
      }
      open.lines.push({ words: text, line });
    }
    if (open && insideText) open.amountsInside += money.length;
    for (const { text: printed } of money.slice(before)) amounts.push({ text: printed, apart: insideText });
    if (money.length > before && !insideText) open = undefined;
  }
  return { blocks, amounts };
}

/** Whether a block ends in the middle of a sentence, which amounts beside it do not break. */
function runsOn({ lines }: OpenBlock): boolean {
  const text = lines.map(({ words }) => words.map((word) => word.text).join("")).join("");
  return text.length >= 20 && !/[。！？]$/u.test(text);
}
