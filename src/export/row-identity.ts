import type { Side } from "../tables/row-grammar.ts";
import { expenditureLabels, revenueLabels } from "../tables/two-sided-labels.ts";
import type { TableRow } from "./table-row.ts";

/** What a figure is about: the name and code of its row, the way down to it, and whether other rows state the same money. */
export interface RowIdentity {
  readonly name: string;
  readonly code: string | null;
  /** From the top row down, this row last. */
  readonly path: readonly string[];
  readonly key: string | null;
  readonly isTotal: boolean;
}

/** The side of a two-sided table that an amount column belongs to. */
export type SideName = "revenue" | "expenditure";

export function isTwoSided(rows: readonly TableRow[]): boolean {
  return rows.some(({ revenue, expenditure }) => revenue !== undefined || expenditure !== undefined);
}

/** Rows that repeat what others say, whether or not they stand under them. */
const SUM_ROLES: ReadonlySet<string> = new Set(["total", "subtotal", "ofWhich"]);

/** One identity a row, from the tree that `parent` draws. */
export function rowIdentities(rows: readonly TableRow[]): readonly RowIdentity[] {
  const parents = new Set(rows.flatMap(({ parent }) => parent ?? []));
  const paths: (readonly string[])[] = [];
  return rows.map((row, index) => {
    const { name, code } = nameAndCode(row);
    const step = code === null ? name : `${code} ${name}`;
    const path = [...((row.parent === null ? undefined : paths[row.parent]) ?? []), step];
    paths.push(path);
    return { name, code, path, key: row.key ?? null, isTotal: SUM_ROLES.has(row.role) || parents.has(index) };
  });
}

/**
 * One identity a row of one side of a two-sided table; null where the side is empty.
 *
 * The tree of a side is drawn by its own ordinals (一、 over （一） over 1.): a row's `parent` can follow one side only.
 */
export function sideIdentities(rows: readonly TableRow[], name: SideName): readonly (RowIdentity | null)[] {
  const sides = rows.map((row) => row[name] ?? null);
  const depths = sides.map((side) => (side ? ordinalDepth(side.ordinal) : 0));
  const open: { depth: number; label: string }[] = [];
  return sides.map((side, index) => {
    if (!side) return null;
    const depth = depths[index] ?? 0;
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const path = [...open.map(({ label }) => label), side.label];
    open.push({ depth, label: side.label });
    const next = sides.findIndex((other, at) => at > index && other !== null);
    const hasParts = next >= 0 && (depths[next] ?? 0) > depth && depth > 0;
    return { name: side.label, code: null, path, key: side.key, isTotal: hasParts || isSumLabel(side, name) };
  });
}

function nameAndCode(row: TableRow): { name: string; code: string | null } {
  if (row.departmentEconomic || row.governmentEconomic) {
    const { code, name } = row.departmentEconomic ?? row.governmentEconomic ?? { code: null, name: "" };
    return { name, code };
  }
  const name = row.name ?? row.label ?? row.projectName ?? row.taskName ?? row.budgetUnitName ?? firstText(row);
  return { name, code: row.code ?? (row.role === "unit" ? (row.budgetUnitCode ?? null) : null) };
}

function firstText(row: TableRow): string {
  return row.cells.find((cell) => cell !== null) ?? "";
}

/** 1 for 一、, 2 for （一）, 3 for 1. and the like; 1 for none. */
function ordinalDepth(ordinal: string | null): number {
  if (ordinal === null) return 1;
  if (/^[（(]\s*[一二三四五六七八九十]/u.test(ordinal)) return 2;
  return /^[（(]?\s*[\d０-９①-⑳]/u.test(ordinal) ? 3 : 1;
}

function isSumLabel(side: Side, name: SideName): boolean {
  const labels = name === "revenue" ? revenueLabels : expenditureLabels;
  return labels.some(({ key, role }) => key === side.key && role !== "line");
}
