import { describe, expect, it } from "vitest";
import type { FlowedWord } from "../../src/layout/flowed/flowed-line.ts";
import { placeAmounts } from "../../src/layout/flowed/place-amounts.ts";

/** 总计 = 财政拨款 + 其他资金, 财政拨款 = 一般公共预算 + 政府性基金. */
const sums = [
  { total: 0, parts: [1, 4] },
  { total: 1, parts: [2, 3] },
];

/** Amounts of a line, each as `text@from`. */
function line(text: string): FlowedWord[] {
  return text.split(" ").map((item) => {
    const [printed = "", from = "0"] = item.split("@");
    return { text: printed, shape: "amount", from: Number(from), to: Number(from) + printed.length, indent: 0 };
  });
}

const places = [10, 20, 30, 40, 50].map((from): readonly [number, number] => [from, from + 9]);
/** Full rows that a long label has pushed aside make the columns of a page overlap. */
const pushedAside = places.map(([from, to]): readonly [number, number] => [from, to + 9]);

function placed(words: string, among = places) {
  const found = placeAmounts(line(words), among, sums);
  return found && [found.row.map((word) => word?.text ?? "").join("|"), found.certain];
}

describe("amounts of a line that leaves columns empty", () => {
  it.each([
    ["9.00@12 9.00@22 9.00@32", "9.00|9.00|9.00||"],
    ["9.00@12 4.00@22 4.00@42 5.00@52", "9.00|4.00||4.00|5.00"],
  ])("%s stand in the columns that they stand below", (words, row) => {
    expect(placed(words)).toEqual([row, true]);
  });

  it("stay where they stand when a figure is wrong: no other column is below them", () => {
    expect(placed("9.00@12 4.00@22 4.00@32 6.00@52")).toEqual(["9.00|4.00|4.00||6.00", true]);
  });

  it.each([
    // 5.00 overlaps 政府性基金 most, and is other funds.
    ["9.00@12 4.00@22 4.00@32 5.00@51", "9.00|4.00|4.00||5.00", true],
    // Two amounts overlap one column most.
    ["9.00@15 4.00@24 4.00@28 5.00@55", "9.00|4.00|4.00||5.00", true],
    // The only fund may be either.
    ["9.00@12 9.00@26 9.00@45", "9.00|9.00||9.00|", false],
    // Nothing adds up.
    ["9.00@12 4.00@26 3.00@45", "9.00|4.00||3.00|", false],
  ] as const)("%s: below two columns each, are in those that add up, and it is told where others would do", (words, row, certain) => {
    expect(placed(words, pushedAside)).toEqual([row, certain]);
  });
});
