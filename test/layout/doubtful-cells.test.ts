import { describe, expect, it } from "vitest";
import { chunksToRows } from "../../src/layout/aligned/row-cells.ts";
import { tableChunks } from "../../src/layout/lines/chunk.ts";
import { glyphsToLines } from "../../src/layout/lines/printed-line.ts";
import { printedGlyphs } from "../support/drawn-table.ts";

const SIZE = 10;
/** A column of codes, one of names, one of figures, one of remarks. */
const EDGES = [0, 50, 200, 260, 400];
const PITCH = 13;
const [CODE, NAME, FIGURE, REMARK] = [2, 52, 202, 262];

type Text = readonly [text: string, x: number, baseline: number];

function doubtsOf(texts: readonly Text[]): readonly string[] {
  const glyphs = texts.flatMap(([text, x, baseline]) => printedGlyphs(text, x, baseline, SIZE));
  const chunks = glyphsToLines(glyphs).flatMap(tableChunks);
  return chunksToRows(chunks, EDGES, PITCH, []).doubts;
}

const row = (baseline: number): Text[] => [
  ["201", CODE, baseline],
  ["一般公共服务支出", NAME, baseline],
  ["12.30", FIGURE, baseline],
];
const REGULAR = [0, 30, 60, 90].flatMap(row);

describe("text of a table without rules", () => {
  it("is in no doubt where each text keeps to its column and row", () => {
    expect(doubtsOf(REGULAR)).toEqual([]);
  });

  it.each<[string, Text[], string[]]>([
    ["a figure and a label in one run, the column of figures empty", [["6.96按规定上缴国库", REMARK, 120]], ["6.96按规定上缴国库"]],
    ["a label and a figure in one run, the column of figures empty", [["教育支出18.44", NAME, 120]], ["教育支出18.44"]],
    ["two figures in one run over two columns", [["行政事业单位养老支出185.5018.44", NAME, 120]], ["行政事业单位养老支出185.5018.44"]],
    ["a code and a label in one run, the column of codes empty", [["123000广州市某某中心", NAME, 120]], ["123000广州市某某中心"]],
    [
      "two texts side by side in one column, the next one empty",
      [
        ["行政收费", NAME, 120],
        ["利息收入", NAME + 60, 120],
      ],
      ["行政收费", "利息收入"],
    ],
    [
      "a code that reaches into the names",
      [
        ["20805050199", CODE, 120],
        ["9.00", FIGURE, 120],
      ],
      ["20805050199"],
    ],
    [
      "letters printed over one another",
      [
        ["教育支出项", NAME, 120],
        ["其他", NAME + 24, 120],
        ["9.00", FIGURE, 120],
      ],
      ["教育支出项其他"],
    ],
    [
      "a label closer to the next row than rows stand",
      [
        ["对个人和家庭的", NAME, 120],
        ["补助支出", NAME, 134],
        ["9.00", FIGURE, 134],
      ],
      ["对个人和家庭的"],
    ],
    [
      "a label alone beside a row that lacks one",
      [
        ["防汛抢险技术中心", NAME, 120],
        ["203", CODE, 150],
        ["9.00", FIGURE, 150],
      ],
      ["防汛抢险技术中心"],
    ],
  ])("is in doubt: %s", (_, texts, doubts) => {
    expect(doubtsOf([...REGULAR, ...texts])).toEqual(doubts);
  });

  it.each<[string, Text[]]>([
    ["a figure with its unit in a sentence", [["1.50万元用于维修", REMARK, 120]]],
    ["a name that begins with a figure beside a filled column", [...row(120), ["3.15消费者权益日", REMARK, 120]]],
    ["a label without figures as far from its neighbours as rows are", [["其中", NAME, 120]]],
    ["a unit behind its figure", [...row(120).slice(0, 2), ["1.50", FIGURE, 120], ["元", FIGURE + 27, 120]]],
  ])("is in no doubt: %s", (_, texts) => {
    expect(doubtsOf([...REGULAR, ...texts])).toEqual([]);
  });
});
