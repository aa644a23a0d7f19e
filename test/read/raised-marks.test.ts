import { describe, expect, it } from "vitest";
import { pageToRegions } from "../../src/layout/page-to-regions.ts";
import { parsePrintedAmount } from "../../src/model/printed-amount.ts";
import type { Glyph } from "../../src/read/page.ts";
import { raisedMarks } from "../../src/read/raised-marks.ts";
import { drawingOf, drawTable, pageOf, printedGlyphs, ruleStyles } from "../support/drawn-table.ts";

const SIZE = 10;
const figure = printedGlyphs("1,200.00", 100, 200, SIZE);
/** A text behind the figure: of so many ems of its size, raised by so many, so many away. */
const mark = (text: string, size: number, raise: number, away = 0) =>
  printedGlyphs(text, 140 + away * SIZE, 200 - raise * SIZE, size * SIZE);

const textOf = (glyphs: readonly Glyph[]) =>
  raisedMarks(glyphs)
    .map(({ text }) => text)
    .join("");

describe("a small raised number behind a figure", () => {
  it.each([
    ["is a mark", mark("1", 0.6, 0.35), "1,200.00¹"],
    ["is one in brackets", mark("(12)", 0.6, 0.35).slice(0, 3), "1,200.00⁽¹²"],
    ["is none where it is as large", mark("1", 0.9, 0.35), "1,200.001"],
    ["is none on the line", mark("1", 0.6, 0.1), "1,200.001"],
    ["is none on the line above", mark("1", 0.6, 0.8), "1,200.001"],
    ["is none where it stands apart", mark("1", 0.6, 0.35, 0.4), "1,200.001"],
    ["is none in a longer text", mark("1234", 0.6, 0.35), "1,200.001234"],
    ["is none that has a unit", mark("1万", 0.6, 0.35), "1,200.001万"],
  ])("%s", (_name, behind, expected) => {
    expect(textOf([...figure, ...behind])).toBe(expected);
  });

  it("is one wherever the file draws it", () => {
    expect(textOf([...mark("1", 0.6, 0.35), ...figure])).toBe("¹1,200.00");
  });

  it("stays in the cell and out of the amount", () => {
    const table = drawTable("项目 | 合计\n甲 | 1.00\n乙 | 1,200.00", { headerRows: 1 });
    const last = table.glyphs.at(-1);
    const [, , x = 0] = last?.box ?? [];
    const glyphs = raisedMarks([...table.glyphs, ...printedGlyphs("1", x, (last?.baseline ?? 0) - 3, 5)]);
    const [grid] = pageToRegions(pageOf(glyphs, ruleStyles["every cell"](table))).regions;
    expect(grid?.kind === "grid" && drawingOf(grid)).toBe("项目 | 合计\n甲 | 1.00\n乙 | 1,200.00¹");
    expect(parsePrintedAmount("1,200.00¹")).toEqual(parsePrintedAmount("1,200.00"));
    expect(parsePrintedAmount("1²200.00")).toBeUndefined();
  });
});
