import { describe, expect, it } from "vitest";
import { pageToRegions } from "../../src/layout/page-to-regions.ts";
import type { Grid } from "../../src/layout/region.ts";
import { pageOf, printedGlyphs, textWidth } from "../support/drawn-table.ts";

/** Pages as office programs print them where no borders are drawn: 10 points, lines as far apart as rows. */
const SIZE = 10;
const PITCH = 13;

type Text = readonly [text: string, x: number, side: "left" | "right" | "centre"];

function read(rows: readonly (readonly Text[])[]): { rows: string[]; doubts: string[] } {
  const glyphs = rows.flatMap((row, index) =>
    row.flatMap(([text, x, side]) => {
      const width = textWidth(text, SIZE);
      const left = side === "left" ? x : side === "right" ? x - width : x - width / 2;
      return printedGlyphs(text, left, 100 + index * PITCH, SIZE);
    }),
  );
  const { regions, notices } = pageToRegions(pageOf(glyphs, []), undefined);
  const [grid] = regions.filter((region): region is Grid => region.kind === "grid");
  if (!grid) return { rows: [], doubts: [] };
  const cells = Array.from({ length: grid.rowCount }, (_, row) =>
    grid.cells
      .filter((cell) => cell.row === row)
      .map(({ lines }) => lines.join(""))
      .join(" | "),
  );
  return { rows: cells, doubts: notices.map(({ code }) => code) };
}

describe("a table without borders whose rows are as close as lines of text", () => {
  const table = (middle: number, labels: readonly [string, string][]) =>
    read([
      [
        ["项目", middle, "centre"],
        ["预算", 330, "centre"],
      ],
      ...labels.map(([label, amount]): Text[] =>
        amount === ""
          ? [[label, 60, "left"]]
          : [
              [label, 60, "left"],
              [amount, 360, "right"],
            ],
      ),
    ]);

  it("two labels without amounts are two rows where their column is wider than both", () => {
    const labels: [string, string][] = [
      ["教育支出", "11.50"],
      ["资源勘探工业信息等支出", ""],
      ["商业服务业等支出", ""],
      ["金融支出", "2.00"],
      ["国有资本经营预算支出", "7.20"],
      ["粮油物资储备支出", ""],
      ["其他支出", "3.10"],
    ];
    const { rows, doubts } = table(140, labels);
    expect(rows.slice(1)).toEqual(labels.map((row) => row.join(" | ")));
    expect(doubts).toEqual([]);
  });

  it("a label as wide as its column may go on below, and that is told", () => {
    const { rows, doubts } = table(115, [
      ["教育支出", "11.50"],
      ["资源勘探工业信息等支出", ""],
      ["安排的项目", ""],
      ["金融支出", "2.00"],
      ["其他支出", "1.00"],
    ]);
    expect(rows).toContain("资源勘探工业信息等支出安排的项目 | ");
    expect(doubts).toContain("layout.uncertain-columns");
  });
});

describe("an amount right before the label of the next column", () => {
  it.each([0.22, 0.3, 0.5])("stays in its own column at %f ems from it", (gap) => {
    const rows = [
      ["本年收入", "21,294.79", "本年支出", "19,943.94"],
      ["上年结转", "498.01", "结转下年", "1,848.86"],
      ["收入总计", "21,792.80", "支出总计", "21,792.80"],
    ] as const;
    const header: Text[] = [
      ["项目", 90, "centre"],
      ["预算", 200, "centre"],
      ["项目", 290, "centre"],
      ["预算", 390, "centre"],
    ];
    const end = 240;
    const { rows: found } = read([
      header,
      ...rows.map(([a, b, c, d]): Text[] => [
        [a, 60, "left"],
        [b, end, "right"],
        [c, end + gap * SIZE, "left"],
        [d, 420, "right"],
      ]),
    ]);
    expect(found.slice(1)).toEqual(rows.map((row) => row.join(" | ")));
  });
});

describe("column numbers under two headings", () => {
  it("are a row of their own, not the end of the headings", () => {
    const { rows } = read([
      [
        ["部门预算支出经济科目", 140, "centre"],
        ["预算", 330, "centre"],
      ],
      [
        ["1", 140, "centre"],
        ["2", 330, "centre"],
      ],
      [
        ["合计", 60, "left"],
        ["4,529.70", 360, "right"],
      ],
      [
        ["工资福利支出", 60, "left"],
        ["2,932.72", 360, "right"],
      ],
    ]);
    expect(rows.slice(0, 2)).toEqual(["部门预算支出经济科目 | 预算", "1 | 2"]);
  });
});

describe("a wrapped text in a row that is too low for it", () => {
  const notices = (rowHeight: number) => {
    const [xs, ys] = [[50, 160, 260], [0, 1, 2, 3].map((row) => 80 + row * rowHeight)] as const;
    const level = (x: number, row: number, text: string, line = 0) =>
      printedGlyphs(text, x, 80 + (row + 0.5) * rowHeight + 3.5 + line * PITCH, SIZE);
    const rulings = [
      ...ys.map((position) => ({ direction: "horizontal", position, from: 50, to: 260, thickness: 0.5 }) as const),
      ...xs.map((position) => ({ direction: "vertical", position, from: 80, to: 80 + 3 * rowHeight, thickness: 0.5 }) as const),
    ];
    const glyphs = [
      ...level(54, 0, "教育支出"),
      ...level(54, 1, "社会保障和就业支出的", -0.5),
      ...level(54, 1, "其他项目", 0.5),
      ...level(54, 2, "卫生支出"),
      ...["11.00", "12.00", "13.00"].flatMap((amount, row) => level(230, row, amount)),
    ];
    return pageToRegions(pageOf(glyphs, rulings), undefined).notices.map(({ code, fields }) => [code, fields["text"]]);
  };

  it("is told", () => {
    expect(notices(14)).toEqual([["layout.text-on-border", "社会保障和就业支出的; 其他项目"]]);
  });

  it("is in its row where this is high enough", () => {
    expect(notices(2 * PITCH)).toEqual([]);
  });
});
