import { compactText } from "../../model/compact-text.ts";
import type { PrintedPage, PrintedText } from "../../model/printed-text.ts";

const AMOUNT = /\d[\d,]*\.\d\d(?!\d)/gu;

/**
 * The words of a page of text that its document does not say.
 *
 * Text has the words of headers in any order and as often as it likes: each must be said somewhere, and each amount on its page as often as
 * it is printed.
 *
 * @param kept What the document and its notices took, by page.
 * @param isSaid Whether the document or a notice says a word.
 */
export function lostFromText(
  { page, words }: PrintedPage,
  kept: ReadonlyMap<number | undefined, readonly PrintedText[]>,
  isSaid: (text: string) => boolean,
): string[] {
  const left = new Map<string, number>();
  for (const amount of (kept.get(page) ?? []).flatMap(amountsOf)) left.set(amount, (left.get(amount) ?? 0) + 1);
  const isTaken = (amount: string) => {
    const times = left.get(amount) ?? 0;
    left.set(amount, times - 1);
    return times > 0;
  };
  return words.filter((word) => {
    const amounts = amountsOf({ text: word });
    return amounts.filter((amount) => !isTaken(amount)).length > 0 || !isSaid(word);
  });
}

/** A notice lists several amounts, which make no figure together. */
function amountsOf({ text }: Pick<PrintedText, "text">): string[] {
  return text.split(/\s+/u).flatMap((word) => compactText(word).match(AMOUNT) ?? []);
}
