import { compactText } from "../model/compact-text.ts";
import { onceEach } from "../model/once-each.ts";
import type { Column, HeaderPath } from "../tables/column.ts";
import { similarity } from "./similarity.ts";

/** How printed columns correspond to a form's. */
export interface ColumnMatch {
  /** One a printed column: the form's column, or undefined for one that it does not have. */
  readonly columns: readonly (Column | undefined)[];
  /** Printed columns that were matched out of the form's order. */
  readonly moved: readonly number[];
  /** Printed columns whose headers are only somewhat like that of the form's column, or are another column's word for word. */
  readonly doubtful: readonly number[];
  /** Columns of the form that are not printed. */
  readonly missing: readonly Column[];
  /** Mean likeness of the matched headers over all columns of both sides, 0 to 1. */
  readonly score: number;
}

/** Headers less alike than this are not the same column. */
const ALIKE = 0.6;
/** Headings less alike than this may be two columns. */
const CLEARLY_ALIKE = 0.8;
/** For a column that need not be there only nearly the same words count. */
const SURELY_ALIKE = 0.85;

/** Where two columns could be the same one, the usual wording counts. */
const LESS_USUAL = 0.001;
/** The very words of one of a column's wordings. */
const SAME_WORDS = 1 - LESS_USUAL;

/**
 * Matches printed header paths to the columns of a form, by meaning first and by order where meanings repeat; out of order only the very
 * words count. A column of the form that several headers are only somewhat like, one as much as the other (类, 款 and 项 of its code), is
 * none of them.
 *
 * @param paths One path a printed column, outermost first.
 * @param columns The form's columns in its own order.
 */
export function matchColumns(paths: readonly HeaderPath[], columns: readonly Column[]): ColumnMatch {
  const years = twoYears(paths);
  const likeness = paths.map((path) => {
    const printed = toWords(path, years);
    return columns.map((column) => columnLikeness(printed, column, years !== undefined));
  });
  const inOrder = align(likeness);
  const matched = new Map(inOrder);
  const moved: number[] = [];
  const taken = new Set(inOrder.map(([, column]) => column));
  for (const [index, scores] of likeness.entries()) {
    if (matched.has(index)) continue;
    const best = bestOf(scores, (column) => !taken.has(column));
    if (best === undefined || (scores[best] ?? 0) < SAME_WORDS) continue;
    matched.set(index, best);
    taken.add(best);
    moved.push(index);
  }
  const likenessOf = ([index, column]: readonly [number, number]) => likeness[index]?.[column] ?? 0;
  for (const pair of inOrder) {
    const isOneOfSeveral = paths.some((_, other) => !matched.has(other) && likenessOf([other, pair[1]]) >= likenessOf(pair));
    if (likenessOf(pair) >= CLEARLY_ALIKE || !isOneOfSeveral) continue;
    matched.delete(pair[0]);
    taken.delete(pair[1]);
  }
  const unnamed = unnamedParts(paths, columns, matched);
  for (const [index, part] of unnamed) {
    taken.delete(matched.get(index) ?? -1);
    matched.set(index, part);
    taken.add(part);
  }
  const total = [...matched].reduce((sum, pair) => sum + likenessOf(pair), 0);
  // Order may have a column's words stand for its neighbour.
  const isDoubtful = (pair: readonly [number, number]) =>
    unnamed.has(pair[0]) ||
    likenessOf(pair) < CLEARLY_ALIKE ||
    (likenessOf(pair) < SAME_WORDS && likeness[pair[0]]?.some((score) => score >= SAME_WORDS));
  return {
    columns: paths.map((_, index) => columns[matched.get(index) ?? -1]),
    moved,
    doubtful: [...matched].filter(isDoubtful).map(([index]) => index),
    missing: columns.filter(({ optional }, column) => !taken.has(column) && !optional),
    score: total / Math.max(paths.length, columns.filter(({ optional }, column) => taken.has(column) || !optional).length, 1),
  };
}

/** Columns that print nothing beside 类, below the same heading: the next parts of that code. */
function unnamedParts(
  paths: readonly HeaderPath[],
  columns: readonly Column[],
  matched: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const parts = new Map<number, number>();
  for (const [index, heading] of paths.entries()) {
    const before = parts.get(index - 1) ?? matched.get(index - 1) ?? -1;
    const [part, next] = [columns[before], columns[before + 1]];
    const isBeside = parts.has(index - 1) ? isSamePath(paths[index - 1], heading) : isBelow(paths[index - 1], heading);
    if (part?.type === "codePart" && next?.type === "codePart" && next.of === part.of && isBeside) parts.set(index, before + 1);
  }
  return parts;
}

function isSamePath(path: HeaderPath | undefined, other: HeaderPath): boolean {
  return path?.length === other.length && other.every((word, at) => path[at] === word);
}

/** Whether a path goes on below the words of a heading. */
function isBelow(path: HeaderPath | undefined, heading: HeaderPath): boolean {
  return path !== undefined && path.length > heading.length && isSamePath(path.slice(0, heading.length), heading);
}

/**
 * A header's words as they are compared: without the year, quotation marks, 其中：, and the unit in brackets.
 *
 * @param years The two years that a table compares, if it does: they are 上年 and 本年 then.
 */
export function headerWords(text: string, years?: readonly [prior: string, current: string]): string {
  const named = years?.reduce((words, year, at) => words.replaceAll(year, at === 0 ? "上年" : "本年"), compactText(text));
  const compact = (named ?? compactText(text)).replace(/(上年|本年)年度?/gu, "$1");
  const bare = compact.replace(/20\d{2}年(?:度)?(?:初)?/gu, "").replace(/\((?:万元|元|单位:?万元)\)|["']/gu, "");
  return bare.replace(/^其中:(?=.)/u, "").replace(/[()]/gu, "");
}

/** The years in the headers of a table that compares two. */
function twoYears(paths: readonly HeaderPath[]): readonly [string, string] | undefined {
  const years = new Set(paths.flat().flatMap((text) => compactText(text).match(/20\d{2}(?=年)/gu) ?? []));
  const [prior, current, ...others] = [...years].sort();
  return prior !== undefined && current !== undefined && others.length === 0 ? [prior, current] : undefined;
}

/** A header path as it is compared: its last word, the words above, and all of them. */
interface PathWords {
  readonly leaf: string;
  readonly above: string;
  readonly whole: string;
  readonly depth: number;
}

function toWords(path: HeaderPath, years?: readonly [string, string]): PathWords {
  const words = path.map((text) => headerWords(text, years));
  return { leaf: words.at(-1) ?? "", above: words.slice(0, -1).join(""), whole: words.join(""), depth: words.length };
}

/** A form's headers are compared with those of every table: their words are worked out once. */
const formWords = onceEach(({ headers }: Column): readonly PathWords[] => headers.map((header) => toWords(header)));

/**
 * How like a column's likeliest wording a printed header is; 0 where that is not enough to be the column.
 *
 * @param twoYears Whether the table compares two years: the same words of the other year are another column.
 */
function columnLikeness(printed: PathWords, column: Column, twoYears: boolean): number {
  const least = column.optional ? SURELY_ALIKE : ALIKE;
  const headers = formWords(column);
  const same = headers.findIndex(({ whole }) => whole === printed.whole);
  if (same >= 0) return same === 0 ? 1 : 1 - LESS_USUAL;
  return headers.reduce((best, header, at) => {
    if (twoYears && isOfPriorYear(printed) !== isOfPriorYear(header)) return best;
    if (mostLikeness(printed, header) < Math.max(best, least)) return best;
    const likeness = pathLikeness(printed, header) - (at === 0 ? 0 : LESS_USUAL);
    return likeness >= least ? Math.max(best, likeness) : best;
  }, 0);
}

function isOfPriorYear({ whole }: PathWords): boolean {
  return whole.includes("上年");
}

/** Their likeness if the shorter of two words were all in the longer one. */
function mostLikeness(a: PathWords, b: PathWords): number {
  const most = (one: string, other: string) =>
    one.length + other.length === 0 ? 1 : (2 * Math.min(one.length, other.length)) / (one.length + other.length);
  if (a.depth <= 1 && b.depth <= 1) return most(a.leaf, b.leaf);
  return Math.max(0.6 * most(a.leaf, b.leaf) + 0.4 * most(a.above, b.above), 0.9 * most(a.whole, b.whole));
}

function pathLikeness(printed: PathWords, form: PathWords): number {
  const leaf = similarity(printed.leaf, form.leaf);
  if (printed.depth <= 1 && form.depth <= 1) return leaf;
  const above = similarity(printed.above, form.above);
  return Math.max(0.6 * leaf + 0.4 * above, 0.9 * similarity(printed.whole, form.whole));
}

/** The best pairing that keeps both orders; pairs less than alike are left out. */
function align(likeness: readonly (readonly number[])[]): [number, number][] {
  const rows = likeness.length;
  const columns = likeness[0]?.length ?? 0;
  const best: number[][] = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  const at = (row: number, column: number) => best[row]?.[column] ?? 0;
  const gain = (row: number, column: number) => {
    const score = likeness[row]?.[column] ?? 0;
    return score >= ALIKE ? score * score : Number.NEGATIVE_INFINITY;
  };
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      (best[row] as number[])[column] = Math.max(at(row + 1, column), at(row, column + 1), gain(row, column) + at(row + 1, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (at(row, column) === gain(row, column) + at(row + 1, column + 1)) pairs.push([row++, column++]);
    else if (at(row, column) === at(row + 1, column)) row++;
    else column++;
  }
  return pairs;
}

function bestOf(scores: readonly number[], allowed: (index: number) => boolean): number | undefined {
  let best: number | undefined;
  for (const [index, score] of scores.entries()) if (allowed(index) && (best === undefined || score > (scores[best] ?? 0))) best = index;
  return best;
}
