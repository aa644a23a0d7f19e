import type { Matrix } from "./matrix.ts";

// Codes of pdf.js's path buffer, which it does not export.
const moveTo = 0;
const lineTo = 1;
const closePath = 4;

/** Sides lean by no more than this many points. */
const lean = 0.1;

/** Whether a path is one rectangle, and its sides run along those of the page. */
export function isRectangle(path: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): boolean {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = 0; i < path.length; ) {
    const code = path[i];
    if (code === closePath) {
      i += 1;
      continue;
    }
    if (code !== lineTo && !(code === moveTo && xs.length === 0)) return false;
    if (xs.length === 5) return false;
    const ux = path[i + 1] ?? 0;
    const uy = path[i + 2] ?? 0;
    xs.push(a * ux + c * uy + e);
    ys.push(b * ux + d * uy + f);
    i += 3;
  }
  const isStraight = (from: number, to: number, across: readonly number[], along: readonly number[]) =>
    Math.abs((across[from] ?? 0) - (across[to] ?? 0)) <= lean && Math.abs((along[from] ?? 0) - (along[to] ?? 0)) > lean;
  const sides = [0, 1, 2, 3].map((from) => [from, (from + 1) % 4] as const);
  const alternate = (first: readonly number[], second: readonly number[]) =>
    sides.every(([from, to]) => (from % 2 === 0 ? isStraight(from, to, first, second) : isStraight(from, to, second, first)));
  const closes = xs.length === 4 || (Math.abs((xs[4] ?? 0) - (xs[0] ?? 0)) <= lean && Math.abs((ys[4] ?? 0) - (ys[0] ?? 0)) <= lean);
  return xs.length >= 4 && closes && (alternate(xs, ys) || alternate(ys, xs));
}
