import { compactText } from "../../model/compact-text.ts";
import type { TableLayout } from "../../tables/define-table.ts";

/** The year before a heading, `2021年预算`: headings are compared without it. */
export const YEAR = /^\(?20\d{2}\)?(年度?)?/u;

/** A header cell of a layout. */
export interface HeaderWording {
  /** Every wording that was seen, the usual one first. */
  readonly wordings: readonly string[];
  /** The column that it heads; undefined for a group. */
  readonly column: number | undefined;
}

/** The header of a layout, as its words are looked for in running text. */
export interface Header {
  readonly cells: readonly HeaderWording[];
  /** How many columns it heads. */
  readonly columnCount: number;
  /** Every piece of a wording, and of these the ones that end it: a word of the header is one, or begins with one that ends. */
  readonly pieces: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
}

export function toHeader(layout: TableLayout): Header {
  const cells = headerCells(layout);
  const wordings = cells.flatMap((cell) => cell.wordings);
  const ends = new Set(wordings.flatMap((wording) => Array.from({ length: wording.length }, (_, from) => wording.slice(from))));
  const pieces = new Set([...ends].flatMap((end) => Array.from({ length: end.length }, (_, to) => end.slice(0, to + 1))));
  return { cells, columnCount: layout.columns.length, pieces, ends };
}

/** The header cells of a layout: groups once, and leaves. */
function headerCells({ columns }: TableLayout): readonly HeaderWording[] {
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
  return [...cells].map(([key, wordings]) => ({ wordings: [...wordings], column: key.includes("/") ? undefined : Number(key) }));
}

/** First column of the run of columns that stand under the same group. */
function runStart(columns: TableLayout["columns"], column: number, group: readonly string[]): number {
  const under = (at: number) => group.every((word, depth) => columns[at]?.headers[0]?.[depth] === word);
  let start = column;
  while (start > 0 && under(start - 1)) start -= 1;
  return start;
}

/** A heading as headings are compared: without white space and year. */
export function headerText(word: string): string {
  return compactText(word.replace(/／/gu, "/")).replace(YEAR, "");
}
