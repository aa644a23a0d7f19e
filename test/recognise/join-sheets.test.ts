import { describe, expect, it } from "vitest";
import type { Grid, Region } from "../../src/layout/region.ts";
import type { Box } from "../../src/model/box.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { builtInForms } from "../../src/tables/forms.ts";
import { gridOf, lineOf, pagesOf } from "../support/grid-of.ts";

const HEADER = [
  "功能分类科目 | < | 合计 | 财政拨款收入 | < | < | 财政专户拨款 | < | 其他资金收入 | < | < | 上级补助收入 | 附属单位上缴收入 | 用事业基金弥补收支差额",
  "科目编码 | 科目名称 | ^ | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 教育收费 | 其他专户收入拨款 | 事业收入 | 经营收入 | 其他收入 | ^ | ^ | ^",
];
const ROWS = ["|合计", "201|一般公共服务支出", "20126|档案事务", "2012601|行政运行"].map((label, at) =>
  [label, ...Array.from({ length: 12 }, (_, column) => `${at + 1}${column}.00`)].join("|"),
);
const WIDTH = 40;
const HEIGHT = 12;

/** A part of the sheet as it stands on a page: its rows one below the other from `top`, its columns from the left margin. */
function part(lines: readonly string[], [from, to]: readonly [number, number], top = 100): Grid {
  const places = lines.map((line) => line.split("|").map((place) => place.trim()));
  const cut = places.map((row) => row.slice(from, to).map((place, at) => (place === "<" && at === 0 ? "" : place)));
  const grid = gridOf(cut.map((row) => row.join("|")).join("\n"));
  const y = (row: number) => top + row * HEIGHT;
  const box = (row: number, rows: number, column: number, columns: number): Box => [
    50 + column * WIDTH,
    y(row),
    50 + (column + columns) * WIDTH,
    y(row + rows),
  ];
  return {
    ...grid,
    cells: grid.cells.map((cell) => ({ ...cell, box: box(cell.row, cell.rowSpan, cell.column, cell.columnSpan) })),
    box: box(0, grid.rowCount, 0, grid.columnCount),
    rowBoxes: places.map((_, row) => box(row, 1, 0, grid.columnCount)),
  };
}

/** A line of the page at a height, from x to x. */
function at(role: Parameters<typeof lineOf>[0], text: string, [x0, x1]: readonly [number, number], y: number): Region {
  return { ...lineOf(role, text), box: [x0, y, x1, y + 10], fontSize: 10 };
}

const title = at("title", "收入总体情况表", [100, 170], 60);
const unit = at("amountUnit", "单位：万元", [60, 110], 80);

function read(pages: readonly (readonly Region[])[]) {
  const { tables, notices } = recognise(pagesOf(...pages), builtInForms);
  const [table] = tables;
  return {
    kinds: tables.map(({ match }) => match?.spec.kind),
    pages: table?.pages,
    paths: table?.columns.map(({ path }) => path.join("/")),
    rows: table?.rows.map(({ cells }) => cells.map(({ text }) => text ?? "").join("|")),
    cells: table?.rows.map(({ cells }) => cells),
    codes: notices.map(({ code }) => code),
  };
}

const whole = read([[title, unit, part([...HEADER, ...ROWS], [0, 14])]]);
const [left, middle, right] = [
  [0, 9],
  [9, 12],
  [12, 14],
] as const;
const above = [...HEADER, ...ROWS.slice(0, 2)];
const below = ROWS.slice(2);
const repeated = [...HEADER, ...below];

describe("a sheet that is wider than the paper", () => {
  it("has the columns of the form", () => {
    expect(whole.kinds).toEqual(["revenueSummary"]);
    expect(whole.rows).toEqual(ROWS);
  });

  const sheets: Record<string, readonly (readonly Region[])[]> = {
    "on two pages": [
      [title, part([...HEADER, ...ROWS], [0, 9])],
      [unit, part([...HEADER, ...ROWS], [9, 14])],
    ],
    "on three pages": [
      [title, part([...HEADER, ...ROWS], left)],
      [part([...HEADER, ...ROWS], middle)],
      [unit, part([...HEADER, ...ROWS], right)],
    ],
    "down and then over": [
      [title, part(above, [0, 9])],
      [part(below, [0, 9], 40)],
      [unit, part(above, [9, 14])],
      [part(below, [9, 14], 40)],
    ],
    "down and then over, the header on each page": [
      [title, part(above, [0, 9])],
      [part(repeated, [0, 9], 40)],
      [unit, part(above, [9, 14])],
      [part(repeated, [9, 14], 40)],
    ],
    "down and then over, title and header on each page": [
      [title, part(above, [0, 9])],
      [title, part(repeated, [0, 9])],
      [unit, part(above, [9, 14])],
      [unit, part(repeated, [9, 14])],
    ],
    "over and then down": [
      [title, part(above, [0, 9])],
      [unit, part(above, [9, 14])],
      [part(below, [0, 9], 40)],
      [part(below, [9, 14], 40)],
    ],
    "its note on a page of its own": [
      [title, part([...HEADER, ...ROWS], [0, 9])],
      [lineOf("note", "注：无。")],
      [unit, part([...HEADER, ...ROWS], [9, 14])],
    ],
    "the last column by itself": [
      [title, part([...HEADER, ...ROWS], [0, 13])],
      [unit, part([...HEADER, ...ROWS], [13, 14])],
    ],
  };

  it.each(Object.entries(sheets))("is one table: %s", (_, pages) => {
    const { kinds, paths, rows, codes } = read(pages);
    expect({ kinds, paths, rows }).toEqual({ kinds: whole.kinds, paths: whole.paths, rows: whole.rows });
    expect(new Set(codes)).toEqual(new Set(["recognise.sheet-joined"]));
  });

  it("says of each figure on which page it stands", () => {
    const { pages, cells } = read(sheets["down and then over"] ?? []);
    expect(pages).toEqual([1, 2, 3, 4]);
    expect(cells?.[1]?.[8]?.places).toEqual([{ page: 1, box: [370, 136, 410, 148] }]);
    expect(cells?.[1]?.[9]?.places).toEqual([{ page: 3, box: [50, 136, 90, 148] }]);
    expect(cells?.[3]?.[13]?.places).toEqual([{ page: 4, box: [210, 52, 250, 64] }]);
  });

  it("has the heading that reaches over both edges of the page in the middle", () => {
    const [groups = "", ...headings] = HEADER;
    const middlePage = [title, at("paragraph", "其他资金收入", [90, 150], 101), part([...headings, ...ROWS], [9, 11], 112)];
    const { paths, rows } = read([
      [at("tableNumber", "表2", [50, 70], 60), part([groups, ...headings, ...ROWS], left)],
      middlePage,
      [unit, part([groups, ...headings, ...ROWS], [11, 14])],
    ]);
    expect({ paths, rows }).toEqual({ paths: whole.paths, rows: whole.rows });
  });

  it("keeps a figure in its column where the first row of a page has none to the left", () => {
    const blank = ["2012604|档案馆|||||||||||5.00|", "|余额||||||||||||7.00"];
    const { rows } = read([
      [title, part(above, [0, 9])],
      [part(blank, [0, 9], 40)],
      [unit, part(above, [9, 14])],
      [part(blank, [9, 14], 40)],
    ]);
    expect(rows?.slice(2)).toEqual(blank);
  });

  it.each([
    ["through a character", "收入总体", "体情况表", 415],
    ["between two", "收入总体", "情况表", 410],
    ["between two that are the same", "收入总", "总体情况表", 410],
  ])("has its title, cut %s", (_, one, rest, end) => {
    const { tables } = recognise(
      pagesOf(
        [at("paragraph", one, [end - 10 * one.length, end], 60), part([...HEADER, ...ROWS], [0, 9])],
        [at("title", rest, [50, 50 + 10 * rest.length], 60), unit, part([...HEADER, ...ROWS], [9, 14])],
      ),
      builtInForms,
    );
    expect(tables.map((table) => table.title)).toEqual([end > 410 || rest.startsWith("情") ? "收入总体情况表" : "收入总总体情况表"]);
  });
});

describe("pages that only look like one sheet", () => {
  it.each<[string, readonly (readonly Region[])[]]>([
    [
      "the rows stand at other heights",
      [
        [title, part([...HEADER, ...ROWS], [0, 9])],
        [unit, part([...HEADER, ...ROWS], [9, 14], 112)],
      ],
    ],
    [
      "the second has a row less",
      [
        [title, part([...HEADER, ...ROWS], [0, 9])],
        [unit, part([...HEADER, ...ROWS.slice(1)], [9, 14])],
      ],
    ],
    [
      "the second has a title of its own",
      [
        [title, part([...HEADER, ...ROWS], [0, 9])],
        [title, part([...HEADER, ...ROWS], [9, 14])],
      ],
    ],
    [
      "a paragraph stands between the two",
      [
        [title, part([...HEADER, ...ROWS], [0, 9])],
        [at("paragraph", "第二部分说明如下。", [50, 140], 60), part([...HEADER, ...ROWS], [9, 14])],
      ],
    ],
    [
      "a page of prose stands between the two",
      [
        [title, part([...HEADER, ...ROWS], [0, 9])],
        [at("paragraph", "第二部分说明如下。", [50, 140], 60)],
        [unit, part([...HEADER, ...ROWS], [9, 14])],
      ],
    ],
    ["no caption stands above either", [[part([...HEADER, ...ROWS], [0, 9])], [part([...HEADER, ...ROWS], [9, 14])]]],
  ])("stay apart: %s", (_, pages) => {
    const { codes, paths } = read(pages);
    expect(codes).not.toContain("recognise.sheet-joined");
    expect(paths).toHaveLength(9);
  });

  it("and a table whose next page looks the same is longer, not wider", () => {
    const { rows, codes } = read([
      [title, unit, part([...HEADER, ...ROWS], [0, 14])],
      [title, unit, part([...HEADER, ...ROWS], [0, 14])],
    ]);
    expect(rows).toEqual([...ROWS, ...ROWS]);
    expect(codes).toEqual([]);
  });

  it("and so is one whose header says the same words twice", () => {
    const header = ["收入 | < | 支出 | <", "项目 | 预算数 | 项目 | 预算数"];
    const lines = (from: number) => [0, 1, 2].map((at) => `收入${from + at}|${at}.00|支出${from + at}|${at}.00`);
    const { codes } = read([[title, unit, part([...header, ...lines(0)], [0, 4])], [part([...header, ...lines(3)], [0, 4])]]);
    expect(codes).not.toContain("recognise.sheet-joined");
  });
});
