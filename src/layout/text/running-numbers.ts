import { hasCaption, type InputLine, isBlank } from "./input-line.ts";

/** A line of nothing but a number. */
interface LoneNumber {
  readonly line: InputLine;
  readonly value: number;
  /** Lines with text before it. */
  readonly at: number;
  readonly afterBlank: boolean;
}

/** A chain of numbers, its last one first. */
interface Chain {
  readonly number: LoneNumber;
  readonly before: Chain | undefined;
  readonly score: number;
}

/** A cover and a table of contents may bear no number. */
const LATEST_START = 3;
/** A page may hold no more than the heading of a part. */
const SHORTEST_PAGE = 2;
const SHORTEST_CHAIN = 5;
/** The numbers begin before this share of the lines and go on behind the rest of it. */
const SPREAD = 0.3;
/** So many tables have their titles among them: the numbers of one table's columns have no other one's among them. */
const FEWEST_TITLES = 2;

/**
 * Page numbers in a text that marks no pages: lone numbers that count the pages from the beginning of the text to its end.
 *
 * Where another lone number could as well be the next one, neither counts.
 */
export function runningNumbers(lines: readonly InputLine[]): readonly InputLine[] {
  const filled = lines.filter((line) => !isBlank(line)).length;
  const numbers = loneNumbers(lines);
  const chain = longestChain(numbers);
  const spread = (chain[0]?.at ?? filled) < filled * SPREAD && (chain.at(-1)?.at ?? 0) > filled * (1 - SPREAD);
  const among = lines.slice(lines.indexOf(chain[0]?.line as InputLine), lines.indexOf(chain.at(-1)?.line as InputLine));
  const titles = among.filter((line) => hasCaption(line, "title")).length;
  if (chain.length < SHORTEST_CHAIN || !spread || titles < FEWEST_TITLES) return [];
  return chain.flatMap((number, index) => {
    const [from, to] = [chain[index - 1]?.at ?? -1, chain[index + 1]?.at ?? filled];
    const isLike = ({ value, at, afterBlank }: LoneNumber) =>
      value === number.value && from < at && at < to && (afterBlank || !number.afterBlank);
    return numbers.filter(isLike).length === 1 ? [number.line] : [];
  });
}

function loneNumbers(lines: readonly InputLine[]): readonly LoneNumber[] {
  let at = 0;
  return lines.flatMap((line, index) => {
    if (isBlank(line)) return [];
    at += 1;
    const before = lines[index - 1];
    return /^\s*[1-9]\d{0,2}\s*$/u.test(line.text) ? [{ line, value: Number(line.text), at, afterBlank: !before || isBlank(before) }] : [];
  });
}

/** The longest chain that counts by one, a page between each two; numbers behind a blank line first. */
function longestChain(numbers: readonly LoneNumber[]): readonly LoneNumber[] {
  let longest: Chain | undefined;
  /** For each value the chains that end with it, each only if it is longer than those before. */
  const endingWith = new Map<number, Chain[]>();
  for (const number of numbers) {
    const before = endingWith.get(number.value - 1)?.findLast(({ number: { at } }) => number.at - at >= SHORTEST_PAGE);
    if (!before && number.value > LATEST_START) continue;
    const chain: Chain = { number, before, score: (before?.score ?? 0) + (number.afterBlank ? 1.5 : 1) };
    if (chain.score > (longest?.score ?? 0)) longest = chain;
    const like = endingWith.get(number.value) ?? [];
    if (chain.score > (like.at(-1)?.score ?? 0)) like.push(chain);
    endingWith.set(number.value, like);
  }
  const found: LoneNumber[] = [];
  for (let chain = longest; chain; chain = chain.before) found.push(chain.number);
  return found.reverse();
}
