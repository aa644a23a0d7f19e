import { append } from "../../model/long-lists.ts";
import { type FlowedLine, type FlowedWord, isMoney } from "./flowed-line.ts";
import type { Header } from "./header-words.ts";
import { matchHeader } from "./match-header.ts";

/** So much of a header must be found for its words to be taken away. */
const ENOUGH = 0.6;

/**
 * Takes the headers away, the first one and each that a page repeats: the specification says the same words.
 *
 * @returns The lines without header words; lines of nothing else are gone.
 */
export function dropHeaders(lines: readonly FlowedLine[], header: Header): readonly FlowedLine[] {
  const kept: FlowedLine[] = [];
  let stretch: FlowedLine[] = [];
  const flush = () => {
    append(kept, withoutHeader(stretch, header));
    stretch = [];
  };
  for (const line of lines) {
    if (line.words.some(isMoney)) {
      flush();
      kept.push(line);
    } else stretch.push(line);
  }
  flush();
  return kept;
}

/** Takes the header's words away wherever they stand on a page whose cells come out of order. */
export function dropScatteredHeader(lines: readonly FlowedLine[], header: Header): readonly FlowedLine[] {
  const words = lines.flatMap((line) => line.words.filter((word) => !isMoney(word)));
  const { taken, coverage } = matchHeader(
    words.map(({ text }) => text),
    header,
  );
  if (coverage < ENOUGH) return lines;
  const numbers = columnNumbers(words, header.columnCount);
  return withoutWords(lines, new Set(words.filter((word, index) => taken[index] || numbers.has(word))));
}

/** The numbers of the columns, wherever they stand among the words: each from 1 to the last one, once. */
function columnNumbers(words: readonly FlowedWord[], count: number): ReadonlySet<FlowedWord> {
  const wanted = new Set(Array.from({ length: count }, (_, index) => String(index + 1)));
  const numbers = words.filter(({ text }) => wanted.has(text));
  const complete = numbers.length === count && new Set(numbers.map(({ text }) => text)).size === count;
  return new Set(complete ? numbers : []);
}

function withoutHeader(lines: readonly FlowedLine[], header: Header): readonly FlowedLine[] {
  const words = lines.flatMap((line) => line.words);
  const { taken, coverage } = matchHeader(
    words.map(({ text }) => text),
    header,
  );
  if (coverage < ENOUGH) return lines;
  const numbers = columnNumbers(words, header.columnCount);
  const [from, to] = densest(taken.map((is, index) => is || numbers.has(words[index] as FlowedWord)));
  return withoutWords(lines, new Set(words.slice(from, to)));
}

function withoutWords(lines: readonly FlowedLine[], dropped: ReadonlySet<FlowedWord>): readonly FlowedLine[] {
  return lines.flatMap((line) => {
    const left = line.words.filter((word) => !dropped.has(word));
    return left.length > 0 ? [{ ...line, words: left }] : [];
  });
}

/** The stretch of words, `[from, to)`, that is mostly header: a word of it outweighs half of one that is not. */
function densest(taken: readonly boolean[]): readonly [number, number] {
  let best: readonly [number, number, number] = [0, 0, 0];
  let from = 0;
  let sum = 0;
  taken.forEach((is, index) => {
    if (sum <= 0) {
      from = index;
      sum = 0;
    }
    sum += is ? 1 : -2;
    if (sum > best[2]) best = [from, index + 1, sum];
  });
  return [best[0], best[1]];
}
