import { compactText } from "../../model/compact-text.ts";
import { isSameTitle, isTitleInOtherWords, titleWords } from "../../model/title-number.ts";
import { titlesOf } from "../../tables/define-table.ts";
import { filledAfter, type InputLine } from "../text/input-line.ts";
import type { KnownTable } from "./known-table.ts";

/** The title of a known table. */
export interface KnownTitle {
  /** Every form that prints a table of this title. */
  readonly candidates: readonly KnownTable[];
  /** The line on which the title goes on. */
  readonly rest: InputLine | undefined;
}

/** A title that is cut by the end of its line has at most so many characters before the cut. */
const LONGEST_BEGINNING = 30;

/** Tells the known title that a line holds, or that it and the next one hold together. */
export function titleFinder(candidates: readonly KnownTable[]): (lines: readonly InputLine[], index: number) => KnownTitle | undefined {
  const known = candidates.map((candidate) => ({ candidate, titles: titlesOf(candidate.spec).map(titleWords) }));
  const told = new Map<string, readonly KnownTable[]>();
  const candidatesOf = (printed: string) => {
    const before = told.get(printed);
    if (before) return before;
    const isTitleOf = ({ titles }: (typeof known)[number]) =>
      titles.some((title) => isSameTitle(printed, title) || isTitleInOtherWords(printed, title));
    const found = known.filter(isTitleOf).map(({ candidate }) => candidate);
    told.set(printed, found);
    return found;
  };
  return (lines, index) => {
    const line = lines[index];
    if (!line) return undefined;
    const text = wordsOfTitle(line);
    const whole = candidatesOf(text);
    if (whole.length > 0) return { candidates: whole, rest: undefined };
    if (text.length > LONGEST_BEGINNING || /[。；：:]/u.test(text)) return undefined;
    const rest = filledAfter(lines, index);
    if (!rest) return undefined;
    const together = text + compactText(rest.text);
    const joined = candidatesOf(together);
    // The rest of a whole title may read like another table's: 支出预算表.
    const isWhole = known.some(({ titles }) => titles.some((title) => isSameTitle(together, title)));
    return joined.length > 0 && (isWhole || candidatesOf(wordsOfTitle(rest)).length === 0) ? { candidates: joined, rest } : undefined;
  };
}

function wordsOfTitle({ text, captions }: InputLine): string {
  return titleWords(captions?.find(({ role }) => role === "title")?.text ?? text);
}
