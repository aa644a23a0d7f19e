import { cutToWidth, displayWidth } from "../model/display-width.ts";

export interface TextTableOptions {
  /** Columns that are aligned to the right, counted from 0. */
  readonly right?: ReadonlySet<number>;
  /** Widest a column gets; longer cells are cut with `…`. @default 36 */
  readonly widest?: number;
}

/** Lays out rows for a fixed-width font, a Chinese character taking two columns; two spaces stand between columns. */
export function textTable(rows: readonly (readonly string[])[], { right = new Set(), widest = 36 }: TextTableOptions = {}): string {
  const cut = rows.map((row) => row.map((cell) => cutToWidth(cell.replace(/\s+/g, " "), widest)));
  const count = Math.max(0, ...cut.map(({ length }) => length));
  const widths = Array.from({ length: count }, (_, column) => Math.max(0, ...cut.map((row) => displayWidth(row[column] ?? ""))));
  return cut
    .map((row) => {
      const cells = row.map((cell, column) => {
        const space = " ".repeat((widths[column] ?? 0) - displayWidth(cell));
        return right.has(column) ? space + cell : cell + space;
      });
      return `${cells.join("  ").trimEnd()}\n`;
    })
    .join("");
}
