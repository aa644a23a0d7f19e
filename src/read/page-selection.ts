import { invalidOption } from "../model/invalid-option.ts";
import type { Locale } from "../model/locale.ts";

/** Page numbers counted from 1: a list, or words like `"5-30"`, `"1,3,8-"`. */
export type PageSelection = string | readonly number[];

/**
 * The pages of a document that are to be read, in rising order, each once.
 *
 * @returns Pages that the document does not have are left out.
 * @throws BudgetError OPTION_INVALID when it is no selection, or none of its pages exists
 */
export function selectPages(selection: PageSelection | undefined, pageCount: number, locale: Locale): readonly number[] {
  const all = Array.from({ length: pageCount }, (_, index) => index + 1);
  if (selection === undefined) return all;
  const given = JSON.stringify(selection);
  const ranges =
    typeof selection === "string" ? selection.split(/[,，]/).map(parseRange) : [...selection].map((page) => [page, page] as const);
  const wrong = ranges.findIndex(
    (range) => range === undefined || !range.every((page) => page === Infinity || (Number.isInteger(page) && page > 0)),
  );
  if (wrong >= 0 || ranges.length === 0)
    throw invalidOption(
      {
        en: `options.pages: ${given} is no selection of pages; write "5-30", "1,3,8-" or [5, 6]`,
        zh: `options.pages：${given} 不是页码范围；请写成 "5-30"、"1,3,8-" 或 [5, 6]`,
      },
      locale,
    );
  const wanted = all.filter((page) => ranges.some((range) => range && page >= range[0] && page <= range[1]));
  if (wanted.length === 0)
    throw invalidOption(
      {
        en: `options.pages: ${given} names no page of this document, which has ${pageCount}`,
        zh: `options.pages：${given} 不在该文件的 ${pageCount} 页之内`,
      },
      locale,
    );
  return wanted;
}

function parseRange(text: string): readonly [number, number] | undefined {
  const [, from, dash, to] = /^\s*(\d+)\s*(?:([-–—~～])\s*(\d*))?\s*$/.exec(text) ?? [];
  if (from === undefined) return undefined;
  return [Number(from), dash === undefined ? Number(from) : to ? Number(to) : Infinity];
}
