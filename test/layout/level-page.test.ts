import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leanOf } from "../../src/layout/lines/level-page.ts";
import { pageToRegions } from "../../src/layout/page-to-regions.ts";
import type { Grid } from "../../src/layout/region.ts";
import type { Box } from "../../src/model/box.ts";
import type { PositionedPage } from "../../src/read/page.ts";
import { drawingOf, drawTable, pageOf, ruleStyles } from "../support/drawn-table.ts";

const DRAWING = `
科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
201 | 一般公共服务支出 | 30.00 | 10.00 | 20.00
20126 | 档案事务 | 30.00 | 10.00 | 20.00
2012601 | 行政运行 | 10.00 | 10.00 | 0.00
2012604 | 档案馆 | 20.00 | 0.00 | 20.00`.trim();
const TABLE = drawTable(DRAWING, { headerRows: 1, xs: [40, 140, 440, 560, 680, 800] });

/** The page as a feeder that turns the paper puts it on the glass. */
function turned(page: PositionedPage, degrees: number): PositionedPage {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const place = (x: number, y: number): readonly [number, number] => [
    page.width / 2 + (x - page.width / 2) * cos - (y - page.height / 2) * sin,
    page.height / 2 + (x - page.width / 2) * sin + (y - page.height / 2) * cos,
  ];
  return {
    ...page,
    glyphs: page.glyphs.map((glyph) => {
      const [x0, y0, x1, y1] = glyph.box;
      const [x, baseline] = place((x0 + x1) / 2, glyph.baseline);
      const half = (x1 - x0) / 2;
      const box: Box = [x - half, baseline + y0 - glyph.baseline, x + half, baseline + y1 - glyph.baseline];
      return { ...glyph, box, baseline };
    }),
    rulings: page.rulings.map((ruling) => {
      const half = (ruling.to - ruling.from) / 2;
      const isHorizontal = ruling.direction === "horizontal";
      const [x, y] = isHorizontal ? place(ruling.from + half, ruling.position) : place(ruling.position, ruling.from + half);
      const [position, middle] = isHorizontal ? [y, x] : [x, y];
      return { ...ruling, position, from: middle - half, to: middle + half };
    }),
  };
}

const gridsOf = (page: PositionedPage) => pageToRegions(page).regions.filter((region): region is Grid => region.kind === "grid");

describe("a page that leans", () => {
  it.each(["every cell", "three lines", "no lines"] as const)("gives the cells of the level page, drawn with %s", (style) => {
    const level = pageOf(TABLE.glyphs, ruleStyles[style](TABLE));
    const degrees = fc.double({ min: -2.5, max: 2.5, noNaN: true });
    fc.assert(
      fc.property(degrees, (angle) => {
        expect(gridsOf(turned(level, angle)).map(drawingOf)).toEqual([DRAWING]);
      }),
      { seed: 20_240_614, numRuns: 100 },
    );
  });

  it("has its cells where they are printed", () => {
    const page = turned(pageOf(TABLE.glyphs, ruleStyles["three lines"](TABLE)), 1);
    const cell = gridsOf(page)[0]?.cells.find(({ lines }) => lines.includes("档案馆"));
    const glyph = page.glyphs.findLast(({ text }) => text === "馆");
    const [x0, y0, x1, y1] = cell?.box ?? [0, 0, 0, 0];
    expect(glyph && glyph.box[0] > x0 && glyph.box[2] < x1 && glyph.baseline > y0 && glyph.baseline < y1 + 1).toBe(true);
  });

  it.each<[string, PositionedPage]>([
    ["is level", pageOf(TABLE.glyphs, [])],
    ["leans by less than its lines are high", turned(pageOf(TABLE.glyphs, []), 0.05)],
    ["has no text", pageOf([], [])],
    [
      "has lines that rise and fall",
      pageOf(
        TABLE.glyphs.map((glyph) => ({ ...glyph, baseline: glyph.baseline + 0.02 * glyph.box[0] * (glyph.baseline % 2 < 1 ? 1 : -1) })),
        [],
      ),
    ],
  ])("is left as it is where it %s", (_, page) => {
    expect(leanOf(page)).toBeUndefined();
  });
});
