import { foldWidth } from "../model/fold-width.ts";

/** A paragraph in the form in which it is read: without white space, half-width, one kind of quotation mark. */
export interface NarrativeText {
  readonly text: string;
  /** The printed text from one place of `text` to another, outer white space removed. */
  readonly printed: (from: number, to: number) => string;
  /** Depth of brackets at each place, of as many as can be told apart; brackets that belong to a label (`因公出国（境）费`) do not count. */
  readonly depth: (at: number) => number;
}

const QUOTES = /["“”„‟「」『』]/u;
/** A short bracket without figures or punctuation is part of the words around it. */
const BRACKET_IN_LABEL = /\(([^()\d,;:。、]{1,8})\)/gu;

export function narrativeText(paragraph: string): NarrativeText {
  const chars: string[] = [];
  const places: number[] = [];
  for (const [at, char] of [...paragraph].entries()) {
    const folded = QUOTES.test(char) ? '"' : foldWidth(char);
    if (folded.trim() === "") continue;
    chars.push(folded);
    places.push(at);
  }
  const text = chars.join("").replace(BRACKET_IN_LABEL, "〔$1〕");
  const depths = depthsOf(text);
  const original = [...paragraph];
  return {
    text,
    printed: (from, to) =>
      original
        .slice(places[from] ?? 0, (places[to - 1] ?? original.length - 1) + 1)
        .join("")
        .trim(),
    depth: (at) => depths[at] ?? 0,
  };
}

/** Brackets that lie deeper in one another are not told apart: no budget nests as many, and each is looked through with those within it. */
const DEEPEST = 8;

/** A bracket that is not closed is none. */
function depthsOf(text: string): number[] {
  const chars = [...text];
  const open: number[] = [];
  const closing = new Map<number, number>();
  for (const [at, char] of chars.entries()) {
    if (char === "(") open.push(at);
    const from = char === ")" ? open.pop() : undefined;
    if (from !== undefined) closing.set(from, at);
  }
  const ends = new Set(closing.values());
  let depth = 0;
  return chars.map((_, at) => {
    if (closing.has(at)) depth += 1;
    const here = Math.min(depth, DEEPEST);
    if (ends.has(at)) depth -= 1;
    return here;
  });
}
