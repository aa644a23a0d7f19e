import { BudgetError } from "../model/budget-error.ts";
import { type Notice, notice } from "../model/diagnostic.ts";
import { guardOf, type ReadGuard } from "./guard.ts";
import { resolveLimits } from "./limits.ts";
import { normaliseGlyph } from "./normalise-glyph.ts";
import type { OpenOptions } from "./open-options.ts";
import type { OpenedInput, ReadPage, TextPage } from "./page.ts";
import { countPages, pagesOf, selectPages } from "./page-selection.ts";
import { sha256 } from "./sha256.ts";
import { looksWronglyDecoded } from "./wrong-encoding.ts";

/** Characters that print nothing and part nothing: the byte order mark, joiners, soft hyphens, control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes away
const INVISIBLE = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]/gu;

/** Some programs print a minus as a soft hyphen. */
const SOFT_MINUS = /(?<![\p{L}\d])\u00ad(?=\d)/gu;
/** Where Unicode keeps what looks like a Han or a mark of another place. */
const LOOKALIKES = /[\u2e80-\u2fdf\u31c0-\u31ef\uf900-\ufb06\ufe10-\ufe4f\u{2f800}-\u{2fa1f}]/gu;

/**
 * Opens text taken from a budget.
 *
 * Pages are told apart by form feeds, or by the single space with which some converters begin a page; otherwise all of it is one page
 * without a number.
 *
 * @throws BudgetError `EMPTY_INPUT` when there is nothing but white space, LIMIT_EXCEEDED, ABORTED, OPTION_INVALID
 * @source `pdftotext` ends a page with a form feed; the 2024 seed begins one with a space
 */
export async function openText(text: string, options: OpenOptions = {}): Promise<OpenedInput> {
  const locale = options.locale ?? "en";
  const guard = guardOf(resolveLimits(options.limits, locale), options.signal, locale);
  guard.check();
  guard.atMost("bytes", text.length); // before anything is made of it: no text has fewer bytes than characters
  guard.atMost("characters", text.length);
  if (text.trim() === "") throw new BudgetError("EMPTY_INPUT", {}, { locale });
  const bytes = new TextEncoder().encode(text);
  guard.atMost("bytes", bytes.length);
  const pages = splitPages(text);
  const selected = selectPages(options.pages, pages.length, locale);
  guard.atMost("pages", countPages(selected));
  const wanted = new Set(pagesOf(selected));
  const chosen = pages.filter((_, index) => wanted.has(index + 1));
  return {
    mediaType: "text/plain",
    sha256: await sha256(bytes),
    pageCount: pages[0]?.pageNumber === undefined ? undefined : pages.length,
    pages: readPages(chosen, looksWronglyDecoded(text) ? [notice("read.wrong-encoding", {})] : [], guard),
    guard,
  };
}

async function* readPages(pages: readonly TextPage[], notices: readonly Notice[], guard: ReadGuard): AsyncGenerator<ReadPage> {
  for (const [index, page] of pages.entries()) {
    await guard.pause();
    yield { page, notices: index === 0 ? notices : [] };
  }
}

function splitPages(text: string): TextPage[] {
  const lines = text
    .replace(SOFT_MINUS, "-")
    .replace(INVISIBLE, "")
    .replace(LOOKALIKES, normaliseGlyph)
    .split(/\r\n|\n|\r/u);
  if (lines.at(-1) === "") lines.pop();
  if (text.includes("\f")) return splitAtFormFeeds(lines);
  const starts = spaceMarks(lines);
  if (!starts) return [{ kind: "text", pageNumber: undefined, firstLine: 1, lines }];
  return starts.map((start, index) => ({
    kind: "text",
    pageNumber: index + 1,
    firstLine: start + 1,
    lines: lines.slice(start, starts[index + 1]),
  }));
}

/** A form feed ends a page wherever it stands in its line; the one at the very end opens no further page. */
function splitAtFormFeeds(lines: readonly string[]): TextPage[] {
  const pages: { pageNumber: number; firstLine: number; lines: string[] }[] = [{ pageNumber: 1, firstLine: 1, lines: [] }];
  lines.forEach((line, index) => {
    const [head = "", ...rest] = line.split("\f");
    if (head !== "" || rest.length === 0) pages.at(-1)?.lines.push(head);
    for (const part of rest) pages.push({ pageNumber: pages.length + 1, firstLine: index + 1, lines: [part] });
  });
  if (pages.length > 1 && pages.at(-1)?.lines.every((line) => line.trim() === "")) pages.pop();
  return pages.map((page) => ({ kind: "text", ...page }));
}

/** Indexes of the lines that begin with one space, where that can only mark pages: the first line does, no line begins with more, and most with none. */
function spaceMarks(lines: readonly string[]): readonly number[] | undefined {
  const filled = lines.flatMap((line, index) => (line.trim() === "" ? [] : [{ line, index }]));
  const marked = filled.filter(({ line }) => /^ \S/u.test(line));
  const certain =
    marked.length > 1 &&
    marked[0] === filled[0] &&
    marked.length * 5 <= filled.length &&
    filled.every(({ line }) => !/^( [ \t]|\t)/u.test(line));
  return certain ? marked.map(({ index }, position) => (position === 0 ? 0 : index)) : undefined;
}
