import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountText } from "../../src/ocr/amount-text.ts";
import { type StepScores, stripText } from "../../src/ocr/strip-text.ts";
import { alphabet, spelled, stepScores } from "../support/step-scores.ts";

const free = (scores: StepScores) => stripText(scores, alphabet);
const number = (scores: StepScores) => amountText(scores, free(scores), alphabet);
const textOf = (characters: readonly { readonly text: string }[]) => characters.map(({ text }) => text).join("");

describe("the text of a strip", () => {
  it("is the likeliest character at each step, and one that goes on is one", () => {
    expect(textOf(free(stepScores("", "预", "预", "", "算", "支", "支", "", "出", "")))).toBe("预算支出");
  });

  it("has a character twice where there is nothing between", () => {
    expect(textOf(free(stepScores("0", "", "0")))).toBe("00");
  });

  it("knows where each character stands", () => {
    expect(free(stepScores("", "预", "预", "", "", "", "算", "")).map(({ at }) => Math.round(at * 8 * 10) / 10)).toEqual([2, 6.5]);
  });

  it("keeps how sure each is, and what else it may be", () => {
    const [one] = free(stepScores({ 二: 0.6, 三: 0.3, 一: 0.05 }));
    expect(one?.confidence).toBeCloseTo(0.6);
    expect(one?.runnersUp.map(({ text }) => text)).toEqual(["三", "", "一"]);
  });

  it.each([
    ["one of several is likelier than none", { 一: 0.2, 二: 0.25, 三: 0.15 }, "预二算"],
    ["none is likelier than one of several", { 一: 0.1, 二: 0.15, 三: 0.1 }, "预算"],
    ["what is likely is the next one beginning", { 算: 0.45, 二: 0.02 }, "预算"],
    ["what is likely is a mark", { "、": 0.3, "（": 0.3 }, "预算"],
  ])("between two characters, where %s", (_, doubt, text) => {
    expect(textOf(free(stepScores("预", "", doubt, "", "算")))).toBe(text);
  });

  it("is read between Chinese characters only", () => {
    expect(textOf(free(stepScores("3", "", { 一: 0.2, 二: 0.25, 三: 0.15 }, "", "5")))).toBe("35");
  });

  it("is empty for a strip of paper", () => {
    expect(free(stepScores("", "", ""))).toEqual([]);
  });
});

describe("a number is read by its grammar", () => {
  it.each<[printed: string, scores: StepScores]>([
    ["3,944.08", spelled("3,944.08")],
    ["0.00", spelled("0.00")],
    ["-12.30", spelled("-12.30")],
    ["2080505", spelled("2080505")],
    // A point that looks like a comma, and the other way round.
    ["1,082.05", stepScores("1", "", { ".": 0.6, ",": 0.35 }, "0", "", "8", "", "2", "", ".", "0", "", "5")],
    ["497,229.09", stepScores("4", "9", "7", { ".": 0.8, ",": 0.1 }, "2", "", "2", "9", { ",": 0.9, ".": 0.05 }, "0", "9")],
    // O for a zero.
    ["0.00", stepScores({ O: 0.6, 0: 0.3 }, "", ".", "", "0", "", { O: 0.5, 0: 0.4 })],
  ])("%s", (printed, scores) => {
    expect(textOf(number(scores))).toBe(printed);
  });

  it.each([
    ["0.00", ".0.00"],
    ["0.00", "0.00."],
    ["3,944.08", ":,3,944.08"],
  ])("and %s between dirt, of which it is not sure", (printed, read) => {
    const characters = number(spelled(read));
    expect(textOf(characters)).toBe(printed);
    expect(characters[0]?.confidence).toBe(0.9);
    expect(characters.at(-1)?.confidence).toBe(0.9);
  });

  it.each([".50", "0.0.", ",944"])("but not %s, of which something may be lost", (read) => {
    expect(textOf(number(spelled(read)))).toBe(read);
  });

  it("nor where the mark is faint", () => {
    expect(textOf(number(stepScores({ ".": 0.6 }, "", "5", "", "0")))).toBe(".50");
  });

  it("and keeps with each character what other numbers have in its place", () => {
    const read = number(stepScores("3", "", { 8: 0.7, 6: 0.25 }, "", ".", "", "1", "", "0"));
    expect(textOf(read)).toBe("38.10");
    expect(read[1]?.runnersUp.map(({ text }) => text)).toEqual(["6", ""]);
    expect(read[1]?.confidence).toBeCloseTo(0.74, 1);
    expect(read[3]?.confidence).toBeGreaterThan(0.99);
  });

  it("and knows that there may be a character less or more", () => {
    const read = number(stepScores("1", "", { 1: 0.6 }, "", ".", "", "0", "", "0"));
    expect(textOf(read)).toBe("11.00");
    expect(read.flatMap(({ runnersUp }) => runnersUp.map(({ text }) => text))).toContain("");
    const shorter = number(stepScores("1", "", { 1: 0.4 }, "", ".", "", "0", "", "0"));
    expect(textOf(shorter)).toBe("1.00"); // or 11.00
    expect(shorter.flatMap(({ runnersUp }) => runnersUp.map(({ text }) => text))).toContain("1.");
  });

  it.each(["一、预算", "（一）", "支出预算", ""])("but not “%s”, which is none", (text) => {
    const scores = spelled(text);
    const read = free(scores);
    expect(amountText(scores, read, alphabet)).toBe(read);
  });

  it("nor what is surely something else", () => {
    const scores = spelled("1.2.3");
    expect(textOf(number(scores))).toBe("1.2.3");
  });

  it("any amount that is surely printed reads as it is printed", () => {
    const amounts = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.integer({ min: 0, max: 99 }), fc.boolean());
    fc.assert(
      fc.property(amounts, ([whole, cents, grouped]) => {
        const digits = whole.toString();
        const text = `${grouped ? digits.replace(/\B(?=(\d{3})+$)/g, ",") : digits}.${String(cents).padStart(2, "0")}`;
        const read = number(spelled(text));
        expect(textOf(read)).toBe(text);
        for (const [index, { at, confidence }] of read.entries()) {
          expect(at * text.length * 2).toBeCloseTo(index * 2 + 0.5);
          expect(confidence).toBeGreaterThan(0.9);
        }
      }),
      { seed: 20, numRuns: 60 },
    );
  });
});
