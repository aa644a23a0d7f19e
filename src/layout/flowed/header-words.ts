import { compactText } from "../../model/compact-text.ts";
import type { TableLayout } from "../../tables/define-table.ts";

const YEAR = /^\(?20\d{2}\)?(年度?)?/u;

/** The heading of each header cell of a layout: groups once, then leaves; every wording that was seen, the usual one first. */
export function headerWords({ columns }: TableLayout): readonly (readonly string[])[] {
  const cells = new Map<string, Set<string>>();
  columns.forEach(({ headers }, column) => {
    for (const [variant, path] of headers.entries()) {
      path.forEach((word, depth) => {
        const leaf = depth === path.length - 1;
        const key = leaf ? `${column}` : `${runStart(columns, column, headers[0]?.slice(0, depth + 1) ?? [])}/${depth}`;
        if (variant > 0 && path.length !== headers[0]?.length) return;
        cells.set(key, (cells.get(key) ?? new Set()).add(headerText(word)));
      });
    }
  });
  return [...cells.values()].map((wordings) => [...wordings]);
}

/** First column of the run of columns that stand under the same group. */
function runStart(columns: TableLayout["columns"], column: number, group: readonly string[]): number {
  const under = (at: number) => group.every((word, depth) => columns[at]?.headers[0]?.[depth] === word);
  let start = column;
  while (start > 0 && under(start - 1)) start -= 1;
  return start;
}

function headerText(word: string): string {
  return compactText(word.replace(/／/gu, "/")).replace(YEAR, "");
}

export interface HeaderMatch {
  /** For each word of the text, whether it is part of the header. */
  readonly taken: readonly boolean[];
  /** Share of the header's characters that were found, from 0 to 1. */
  readonly coverage: number;
}

/**
 * Finds the words of a header in running text, whatever their order and however they were broken.
 *
 * Each header cell is used once, so that a label that reads like a heading stays where the heading has been found already.
 */
export function matchHeader(texts: readonly string[], header: readonly (readonly string[])[]): HeaderMatch {
  const cells: HeaderCell[] = header.map((wordings) => ({ wordings, rests: undefined }));
  let latest: HeaderCell | undefined;
  const taken = texts.map((text, index) => {
    const afterYear = /^20\d{2}$/u.test(texts[index - 1] ?? "");
    const word = compactText(text).replace(afterYear ? /^年度?/u : YEAR, "");
    if (word === "") return true;
    const consumed = consume(word, cells, latest);
    for (const { cell, rests } of consumed ?? []) cell.rests = rests;
    latest = consumed?.at(-1)?.cell ?? latest;
    return consumed !== undefined;
  });
  const length = ({ wordings }: HeaderCell) => wordings[0]?.length ?? 0;
  const all = cells.reduce((sum, cell) => sum + length(cell), 0);
  const found = cells.reduce(
    (sum, cell) => sum + (cell.rests ? Math.max(0, length(cell) - Math.min(...cell.rests.map((rest) => rest.length))) : 0),
    0,
  );
  return { taken: taken.map((is, index) => is || isColumnNumber(texts, index)), coverage: all === 0 ? 0 : found / all };
}

interface HeaderCell {
  readonly wordings: readonly string[];
  /** What of each wording has not been found yet, `""` for one that is complete; undefined before the beginning has been found. */
  rests: readonly string[] | undefined;
}

type Consumed = readonly { readonly cell: HeaderCell; readonly rests: readonly string[] }[];

/** The cells that a word goes on with or begins, the latest one first, and what is left of them; undefined if it is no part of the header. */
function consume(word: string, cells: readonly HeaderCell[], latest: HeaderCell | undefined): Consumed | undefined {
  const rank = ({ cell, text, open }: { cell: HeaderCell; text: string; open: boolean }) =>
    (cell === latest && open ? 4 : 0) + (text === word ? 2 : 0) + (open ? 1 : 0);
  const options = cells
    .flatMap((cell) => (cell.rests ?? cell.wordings).map((text) => ({ cell, text, open: cell.rests !== undefined })))
    .filter(({ text }) => text !== "" && (text.startsWith(word) || word.startsWith(text)))
    .sort((a, b) => rank(b) - rank(a) || b.text.length - a.text.length);
  for (const { cell, text } of options) {
    if (text.startsWith(word)) return [{ cell, rests: restsAfter(cell, word) }];
    const others = cells.filter((other) => other !== cell);
    const further = consume(word.slice(text.length), others, undefined);
    if (further) return [{ cell, rests: [""] }, ...further];
  }
  return undefined;
}

function restsAfter({ rests, wordings }: HeaderCell, word: string): readonly string[] {
  return (rests ?? wordings).filter((text) => text.startsWith(word)).map((text) => text.slice(word.length));
}

/** `1 2 3 …` under the header: a word that goes on counting from 1. */
function isColumnNumber(texts: readonly string[], index: number): boolean {
  const count = Number(texts[index]);
  if (!Number.isInteger(count) || count < 1 || count > index + 1 || texts[index] !== String(count)) return false;
  const first = index - count + 1;
  const counted = (at: number) => texts[first + at] === String(at + 1);
  const upTo = Array.from({ length: count }, (_, at) => at).every(counted);
  return upTo && (count > 2 || (counted(count) && counted(2)));
}
