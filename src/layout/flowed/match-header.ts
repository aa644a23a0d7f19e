import { compactText } from "../../model/compact-text.ts";
import { least } from "../../model/long-lists.ts";
import { type Header, YEAR } from "./header-words.ts";

export interface HeaderMatch {
  /** For each word of the text, whether it is part of the header. */
  readonly taken: readonly boolean[];
  /** Share of the header's characters that were found, from 0 to 1. */
  readonly coverage: number;
  /** The wordings that were found to their end, each as the text prints it. */
  readonly printed: ReadonlyMap<string, string>;
  /** For each word, the cell that took it, or its last part; undefined for what is no part of a heading. */
  readonly cells: readonly (number | undefined)[];
}

/** A wording that a cell may print, and what of it has not been found yet. */
interface Begun {
  readonly wording: string;
  readonly rest: string;
}

/** One way to find the header so far. */
interface Way {
  /** One entry a cell; every wording while its beginning has not been found. */
  readonly cells: readonly (readonly Begun[])[];
  /** The cell that the last word went to. */
  readonly latest: number | undefined;
  /** How well the words fit, in tenths of a character: those found, a little less where a word leaves the cell of the one before unfinished. */
  readonly score: number;
  readonly words: Words | undefined;
}

/** Which cell took each word, the last one first; no cell takes a year by itself, and several may share a word. */
interface Words {
  readonly is: boolean;
  readonly cell: number | undefined;
  readonly before: Words | undefined;
}

/** Two headings may begin alike, so that which of them a word begins shows only later: so many ways are followed. */
const MOST_WAYS = 24;

/**
 * Finds the words of a header in running text, whatever their order and however they were broken.
 *
 * Each header cell is used once, so that a label that reads like a heading stays where the heading has been found already.
 *
 */
export function matchHeader(texts: readonly string[], header: Header): HeaderMatch {
  const cells = header.cells.map(({ wordings }) => wordings.map((wording) => ({ wording, rest: wording })));
  const columns = header.cells.map(({ column }) => column);
  let ways: readonly Way[] = [{ cells, latest: undefined, score: 0, words: undefined }];
  for (const [index, text] of texts.entries()) {
    const afterYear = /^20\d{2}$/u.test(texts[index - 1] ?? "");
    const word = compactText(text).replace(afterYear ? /^年度?/u : YEAR, "");
    ways = mayBeOf(word, header)
      ? best(ways.flatMap((way) => [...consume(word, way, (cell) => isNumberOf(columns[cell], texts[index + 1])), passed(way, false)]))
      : ways.map((way) => passed(way, word === ""));
  }
  const [way] = ways as readonly [Way];
  const words = unwound(way.words);
  const all = header.cells.reduce((sum, { wordings: [wording = ""] }) => sum + wording.length, 0);
  const found = way.cells.reduce((sum, cell, at) => sum + foundOf(cell, header.cells[at]?.wordings[0] ?? ""), 0);
  return {
    taken: words.map(({ is }, index) => is || isColumnNumber(texts, index)),
    coverage: all === 0 ? 0 : found / all,
    cells: words.map(({ cell }) => cell),
    printed: new Map(
      way.cells.flatMap((begun, cell) => {
        const wording = begun.find(({ rest }) => rest === "")?.wording;
        return wording === undefined ? [] : [[wording, printedText(texts, words, cell, wording)] as const];
      }),
    ),
  };
}

/** Whether a word is a piece of a heading, or ends one and goes on. */
function mayBeOf(word: string, { pieces, ends }: Header): boolean {
  if (pieces.has(word)) return true;
  for (let to = 1; to < word.length && pieces.has(word.slice(0, to)); to += 1) if (ends.has(word.slice(0, to))) return true;
  return false;
}

/** So many characters of the usual wording count as found. */
function foundOf(cell: readonly Begun[], usual: string): number {
  const begun = cell.filter(({ wording, rest }) => rest !== wording);
  return begun.length === 0 ? 0 : Math.max(0, usual.length - least(begun.map(({ rest }) => rest.length)));
}

/** The words of a cell, with the year before them. */
function printedText(texts: readonly string[], words: readonly Words[], cell: number, wording: string): string {
  const own = texts.flatMap((text, index) => {
    if (words[index]?.cell !== cell) return [];
    const year = words[index - 1]?.is && words[index - 1]?.cell === undefined ? (texts[index - 1] ?? "") : "";
    return [year + text];
  });
  const printed = own.join("");
  return compactText(printed).replace(YEAR, "") === wording ? printed : wording;
}

function passed({ cells, latest, score, words }: Way, is: boolean): Way {
  return { cells, latest, score, words: { is, cell: undefined, before: words } };
}

/**
 * Every way to take a word: it begins a cell, goes on with one, or ends one and begins the next.
 *
 * @param isNumbered Whether the number of a cell's column stands behind it, which a heading has and a label has not.
 */
function consume(word: string, way: Way, isNumbered: (cell: number) => boolean): readonly Way[] {
  return way.cells.flatMap((begun, cell): readonly Way[] => {
    const leavesOpen = way.latest !== cell && isOpen(way.cells[way.latest ?? cell] ?? []);
    const fitting = begun.filter(({ rest }) => rest !== "" && rest.startsWith(word));
    const whole = fitting.some(({ rest }) => rest === word);
    const complete = begun.some(({ rest }) => rest === "");
    const bonus = (leavesOpen ? -4 : 0) + (whole ? 2 : 0) + (whole && isNumbered(cell) ? 1 : 0) - (complete ? 3 : 0);
    const taken = fitting.map(({ wording, rest }) => ({ wording, rest: rest.slice(word.length) }));
    const own = fitting.length > 0 ? [after(way, cell, taken, 10 * word.length + bonus)] : [];
    const ended = begun.filter(({ rest }) => rest !== "" && rest.length < word.length && word.startsWith(rest));
    const further = ended.flatMap(({ wording, rest }) => {
      const closed = { ...after(way, cell, [{ wording, rest: "" }], 10 * rest.length + bonus), words: way.words };
      return consume(word.slice(rest.length), closed, isNumbered);
    });
    return [...own, ...further];
  });
}

/** Whether a word is the number of a column, as it stands below its heading. */
export function isNumberOf(column: number | undefined, text: string | undefined): boolean {
  return column !== undefined && text === String(column + 1);
}

function after(way: Way, cell: number, begun: readonly Begun[], gain: number): Way {
  return { cells: way.cells.with(cell, begun), latest: cell, score: way.score + gain, words: { is: true, cell, before: way.words } };
}

/** Whether the beginning of the cell was found, and the rest not yet. */
function isOpen(begun: readonly Begun[]): boolean {
  return begun.every(({ wording, rest }) => rest !== wording && rest !== "");
}

/** The best ways, the one that took its words first where two are alike. */
function best(ways: readonly Way[]): readonly Way[] {
  const kept = new Map<string, Way>();
  for (const way of ways) {
    const key = `${way.latest}|${way.cells.map((cell) => cell.map(({ rest }) => rest).join("/")).join("|")}`;
    const like = kept.get(key);
    if (!like || way.score > like.score) kept.set(key, way);
  }
  return [...kept.values()].sort((a, b) => b.score - a.score).slice(0, MOST_WAYS);
}

function unwound(last: Words | undefined): readonly Words[] {
  const words: Words[] = [];
  for (let at = last; at; at = at.before) words.push(at);
  return words.reverse();
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
