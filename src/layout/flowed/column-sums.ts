import type { Decimal } from "../../model/amount.ts";
import { amount } from "../../model/amount.ts";
import { isSumLabel } from "../../model/label-words.ts";
import { parsePrintedAmount } from "../../model/printed-amount.ts";
import type { Column } from "../../tables/column.ts";

/** One amount column that prints the sum of others; indexes count amount columns only. */
export interface ColumnSum {
  readonly total: number;
  readonly parts: readonly number[];
}

/** A heading that says only 其中: what stands under it is counted already. One that begins with it heads a part like the others. */
const OF_WHICH = /^其中[:：]?$/u;
/** What a printed figure may hide: half of its last decimal. */
const HALF = amount("0.005");

/**
 * Which columns add up to which, read from the headers: 合计 under a group is the sum of what stands beside it, a group counts by its own
 * 合计, and 其中 repeats what is counted already.
 */
export function columnSums(columns: readonly Column[]): readonly ColumnSum[] {
  const paths = columns.filter(({ type }) => type === "amount").map(({ headers }) => headers[0] ?? []);
  return sumsUnder(
    paths.map((path, index) => ({ path, index })),
    0,
  );
}

interface Leaf {
  readonly path: readonly string[];
  readonly index: number;
}

function sumsUnder(leaves: readonly Leaf[], depth: number): readonly ColumnSum[] {
  const children = childrenOf(leaves, depth);
  const total = children.find((child) => child.length === 1 && isSumLabel(child[0]?.path[depth] ?? ""));
  const others = children.filter((child) => child !== total && !OF_WHICH.test(child[0]?.path[depth] ?? ""));
  const parts = others.flatMap((child) => representatives(child, depth + 1));
  const own = total?.[0] && parts.length > 0 ? [{ total: total[0].index, parts }] : [];
  return [...own, ...children.filter((child) => (child[0]?.path.length ?? 0) > depth + 1).flatMap((child) => sumsUnder(child, depth + 1))];
}

/** Neighbours with the same heading at this depth. */
function childrenOf(leaves: readonly Leaf[], depth: number): readonly (readonly Leaf[])[] {
  return leaves.reduce<Leaf[][]>((groups, leaf) => {
    const open = groups.at(-1);
    const isGroup = leaf.path.length > depth + 1;
    if (open && isGroup && open[0]?.path[depth] === leaf.path[depth]) open.push(leaf);
    else groups.push([leaf]);
    return groups;
  }, []);
}

/** The column that stands for a group: its own total, or all of its parts. */
function representatives(leaves: readonly Leaf[], depth: number): readonly number[] {
  const total = leaves.find(({ path }) => path.length === depth + 1 && isSumLabel(path[depth] ?? ""));
  if (total) return [total.index];
  return leaves.length === 1
    ? leaves.map(({ index }) => index)
    : childrenOf(leaves, depth).flatMap((child) => representatives(child, depth + 1));
}

/** Whether the amounts of a row keep to every sum, within what rounding hides. */
export function addsUp(amounts: readonly (string | undefined)[], sums: readonly ColumnSum[]): boolean {
  return figuresAddUp(amounts.map(figureOf), sums);
}

/** The same of figures. */
export function figuresAddUp(values: readonly (Decimal | undefined)[], sums: readonly ColumnSum[]): boolean {
  return sums.every(({ total, parts }) => {
    const sum = parts.reduce((before, part) => before.plus(values[part] ?? 0), amount(0));
    return sum
      .minus(values[total] ?? 0)
      .abs()
      .lessThanOrEqualTo(HALF.times(parts.length + 1));
  });
}

/** What is printed; nothing for a dash or an empty cell. */
export function figureOf(text: string | undefined): Decimal {
  const printed = parsePrintedAmount(text ?? null);
  return printed?.kind === "number" ? printed.value : amount(0);
}
