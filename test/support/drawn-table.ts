import type { Grid } from "../../src/layout/region.ts";
import type { Box } from "../../src/model/box.ts";
import type { Glyph, PositionedPage, Ruling } from "../../src/read/page.ts";
import { gridOf } from "./grid-of.ts";

export interface DrawnTable {
  readonly glyphs: readonly Glyph[];
  /** Column and row edges. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Box of each cell, and whether it belongs to the header. */
  readonly cells: readonly { readonly box: Box; readonly isHeader: boolean }[];
  readonly headerFoot: number;
}

export interface DrawOptions {
  readonly left?: number;
  readonly top?: number;
  readonly size?: number;
  /** Rows of the drawing that are header. */
  readonly headerRows: number;
  /** How figures stand in their columns. */
  readonly figures?: "right" | "left" | "centre";
  /** Where headings stand in their cells. */
  readonly headings?: "middle" | "foot";
  /** Column edges; as wide as the text needs where they are not given. */
  readonly xs?: readonly number[];
}

const PADDING = 4;
const LEADING = 1.3;
/** Columns are wider than their text by this many points. */
const ROOM = 12;
const FIGURE = /^[-\d,.()]+$/u;

/** Half an em for ASCII, an em for all else. */
export function textWidth(text: string, size: number): number {
  return Array.from(text).reduce((sum, char) => sum + (char < "\u0080" ? size / 2 : size), 0);
}

/** The glyphs of a text as a program prints them in one go. */
export function printedGlyphs(text: string, x: number, baseline: number, size: number): Glyph[] {
  let left = x;
  return Array.from(text).flatMap((char) => {
    const width = textWidth(char, size);
    const box: Box = [left, baseline - 0.85 * size, left + width, baseline + 0.15 * size];
    left += width;
    return char === " " ? [] : [{ text: char, box, baseline, fontSize: size, angle: 0 }];
  });
}

/**
 * Lays a table out as an office program does: headings in the middle of their cells, labels on the left, figures on the right, lines of a
 * cell one below the other around its middle.
 *
 * @param drawing As for `gridOf`; `/` parts the lines of a cell.
 */
export function drawTable(drawing: string, options: DrawOptions): DrawnTable {
  const { left = 50, top = 100, size = 9, headerRows, figures = "right", headings = "middle" } = options;
  const grid = gridOf(drawing);
  const xs = options.xs ?? edges(left, grid.columnCount, (column) => columnWidth(grid, column, size) + 2 * PADDING + ROOM);
  const ys = edges(top, grid.rowCount, (row) => rowHeight(grid, row, size));
  const glyphs = grid.cells.flatMap((cell) => {
    const [x0, x1] = [xs[cell.column] ?? 0, xs[cell.column + cell.columnSpan] ?? 0];
    const [y0, y1] = [ys[cell.row] ?? 0, ys[cell.row + cell.rowSpan] ?? 0];
    const isAtFoot = headings === "foot" && cell.row < headerRows;
    const middle = isAtFoot ? y1 - PADDING - (cell.lines.length * LEADING * size) / 2 : (y0 + y1) / 2;
    return cell.lines.flatMap((text, line) => {
      const width = textWidth(text, size);
      const where = cell.row < headerRows ? "centre" : FIGURE.test(text) ? figures : "left";
      const x = where === "centre" ? (x0 + x1 - width) / 2 : where === "right" ? x1 - PADDING - width : x0 + PADDING;
      const baseline = middle + (line - (cell.lines.length - 1) / 2) * LEADING * size + 0.35 * size;
      return printedGlyphs(text, x, baseline, size);
    });
  });
  const cells = grid.cells.map(({ row, column, rowSpan, columnSpan }) => ({
    box: [xs[column] ?? 0, ys[row] ?? 0, xs[column + columnSpan] ?? 0, ys[row + rowSpan] ?? 0] as const,
    isHeader: row < headerRows,
  }));
  return { glyphs, xs, ys, cells, headerFoot: ys[headerRows] ?? top };
}

/** How the lines of a table are drawn. */
export const ruleStyles = {
  "every cell": ({ cells }: DrawnTable) => cells.flatMap(({ box }) => sides(box)),
  "no outer frame": ({ cells, xs, ys }: DrawnTable) =>
    cells
      .flatMap(({ box }) => sides(box))
      .filter(({ direction, position }) => !outermost(direction === "vertical" ? xs : ys).includes(position)),
  "no left and right frame": ({ cells, xs }: DrawnTable) =>
    cells
      .flatMap(({ box }) => sides(box))
      .filter(({ direction, position }) => direction === "horizontal" || !outermost(xs).includes(position)),
  "the header only": ({ cells }: DrawnTable) => cells.filter(({ isHeader }) => isHeader).flatMap(({ box }) => sides(box)),
  "three lines": ({ xs, ys, headerFoot }: DrawnTable) => [ys[0] ?? 0, headerFoot, ys.at(-1) ?? 0].map((y) => across(xs, y)),
  "lines between rows": ({ cells }: DrawnTable) =>
    cells.flatMap(({ box }) => sides(box)).filter(({ direction }) => direction === "horizontal"),
  "no lines": () => [],
} satisfies Record<string, (table: DrawnTable) => readonly Ruling[]>;

export function pageOf(glyphs: readonly Glyph[], rulings: readonly Ruling[], pageNumber = 1): PositionedPage {
  return { kind: "positioned", pageNumber, width: 842, height: 595, glyphs, rulings };
}

/** A grid as a drawing for `gridOf`, lines of a cell joined, so that two grids can be compared by eye. */
export function drawingOf({ rowCount, columnCount, cells }: Grid): string {
  const places = Array.from({ length: rowCount }, () => new Array<string>(columnCount).fill("?"));
  for (const { row, column, rowSpan, columnSpan, lines } of cells)
    for (let r = row; r < row + rowSpan; r++)
      for (let c = column; c < column + columnSpan; c++)
        (places[r] as string[])[c] = r === row && c === column ? lines.join("").replaceAll(" ", "") : c > column ? "<" : "^";
  return places.map((row) => row.join(" | ")).join("\n");
}

function edges(first: number, count: number, length: (index: number) => number): number[] {
  const all = [first];
  for (let index = 0; index < count; index++) all.push((all.at(-1) ?? first) + length(index));
  return all;
}

function columnWidth({ cells }: Grid, column: number, size: number): number {
  const widths = cells.flatMap((cell) =>
    cell.column <= column && column < cell.column + cell.columnSpan
      ? cell.lines.map((line) => textWidth(line, size) / cell.columnSpan)
      : [],
  );
  return Math.max(size, ...widths);
}

function rowHeight({ cells }: Grid, row: number, size: number): number {
  const lines = cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan).map((cell) => cell.lines.length / cell.rowSpan);
  return Math.max(1, ...lines) * LEADING * size + 2 * PADDING;
}

function sides([x0, y0, x1, y1]: Box): Ruling[] {
  return [
    { direction: "horizontal", position: y0, from: x0, to: x1, thickness: 0.5 },
    { direction: "horizontal", position: y1, from: x0, to: x1, thickness: 0.5 },
    { direction: "vertical", position: x0, from: y0, to: y1, thickness: 0.5 },
    { direction: "vertical", position: x1, from: y0, to: y1, thickness: 0.5 },
  ];
}

function across(xs: readonly number[], position: number): Ruling {
  return { direction: "horizontal", position, from: xs[0] ?? 0, to: xs.at(-1) ?? 0, thickness: 1 };
}

function outermost(positions: readonly number[]): (number | undefined)[] {
  return [positions[0], positions.at(-1)];
}
