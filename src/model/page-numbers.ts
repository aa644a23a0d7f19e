import { compactText } from "./compact-text.ts";
import { groupBy } from "./group-by.ts";
import type { PrintedText } from "./printed-text.ts";

const NUMBER = /\d{1,4}/gu;
const DASH = /[-‐-―−─]/gu;
/** A line with more numbers says more than which page it is. */
const MOST_NUMBERS = 3;

/**
 * Tells the lines that count the pages: one of their numbers is on another page as much higher as that page is later, and their other words
 * and numbers are the same there.
 *
 * @param lines Those of all pages.
 * @example `第 3 页，共 45 页` on page 5, `第 4 页，共 45 页` on page 6
 */
export function pageNumbersAmong(lines: readonly PrintedText[]): (line: PrintedText) => boolean {
  const pages = groupBy(
    lines.flatMap(({ page, text }) => countings(text, page).map((counting) => ({ page, counting }))),
    ({ counting }) => counting,
  );
  const isOnSeveral = (counting: string) => new Set(pages.get(counting)?.map(({ page }) => page)).size > 1;
  return ({ page, text }) => countings(text, page).some(isOnSeveral);
}

/** A line with each of its numbers in turn taken from the page's: what lines that count the pages have in common. */
export function countings(text: string, page: number | undefined): string[] {
  const words = compactText(text).replace(DASH, "-");
  const numbers = [...words.matchAll(NUMBER)];
  if (page === undefined || numbers.length > MOST_NUMBERS) return [];
  return numbers.map(({ 0: number, index }) => `${words.slice(0, index)}\0${page - Number(number)}\0${words.slice(index + number.length)}`);
}
