/** An affine map as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that applies `inner` first and then `outer`. */
export function compose(outer: Matrix, inner: ArrayLike<number>): Matrix {
  const [a, b, c, d, e, f] = outer;
  const p = inner[0] ?? 1;
  const q = inner[1] ?? 0;
  const r = inner[2] ?? 0;
  const s = inner[3] ?? 1;
  const t = inner[4] ?? 0;
  const u = inner[5] ?? 0;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** The axis-parallel box around the image of a box. */
export function mapBox([a, b, c, d, e, f]: Matrix, x0: number, y0: number, x1: number, y1: number): [number, number, number, number] {
  const ax0 = a * x0;
  const ax1 = a * x1;
  const cy0 = c * y0;
  const cy1 = c * y1;
  const bx0 = b * x0;
  const bx1 = b * x1;
  const dy0 = d * y0;
  const dy1 = d * y1;
  return [
    Math.min(ax0, ax1) + Math.min(cy0, cy1) + e,
    Math.min(bx0, bx1) + Math.min(dy0, dy1) + f,
    Math.max(ax0, ax1) + Math.max(cy0, cy1) + e,
    Math.max(bx0, bx1) + Math.max(dy0, dy1) + f,
  ];
}
