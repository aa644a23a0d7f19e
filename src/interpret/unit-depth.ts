import type { Decimal } from "../model/amount.ts";
import { compactText } from "../model/compact-text.ts";
import { isOrganisationName } from "../model/organisation-name.ts";
import type { UnitLevel, UnitRows } from "../tables/row-grammar.ts";
import { INDENT_STEP } from "./indent-levels.ts";
import { parseStub } from "./parse-label.ts";
import type { RowReader } from "./row-reader.ts";

/** What has been read above a row. */
export interface Above {
  /** The code of the open unit. */
  readonly unitCode: string | null;
  /** Whether a unit is open. */
  readonly hasUnit: boolean;
  readonly unitTotal: Decimal | null;
  /** Sum of what stands directly under the open unit, to tell where it ends when nothing else does. */
  readonly summed: Decimal | null;
  /** Indent of the first unit. */
  readonly unitIndent: number | null;
}

/** What sums of rounded amounts may be apart, in 万元. */
export const ROUNDED_AWAY = "0.1";

/**
 * How deep each row of a table by budget unit stands: an index into the levels of its grammar.
 *
 * A row is told by the unit code it prints, by the columns that only one kind of row fills, by fixed labels, and in tables without a
 * unit code by its indent; where even that is missing, a unit ends when its rows add up to it.
 *
 * @param readers All rows of the table, whose indents and columns tell together what one row cannot.
 * @returns A function of a row's index; undefined for a row that cannot be one of its own (the rest of one that a page break cut).
 */
export function unitDepths(readers: readonly RowReader[], grammar: UnitRows): (index: number, above: Above) => number | undefined {
  const coded = readers.some((reader) => reader.has("budgetUnitCode"));
  const indented = readers.some((reader) => reader.indent("label") > INDENT_STEP);
  const detailed = readers.some((reader) => fills(reader, grammar.levels.at(-1)));
  return (index, above) => {
    const reader = readers[index] as RowReader;
    const name = parseStub(reader.text("label") ?? "").name;
    if (coded) return depthByCode(reader, grammar, above, name);
    const depth = grammar.upperLevels === "optional" ? depthOfOptional(readers, index, grammar) : undefined;
    const found = depth ?? depthByPlace(reader, grammar, above, { name, indented, detailed });
    return found === 0 && grammar.upperLevels !== "optional" && !printsMoney(reader) ? undefined : found;
  };
}

function depthByCode(reader: RowReader, { levels }: UnitRows, { unitCode }: Above, name: string): number | undefined {
  const code = reader.code("budgetUnitCode");
  if (code !== null) {
    const same = levels.findIndex((level) => level.unitCode === "same");
    return same >= 0 && (code === unitCode || fills(reader, levels[same])) ? same : 0;
  }
  const uncoded = levels.flatMap((level, depth) => (level.unitCode === "none" ? [depth] : []));
  const labelled = uncoded.find((depth) => hasLabel(levels[depth], name));
  if (labelled === undefined && !printsMoney(reader)) return undefined;
  return (
    uncoded.find((depth) => fills(reader, levels[depth])) ??
    labelled ??
    uncoded.find((depth) => !levels[depth]?.labels && !levels[depth]?.detail) ??
    uncoded[0] ??
    levels.length - 1
  );
}

function depthByPlace(
  reader: RowReader,
  { levels }: UnitRows,
  { hasUnit, unitTotal, summed, unitIndent }: Above,
  { name, indented, detailed }: { readonly name: string; readonly indented: boolean; readonly detailed: boolean },
): number {
  const leaf = levels.length - 1;
  if (fills(reader, levels[leaf])) return leaf;
  const labelled = levels.findIndex((level) => hasLabel(level, name));
  if (labelled > 0) return labelled;
  if (!hasUnit) return 0;
  // In text a wrapped name may begin further in; where projects have goals, a unit is told by having none.
  if (detailed && isOrganisationName(name)) return 0;
  if (indented) return reader.indent("label") > (unitIndent ?? 0) + INDENT_STEP ? leaf : 0;
  const complete = unitTotal !== null && summed !== null && unitTotal.minus(summed).abs().lte(ROUNDED_AWAY);
  return complete && !(totalOf(reader)?.isZero() ?? true) ? 0 : leaf;
}

/**
 * In a table that may list its lowest rows alone, a row without their details is one above them only where something says so: it prints no
 * amount, bears an organisation's name, or is the sum of the rows below it.
 */
function depthOfOptional(readers: readonly RowReader[], index: number, { levels }: UnitRows): number {
  const leaf = levels.length - 1;
  const reader = readers[index] as RowReader;
  if (fills(reader, levels[leaf])) return leaf;
  const below = readers.slice(index + 1);
  const end = below.findIndex((other) => !fills(other, levels[leaf]));
  const parts = below.slice(0, end === -1 ? below.length : end);
  if (parts.length === 0) return leaf;
  const total = totalOf(reader);
  const sum = parts.reduce<Decimal | null>((all, part) => totalOf(part)?.plus(all ?? 0) ?? all, null);
  const isSum = total !== null && sum?.minus(total).abs().lte(ROUNDED_AWAY);
  return total === null || isSum || isOrganisationName(reader.text("label") ?? "") ? 0 : leaf;
}

function totalOf(reader: RowReader): Decimal | null {
  return reader.amounts().total ?? null;
}

/** Whether any column of money is filled, be it with a dash. */
function printsMoney(reader: RowReader): boolean {
  return Object.keys(reader.amounts()).some((key) => reader.text(key) !== null);
}

/** Whether a column is filled that only rows of this level fill. */
function fills(reader: RowReader, level: UnitLevel | undefined): boolean {
  return level?.detail?.some((key) => reader.text(key) !== null) ?? false;
}

function hasLabel(level: UnitLevel | undefined, name: string): boolean {
  const compact = compactText(name);
  return (
    level?.labels?.some((label) => {
      if (label.startsWith("*")) return compact.endsWith(label.slice(1));
      if (label.endsWith("*")) return compact.startsWith(label.slice(0, -1));
      return compact === label;
    }) ?? false
  );
}
