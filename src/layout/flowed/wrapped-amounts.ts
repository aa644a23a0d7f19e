import { foldWidth } from "../../model/fold-width.ts";
import { type FlowedLine, type FlowedWord, wordShape } from "./flowed-line.ts";

/** How the amounts of a table look: whether thousands are set apart. */
interface AmountStyle {
  readonly grouped: boolean;
}

/** How far the rest of an amount may stand from below its beginning. */
const ASIDE = 8;
/** Lines that an amount goes on over at most. */
const MOST_LINES = 4;

/**
 * Joins the amounts that narrow cells broke over lines, where the rests stand below their beginnings: `84,86 48,22` over `0.97 8.48`.
 *
 * Only what becomes an amount with two decimals is joined, and only if every beginning on the line finds its rest.
 */
export function joinAmountsInColumns(lines: readonly FlowedLine[]): readonly FlowedLine[] {
  const style = styleOf(lines);
  const joined = [...lines];
  for (let at = 0; at < joined.length; at += 1) {
    for (let below = at + 1; below <= at + MOST_LINES && below < joined.length; below += 1) {
      const [upper, lower] = [joined[at] as FlowedLine, joined[below] as FlowedLine];
      if (upper.pageNumber !== lower.pageNumber) break;
      const beginnings = upper.words.filter((word, index) => isBeginning(word.text, style) && isAmongAmounts(upper.words, index));
      if (!beginnings.some(isBroken)) break;
      const pairs = pairUp(beginnings, lower.words.filter(isRest), style);
      if (!pairs) {
        if (lower.words.some(isRest)) break;
        continue;
      }
      joined[at] = { ...upper, words: upper.words.map((word) => joinedWord(word, pairs.get(word))) };
      const rests = new Set(pairs.values());
      joined[below] = { ...lower, words: lower.words.filter((word) => !rests.has(word)) };
    }
  }
  return joined.filter(({ words }) => words.length > 0);
}

/** Joins broken amounts where cells come one after the other: the beginning ends a line, the rest begins the next one. */
export function joinAmountsAtLineEnds(lines: readonly FlowedLine[]): readonly FlowedLine[] {
  const style = styleOf(lines);
  const joined: FlowedLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const last = before?.words.at(-1);
    const [first, ...others] = line.words;
    const broken = before && last && first && before.pageNumber === line.pageNumber && isBroken(last) && isBeginning(last.text, style);
    if (broken && isRest(first) && (isWhole(last.text + first.text, style) || isBeginning(last.text + first.text, style))) {
      joined[joined.length - 1] = { ...before, words: [...before.words.slice(0, -1), joinedWord(last, first), ...others] };
    } else joined.push(line);
  }
  return joined;
}

function styleOf(lines: readonly FlowedLine[]): AmountStyle {
  return { grouped: lines.some(({ words }) => words.some(({ text }) => /^-?\d{1,3}(,\d{1,3})+\.?\d*$/.test(text))) };
}

function isWhole(text: string, { grouped }: AmountStyle): boolean {
  return (grouped ? /^[-(]?\d{1,3}(,\d{3})*\.\d{2}\)?$/ : /^[-(]?\d+\.\d{2}\)?$/).test(foldWidth(text));
}

/** Whether the text could be the beginning of an amount, and is none. */
function isBeginning(text: string, { grouped }: AmountStyle): boolean {
  return (grouped ? /^[-(]?\d{1,3}(,\d{3})*(,\d{0,2}|\.\d?)?$/ : /^[-(]?\d+(\.\d?)?$/).test(foldWidth(text));
}

/** Whether it shows that it is a beginning: a whole number may be a count or a code. */
export function isBroken({ text }: FlowedWord): boolean {
  return /^[-(]?\d[\d,]*[,.]\d*$/.test(foldWidth(text)) && !/\.\d\d$/.test(text);
}

function isRest({ text }: FlowedWord): boolean {
  return /^[\d,.]+\)?$/.test(foldWidth(text));
}

function isAmongAmounts(words: readonly FlowedWord[], index: number): boolean {
  const word = words[index];
  if (word && isBroken(word)) return true;
  const isNumber = (at: number) => words[at] !== undefined && (words[at].shape !== "text" || isBroken(words[at]));
  return isNumber(index - 1) || (index > 0 && isNumber(index + 1));
}

function joinedWord(word: FlowedWord, rest: FlowedWord | undefined): FlowedWord {
  if (!rest) return word;
  const text = word.text + rest.text;
  return { ...word, text, shape: wordShape(text), from: Math.min(word.from, rest.from), to: Math.max(word.to, rest.to) };
}

/** Each beginning with the rest below it, in order; whole numbers may have none. Undefined where one that is broken finds none. */
function pairUp(
  beginnings: readonly FlowedWord[],
  rests: readonly FlowedWord[],
  style: AmountStyle,
): ReadonlyMap<FlowedWord, FlowedWord> | undefined {
  const broken = beginnings.filter(isBroken);
  const inOrder = broken.map((beginning, index) => [beginning, rests[index]] as const);
  const fits = (beginning: FlowedWord, rest: FlowedWord) =>
    isWhole(beginning.text + rest.text, style) || (isBroken(beginning) && isBeginning(beginning.text + rest.text, style));
  if (broken.length === rests.length && inOrder.every(([beginning, rest]) => rest && fits(beginning, rest)))
    return new Map(inOrder as readonly (readonly [FlowedWord, FlowedWord])[]);
  type Way = { readonly pairs: readonly (readonly [FlowedWord, FlowedWord])[]; readonly cost: number };
  // ways[n]: the cheapest way to pair the beginnings so far with the first n rests.
  let ways: readonly (Way | undefined)[] = [...rests, undefined].map((_, used) => ({ pairs: [], cost: used * ASIDE * 2 }));
  for (const beginning of beginnings) {
    const next: (Way | undefined)[] = ways.map((way) => (way && !isBroken(beginning) ? { ...way, cost: way.cost + ASIDE / 2 } : undefined));
    for (const [used, rest] of rests.entries()) {
      const way = ways[used];
      const aside = Math.abs((beginning.from + beginning.to) / 2 - (rest.from + rest.to) / 2);
      if (!way || aside > ASIDE || !fits(beginning, rest)) continue;
      const longer = { pairs: [...way.pairs, [beginning, rest] as const], cost: way.cost + aside };
      const other = next[used + 1];
      if (!other || longer.cost < other.cost) next[used + 1] = longer;
    }
    for (let used = 1; used < next.length; used += 1) {
      const skipped = next[used - 1];
      const other = next[used];
      if (skipped && (!other || skipped.cost + ASIDE * 2 < other.cost)) next[used] = { ...skipped, cost: skipped.cost + ASIDE * 2 };
    }
    ways = next;
  }
  const way = ways.at(-1);
  return way && way.pairs.length > 0 ? new Map(way.pairs) : undefined;
}
