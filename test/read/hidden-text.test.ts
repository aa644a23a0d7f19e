import { describe, expect, it } from "vitest";
import { readFirst } from "../support/read-tiny.ts";
import { printed, tinyPdf } from "../support/tiny-pdf.ts";

describe("what cannot be seen is left out, and said", () => {
  const hidden = printed("藏", 100, 700);
  const cases: [string, string, string][] = [
    ["invisible text", `3 Tr ${hidden} 0 Tr`, "read.invisible-text 1 1 藏"],
    ["wholly transparent text", `q /G gs ${hidden} Q`, "read.invisible-text 1 1 藏"],
    ["white on white", `1 g ${hidden} 0 g`, "read.white-text 1 1 藏"],
    ["clipped away", `q 0 0 50 50 re W n ${hidden} Q`, "read.clipped-text 1 1 藏"],
    ["beyond the edge", printed("藏", 100, 900), "read.off-page-text 1 1 藏"],
    ["painted over", `${hidden} 1 g 95 690 40 30 re f 0 g`, "read.covered-text 1 1 藏"],
    ["in a layer that is off", `/OC /Off BDC ${hidden} EMC`, "read.hidden-layer-text 1 1 藏"],
    ["in a form that belongs to such a layer", "/Fm Do", "read.hidden-layer-text 1 1 藏"],
  ];
  it.each(cases)("%s", async (_name, content, message) => {
    const layer = { source: "<</Type/OCG/Name(draft)>>" };
    const form = { source: "<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/OC 10 0 R/Resources<</Font<</H 4 0 R>>>>>>", stream: hidden };
    const resources = "/ExtGState<</G<</ca 0>>>>/Properties<</Off 10 0 R>>/XObject<</Fm 11 0 R>>";
    const catalog = "/OCProperties<</OCGs[10 0 R]/D<</OFF[10 0 R]>>>>";
    const { text, messages } = await readFirst(
      tinyPdf([{ content: `${content} ${printed("显", 100, 600)}`, resources }], [layer, form], catalog),
    );
    expect(text).toBe("显");
    expect(messages).toEqual([message]);
  });

  it("text in a layer that is on is read", async () => {
    const content = `/OC /On BDC ${printed("显", 100, 600)} EMC`;
    const pdf = tinyPdf(
      [{ content, resources: "/Properties<</On 10 0 R>>" }],
      [{ source: "<</Type/OCG/Name(x)>>" }],
      "/OCProperties<</OCGs[10 0 R]/D<<>>>>",
    );
    expect(await readFirst(pdf)).toMatchObject({ text: "显", codes: [] });
  });

  it.each([
    ["an area that shows what is under it", "q /G gs 0 g 95 590 40 30 re f Q"],
    ["an area that blends with what is under it", "q /M gs 1 1 0 rg 95 590 40 30 re f Q"],
    ["an area of another shape", "1 g 95 590 m 140 590 l 95 640 l h f 0 g"],
    ["an area clipped to another shape", "q 0 0 m 600 0 l 0 100 l h W n 1 g 95 590 40 30 re f Q"],
    ["a frame", "95 590 40 30 re S"],
  ])("text under %s is read", async (_name, over) => {
    const resources = "/ExtGState<</G<</ca 0.4>>/M<</BM/Multiply>>>>";
    expect(await readFirst(tinyPdf([{ content: printed("显", 100, 600) + over, resources }]))).toMatchObject({ text: "显", codes: [] });
  });

  it.each([
    ["a figure that the edge cuts", "12345.67", 568, 600, ["read.cut-text 1 3 .67"]],
    ["one that the left edge cuts", "12345.67", -12, 600, ["read.cut-text 1 2 12"]],
    ["one that stands beyond it, not far behind a word", "345.67", 600, 600, []],
    ["a line beyond the foot, close below another", "345.67", 100, -6, []],
  ])("%s", async (_name, figure, x, y, cut) => {
    const shown = printed("9.00", 571, y === 600 ? 600 : 3, 10, "L");
    const { messages } = await readFirst(tinyPdf([`${x > 590 || y < 0 ? shown : ""} ${printed(figure, x, y, 10, "L")}`]));
    expect(messages.filter((message) => !message.startsWith("read.off-page-text"))).toEqual(cut);
  });

  it("white on a coloured ground is read", async () => {
    expect(await readFirst(tinyPdf([`0.2 g 90 690 100 30 re f 1 g ${printed("显", 100, 700)}`]))).toMatchObject({ text: "显", codes: [] });
  });
});

describe("bold that is made by printing twice is one text", () => {
  const cases: [string, string, string][] = [
    ["in the same place", printed("预算11", 100, 700) + printed("预算11", 100, 700), "预算11"],
    ["a little aside", printed("预算11", 100, 700) + printed("预算11", 100.4, 700), "预算11"],
    ["four times around", [0, 0.3].flatMap((x) => [0, 0.3].map((y) => printed("预", 100 + x, 700 + y))).join(""), "预"],
    ["but equal digits side by side stay two", "BT /L 10 Tf 100 700 Td (11) Tj ET", "11"],
    [
      "nor is a figure whose first digit falls on the equal last digit of its neighbour",
      "BT /L 10 Tf 100 700 Td (618.14) Tj 25 0 Td (42.00) Tj ET",
      "618.1442.00",
    ],
    ["and the same word in the next row", printed("预", 100, 700) + printed("预", 100, 688), "预预"],
  ];
  it.each(cases)("%s", async (_name, content, text) => {
    expect((await readFirst(tinyPdf([content]))).text).toBe(text);
  });

  it("an invisible copy behind the text is no loss", async () => {
    expect(await readFirst(tinyPdf([`${printed("预", 100, 700)} 3 Tr ${printed("预", 100, 700)}`]))).toMatchObject({
      text: "预",
      codes: [],
    });
  });
});
