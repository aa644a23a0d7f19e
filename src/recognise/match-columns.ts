import { compactText } from "../model/compact-text.ts";
import type { Column, HeaderPath } from "../tables/column.ts";
import { similarity } from "./similarity.ts";

/** How printed columns correspond to a form's. */
export interface ColumnMatch {
  /** One a printed column: the form's column, or undefined for one that it does not have. */
  readonly columns: readonly (Column | undefined)[];
  /** Printed columns that were matched out of the form's order. */
  readonly moved: readonly number[];
  /** Printed columns whose headers are only somewhat like that of the form's column. */
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
/** Out of order, only nearly the same words count. */
const SURELY_ALIKE = 0.85;

/** Where two columns could be the same one, the usual wording counts. */
const LESS_USUAL = 0.001;

/**
 * Matches printed header paths to the columns of a form, by meaning first and by order where meanings repeat.
 *
 * @param paths One path a printed column, outermost first.
 * @param columns The form's columns in its own order.
 */
export function matchColumns(paths: readonly HeaderPath[], columns: readonly Column[]): ColumnMatch {
  const printed = paths.map((path) => path.map(headerWords));
  const likeness = printed.map((path) =>
    columns.map(({ headers }) =>
      Math.max(...headers.map((header, at) => pathLikeness(path, header.map(headerWords)) - (at === 0 ? 0 : LESS_USUAL))),
    ),
  );
  const inOrder = align(likeness);
  const matched = new Map(inOrder);
  const moved: number[] = [];
  const taken = new Set(inOrder.map(([, column]) => column));
  for (const [index, scores] of likeness.entries()) {
    if (matched.has(index)) continue;
    const best = bestOf(scores, (column) => !taken.has(column));
    if (best === undefined || (scores[best] ?? 0) < SURELY_ALIKE) continue;
    matched.set(index, best);
    taken.add(best);
    moved.push(index);
  }
  const likenessOf = ([index, column]: readonly [number, number]) => likeness[index]?.[column] ?? 0;
  const total = [...matched].reduce((sum, pair) => sum + likenessOf(pair), 0);
  return {
    columns: paths.map((_, index) => columns[matched.get(index) ?? -1]),
    moved,
    doubtful: [...matched].filter((pair) => likenessOf(pair) < CLEARLY_ALIKE).map(([index]) => index),
    missing: columns.filter((_, column) => !taken.has(column)),
    score: total / Math.max(paths.length, columns.length, 1),
  };
}

/** A header's words as they are compared: without the year, 其中：, and the unit in brackets. */
export function headerWords(text: string): string {
  const compact = compactText(text)
    .replace(/20\d{2}年(?:度)?(?:初)?/gu, "")
    .replace(/\((?:万元|元|单位:?万元)\)/gu, "");
  return compact.replace(/^其中:(?=.)/u, "").replace(/[()]/gu, "");
}

function pathLikeness(printed: HeaderPath, form: HeaderPath): number {
  const leaf = similarity(printed.at(-1) ?? "", form.at(-1) ?? "");
  const above = similarity(printed.slice(0, -1).join(""), form.slice(0, -1).join(""));
  const whole = similarity(printed.join(""), form.join(""));
  if (printed.length <= 1 && form.length <= 1) return leaf;
  return Math.max(0.6 * leaf + 0.4 * above, whole === 1 ? 1 : 0.9 * whole);
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
