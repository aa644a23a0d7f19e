import type { PositionedPage } from "../../read/page.ts";
import type { PrintedLine } from "./printed-line.ts";

/** Where the lines of a page's prose begin and end. */
export interface PageMeasure {
  readonly left: number;
  readonly right: number;
  /** False where no line is long enough to show where lines are wrapped. */
  readonly wraps: boolean;
}

/** Prose fills at least this share of the page's width. */
const NARROWEST = 0.5;
const WORD = /^[\p{Script=Latin}\d.,%-]$/u;
/** What no line begins with: it stays with the character before it. */
const CLOSING = /^[,.:;!?，。、：；！？）)》〉」』】〕”’％%]$/u;

export function pageMeasure(lines: readonly PrintedLine[], { width }: Pick<PositionedPage, "width">): PageMeasure {
  const left = Math.min(...lines.map(({ box }) => box[0]));
  const right = Math.max(...lines.map(({ box }) => box[2]));
  return { left, right, wraps: right - left >= NARROWEST * width };
}

/** Whether a line had no room for the first word of the next one. */
export function wrapsInto(line: PrintedLine, next: PrintedLine, { right, wraps }: PageMeasure): boolean {
  return wraps && line.box[2] + firstWordWidth(next) > right + 0.2 * line.fontSize;
}

function firstWordWidth({ glyphs }: PrintedLine): number {
  const [first] = glyphs;
  if (!first) return 0;
  let end = 1;
  if (WORD.test(first.text)) while (end < glyphs.length && WORD.test(glyphs[end]?.text ?? "")) end += 1;
  while (end < glyphs.length && CLOSING.test(glyphs[end]?.text ?? "")) end += 1;
  return (glyphs[end - 1]?.box[2] ?? first.box[2]) - first.box[0];
}
