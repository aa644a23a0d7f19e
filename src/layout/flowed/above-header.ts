import { least } from "../../model/long-lists.ts";
import { type InputLine, isBlank, wordsOf } from "../text/input-line.ts";
import { wordShape } from "./flowed-line.ts";
import type { Header } from "./header-words.ts";
import { matchHeader } from "./match-header.ts";

/** More lines than this are rows whose cells come out of order. */
const MOST_LINES = 2;
/** So much of the header stands below such a line, before the first figure. */
const REST_OF_HEADER = 0.8;

/**
 * The lines between a title and its header that are no part of either: `本表由财务部门汇总编制`.
 *
 * @param body Lines below the title.
 * @param headers What the table may be.
 */
export function linesAboveHeader(body: readonly InputLine[], headers: readonly Header[]): readonly InputLine[] {
  const filled = body.filter((line) => !isBlank(line));
  const figure = filled.findIndex((line) => wordsOf(line).some(isFigure));
  const printed = figure === -1 ? filled : filled.slice(0, figure);
  const counts = headers.flatMap((header) => {
    const begin = printed.slice(0, MOST_LINES + 1).findIndex((line) => matchHeader(wordsOf(line), header).taken.some(Boolean));
    if (begin === -1) return [];
    return matchHeader(printed.slice(begin).flatMap(wordsOf), header).coverage >= REST_OF_HEADER ? [begin] : [];
  });
  return printed.slice(0, counts.length === 0 ? 0 : least(counts));
}

function isFigure(word: string): boolean {
  return ["amount", "dash"].includes(wordShape(word));
}
