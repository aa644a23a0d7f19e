import { describe, expect, it } from "vitest";
import { drawnWidths } from "../../src/read/drawn-widths.ts";
import type { Glyph } from "../../src/read/page.ts";

const SIZE = 10;

/** A text whose glyphs are `width` ems wide by their font and begin `advance` ems apart. */
function text(characters: string, advance: number, width: number, left = 100): Glyph[] {
  return Array.from(characters, (char, index): Glyph => {
    const x = left + index * advance * SIZE;
    return { text: char, box: [x, 90, x + width * SIZE, 100], baseline: 99, fontSize: SIZE, angle: 0 };
  });
}

const right = (glyphs: readonly Glyph[]) => Number(drawnWidths(glyphs).at(-1)?.box[2].toFixed(1));

describe("the width of a glyph", () => {
  it.each([
    ["is what its font says where the next one begins there", text("1,234.50", 0.5, 0.5), 140],
    ["and where letters are set a little closer", text("1,234.50", 0.4, 0.5), 133],
    ["is what is drawn where the font says twice as much", text("1,234.50", 0.47, 0.92), 137.6],
    ["also of the last one, before another text", [...text("1,234.50", 0.47, 0.92), ...text("7", 0.47, 0.92, 137.6)], 142.3],
    ["is the font's where a few are printed twice", [...text("1,234.50", 0.5, 0.5), ...text("00", 0.02, 0.5, 200)], 205.2],
    ["is the font's where too few tell", text("1.0", 0.47, 0.92), 118.6],
    ["of a Han is an em", text("预算支出", 0.5, 1), 125],
  ])("%s", (_name, glyphs, expected) => {
    expect(right(glyphs)).toBeCloseTo(expected, 1);
  });
});
