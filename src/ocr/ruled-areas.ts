import type { TracedRulings } from "./find-rulings.ts";

/** Which part of a page, as the rulings divide it, a pixel is in; the same number for the same part. */
export type AreaAt = (x: number, y: number) => number;

/** Points between places that are looked at: less than any cell is wide or high. */
const step = 2;
/** Rulings that nearly meet bound an area. */
const nearlyMeet = 4;

/** Divides a page of so many pixels along its rulings. */
export function ruledAreas(width: number, height: number, { level, upright }: TracedRulings, dotsPerInch: number): AreaAt {
  const size = Math.max(1, (dotsPerInch * step) / 72);
  const more = (dotsPerInch * nearlyMeet) / 72;
  const columns = Math.ceil(width / size);
  const rows = Math.ceil(height / size);
  const area = new Int32Array(columns * rows);
  const bar = (x: number, y: number) => {
    const [column, row] = [Math.floor(x / size), Math.floor(y / size)];
    if (column >= 0 && column < columns && row >= 0 && row < rows) area[row * columns + column] = BARRED;
  };
  for (const { from, to, middle } of level)
    for (let x = from - more; x <= to + more; x += size / 2)
      bar(x, middle[Math.max(0, Math.min(middle.length - 1, Math.round(x) - from))] ?? 0);
  for (const { from, to, middle } of upright)
    for (let y = from - more; y <= to + more; y += size / 2)
      bar(middle[Math.max(0, Math.min(middle.length - 1, Math.round(y) - from))] ?? 0, y);
  numberAreas(area, columns, rows);
  return (x, y) => {
    const [column, row] = [Math.min(columns - 1, Math.floor(x / size)), Math.min(rows - 1, Math.floor(y / size))];
    // On a ruling itself: what is nearest.
    for (const [right, down] of NEAR) {
      const found = inside(column + right, row + down, columns, rows) ? area[(row + down) * columns + column + right] : BARRED;
      if (found !== undefined && found !== BARRED) return found;
    }
    return BARRED;
  };
}

const BARRED = -1;
const NEAR = [
  [0, 0],
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
] as const;

/** Gives all places that hang together the number of the first of them, from 1. */
function numberAreas(area: Int32Array, columns: number, rows: number): void {
  let count = 0;
  const open: number[] = [];
  for (let start = 0; start < area.length; start++) {
    if (area[start] !== 0) continue;
    count++;
    area[start] = count;
    open.push(start);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const column = at % columns;
      const row = (at - column) / columns;
      for (const [right, down] of NEAR.slice(1, 5)) {
        if (!inside(column + right, row + down, columns, rows)) continue;
        const next = at + down * columns + right;
        if (area[next] !== 0) continue;
        area[next] = count;
        open.push(next);
      }
    }
  }
}

function inside(column: number, row: number, columns: number, rows: number): boolean {
  return column >= 0 && row >= 0 && column < columns && row < rows;
}
