import { describe, expect, it } from "vitest";
import { readFirst, rulingsOf } from "../support/read-tiny.ts";
import { tinyPdf } from "../support/tiny-pdf.ts";

async function rulings(content: string, further: Parameters<typeof tinyPdf>[1] = [], resources = ""): Promise<readonly string[]> {
  return rulingsOf((await readFirst(tinyPdf([{ content, resources }], further))).page);
}

describe("a drawn line is a ruling, whatever it is drawn with", () => {
  const across = "horizontal at 742 from 50 to 300";
  const cases: [string, string, string[]][] = [
    ["a stroke", "2 w 50 100 m 300 100 l S", [`${across} by 2`]],
    ["a dashed stroke", "[3 2] 0 d 50 100 m 300 100 l S", [`${across} by 1`]],
    ["a thin filled rectangle", "50 99.5 250 1 re f", [`${across} by 1`]],
    ["a thin upright rectangle", "49.5 100 1 200 re f", ["vertical at 50 from 542 to 742 by 1"]],
    ["a rectangle without height", "50 100 250 0 re S", [`${across} by 1`, `${across} by 1`]],
    ["a thin quadrilateral", "50 99.5 m 300 99.5 l 299.5 100.5 l 50.5 100.5 l h f", [`${across} by 1`]],
    ["several rectangles in one path", "50 99.5 250 1 re 50 199.5 250 1 re f", [`${across} by 1`, "horizontal at 642 from 50 to 300 by 1"]],
    [
      "the border of a cell",
      "50 100 250 40 re S",
      [
        `horizontal at 742 from 50 to 300 by 1`,
        "vertical at 300 from 702 to 742 by 1",
        "horizontal at 702 from 50 to 300 by 1",
        "vertical at 50 from 702 to 742 by 1",
      ],
    ],
    ["a line under a matrix", "0.5 0 0 0.5 0 0 cm 4 w 100 200 m 600 200 l S", [`${across} by 2`]],
    ["a line that leans a little", "50 100 m 300 100.2 l S", ["horizontal at 741.9 from 50 to 300 by 1"]],
    [
      "a line to a point far off the page, where the page shows it",
      "50 100 m 2147483648 200 l S",
      ["horizontal at 742 from 50 to 595 by 1"],
    ],
    ["a line from far below", "50.5 -2147483648 m 50 742 l S", ["vertical at 50 from 100 to 842 by 1"]],
    [
      "the sides of a frame with round corners",
      "60 100 m 290 100 l 300 100 300 110 300 110 c 300 200 l S",
      ["horizontal at 742 from 60 to 290 by 1", "vertical at 300 from 642 to 732 by 1"],
    ],
    [
      "the outlines of letters, which are none",
      "50 100 m 86 100 l 86 102 l 50 102 l h 90 100 m 120 100 l 120 130 110 130 110 130 c h S",
      [],
    ],
    [
      "a frame with a round corner that is larger than a letter",
      "50 100 m 90 100 l 100 100 100 110 100 110 c S",
      ["horizontal at 742 from 50 to 90 by 1"],
    ],
    [
      "the border of a small cell that is drawn with something round and a frame",
      "50 100 20 10 re 100 100 m 110 100 110 110 110 110 c 50 300 200 100 re S",
      [
        "horizontal at 742 from 50 to 70 by 1",
        "vertical at 70 from 732 to 742 by 1",
        "horizontal at 732 from 50 to 70 by 1",
        "vertical at 50 from 732 to 742 by 1",
        "horizontal at 542 from 50 to 250 by 1",
        "vertical at 250 from 442 to 542 by 1",
        "horizontal at 442 from 50 to 250 by 1",
        "vertical at 50 from 442 to 542 by 1",
      ],
    ],
    ["a line with the width from the graphics state", "/G gs 50 100 m 300 100 l S", [`${across} by 3`]],
  ];
  it.each(cases)("%s", async (_name, content, expected) => {
    expect(await rulings(content, [], "/ExtGState<</G<</LW 3>>>>")).toEqual(expected);
  });

  it("a border that is drawn as an area with a hole", async () => {
    const sides = [
      "vertical at 50.5 from 702 to 742 by 1",
      "horizontal at 702.5 from 50 to 300 by 1",
      "vertical at 299.5 from 702 to 742 by 1",
      "horizontal at 741.5 from 50 to 300 by 1",
    ];
    expect(await rulings("50 100 250 40 re 51 101 248 38 re f*")).toEqual(sides);
    expect(await rulings("50 100 250 40 re 60 110 100 20 re f*")).toEqual([]);
  });

  it("the dots of a dotted line, whichever way it runs", async () => {
    const found = await rulings("50 100 0.5 0.5 re 51 100 0.5 0.5 re f");
    expect(found).toEqual(
      [50, 51].flatMap((x) => [`horizontal at 741.75 from ${x} to ${x + 0.5} by 0.5`, `vertical at ${x + 0.25} from 741.5 to 742 by 0.5`]),
    );
  });

  it("a picture of one pixel, stretched", async () => {
    const image = {
      source: "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8>>",
      stream: Uint8Array.of(0),
    };
    expect(await rulings("q 250 0 0 1 50 99.5 cm /Im Do Q", [image], "/XObject<</Im 10 0 R>>")).toEqual([`${across} by 1`]);
  });

  it("a line inside a form", async () => {
    const form = { source: "<</Type/XObject/Subtype/Form/BBox[0 0 1000 1000]>>", stream: "0 0 m 125 0 l S" };
    expect(await rulings("q 2 0 0 2 50 100 cm /Fm Do Q", [form], "/XObject<</Fm 10 0 R>>")).toEqual([`${across} by 2`]);
  });
});

describe("what borders nothing is no ruling", () => {
  const cases: [string, string][] = [
    ["a slanting line", "50 100 m 300 200 l S"],
    ["a coloured area", "0.9 g 50 100 250 40 re f"],
    ["an area that is painted in strips", [0, 1, 2, 3].map((strip) => `0.9 g 50 ${100 + 2 * strip} 250 2 re f`).join(" ")],
    ["white on white", "1 g 50 99.5 250 1 re f 1 G 50 200 m 300 200 l S"],
    ["a line that is clipped away", "q 0 0 40 40 re W n 50 100 m 300 100 l S Q"],
    ["a line that is wholly transparent", "/G gs 50 100 m 300 100 l S"],
    ["a path that is not painted", "50 100 m 300 100 l n"],
    ["a curve", "50 100 m 100 200 200 200 300 100 c S"],
  ];
  it.each(cases)("%s", async (_name, content) => {
    expect(await rulings(content, [], "/ExtGState<</G<</CA 0>>>>")).toEqual([]);
  });

  it("white on a coloured ground divides it", async () => {
    expect(await rulings("0.8 g 50 100 250 40 re f 1 g 170 100 1 40 re f")).toEqual(["vertical at 170.5 from 702 to 742 by 1"]);
  });

  it("white on paper borders the table whose coloured rows show white lines that it touches", async () => {
    const coloured = "0.8 g 50 100 250 40 re f 1 g 170 100 1 40 re f";
    expect(await rulings(`${coloured} 170 140 1 40 re f 400 140 1 40 re f`)).toEqual([
      "vertical at 170.5 from 702 to 742 by 1",
      "vertical at 170.5 from 662 to 702 by 1",
    ]);
  });

  it("two borders that touch stay borders", async () => {
    expect(await rulings("50 100 250 2 re f 50 102 250 2 re f")).toHaveLength(2);
  });

  it("a clip cuts a line short", async () => {
    expect(await rulings("q 100 0 100 400 re W n 50 100 m 300 100 l S Q")).toEqual(["horizontal at 742 from 100 to 200 by 1"]);
  });
});
