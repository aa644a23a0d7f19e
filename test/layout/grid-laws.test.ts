import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageToRegions } from "../../src/layout/page-to-regions.ts";
import type { Grid } from "../../src/layout/region.ts";
import type { PositionedPage, Ruling } from "../../src/read/page.ts";
import { drawingOf, drawTable, pageOf, ruleStyles } from "../support/drawn-table.ts";
import { gridOf } from "../support/grid-of.ts";

const gridsOf = (page: PositionedPage) => pageToRegions(page).regions.filter((region): region is Grid => region.kind === "grid");

const han = fc.constantFrom(..."社会保障和就业支出行政事业单位养老基本医疗卫生健康管理服务住房公积金补贴教育科技文化体育农林水节能环保");
const words = (minLength: number, maxLength: number) => fc.array(han, { minLength, maxLength }).map((chars) => chars.join(""));
const money = fc.integer({ min: 0, max: 99_999_999 }).map((fen) => {
  const [whole = "", cents = ""] = (fen / 100).toFixed(2).split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/gu, ",")}.${cents}`;
});
const wrapped = fc.array(words(2, 8), { minLength: 1, maxLength: 3 }).map((lines) => lines.join("/"));

/** A drawing whose inner cells are merged at random; the first row and the first column are not, so that every edge is one. */
const mergedDrawing = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 7 }))
  .chain(([rows, columns]) => {
    const merge = fc.record({
      row: fc.integer({ min: 1, max: rows - 1 }),
      column: fc.integer({ min: 1, max: columns - 1 }),
      height: fc.integer({ min: 1, max: 3 }),
      width: fc.integer({ min: 1, max: 3 }),
    });
    const texts = fc.array(fc.oneof(wrapped, money, fc.constant("")), { minLength: rows * columns, maxLength: rows * columns });
    return fc.tuple(fc.constant(rows), fc.constant(columns), texts, fc.array(merge, { maxLength: 4 }));
  })
  .map(([rows, columns, texts, merges]) => {
    const places = Array.from({ length: rows }, (_, row) => texts.slice(row * columns, (row + 1) * columns));
    const taken = new Set<string>();
    for (const { row, column, height, width } of merges) {
      const [bottom, right] = [Math.min(rows, row + height), Math.min(columns, column + width)];
      const own: [number, number][] = [];
      for (let r = row; r < bottom; r++) for (let c = column; c < right; c++) own.push([r, c]);
      if (own.some(([r, c]) => taken.has(`${r} ${c}`))) continue;
      for (const [r, c] of own) {
        taken.add(`${r} ${c}`);
        if (r !== row || c !== column) (places[r] as string[])[c] = c > column ? "<" : "^";
      }
    }
    return places.map((row) => row.join(" | ")).join("\n");
  });

/** How a program may draw one line: a little aside, in two pieces, twice. */
const drawnLine = fc.record({
  aside: fc.double({ min: -0.4, max: 0.4, noNaN: true }),
  short: fc.double({ min: 0, max: 1, noNaN: true }),
  cutAt: fc.option(fc.double({ min: 0.1, max: 0.9, noNaN: true }), { nil: undefined }),
  twin: fc.option(fc.double({ min: 0.5, max: 1.5, noNaN: true }), { nil: undefined }),
});
type DrawnLine = typeof drawnLine extends fc.Arbitrary<infer Value> ? Value : never;

function redraw(ruling: Ruling, { aside, short, cutAt, twin }: DrawnLine): Ruling[] {
  const line = { ...ruling, position: ruling.position + aside, from: ruling.from + short, to: ruling.to - short };
  const at = cutAt === undefined ? undefined : line.from + cutAt * (line.to - line.from);
  const pieces =
    at === undefined
      ? [line]
      : [
          { ...line, to: at - 0.4 },
          { ...line, from: at + 0.4 },
        ];
  return twin === undefined ? pieces : [...pieces, ...pieces.map((piece) => ({ ...piece, position: piece.position + twin }))];
}

describe("a ruled table", () => {
  it("gives its cells, however they are merged and its lines are drawn", () => {
    fc.assert(
      fc.property(mergedDrawing, fc.array(drawnLine, { minLength: 40, maxLength: 40 }), (drawing, ways) => {
        const table = drawTable(drawing, { headerRows: 1 });
        const rulings = ruleStyles["every cell"](table).flatMap((ruling, index) => redraw(ruling, ways[index % ways.length] as DrawnLine));
        expect(gridsOf(pageOf(table.glyphs, rulings)).map(drawingOf)).toEqual([drawingOf(gridOf(drawing))]);
      }),
      { seed: 20261122, numRuns: 80 },
    );
  });
});

/** A table of amounts: a label, then columns of which some stand under a common heading; each prints an amount somewhere. */
const amountsDrawing = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 }), fc.integer({ min: 3, max: 8 }))
  .chain(([groups, rows]) => {
    const columns = groups.reduce((sum, count) => sum + count, 0);
    const row = fc.tuple(
      wrapped,
      fc.array(fc.oneof({ weight: 4, arbitrary: money }, { weight: 1, arbitrary: fc.constant("-") }), {
        minLength: columns,
        maxLength: columns,
      }),
    );
    return fc.record({
      groups: fc.constant(groups),
      headings: fc.uniqueArray(words(3, 6), { minLength: columns, maxLength: columns }),
      over: fc.uniqueArray(words(5, 8), { minLength: groups.length, maxLength: groups.length }),
      rows: fc.array(row, { minLength: rows, maxLength: rows }),
    });
  })
  .map(({ groups, headings, over, rows }) => {
    const hasLevels = groups.some((count) => count > 1);
    const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, count) => sum + count, 0));
    const top = groups.flatMap((count, index) =>
      count === 1 ? [headings[starts[index] ?? 0] ?? ""] : [over[index] ?? "", ...Array.from({ length: count - 1 }, () => "<")],
    );
    const leaves = groups.flatMap((count, index) => (count === 1 ? ["^"] : headings.slice(starts[index], (starts[index] ?? 0) + count)));
    const header = [["项目名称", ...top], ...(hasLevels ? [["^", ...leaves]] : [])];
    return {
      headerRows: header.length,
      drawing: [...header, ...rows.map(([label, amounts]) => [label, ...amounts])].map((cells) => cells.join(" | ")).join("\n"),
    };
  });

describe("a table of amounts", () => {
  it.each(Object.entries(ruleStyles))("gives the same cells with %s drawn", (_style, rulings) => {
    fc.assert(
      fc.property(amountsDrawing, ({ drawing, headerRows }) => {
        const table = drawTable(drawing, { headerRows });
        expect(gridsOf(pageOf(table.glyphs, rulings(table))).map(drawingOf)).toEqual([drawingOf(gridOf(drawing))]);
      }),
      { seed: 20261122, numRuns: 30 },
    );
  });
});
