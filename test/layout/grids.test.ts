import { describe, expect, it } from "vitest";
import { pageToRegions } from "../../src/layout/page-to-regions.ts";
import type { Grid, PageRegions } from "../../src/layout/region.ts";
import type { PositionedPage } from "../../src/read/page.ts";
import { type DrawOptions, drawingOf, drawTable, pageOf, printedGlyphs, ruleStyles } from "../support/drawn-table.ts";
import { gridOf } from "../support/grid-of.ts";

const gridsOf = (page: PositionedPage, before?: PageRegions) =>
  pageToRegions(page, before).regions.filter((region): region is Grid => region.kind === "grid");

/** What a person reads off each table, whichever of its lines are drawn. */
const cases: [string, DrawOptions & { readonly drawing: string }][] = [
  [
    "a header of one row",
    {
      headerRows: 1,
      drawing: `
项目 | 本年预算 | 上年预算
人员经费 | 1,234.50 | 1,100.00
公用经费 | 300.25 | 280.10
合计 | 1,534.75 | 1,380.10`,
    },
  ],
  [
    "headings merged over columns, and down",
    {
      headerRows: 2,
      drawing: `
科目编码 | 科目名称 | 合计 | 财政拨款 | < | 其他资金
^ | ^ | ^ | 基本支出 | 项目支出 | ^
201 | 一般公共服务支出 | 30.00 | 10.00 | 20.00 | 0.00
20126 | 档案事务 | 30.00 | 10.00 | 20.00 | 0.00
2012604 | 档案馆 | 30.00 | 10.00 | 20.00 | 0.00`,
    },
  ],
  [
    "a heading that stands right over its middle column",
    {
      headerRows: 2,
      drawing: `
功能科目名称 | 一般公共预算支出 | < | <
^ | 小计 | 其中：基本支出 | 项目支出
教育支出 | 130.00 | 110.00 | 20.00
卫生健康支出 | 30.00 | 10.00 | 20.00
合计 | 160.00 | 120.00 | 40.00`,
    },
  ],
  [
    "texts beside the amounts, of more lines than these, and a last row without one",
    {
      headerRows: 1,
      drawing: `
项目名称 | 总计 | 立项依据
信息系统日常运行/维护与更新经费 | 584.41 | 按照年度计划，/更新各类设备
档案管理 | 80.12 | 档案规定。有关修缮/单位全市评估。服务/系统。办公设备更新/单位服务规定；
市级任务专项经费/等 | 213.27 | `,
    },
  ],
  [
    "wrapped headings and wrapped labels",
    {
      headerRows: 2,
      drawing: `
支出项目类别/（资金使用单位） | 总计 | 财政拨款 | < | <
^ | ^ | 一般公共/预算 | 政府性/基金预算 | 国有资本/经营预算
机关事业单位基本养老/保险缴费支出 | 1,230.00 | 1,000.00 | 230.00 | 0.00
住房公积金 | 30.00 | 10.00 | 20.00 | 0.00
其他用于体育事业的/彩票公益金支出 | 30.00 | 10.00 | 20.00 | 0.00`,
    },
  ],
  [
    "a column that is blank throughout, and blank cells",
    {
      headerRows: 1,
      drawing: `
项目名称 | 预算数 | 执行数 | 增减率 | 结余
办公设备购置 | 200.00 |  |  | 15.00
物业管理 | 1,310.20 | 1,200.00 |  | 
合计 | 1,510.20 | 1,200.00 |  | 15.00`,
    },
  ],
  [
    "a row of column numbers",
    {
      headerRows: 2,
      drawing: `
科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
1 | 2 | 3 | 4 | 5
 | 合计 | 230.00 | 210.00 | 20.00
205 | 教育支出 | 230.00 | 210.00 | 20.00`,
    },
  ],
  [
    "rows that print no figures",
    {
      headerRows: 1,
      drawing: `
项目 | 本年 | 上年
一、“三公”经费总额 | 41.14 | 40.00
（一）因公出国（境）费 |  | 
（二）公务接待费 |  | 
合计 | 41.14 | 40.00`,
    },
  ],
  [
    "dashes for nothing, and letter-spaced labels",
    {
      headerRows: 1,
      drawing: `
项 目 | 预算 | 决算 | 差额
交通费 | 12.00 | - | -12.00
合 计 | 12.00 | - | -12.00`,
    },
  ],
  [
    "income beside spending",
    {
      headerRows: 2,
      drawing: `
收入 | < | 支出 | <
项目 | 预算 | 项目 | 预算
一、预算拨款 | 5,000.00 | 一、教育支出 | 3,000.00
二、事业收入 | 120.00 | 二、住房保障支出 | 2,120.00
收入总计 | 5,120.00 | 支出总计 | 5,120.00`,
    },
  ],
  [
    "figures on the left",
    {
      headerRows: 1,
      figures: "left",
      drawing: `
项目名称 | 财政拨款预算数 | 其他资金预算数 | 合计
物业管理 | 1,310.20 | 5.00 | 1,315.20
办公设备购置 | 2.00 | 15.00 | 17.00`,
    },
  ],
  [
    "figures in the middle",
    {
      headerRows: 1,
      figures: "centre",
      drawing: `
项目名称 | 财政拨款预算数 | 其他资金预算数 | 合计
物业管理 | 1,310.20 | 5.00 | 1,315.20
办公设备购置 | 2.00 | 15.00 | 17.00`,
    },
  ],
  [
    "headings that fill their columns",
    {
      headerRows: 2,
      xs: [50, 150, 212, 270, 328, 386],
      drawing: `
支出项目类别 | 总计 | 财政拨款 | < | <
^ | ^ | 一般公共预算 | 政府性基金预/算 | 国有资本经营/预算
运行保障类 | 1,230.00 | 1,000.00 | 130.00 | 100.00
信息化建设 | 30.00 | 10.00 | 20.00 | 0.00
合计 | 1,260.00 | 1,010.00 | 150.00 | 100.00`,
    },
  ],
  [
    "labels that fill their columns",
    {
      headerRows: 1,
      xs: [50, 135, 220, 320, 380],
      drawing: `
项目名称 | 一级目录 | 二级目录 | 总计
智慧水务一期 | 社会管理服务事项 | 其他 | 25.57
智慧水务一期（市本/级） | 政府履职所需辅助性/和技术性事务 | 法律服务 | 3.94
合计 |  |  | 29.51`,
    },
  ],
  [
    "headings at the foot of their cells",
    {
      headerRows: 2,
      headings: "foot",
      xs: [50, 110, 210, 270, 330, 390, 450, 510, 555, 600, 700],
      drawing: `
单位编码 | 项目名称 | 总计 | 财政拨款 | < | < | < | 其他资金 | 上年预结/转 | 绩效目标
^ | ^ | ^ | 合计 | 一般公共/预算 | 政府性基/金预算 | 国有资本/经营预算 | ^ | ^ | ^
172001 | 物业管理 | 1,310.20 | 1,305.20 | 1,300.00 | 5.20 |  | 5.00 |  | 保障运转
172002 | 办公设备购置 | 2.00 | 2.00 | 2.00 |  |  |  |  | 按期完成`,
    },
  ],
  [
    "groups over groups at the foot of their cells",
    {
      headerRows: 3,
      headings: "foot",
      drawing: `
科目名称 | 总计 | 本年收入 | < | < | < | < | < | 上年结转
^ | ^ | 合计 | 财政拨款 | < | < | 其他资金 | < | ^
^ | ^ | ^ | 小计 | 一般公共预算 | 政府性基金预算 | 小计 | 事业收入 | ^
教育支出 | 1,130.00 | 1,110.00 | 1,000.00 | 900.00 | 100.00 | 110.00 | 110.00 | 20.00
合计 | 1,130.00 | 1,110.00 | 1,000.00 | 900.00 | 100.00 | 110.00 | 110.00 | 20.00`,
    },
  ],
];
const styles = Object.entries(ruleStyles);

describe.each(cases)("%s", (_name, { drawing, ...options }) => {
  it.each(styles)("with %s drawn", (_style, rulings) => {
    const table = drawTable(drawing, options);
    expect(gridsOf(pageOf(table.glyphs, rulings(table))).map(drawingOf)).toEqual([drawingOf(gridOf(drawing))]);
  });
});

const PLAIN = `
项目名称 | 预算数 | 执行数
物业管理 | 1,310.20 | 1,200.00
办公设备购置 | 200.00 | 185.00
合计 | 1,510.20 | 1,385.00`;

describe.each(styles)("with %s drawn", (_style, rulings) => {
  const first = drawTable(PLAIN, { headerRows: 1 });
  const foot = first.ys.at(-1) ?? 0;

  it("a note right below is no row", () => {
    const note = printedGlyphs("注：本表根据本单位实际预算编制情况编列。", 50, foot + 12, 9);
    const { regions } = pageToRegions(pageOf([...first.glyphs, ...note], rulings(first)));
    expect(regions.map((region) => (region.kind === "grid" ? drawingOf(region) : region.role))).toEqual([drawingOf(gridOf(PLAIN)), "note"]);
  });

  it("two tables on a page stay two", () => {
    const second = drawTable(PLAIN, { headerRows: 1, top: foot + 60 });
    const title = printedGlyphs("支出总体情况表", 110, foot + 40, 12);
    const page = pageOf([...first.glyphs, ...title, ...second.glyphs], [...rulings(first), ...rulings(second)]);
    expect(gridsOf(page).map(drawingOf)).toEqual([drawingOf(gridOf(PLAIN)), drawingOf(gridOf(PLAIN))]);
  });

  it("captions above and the page number are no part of it", () => {
    const around = [
      ...printedGlyphs("收入总体情况表", 110, 70, 14),
      ...printedGlyphs("单位：万元", 190, 92, 9),
      ...printedGlyphs("- 3 -", 400, 570, 9),
    ];
    const { regions } = pageToRegions(pageOf([...first.glyphs, ...around], rulings(first)));
    expect(regions.map((region) => (region.kind === "grid" ? drawingOf(region) : region.role))).toEqual([
      "title",
      "amountUnit",
      drawingOf(gridOf(PLAIN)),
      "furniture",
    ]);
  });

  it("a foot with the page number and other words is no part of it", () => {
    const below = [...printedGlyphs("第5页 共40页", 50, foot + 14, 9), ...printedGlyphs("某某局", 190, foot + 14, 9)];
    expect(gridsOf(pageOf([...first.glyphs, ...below], rulings(first))).map(drawingOf)).toEqual([drawingOf(gridOf(PLAIN))]);
  });

  it.each([
    ["flat", 0],
    ["upwards", 270],
  ])("a faint watermark that runs %s over it is no part of it", (_name, angle) => {
    const words = printedGlyphs("内部资料内部资料", 62, (first.ys[2] ?? 0) - 4, 11);
    const across = words.map((glyph) => ({ ...glyph, angle, faint: true as const }));
    const page = pageOf([...across, ...first.glyphs], rulings(first));
    expect(gridsOf(page).map(drawingOf)).toEqual([drawingOf(gridOf(PLAIN))]);
  });

  it("faint text that lies over nothing is read", () => {
    const pale = first.glyphs.map((glyph, index) => (index < 8 ? { ...glyph, faint: true as const } : glyph));
    expect(gridsOf(pageOf(pale, rulings(first))).map(drawingOf)).toEqual([drawingOf(gridOf(PLAIN))]);
  });

  it.each([
    ["repeats the header", "项目名称 | 预算数 | 执行数\n设备维修 | 20.00 | \n小计 | 20.00 | ", 1],
    ["repeats the header above the rest of a row", "项目名称 | 预算数 | 执行数\n及零星维修 |  | ", 1],
    ["repeats nothing", "设备维修 | 20.00 | \n小计 | 20.00 | ", 0],
    ["prints the rest of a row only", " | 及零星 | 按期完", 0],
  ])("the next page goes on in the same columns when it %s", (_name, drawing, headerRows) => {
    const page = pageToRegions(pageOf(first.glyphs, rulings(first)));
    const rest = drawTable(drawing, { headerRows, top: 60, xs: first.xs });
    const grids = gridsOf(pageOf(rest.glyphs, rulings(rest), 2), page);
    expect(grids.map(drawingOf)).toEqual([drawingOf(gridOf(drawing))]);
  });
});

describe("below and beside a ruled grid", () => {
  const drawing = "序号 | 单位名称 | 变动情况\n1 | 甲局 | \n2 | 乙中心 | 划入";
  const table = drawTable(drawing, { headerRows: 1 });
  const rulings = ruleStyles["every cell"](table);

  it("a heading is no row", () => {
    const heading = printedGlyphs("四、收支说明", (table.xs[1] ?? 0) + 4, (table.ys.at(-1) ?? 0) + 14, 9);
    const { regions } = pageToRegions(pageOf([...table.glyphs, ...heading], rulings));
    expect(regions.map((region) => (region.kind === "grid" ? drawingOf(region) : region.role))).toEqual([
      drawingOf(gridOf(drawing)),
      "heading",
    ]);
  });

  it.each([
    ["no horizontal reaches: merged cells as long as the page are columns of it", 0, 4],
    ["the lines are of another height", 30, 2],
  ])("lines at its left that %s", (_name, taller, columns) => {
    const [left = 0, top = 0, foot = 0] = [table.xs[0], table.ys[0], table.ys.at(-1)];
    const two = drawTable("乙中心 | 划入\n丙中心 | 划出", { headerRows: 0, left });
    const bottom = two.ys.at(-1) ?? foot;
    const further = [left - 80, left - 40].map(
      (position) => ({ direction: "vertical", position, from: top - taller, to: bottom + taller, thickness: 0.5 }) as const,
    );
    const label = printedGlyphs("指标", left - 70, (top + bottom) / 2, 9);
    const grids = gridsOf(pageOf([...two.glyphs, ...label], [...ruleStyles["every cell"](two), ...further]));
    expect(grids.map(({ columnCount }) => columnCount)).toEqual([columns]);
  });

  it("lines that go on to the edge of the page make no column", () => {
    const right = table.xs.at(-1) ?? 0;
    const further = table.ys
      .slice(1)
      .map((position) => ({ direction: "horizontal", position, from: right, to: 842, thickness: 0.5 }) as const);
    expect(gridsOf(pageOf(table.glyphs, [...rulings, ...further])).map(drawingOf)).toEqual([drawingOf(gridOf(drawing))]);
  });
});

describe("letter-spaced figures", () => {
  it("stay whole where they stick out of their columns", () => {
    const drawing = "甲 | 乙 | 丙\n31,415.28 | 31,138.37 | 7,799.87";
    const table = drawTable(drawing, { headerRows: 1, xs: [50, 104, 158, 212] });
    const spaced = table.cells.flatMap(({ box: [x0, y0, x1, y1], isHeader }) => {
      const own = table.glyphs.filter(({ box }) => box[0] >= x0 - 1 && box[2] <= x1 + 1 && box[1] >= y0 && box[3] <= y1);
      const by = (index: number) => (isHeader ? 0 : 1.3 * index);
      return own.map((glyph, index) => ({
        ...glyph,
        box: [glyph.box[0] + by(index), glyph.box[1], glyph.box[2] + by(index), glyph.box[3]] as const,
      }));
    });
    expect(gridsOf(pageOf(spaced, ruleStyles["every cell"](table))).map(drawingOf)).toEqual([drawingOf(gridOf(drawing))]);
  });
});

describe("figures wider than their columns", () => {
  it.each([
    ["touch their neighbours", "1,234.50", "2,345.60", "3,456.70"],
    ["follow a label", "合计", "12,345.60", "3.70"],
    ["are followed by a label", "12,345.60", "合计", "3.70"],
    ["stand beside dashes", "1,234.50", "--", "13,456.70"],
    ["are printed in full width", "１２３．４５", "２３４．５６", "３４５．６７"],
  ])("stay whole where they %s", (_name, ...row) => {
    const drawing = `甲 | 乙 | 丙\n${row.join(" | ")}`;
    const table = drawTable(drawing, { headerRows: 1, xs: [50, 86, 122, 158] });
    expect(gridsOf(pageOf(table.glyphs, ruleStyles["every cell"](table))).map(drawingOf)).toEqual([drawingOf(gridOf(drawing))]);
  });
});

describe("figures whose font sets two ones closer", () => {
  it.each(["3,411.50", "11,345.60", "31,138.11", "2,311.11", "411.50"])(
    "stay whole where they stick out of their columns: %s",
    (figure) => {
      const drawing = `甲 | 乙 | 丙\n12.00 | ${figure} | 7.00`;
      for (const width of [18, 22, 26, 30, 34]) {
        const table = drawTable(drawing, { headerRows: 1, xs: [50, 100, 100 + width, 190] });
        const row = table.glyphs.filter(({ box }) => box[1] >= (table.ys[1] ?? 0));
        let by = 0;
        const kerned = table.glyphs.map((glyph, index) => {
          const before = table.glyphs[index - 1];
          const touches = before && row.includes(before) && Math.abs(glyph.box[0] - before.box[2]) < 0.1;
          by = touches ? by + (before.text === "1" && glyph.text === "1" ? 0.074 * glyph.fontSize : 0) : 0;
          const [x0, y0, x1, y1] = glyph.box;
          return { ...glyph, box: [x0 - by, y0, x1 - by, y1] as const };
        });
        expect(gridsOf(pageOf(kerned, ruleStyles["every cell"](table))).map(drawingOf), String(width)).toEqual([
          drawingOf(gridOf(drawing)),
        ]);
      }
    },
  );
});

describe("headings as wide as their columns", () => {
  it.each([0.04, 0.06, 0.1])("stay in their own where they overlap by %f ems", (overlap) => {
    const drawing = "政府性基金预算 | 国有资本经营预算\n1.00 | 2.00";
    const size = 9;
    const xs = [50, 50 + (7 - overlap) * size, 50 + (15 - 2 * overlap) * size];
    const table = drawTable(drawing, { headerRows: 1, size, xs });
    expect(gridsOf(pageOf(table.glyphs, ruleStyles["every cell"](table))).map(drawingOf)).toEqual([drawingOf(gridOf(drawing))]);
  });
});

describe("a frame without inner verticals", () => {
  const framed = (drawing: string, options: Partial<DrawOptions> = {}) => {
    const table = drawTable(drawing, { headerRows: 1, ...options });
    const [x0, x1, y0, y1] = [table.xs[0] ?? 0, table.xs.at(-1) ?? 0, table.ys[0] ?? 0, table.ys.at(-1) ?? 0];
    const across = table.ys.map((position) => ({ direction: "horizontal" as const, position, from: x0, to: x1, thickness: 0.5 }));
    const sides = [x0, x1].map((position) => ({ direction: "vertical" as const, position, from: y0, to: y1, thickness: 0.5 }));
    return gridsOf(pageOf(table.glyphs, [...across, ...sides]));
  };

  it.each(["预算\n1.00\n2.00\n3.00", "备注\n按规定上缴国库\n\n完成年度任务/的百分之九十"])(
    "is a column by itself where each row holds one text: %j",
    (drawing) => {
      expect(framed(drawing).map(({ columnCount, rowCount }) => [columnCount, rowCount])).toEqual([[1, 4]]);
    },
  );

  it("is a table whose columns stand apart where they do", () => {
    expect(framed("项目 | 本年预算\n人员经费 | 1,234.50\n公用经费 | 300.25\n合计 | 1,534.75").map(drawingOf)).toEqual([
      "项目 | 本年预算\n人员经费 | 1,234.50\n公用经费 | 300.25\n合计 | 1,534.75",
    ]);
  });

  it("is no table around a heading and its text", () => {
    expect(framed("编制说明\n本表由财务处汇总")).toEqual([]);
  });
});
