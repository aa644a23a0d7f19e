import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { glyphsToLines, printedText } from "../../src/layout/lines/printed-line.ts";
import type { Glyph } from "../../src/read/page.ts";

const SIZE = 10;

/** Glyphs of a text from left to right: half an em for ASCII, an em for Han, as a program prints them one by one. */
function glyphsOf(text: string, x: number, baseline = 100): Glyph[] {
  let left = x;
  return Array.from(text, (char) => {
    const width = char < "\u0080" ? SIZE / 2 : SIZE;
    const box = [left, baseline - SIZE, left + width, baseline] as const;
    left += width;
    return { text: char, box, baseline, fontSize: SIZE, angle: 0 };
  });
}

const linesOf = (glyphs: readonly Glyph[]) => glyphsToLines(glyphs).map(printedText);

describe("glyphs on a line", () => {
  it("are read from left to right, in whatever order the file prints them", () => {
    const figures = fc.array(fc.constantFrom("7979.87", "31138.37", "0.00", "2,185,847.40", "合计", "-"), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        figures.chain((texts) => {
          const glyphs = texts.flatMap((text, index) => glyphsOf(text, index * 80));
          return fc.tuple(fc.constant(texts), fc.shuffledSubarray(glyphs, { minLength: glyphs.length, maxLength: glyphs.length }));
        }),
        ([texts, glyphs]) => {
          expect(linesOf(glyphs)).toEqual([texts.join(" ")]);
        },
      ),
    );
  });

  it("have no space before a comma that stands at the right of its own full-width box", () => {
    const [whole, thousands] = [glyphsOf("212", 50), glyphsOf("777.00", 74)];
    const comma: Glyph = { text: ",", box: [68, 90, 78, 100], baseline: 100, fontSize: SIZE, angle: 0 };
    expect(linesOf([...whole, comma, ...thousands])).toEqual(["212,777.00"]);
  });

  it("keep the order of the file where a trimmed bracket begins left of the glyph before it", () => {
    const [open, ...rest] = glyphsOf("(“智慧", 50);
    const trimmed = rest.map((glyph) => ({ ...glyph, box: [glyph.box[0] - 5.5, glyph.box[1], glyph.box[2] - 5.5, glyph.box[3]] as const }));
    expect(linesOf(open ? [open, ...trimmed] : [])).toEqual(["(“智慧"]);
  });

  it("stay together where one text runs over the next", () => {
    expect(linesOf([...glyphsOf("A02061802039", 50), ...glyphsOf("9", 104)])).toEqual(["A020618020399"]);
  });
});
