import { foldWidth } from "../../model/fold-width.ts";
import type { Glyph } from "../../read/page.ts";
import { type PrintedLine, printedText, toLine } from "../lines/printed-line.ts";
import { glyphGap } from "./glyph-gap.ts";

/** Glyphs of one text stand no more than this many ems closer together than most of them, full-width punctuation aside. */
const CLOSER = 0.1;
/** Where all others stand evenly, to the first of these ems, a gap between two digits that differs by the second is none of theirs. */
const EVEN = { others: 0.015, jump: 0.03 };
const DIGIT = /\d/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const HAN = /\p{Script=Han}/u;
/** With the width of letters folded. */
const ENDS_IN_AMOUNT = /(?:\d\.\d\d\)?|--|—)$/u;
const BEGINS_WITH_AMOUNT = /^[-−(]?\d[\d,]*\.\d\d/u;
const WHOLE_AMOUNT = /^[-−(]?\d[\d,]*\.\d\d\)?$/u;
/** What may go on a figure in its own cell. */
const UNIT = /^[万千百亿元]$/u;
const FIGURE_START = /^[\d(−—-]/u;

/**
 * Parts a run that was read over a border where one text ends and another begins: in columns too narrow for their figures neighbours touch.
 *
 * @param endsInCell Whether a glyph ends within the cell that it stands in.
 * @returns The run alone where nothing shows that it is more than one text.
 */
export function partOverflow(run: PrintedLine, endsInCell: (glyph: Glyph) => boolean): PrintedLine[] {
  const gaps = gapsOf(run);
  const usual = usualGap(gaps);
  const parts: Glyph[][] = [[]];
  run.glyphs.forEach((glyph, index) => {
    const part = parts.at(-1) as Glyph[];
    const before = part.at(-1);
    const begins =
      before &&
      (standsInto(before, glyph, usual) ||
        (DIGIT.test(before.text) && DIGIT.test(glyph.text) && jumps(gaps, index - 1)) ||
        (FIGURE_START.test(foldWidth(glyph.text)) && ENDS_IN_AMOUNT.test(folded(part.slice(-5)))) ||
        (HAN.test(glyph.text) && !UNIT.test(glyph.text) && WHOLE_AMOUNT.test(folded(part))) ||
        (HAN.test(before.text) && endsInCell(before) && BEGINS_WITH_AMOUNT.test(folded(run.glyphs.slice(index)))));
    if (begins) parts.push([glyph]);
    else part.push(glyph);
  });
  return parts.length === 1 ? [run] : parts.map(toLine);
}

/** Whether a glyph begins within the one before it: another text printed over the end of the first. */
function standsInto(left: Glyph, right: Glyph, usual: number): boolean {
  return glyphGap(left, right) < usual - CLOSER && !PUNCTUATION.test(left.text) && !PUNCTUATION.test(right.text);
}

/** Whether a gap is the only one that differs. */
function jumps(gaps: readonly number[], at: number): boolean {
  const others = gaps.filter((_, index) => index !== at);
  const [usual = 0] = others;
  const isEven = others.length >= 2 && others.every((gap) => Math.abs(gap - usual) <= EVEN.others);
  return isEven && Math.abs((gaps[at] ?? usual) - usual) > EVEN.jump;
}

function usualGap(gaps: readonly number[]): number {
  return Math.min(0, [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 0);
}

function gapsOf({ glyphs }: PrintedLine): number[] {
  return glyphs.slice(1).map((glyph, index) => glyphGap(glyphs[index] as Glyph, glyph));
}

function folded(glyphs: readonly Glyph[]): string {
  return foldWidth(printedText({ glyphs }));
}
