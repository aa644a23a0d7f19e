import { compactText } from "../../model/compact-text.ts";
import type { PrintedPage, PrintedText } from "../../model/printed-text.ts";
import { saidIn } from "./said-in.ts";

const AMOUNT = /(?<!\d|\d,)\d[\d,]{0,29}\.\d\d(?!\d)/gu;

type Counts = ReadonlyMap<string, number>;

/**
 * The words of pages of text that their document does not say, page by page.
 *
 * Text has the words of headers in any order and as often as it likes: each must be said somewhere, and each amount on its page as often as
 * it is printed. A paragraph that begins on a page may end on the next one, and takes its amounts there.
 *
 * @param kept What the document and its notices took, by page.
 * @param isSaid Whether the document or a notice says a word.
 */
export function lostFromTexts(
  pages: readonly PrintedPage[],
  kept: ReadonlyMap<number | undefined, readonly PrintedText[]>,
  isSaid: (text: string) => boolean,
): string[][] {
  let over: Counts = new Map();
  return pages.map(({ page, words }) => {
    const left = new Map(over);
    const here = kept.get(page) ?? [];
    const isSaidHere = saidIn(here.map(({ text }) => text)); // the number of a page is said by its furniture
    for (const amount of here.flatMap(amountsOf)) left.set(amount, (left.get(amount) ?? 0) + 1);
    const isTaken = (amount: string) => {
      const times = left.get(amount) ?? 0;
      if (times > 0) left.set(amount, times - 1);
      return times > 0;
    };
    const lost = words.filter((word) => {
      const amounts = amountsOf({ text: word });
      return amounts.filter((amount) => !isTaken(amount)).length > 0 || !(isSaid(word) || isSaidHere(word));
    });
    over = new Map([...left].filter(([, times]) => times > 0));
    return lost;
  });
}

/** A notice lists several amounts, which make no figure together. */
function amountsOf({ text }: Pick<PrintedText, "text">): string[] {
  return text.split(/\s+/u).flatMap((word) => compactText(word).match(AMOUNT) ?? []);
}
