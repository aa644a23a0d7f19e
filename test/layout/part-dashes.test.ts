import { describe, expect, it } from "vitest";
import { tableChunks } from "../../src/layout/lines/chunk.ts";
import { partDashes } from "../../src/layout/lines/part-dashes.ts";
import { glyphsToLines } from "../../src/layout/lines/printed-line.ts";
import { pageToRegions } from "../../src/layout/page-to-regions.ts";
import type { Glyph } from "../../src/read/page.ts";
import { pageOf, printedGlyphs } from "../support/drawn-table.ts";

const SIZE = 10;

/** A figure that begins at `left`, each of its characters half an em wide. */
function printed(text: string, left: number, baseline: number): Glyph[] {
  return Array.from(text, (char, index) => {
    const x = left + (index * SIZE) / 2;
    return { text: char, box: [x, baseline - SIZE, x + SIZE / 2, baseline] as const, baseline, fontSize: SIZE, angle: 0 };
  });
}

/** Two figures that end at 100, and below them the figure under test. */
function parted(text: string, left: number) {
  const glyphs = [...printed("12.00", 75, 20), ...printed("34.50", 75, 40), ...printed(text, left, 60)];
  const { chunks, doubts } = partDashes(glyphsToLines(glyphs).flatMap(tableChunks));
  return { texts: chunks.slice(2).map((chunk) => chunk.text), doubts };
}

describe("a dash that touches a figure", () => {
  it("is the blank of the column in which it ends, in doubt", () => {
    expect(parted("-56.70", 95)).toEqual({ texts: ["-", "56.70"], doubts: ["-56.70"] });
  });

  it("is the figure's minus anywhere else", () => {
    expect(parted("-56.70", 110)).toEqual({ texts: ["-56.70"], doubts: [] });
  });
});

it("is told with the page where it stands in a table", () => {
  const told = (last: string, left: number) => {
    const labels = ["项目", "甲经费", "乙经费", "丙经费"].flatMap((text, row) => printedGlyphs(text, 10, 20 + 20 * row, SIZE));
    const headings = [...printedGlyphs("预算数", 150, 20, SIZE), ...printedGlyphs("决算数", 182, 20, SIZE)];
    const figures = [40, 60].flatMap((baseline) => [...printed("12.00", 155, baseline), ...printed("34.50", 190, baseline)]);
    const page = pageOf([...labels, ...headings, ...figures, ...printed(last, left, 80)], []);
    return pageToRegions(page).notices.map(({ code }) => code);
  };
  expect(told("-156.70", 175)).toEqual(["layout.uncertain-columns"]);
  expect(told("56.70", 190)).toEqual([]);
});
