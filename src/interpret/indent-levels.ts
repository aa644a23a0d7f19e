import { functionalClasses } from "../tables/functional-classes.ts";
import { parseLabel } from "./parse-label.ts";
import type { RowReader } from "./row-reader.ts";

/** Labels of one level begin at one place; half a character is less than any indent that a reader sees. */
export const INDENT_STEP = 0.5;

const CLASS_NAMES: ReadonlySet<string> = new Set(functionalClasses.flatMap(({ names }) => names));

/**
 * The levels of labels that are told apart by nothing but their indent, 0 for the outermost.
 *
 * @param key The column of the labels.
 * @param rows Rows that are no part of the tree: totals and budget units.
 * @param depths How many levels there can be.
 * @returns undefined for rows outside the tree, and for every row where the labels have more levels, or none that says what they are.
 */
export function indentLevels(
  readers: readonly RowReader[],
  key: string,
  rows: readonly { readonly total: boolean; readonly isUnit: boolean }[],
  depths: number,
): (number | undefined)[] {
  const inTree = (index: number) => !rows[index]?.total && !rows[index]?.isUnit;
  const indents = readers.flatMap((reader, index) => (inTree(index) ? [reader.indent(key)] : [])).sort((a, b) => a - b);
  const steps = indents.filter((indent, at) => at === 0 || indent - (indents[at - 1] ?? 0) > INDENT_STEP);
  const isClasses = readers.every((reader, index) => !inTree(index) || CLASS_NAMES.has(parseLabel(reader.text(key) ?? "").name));
  const known = steps.length <= depths && (steps.length > 1 || isClasses);
  return readers.map((reader, index) =>
    known && inTree(index) ? steps.findLastIndex((step) => step <= reader.indent(key) + INDENT_STEP / 2) : undefined,
  );
}
