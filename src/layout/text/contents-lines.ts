import { compactText } from "../../model/compact-text.ts";
import { type InputLine, isBlank } from "./input-line.ts";

const PART = /^第[一二三四五六七八九十\d]+部分/u;
const LONGEST_ENTRY = 60;

/**
 * The lines of the table of contents, from 目录 to the first part's own heading.
 *
 * Titles of tables stand there too, and are no tables.
 *
 * @returns Line numbers of the input, 目录 itself included; empty where there is no table of contents.
 */
export function contentsLines(lines: readonly InputLine[]): ReadonlySet<number> {
  const filled = lines.filter((line) => !isBlank(line));
  const start = filled.findIndex(({ text }) => /^目录$/u.test(compactText(text)));
  if (start === -1) return new Set();
  const seen = new Set<string>();
  let end = start + 1;
  for (; end < filled.length; end += 1) {
    const entry = toEntry(filled[end]?.text ?? "");
    if (entry.length > LONGEST_ENTRY || (PART.test(entry) && seen.has(entry))) break;
    seen.add(entry);
  }
  return new Set(filled.slice(start, end).map(({ line }) => line));
}

/** The heading of an entry: no list mark before it, no leaders and page number after it. */
function toEntry(text: string): string {
  return compactText(text)
    .replace(/^-/, "")
    .replace(/[.…·-]*\d*$/u, "");
}
