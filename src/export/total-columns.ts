import { compactText } from "../model/compact-text.ts";
import type { TableColumn } from "../tables/table-schema.ts";

const SUMS = new Set(["合计", "总计", "小计"]);

/**
 * Tells which amount columns repeat the money of others.
 *
 * A column is a sum when its header ends in 合计, 总计 or 小计 and another amount column stands under the same heading; a sum at the top
 * needs any other amount column. 合计 alone in its table is no repetition.
 *
 * @param columns All leaf columns of the table as printed.
 * @param amountKeys Keys of the columns that hold money.
 * @returns Keys of the columns that are sums.
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
  return new Set(sums.map(({ key }) => key));
}
