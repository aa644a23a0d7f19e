import { compactText } from "../../model/compact-text.ts";
import type { PrintedPage, PrintedText } from "../../model/printed-text.ts";
import { amountsIn, countOf, FIGURE, figuresOf } from "./figures-of.ts";

type Counts = ReadonlyMap<string, number>;

/** Nothing of the same figure follows its decimals. */
const WHOLE = /\.\d\d$/u;
/** No amount, and no row of amounts that touch, has more characters; of what is longer nothing is said. */
const LONGEST = 200;

/**
 * The amounts that a document took from a page though the page does not print them, cut in two or put together of two, and those that it
 * took more often than they are printed.
 *
 * An amount may be put together of what was wrapped, and amounts of neighbouring cells may touch.
 *
 * @param amounts The cells of the page that are amounts.
 * @param kept Everything that the document took from the page.
 */
export function unprintedFigures({ words }: PrintedPage, amounts: readonly PrintedText[], kept: readonly PrintedText[]): string[] {
  const onPage = words.flatMap(figuresOf);
  const printed = countOf(onPage.flatMap((figure) => amountsIn(figure) ?? [figure]));
  const figures = countOf(amounts.flatMap(({ text }) => figuresOf(text)).filter(({ length }) => length <= LONGEST));
  // What is printed as often as it was taken needs no look at its pieces.
  const doubtful = [...figures].filter(([figure, times]) => times > (printed.get(figure) ?? 0));
  if (doubtful.length === 0) return [];
  const taken = kept.flatMap(({ text }) => figuresOf(text));
  const pieces = new Set([...printed.keys(), ...words.flatMap((word) => compactText(word).match(FIGURE) ?? [])]);
  const surplus = surplusOf(onPage, taken);
  return doubtful.flatMap(([figure]) => {
    const isTwice = [...digitsOf([figure])].every(([digit, least]) => (surplus.get(digit) ?? 0) >= least);
    return isTwice || !(isMadeOf(figure, pieces) || isPart(figure, onPage, taken)) ? [figure] : [];
  });
}

/** Whether a figure is one that is printed, or several, one wrapped behind the other. */
function isMadeOf(figure: string, pieces: ReadonlySet<string>): boolean {
  return splits(figure, (piece, isLast) => pieces.has(piece) && (isLast || !WHOLE.test(piece)));
}

/** Whether a figure touches others that the document took on the page, and makes one word with them that is not simply several amounts. */
function isPart(figure: string, onPage: readonly string[], taken: readonly string[]): boolean {
  const pieces = new Set(taken);
  const isSplit = (word: string) => word.length > LONGEST || splits(word, (piece) => pieces.has(piece));
  return onPage.some((word) => word.includes(figure) && !amountsIn(word) && isSplit(word));
}

/** Whether a text can be split into pieces that are all accepted. */
function splits(text: string, accepts: (piece: string, isLast: boolean) => boolean): boolean {
  const ends = new Set([0]);
  for (const from of ends) {
    for (let to = from + 1; to <= text.length; to += 1) if (accepts(text.slice(from, to), to === text.length)) ends.add(to);
  }
  return ends.has(text.length);
}

/** How many more of each digit the document took than the page prints. */
function surplusOf(onPage: readonly string[], taken: readonly string[]): Counts {
  const printed = digitsOf(onPage);
  return new Map([...digitsOf(taken)].map(([digit, times]) => [digit, times - (printed.get(digit) ?? 0)]));
}

function digitsOf(figures: readonly string[]): Counts {
  return countOf(figures.flatMap((figure) => figure.match(/\d/gu) ?? []));
}
