import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnSums } from "../../src/layout/flowed/column-sums.ts";
import { certainCells, waysToPlace } from "../../src/layout/flowed/empty-cells.ts";
import { familiesOf } from "../../src/layout/flowed/row-families.ts";
import { amountColumn } from "../../src/tables/column.ts";
import { cellsOf, codesOf, expenditureHeader, gridsOf, linesOf, regionsOf } from "../support/printed-text.ts";

const joined = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join("|"));
const byFunction = (rows: readonly string[]) =>
  ["表5", "一般公共预算支出情况表（按功能分类科目）", "功能科目名称", "一般公共预算支出", "小计 其中：基本支出 项目支出", ...rows].join(
    "\n",
  );

describe("rows that leave cells empty in running text", () => {
  it("find their columns where the sums of the table leave one way", async () => {
    const pages = await regionsOf(
      byFunction([
        "合 计 30.00 10.00 20.00",
        "[208]社会保障和就业支出 12.00 10.00 2.00",
        "[20805]行政事业单位养老支出 12.00 10.00 2.00",
        "[2080501]行政单位离退休 10.00 10.00",
        "[2080505]机关事业单位基本养老保险缴费支出 2.00 2.00",
        "[210]卫生健康支出 18.00 18.00",
      ]),
    );
    expect(joined(gridsOf(pages).flatMap(cellsOf)).slice(3)).toEqual([
      "[2080501]行政单位离退休|10.00|10.00|",
      "[2080505]机关事业单位基本养老保险缴费支出|2.00||2.00",
      "[210]卫生健康支出|18.00||18.00",
    ]);
    expect(codesOf(pages)).toEqual(["layout.empty-cells-told"]);
  });

  it("keep what is proved, and all amounts of a row that has more than one way are told", async () => {
    const rows = ["合计 30.00 10.00 20.00", "208 社会保障和就业支出 30.00 10.00 20.00"];
    const pages = await regionsOf(["表3", "支出总体情况表", ...expenditureHeader, ...rows].join("\n"));
    expect(joined(gridsOf(pages).flatMap(cellsOf))).toEqual(["|合计|30.00||||||", "208|社会保障和就业支出|30.00||||||"]);
    expect(pages.flatMap(({ notices }) => notices)).toMatchObject([
      { code: "layout.amounts-unplaced", fields: { rows: 2, text: "30.00 10.00 20.00; 30.00 10.00 20.00" } },
    ]);
  });

  it("a family whose totals do not add up, since rows are missing, proves nothing", async () => {
    const pages = await regionsOf(
      byFunction(["合 计 30.00 10.00 20.00", "[208]社会保障和就业支出 10.00 10.00", "[210]卫生健康支出 5.00 5.00"]),
    );
    expect(joined(gridsOf(pages).flatMap(cellsOf)).slice(1)).toEqual(["[208]社会保障和就业支出|10.00||", "[210]卫生健康支出|5.00||"]);
    expect(codesOf(pages)).toEqual(["layout.amounts-unplaced"]);
  });

  it("a table that prints zeros leaves none of its cells empty: its cells come out of order", async () => {
    const pages = await regionsOf(byFunction(["合 计 30.00 30.00 0.00", "[208]社会保障和就业支出 30.00 30.00"]));
    expect(joined(gridsOf(pages).flatMap(cellsOf)).at(-1)).toBe("[208]社会保障和就业支出|||");
    expect(codesOf(pages)).toEqual(["layout.cells-out-of-order", "layout.amounts-out-of-order"]);
  });

  it("a label of the form without amounts is a row, not the remark of the row above", async () => {
    const pages = await regionsOf(
      [
        "表5",
        "非税收入预算表",
        "单位编码 单位名称（资金来源） 收入科目 项目名称",
        "非税收入预算",
        "备注",
        "合计 上缴中央 上缴省财政专户 本级收入",
        "合计 4.00 1.00 0.00 3.00",
        "其中：一般公共预算 4.00 1.00 0.00 3.00",
        "政府性基金预算",
        "国有资本经营预算",
        "321001 广州市某某院 4.00 1.00 0.00 3.00",
      ].join("\n"),
    );
    expect(
      gridsOf(pages)
        .flatMap(cellsOf)
        .map((row) => [row[1], row[4], row[8]]),
    ).toEqual([
      ["合计", "4.00", ""],
      ["其中：一般公共预算", "4.00", ""],
      ["政府性基金预算", "", ""],
      ["国有资本经营预算", "", ""],
      ["广州市某某院", "4.00", ""],
    ]);
  });

  it("labels with codes whose amounts stand on another page are told on their own", async () => {
    const title = ["表7", "一般公共预算项目支出情况表（按经济分类科目）", "部门预算支出经济科目", "预算"];
    const labels = ["合计", "[302]商品和服务支出", "[30227]委托业务费"];
    const [first] = await regionsOf(`${[...title, ...labels].join("\n")}\n\f8.00\n\n5.00\n3.00\n`);
    expect(first?.notices.map(({ code }) => code)).toEqual(["layout.cells-out-of-order"]);
  });
});

describe("a note that stands between a table's header and its rows", () => {
  it("is the table's, not the one's above", async () => {
    const table = (number: number, title: string, rows: readonly string[]) =>
      [`表${number}`, title, ...expenditureHeader, ...rows].join("\n");
    const pages = await regionsOf(
      [
        table(3, "支出总体情况表", [
          "合计 3.00 1.00 2.00 0.00 0.00 0.00 0.00",
          "208 社会保障和就业支出 3.00 1.00 2.00 0.00 0.00 0.00 0.00",
        ]),
        [
          "表10",
          "国有资本经营预算支出情况表",
          "功能分类科目",
          "国有资本经营预算支出",
          "小计 基本支出 项目支出",
          "科目编码 科目名称",
          "注：本表本年无发生额。",
          "合计",
          "0.00",
          "0.00",
          "0.00",
        ].join("\n"),
      ].join("\n\f"),
    );
    const order = pages.flatMap(({ regions }) => regions.map((region) => (region.kind === "grid" ? "grid" : region.role)));
    expect(linesOf(pages, "note")).toHaveLength(1);
    expect(order.lastIndexOf("note")).toBeGreaterThan(order.lastIndexOf("grid"));
  });
});

describe("placing amounts by sums", () => {
  const columns = [
    amountColumn("total", "合计"),
    amountColumn("fundsTotal", "财政拨款/小计"),
    amountColumn("general", "财政拨款/一般公共预算"),
    amountColumn("funds", "财政拨款/政府性基金预算"),
    amountColumn("ofWhich", "其中"),
    amountColumn("other", "其他资金"),
  ];
  const sums = columnSums(columns);
  const cents = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: -300, max: 90_000 }) });
  const leaf = fc.tuple(cents, cents, cents);
  const sections = fc.array(fc.array(leaf, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
  type Leaf = readonly [number, number, number];
  const added = (leaves: readonly Leaf[]): Leaf => leaves.reduce(([a, b, c], [x, y, z]) => [a + x, b + y, c + z], [0, 0, 0]);
  const toCells = ([general, funds, other]: Leaf) =>
    [general + funds + other, general + funds, general, funds, 0, other].map((value) =>
      value === 0 ? undefined : (value / 100).toFixed(2),
    );

  it("puts no amount into a column in which it was not printed", () => {
    fc.assert(
      fc.property(sections, (leaves) => {
        const rows = [
          { code: "", cells: toCells(added(leaves.flat())) },
          ...leaves.flatMap((own, at) => [
            { code: `20${at}`, cells: toCells(added(own)) },
            ...own.map((each, index) => ({ code: `20${at}0${index}`, cells: toCells(each) })),
          ]),
        ];
        const ways = waysToPlace(
          rows.map(({ cells }) => cells.filter((cell) => cell !== undefined)),
          columns.length,
          sums,
          familiesOf(rows.map(({ code }) => code)),
        );
        expect(ways).toHaveLength(rows.length);
        for (const [index, own] of (ways ?? []).entries()) {
          const printed = rows[index]?.cells ?? [];
          for (const [column, cell] of certainCells(own).entries()) if (cell !== undefined) expect(cell).toBe(printed[column]);
          expect(own.map(({ cells }) => cells.join("|"))).toContain(printed.join("|"));
        }
      }),
      { seed: 51, numRuns: 300 },
    );
  });

  it("has no way for amounts that do not add up", () => {
    expect(waysToPlace([["5.00", "4.00"]], columns.length, sums, [])).toBeUndefined();
  });
});
