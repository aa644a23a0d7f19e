import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BudgetError } from "../../src/model/budget-error.ts";
import { randomOf } from "../support/law-runs.ts";
import { readAll, readFirst } from "../support/read-tiny.ts";
import { printed, tinyPdf } from "../support/tiny-pdf.ts";

const corpus = (name: string) => new Uint8Array(readFileSync(new URL(`../../fixtures/corpus/${name}`, import.meta.url)));

const mutations: Readonly<Record<string, (bytes: Uint8Array, random: () => number) => Uint8Array>> = {
  "bytes are changed": (bytes, random) => {
    const changed = bytes.slice();
    for (let i = 0; i < 30; i++) changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256);
    return changed;
  },
  "the end is cut off": (bytes, random) => bytes.slice(0, Math.floor(bytes.length * random())),
  "a piece is missing": (bytes, random) => {
    const from = Math.floor(random() * bytes.length);
    return new Uint8Array(Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + Math.floor(random() * 3000))]));
  },
  "digits are changed": (bytes, random) => {
    const changed = bytes.slice();
    for (let i = 0; i < 200; i++) {
      const at = Math.floor(random() * changed.length);
      if (changed[at] !== undefined && changed[at] >= 48 && changed[at] <= 57) changed[at] = 48 + Math.floor(random() * 10);
    }
    return changed;
  },
};

// Without the test runner's own listener a rejection that escapes would end the process, as it would end a user's.
const listeners = process.listeners("unhandledRejection");
beforeAll(() => void process.removeAllListeners("unhandledRejection"));
afterAll(() => {
  for (const listener of listeners) process.on("unhandledRejection", listener);
});

describe("whatever the bytes, reading ends in time and throws nothing but BudgetError", () => {
  const inputs: [string, Uint8Array][] = [
    ["tiny", tinyPdf([`${printed("预算1,234.56", 100, 700)}50 100 250 40 re S`, "/Fm Do"])],
    ["rl-rects", corpus("syn-2020-dagl/rl-rects.pdf")],
  ];
  const cases = inputs.flatMap(([name, bytes]) => Object.keys(mutations).map((mutation) => [name, mutation, bytes] as const));
  it.each(cases)("%s: %s", { timeout: 120_000 }, async (name, mutation, bytes) => {
    const random = randomOf(20_240_305);
    for (let round = 0; round < (name === "tiny" ? 40 : 4); round++) {
      const mutated = mutations[mutation]?.(bytes, random) ?? bytes;
      const outcome = await readAll(mutated, { pages: "1-3", limits: { milliseconds: 20_000 } }).catch((error: unknown) => error);
      if (outcome instanceof Error && !(outcome instanceof BudgetError)) throw new Error(`round ${round}`, { cause: outcome });
      if (outcome instanceof BudgetError) expect(outcome.fields.limit).not.toBe("milliseconds");
    }
  });
});

describe("hostile pages", () => {
  const cases: [string, Parameters<typeof tinyPdf>[0][number], Parameters<typeof tinyPdf>[1]][] = [
    [
      "a form that draws itself",
      { content: "/Fm Do", resources: "/XObject<</Fm 10 0 R>>" },
      [{ source: "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Fm 10 0 R>>>>>>", stream: "/Fm Do" }],
    ],
    ["coordinates beyond all measure", "1e9 1e9 m -1e30 1e9 l S 1e38 0 0 1e38 0 0 cm 1e38 1e38 m 0 1e38 l S BT /L 1e30 Tf (x) Tj ET", []],
    ["a page without size", { content: printed("x", 1, 1, 10, "L"), mediaBox: "[0 0 0 0]" }, []],
    ["more Q than q", `Q Q Q ${printed("x", 10, 10, 10, "L")}`, []],
    ["operators without operands", "Tf Tj cm re W n BT Tm Td ' \" TJ ET Do gs", []],
    ["a matrix that flattens everything", `0 0 0 0 0 0 cm ${printed("x", 10, 10, 10, "L")}0 0 m 9 0 l S`, []],
  ];
  it.each(cases)("%s", async (_name, page, further) => {
    const { pages } = await readAll(tinyPdf([page, printed("next", 100, 700, 10, "L")], further));
    expect(pages).toHaveLength(2);
    expect(pages[1]?.glyphs).toHaveLength(4);
    for (const { box, fontSize } of pages[0]?.glyphs ?? []) expect([...box, fontSize].every(Number.isFinite)).toBe(true);
    for (const { position, from, to } of pages[0]?.rulings ?? []) expect([position, from, to].every(Number.isFinite)).toBe(true);
  });
});

describe("what no page can hold is told and left out", () => {
  const far = "1000000000000000000";
  const at = (x: string, y = "700", size = "10") => `BT /L ${size} Tf 1 0 0 1 ${x} ${y} Tm (7) Tj ET\n`;
  const cases: [string, string, string][] = [
    ["a glyph further away than numbers can count", at(far), "read.off-page-text"],
    ["a glyph at a billion", at("1000000000", "-1000000000"), "read.off-page-text"],
    ["a glyph larger than the page", at("100", "700", "90000"), "read.oversized-text"],
    ["a glyph larger than all numbers", at("100", "700", `1${"0".repeat(300)}`), "read.oversized-text"],
    ["two of them in one place", at(far) + at(far), "read.off-page-text"],
    ["a glyph that its matrix makes too wide", `q 1000000 0 0 1 0 0 cm ${at("0")}Q `, "read.oversized-text"],
    ["a large one in a hidden layer", `/OC /Layer BDC ${at("0", "0", far)}EMC`, "read.oversized-text"],
  ];
  it.each(cases)("%s", async (_name, content, code) => {
    const { text, codes } = await readFirst(tinyPdf([`${content}${printed("kept", 100, 600, 10, "L")}`]));
    expect(text).toBe("kept");
    expect(codes).toEqual([code]);
  });

  it.each([10, 100, 800])("bold type made of two glyphs of %i points is one", async (size) => {
    const twice = printed("8", 100, 20, size, "L") + printed("8", 100 + 0.03 * size, 20, size, "L");
    expect((await readFirst(tinyPdf([twice]))).text).toBe("8");
  });

  it("a line thicker than the page is no line", async () => {
    const { page } = await readFirst(tinyPdf(["1000000000 w 0 100 m 500 100 l S 1 w 0 200 m 500 200 l S"]));
    expect(page.rulings.map(({ thickness }) => thickness)).toEqual([1]);
  });
});
