import { describe, expect, it } from "vitest";
import { tableChunks } from "../../src/layout/lines/chunk.ts";
import { partLabels } from "../../src/layout/lines/part-labels.ts";
import { glyphsToLines } from "../../src/layout/lines/printed-line.ts";
import { printedGlyphs, textWidth } from "../support/drawn-table.ts";

const SIZE = 10;
const BORDER = 200;
/** Figures that end at a border, and labels that begin there. */
const row = (figure: string, label: string, index: number) => [
  ...printedGlyphs(figure, BORDER - textWidth(figure, SIZE), 100 + 15 * index, SIZE),
  ...printedGlyphs(label, BORDER, 100 + 15 * index, SIZE),
];
const textsOf = (rows: readonly (readonly [string, string])[]) => {
  const lines = glyphsToLines(rows.flatMap(([figure, label], index) => row(figure, label, index)));
  return partLabels(lines.flatMap(tableChunks)).map(({ text }) => text);
};

describe("a figure and the label of the next column that touches it", () => {
  it("are parted where figures of other lengths end there too", () => {
    const rows = [
      ["37,071.33", "一、一般公共服务支出"],
      ["17.11", "二、外交支出"],
      ["--", "三、国防支出"],
    ] as const;
    expect(textsOf(rows)).toEqual(rows.flat());
  });

  it("stay one text where all begin alike, as names that begin with a figure do", () => {
    const name = ["3.15", "消费者权益日活动"] as const;
    expect(textsOf([name, name, name])).toEqual(["3.15消费者权益日活动", "3.15消费者权益日活动", "3.15消费者权益日活动"]);
  });

  it("stay one text where nothing else shows a column", () => {
    expect(textsOf([["37,071.33", "一般公共服务支出"]])).toEqual(["37,071.33一般公共服务支出"]);
  });
});
