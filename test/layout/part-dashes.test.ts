import { describe, expect, it } from "vitest";
import { tableChunks } from "../../src/layout/lines/chunk.ts";
import { partDashes } from "../../src/layout/lines/part-dashes.ts";
import { glyphsToLines } from "../../src/layout/lines/printed-line.ts";
import type { Glyph } from "../../src/read/page.ts";

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
