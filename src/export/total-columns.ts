import { compactText } from "../model/compact-text.ts";
import type { TableColumn } from "../tables/table-schema.ts";

const SUMS = new Set(["合计", "总计", "小计"]);

/** A heading over columns that divide the total a second time, beside those that divide it already. */
const OF_WHICH = /^其中:?$/u;

/**
 * Tells which amount columns repeat the money of others.
 *
 * A column is a sum when its header ends in 合计, 总计 or 小计 and another amount column stands under the same heading; a sum at the top
 * needs any other amount column. 合计 alone in its table is no repetition. Columns under a heading 其中 (the districts of a transfer
 * payment) repeat what the columns outside it say, where there are such besides the sums.
 *
 * @param columns All leaf columns of the table as printed.
 * @param amountKeys Keys of the columns that hold money.
 * @returns Keys of the columns that repeat others.
 */
export function totalColumns(columns: readonly TableColumn[], amountKeys: ReadonlySet<string>): ReadonlySet<string> {
  const money = columns.flatMap(({ key, path }) =>
    key !== undefined && amountKeys.has(key) ? [{ key, path: path.map(compactText) }] : [],
  );
  const sums = money.filter(({ key, path }) => {
    if (!SUMS.has(path.at(-1) ?? "") && key !== "total") return false;
    const heading = path.slice(0, -1);
    return money.some((other) => other.key !== key && heading.every((part, depth) => other.path[depth] === part));
  });
  const parts = money.filter((column) => !sums.includes(column));
  const ofWhich = parts.filter(({ path }) => path.slice(0, -1).some((part) => OF_WHICH.test(part)));
  const repeated = ofWhich.length < parts.length ? [...sums, ...ofWhich] : sums;
  return new Set(repeated.map(({ key }) => key));
}
