import { compactText } from "../../model/compact-text.ts";
import type { PrintedPage, PrintedText } from "../../model/printed-text.ts";
import { amountsIn, countOf, DIGIT, figuresOf } from "./figures-of.ts";

type Counts = Map<string, number>;

/**
 * The words of a page that the document did not take from it, counted character by character, since wrapping parts words; amounts are counted
 * whole as well: their digits are those of others.
 *
 * @param kept What the document and its notices took, by page.
 */
export function lostFromPage({ page, words }: PrintedPage, kept: ReadonlyMap<number | undefined, readonly PrintedText[]>): string[] {
  const here = kept.get(page) ?? [];
  // Most of what is printed was taken in the same words, and need not be spelled out.
  const unbalanced = countOf(words);
  for (const { text } of here) unbalanced.set(text, (unbalanced.get(text) ?? 0) - 1);
  const missing: Counts = new Map();
  for (const [text, times] of unbalanced) if (times !== 0) count(missing, text, times);
  if ([...missing.values()].some((times) => times > 0)) return wordsOf(missing, words);
  return [...unbalanced].some(([text, times]) => times > 0 && DIGIT.test(text)) ? lostAmounts(words, here) : [];
}

/** The amounts that the document took less often than they are printed; the end of a wrapped amount is taken with it. */
function lostAmounts(words: readonly string[], kept: readonly PrintedText[]): string[] {
  const printed = countOf(words.flatMap(amountsOf));
  // A figure whose digits stand apart is kept with the gaps that it is printed with.
  const amounts = kept.flatMap(({ text }) => amountsIn(compactText(text)) ?? text.split(/\s+/u).flatMap(amountsOf));
  const taken = countOf(amounts.flatMap((amount) => (printed.has(amount) ? [amount] : endsOf(amount))));
  return [...printed].flatMap(([amount, times]) => new Array<string>(Math.max(0, times - (taken.get(amount) ?? 0))).fill(amount));
}

function endsOf(amount: string): string[] {
  return Array.from(amount, (_, from) => amount.slice(from));
}

/** The comma before an amount may be one of its sentence. */
function amountsOf(text: string): string[] {
  return figuresOf(text).flatMap((figure) => amountsIn(figure.replace(/^[.,]+/u, "")) ?? []);
}

/** Counts letters, digits and signs; punctuation is no word, and a document leaves out some (`表1：`). */
function count(counts: Counts, text: string, by: number): void {
  for (const char of compactText(text).replace(/\p{P}/gu, "")) counts.set(char, (counts.get(char) ?? 0) + by);
}

/** The words that the missing characters are of: those that are missing whole first. */
function wordsOf(missing: Counts, words: readonly string[]): string[] {
  const lost = new Set<number>();
  for (const isLost of [isWholly, isPartly]) {
    words.forEach((word, index) => {
      const characters: Counts = new Map();
      count(characters, word, 1);
      if (lost.has(index) || !isLost(characters, missing)) return;
      lost.add(index);
      for (const [char, times] of characters) missing.set(char, Math.max(0, (missing.get(char) ?? 0) - times));
    });
  }
  return words.filter((_, index) => lost.has(index));
}

function isWholly(characters: Counts, missing: Counts): boolean {
  return characters.size > 0 && [...characters].every(([char, times]) => (missing.get(char) ?? 0) >= times);
}

function isPartly(characters: Counts, missing: Counts): boolean {
  return [...characters].some(([char]) => (missing.get(char) ?? 0) > 0);
}
