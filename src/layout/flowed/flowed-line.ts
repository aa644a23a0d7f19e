import { amountShape } from "../../model/amount-shape.ts";
import { displayWidth } from "../../model/display-width.ts";
import { type InputLine, isBlank } from "../text/input-line.ts";

/** A word between white space. `digits` may be a code, a count or money; `dash` is what stands for no amount. */
export interface FlowedWord {
  readonly text: string;
  readonly shape: "amount" | "dash" | "digits" | "text";
  /** Columns from the left: where the word begins, and where the next could. */
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

/**
 * Lines as words, without the blank ones.
 *
 * @param wide Columns that a Chinese character takes up.
 */
export function toFlowedLines(lines: readonly InputLine[], wide: number): readonly FlowedLine[] {
  const printed = lines.flatMap((line, index) => {
    if (isBlank(line)) return [];
    const before = lines[index - 1];
    return [
      {
        line: line.line,
        pageNumber: line.pageNumber,
        words: toWords(line.text, wide),
        afterBlank: before !== undefined && isBlank(before),
      },
    ];
  });
  return withSpoiltAmounts(printed);
}

function toWords(text: string, wide: number): readonly FlowedWord[] {
  let end = 0;
  return [...text.trimEnd().matchAll(/(\s*)(\S+)/gu)].flatMap(({ 1: space = "", 2: printed = "" }) => {
    end += displayWidth(space, wide);
    const indent = /(?<!\u3000)\u3000*$/u.exec(space)?.[0].length ?? 0;
    return amountsApart(printed).map((word, index) => {
      const from = end;
      end = from + displayWidth(word, wide);
      return { text: word, shape: wordShape(word), from, to: end, indent: index === 0 ? indent : 0 };
    });
  });
}

/**
 * A word without a letter stands for an amount, however it is misprinted (`0.`, `?5.45`, `0.00%`), where it ends a line among others, or
 * where a line beside it prints labels and amounts in the same order.
 */
function withSpoiltAmounts(lines: readonly FlowedLine[]): readonly FlowedLine[] {
  return lines.map((line, at) => {
    const { words } = line;
    const spoilt = new Set(words.filter(({ shape, text }) => shape === "text" && /\d/u.test(text) && !/\p{L}/u.test(text)));
    if (spoilt.size === 0) return line;
    const order = orderOf(words, spoilt);
    const isLike = [lines[at - 1], lines[at + 1]].some((beside) => beside && orderOf(beside.words) === order);
    const end = words.slice(words.findLastIndex(({ text }) => /\p{L}/u.test(text)) + 1);
    const among = end.filter(({ shape }) => shape === "amount").length > 1 ? end : [];
    return {
      ...line,
      words: words.map((word) => (spoilt.has(word) && (isLike || among.includes(word)) ? { ...word, shape: "amount" } : word)),
    };
  });
}

/** Labels and amounts of a line in order, however many words a label has: `LMLM` of a line with two sides. */
function orderOf(words: readonly FlowedWord[], spoilt?: ReadonlySet<FlowedWord>): string {
  return words
    .map((word) => (isMoney(word) || spoilt?.has(word) ? "M" : "L"))
    .join("")
    .replace(/L+/gu, "L");
}

/** Whether a word stands where an amount does. */
export function isMoney({ shape }: FlowedWord): boolean {
  return shape === "amount" || shape === "dash";
}

/** The words of a line, or of a part of it, as text. */
export function textOf({ words }: { readonly words: readonly FlowedWord[] }): string {
  return words.map(({ text }) => text).join(" ");
}

/** Amounts that ran together, `17385.7517385.75`: two decimals end each of them. `12.345.67` may as well be one, badly printed, and stays. */
function amountsApart(word: string): readonly string[] {
  const together = /^(?:-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2}){2,}$/u.test(word);
  const isPerhapsOne = /^-?\d{1,3}(?:\.\d{3})+\.\d{2}$/u.test(word);
  return together && !isPerhapsOne ? (word.match(/-?[\d,]+\.\d{2}/gu) ?? [word]) : [word];
}

/** An amount with a comma for its point, with a mark at it, or in signs that stand for a number too wide for its cell. */
const SPOILT = /^-?(?:\d{1,3}(?:,\d{3})*,\d{2}|\d{1,3}(?:,\d{3})*\.\d{2}\*|#{3,})$/u;

/** A misprinted amount stands for one: its row is told by it, and its cell is said to hold none. */
export function wordShape(word: string): FlowedWord["shape"] {
  const shape = amountShape(word);
  if (shape === "malformed" || SPOILT.test(word)) return "amount";
  return shape === "amount" || shape === "dash" || shape === "digits" ? shape : "text";
}

/**
 * Columns that a Chinese character takes up in a text that keeps columns by spaces: 1 or 2, whichever puts the amounts of successive
 * lines under one another.
 *
 * @source `pdftotext -layout` counts characters; terminals and other converters count wide ones double
 */
export function wideColumns(lines: readonly InputLine[]): 1 | 2 {
  const [single, double] = [1, 2].map((wide) => misalignment(toFlowedLines(lines, wide)));
  return (double ?? 0) < (single ?? 0) ? 2 : 1;
}

/** How far the last amounts of successive lines with as many amounts end from one another, summed. */
function misalignment(lines: readonly FlowedLine[]): number {
  const amounts = lines.map(({ words }) => words.filter(({ shape }) => shape === "amount"));
  return amounts.reduce((sum, here, index) => {
    const before = amounts[index - 1] ?? [];
    if (here.length < 2 || here.length !== before.length) return sum;
    return sum + Math.abs((here.at(-1)?.to ?? 0) - (before.at(-1)?.to ?? 0));
  }, 0);
}
