import { invalidOption } from "../model/invalid-option.ts";
import type { Locale } from "../model/locale.ts";
import { demandKind, type OptionKind } from "../model/option-kinds.ts";

/** Page numbers counted from 1: a list, or words like `"5-30"`, `"1,3,8-"`. */
export type PageSelection = string | readonly number[];

/** Pages of a document from one to another, both counted. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The pages of a document that are to be read, each once, as ranges in rising order.
 *
 * @returns Pages that the document does not have are left out.
 * @throws BudgetError OPTION_INVALID when it is no selection, or none of its pages exists
 */
export function selectPages(selection: PageSelection | undefined, pageCount: number, locale: Locale): readonly PageRange[] {
  demandKind("options.pages", selection, pageSelection, locale);
  const wanted = merged(rangesOf(selection) ?? [{ from: 1, to: pageCount }], pageCount);
  if (wanted.length > 0 || selection === undefined) return wanted;
  const given = JSON.stringify(selection);
  throw invalidOption(
    {
      en: `options.pages: ${given} names no page of this document, which has ${pageCount}`,
      zh: `options.pages：${given} 不在该文件的 ${pageCount} 页之内`,
    },
    locale,
  );
}

export function countPages(ranges: readonly PageRange[]): number {
  return ranges.reduce((count, { from, to }) => count + to - from + 1, 0);
}

export function pagesOf(ranges: readonly PageRange[]): readonly number[] {
  return ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

/** What `options.pages` must be. */
export const pageSelection: OptionKind = {
  words: { en: 'a selection of pages (write "5-30", "1,3,8-" or [5, 6])', zh: '页码范围（请写成 "5-30"、"1,3,8-" 或 [5, 6]）' },
  accepts: (value) => rangesOf(value) !== undefined,
};

/** undefined when it is no selection. */
function rangesOf(selection: unknown): readonly PageRange[] | undefined {
  const ranges =
    typeof selection === "string"
      ? selection.split(/[,，]/).map(parseRange)
      : Array.isArray(selection)
        ? selection.map((page: unknown) => (isPage(page) ? { from: page, to: page } : undefined))
        : [];
  const right = ranges.filter((range) => range !== undefined);
  return right.length > 0 && right.length === ranges.length ? right : undefined;
}

function parseRange(text: string): PageRange | undefined {
  const [, first, dash, last] = /^\s*(\d+)\s*(?:([-–—~～])\s*(\d*))?\s*$/.exec(text) ?? [];
  if (first === undefined) return undefined;
  const from = Number(first);
  const to = dash === undefined ? from : last ? Number(last) : Infinity;
  return isPage(from) && (isPage(to) || to === Infinity) ? { from, to } : undefined;
}

function isPage(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0;
}

function merged(ranges: readonly PageRange[], pageCount: number): PageRange[] {
  const rising = ranges
    .map(({ from, to }) => ({ from, to: Math.min(to, pageCount) }))
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => a.from - b.from);
  const apart: PageRange[] = [];
  for (const range of rising) {
    const before = apart.at(-1);
    if (before && range.from <= before.to + 1) apart[apart.length - 1] = { from: before.from, to: Math.max(before.to, range.to) };
    else apart.push(range);
  }
  return apart;
}
