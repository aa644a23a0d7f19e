import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toFlowedLines } from "../../src/layout/flowed/flowed-line.ts";
import { toHeader } from "../../src/layout/flowed/header-words.ts";
import { matchHeader } from "../../src/layout/flowed/match-header.ts";
import { textColumns } from "../../src/layout/flowed/text-columns.ts";
import { toInputLine } from "../../src/layout/text/input-line.ts";
import { parseBudget } from "../../src/parse-budget.ts";
import { amountColumn, codeColumn, textColumn } from "../../src/tables/column.ts";
import { defineForm, defineTable } from "../../src/tables/define-table.ts";
import { expenditureSummary } from "../../src/tables/expenditure-summary.ts";
import { builtInForms } from "../../src/tables/forms.ts";
import { functionalRows } from "../../src/tables/row-grammar.ts";
import {
  brokenAfter,
  cellsOf,
  codesOf,
  expenditureHeader,
  gridsOf,
  linesOf,
  type PrintedRow,
  printedRows,
  regionsOf,
  runningTable,
} from "../support/printed-text.ts";

const joined = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join("|"));

describe("a table of running text gets the columns of its form", () => {
  it("codes, names and amounts stand in their columns, the label of the total in the name column, indents as printed", async () => {
    const pages = await regionsOf(
      [
        "表3",
        "支出总体情况表",
        "功能分类科目",
        "合计 基本支出 项目支出",
        "事业单位经营支",
        "出",
        "对附属单位补助",
        "支出",
        "上缴上级支出 结转下年",
        "科目编码 科目名称",
        "合计 497,229.09 17,456.42 479,772.67 0.00 0.00 0.00 0.00",
        "2080505",
        "　　机关事业单位基本养老保",
        "险缴费支出",
        "1,182.88 1,182.88 0.00 0.00 0.00 0.00 0.00",
        "注：本表根据本单位实际预算编制情况编列。",
      ].join("\n"),
    );
    const [grid] = gridsOf(pages);
    expect(grid).toMatchObject({
      method: "flowed",
      specification: { spec: expenditureSummary, form: "gz-12" },
      headerRowCount: 0,
      columnCount: 9,
    });
    expect(joined(cellsOf(grid as NonNullable<typeof grid>))).toEqual([
      "|合计|497,229.09|17,456.42|479,772.67|0.00|0.00|0.00|0.00",
      "2080505|机关事业单位基本养老保险缴费支出|1,182.88|1,182.88|0.00|0.00|0.00|0.00|0.00",
    ]);
    expect(grid?.cells.find(({ row, column }) => row === 1 && column === 1)).toMatchObject({
      indent: 2,
      lines: ["机关事业单位基本养老保", "险缴费支出"],
    });
    expect(linesOf(pages, "note")).toHaveLength(1);
    expect(codesOf(pages)).toEqual([]);
  });

  it("a table whose title and header stand on every page is one", async () => {
    const page = (...rows: readonly string[]) => ["表3", "支出总体情况表", "单位：万元", ...expenditureHeader, ...rows];
    const first = page("合计 300.00 300.00 0.00 0.00 0.00 0.00 0.00", "205 教育支出 100.00 100.00 0.00 0.00 0.00 0.00 0.00");
    const second = page("206 科学技术支出 200.00 200.00 0.00 0.00 0.00 0.00 0.00", "注：本表根据本单位实际预算编制情况编列。");
    const { tables } = await parseBudget([first, second].map((lines) => lines.join("\n")).join("\n\f"));
    expect(tables.map(({ number, rows }) => [number, rows.map(({ cells }) => cells[1])])).toEqual([
      [3, ["合计", "教育支出", "科学技术支出"]],
    ]);
  });

  it.each([
    ["behind", (mine: (typeof builtInForms)[number]) => [...builtInForms, mine]],
    ["before", (mine: (typeof builtInForms)[number]) => [mine, ...builtInForms]],
  ])("a user's form may have a table of a kind that is built in, %s the built-in forms", async (_, forms) => {
    const own = defineTable({
      kind: "expenditureSummary",
      titles: ["支出总体情况表"],
      rows: functionalRows,
      layouts: {
        mine: {
          number: 3,
          columns: [
            codeColumn("code", "编码"),
            textColumn("name", "科目"),
            amountColumn("total", "全年"),
            amountColumn("first", "上半年"),
            amountColumn("second", "下半年"),
          ],
        },
      },
    });
    const text = [
      "表3",
      "支出总体情况表",
      "单位：万元",
      "编码 科目 全年 上半年 下半年",
      "合计 3.00 1.00 2.00",
      "208 社会保障和就业支出 3.00 1.00 2.00",
    ];
    const { tables } = await parseBudget(text.join("\n"), { forms: forms(defineForm({ id: "mine", tables: [own] })) });
    expect(tables.map(({ kind, rows }) => ({ kind, cells: rows.map(({ cells }) => cells) }))).toEqual([
      {
        kind: "expenditureSummary",
        cells: [
          [null, "合计", "3.00", "1.00", "2.00"],
          ["208", "社会保障和就业支出", "3.00", "1.00", "2.00"],
        ],
      },
    ]);
  });

  it("a lone label of a two-sided table finds its side, also where the ordinal occurs on both", async () => {
    const text = [
      "表4",
      "财政拨款收支总体情况表",
      "收入 支出",
      "项目 预算 项目 预算",
      "一、一般公共预算 9.00 一、一般公共服务支出 0.00",
      "二、政府性基金预算 0.00 二、外交支出 0.00",
      "三、教育支出 9.00",
      "本年收入合计 9.00 本年支出合计 9.00",
      "收入总计 9.00 支出总计 9.00",
    ].join("\n");
    expect(gridsOf(await regionsOf(text)).flatMap(cellsOf)[2]).toEqual(["", "", "三、教育支出", "9.00"]);
  });

  it("a row of a two-sided table that leaves amounts out is one row where blank lines part the rows", async () => {
    const rows = [
      ["一、一般公共预算", "5.00 一、教育支出", "4.00"],
      ["二、政府性基金预算", "二、科学技术支出", "1.00"],
      ["三、国有资本经营预算", "三、农林水支出"],
      ["本年收入合计", "5.00 本年支出合计", "5.00"],
      ["上年预结转", "结转下年"],
      ["收入总计", "5.00 支出总计", "5.00"],
    ].map((row) => row.join("\n"));
    const text = ["表4", "财政拨款收支总体情况表", "收入 支出", "项目 预算 项目 预算", ...rows].join("\n\n");
    expect(joined(gridsOf(await regionsOf(text)).flatMap(cellsOf))).toEqual([
      "一、一般公共预算|5.00|一、教育支出|4.00",
      "二、政府性基金预算||二、科学技术支出|1.00",
      "三、国有资本经营预算||三、农林水支出|",
      "本年收入合计|5.00|本年支出合计|5.00",
      "上年预结转||结转下年|",
      "收入总计|5.00|支出总计|5.00",
    ]);
  });

  it("a count in a goal is no amount, and the goal of one row takes nothing of the next row's label", async () => {
    const text = [
      "表12",
      "部门预算项目支出及其他支出预算表",
      "支出项目类别（资金使用单位） 总计 财政拨款 财政专户拨款 其他资金 绩效目标",
      "合计 一般公共预算 政府性基金预算 国有资本经营预算",
      "合计 1.00 1.00 1.00 0.00 0.00 0.00 0.00",
      "某某重大活动宣传推广工程（市",
      "本级） 1.00 1.00 1.00 0.00 0.00 0.00 0.00",
      "持续推进重大活动宣传推广，全年完成不少于 1,200 宗，",
      "确保系统全年可用率≥99.9%。",
      "某某维护项目 1.00 1.00 1.00 0.00 0.00 0.00 0.00",
      "全面落实维护保养。",
    ].join("\n");
    const pages = await regionsOf(text);
    expect(
      gridsOf(pages)
        .flatMap(cellsOf)
        .map((row) => [row[0], row[8]]),
    ).toEqual([
      ["合计", ""],
      ["某某重大活动宣传推广工程（市本级）", "持续推进重大活动宣传推广，全年完成不少于1,200宗，确保系统全年可用率≥99.9%。"],
      ["某某维护项目", "全面落实维护保养。"],
    ]);
  });

  it.each([
    [
      ["根据文件要求，", "开支宣传费。", "全面落实", "宣传推广。", "完成率≥90%。"],
      ["根据文件要求，开支宣传费。", "全面落实宣传推广。", "完成率≥90%。"],
    ],
    [
      ["根据文件要求。", "开支宣传费。", "全面落实", "宣传推广。", "完成率≥90%。"],
      ["根据文件要求。开支宣传费。全面落实宣传推广。完成率≥90%。", "", ""],
    ],
  ])("several long texts behind the amounts are parted where as many end as there are columns: %j", async (lines, cells) => {
    const text = [
      "表10",
      "部门预算项目支出预算表",
      "单位编码 单位名称(项目名称) 总计 财政拨款 财政专户管理资金 其他资金 事业收入 经营收入 其他收入 上年结转 项目内容 项目绩效目标 绩效指标",
      "合计 一般公共预算 政府性基金预算 国有资本经营预算",
      "合计 1.00 1.00 1.00 0.00 0.00 0.00 0.00 0.00 0.00 0.00",
      "337001 某某项目 1.00 1.00 1.00 0.00 0.00 0.00 0.00 0.00 0.00 0.00",
      ...lines,
    ].join("\n");
    const pages = await regionsOf(text);
    expect(gridsOf(pages).flatMap(cellsOf)[1]?.slice(-3)).toEqual(cells);
    expect(codesOf(pages).includes("layout.cells-run-together")).toBe(cells[1] === "");
  });

  it("a label that a page break leaves with an open bracket is doubted, since its rest may stand among the texts below", async () => {
    const text = (label: string) =>
      [
        "表12",
        "部门预算项目支出及其他支出预算表",
        "支出项目类别（资金使用单位） 总计 财政拨款 财政专户拨款 其他资金 绩效目标",
        "合计 一般公共预算 政府性基金预算 国有资本经营预算",
        "合计 1.00 1.00 1.00 0.00 0.00 0.00 0.00",
        `${label} 1.00 1.00 1.00 0.00 0.00 0.00 0.00 全面落实`,
        "二期）",
        "维护保养。",
      ].join("\n");
    expect(codesOf(await regionsOf(text("某某维护项目（第")))).toEqual(["layout.row-boundary"]);
    expect(codesOf(await regionsOf(text("某某维护项目（二期）")))).toEqual([]);
  });

  describe("text in columns whose names wrap, the amounts on one of two lines", () => {
    const sheet = (rows: readonly string[]) =>
      [
        "                                        表6",
        "                 一般公共预算基本支出情况表（按经济分类科目）",
        "单位名称：广州市某某局                       单位：万元",
        "部门预算支出经济科目                          预算",
        "                合计                           10.00",
        ...rows,
        "注：无。",
      ].join("\n");
    const labels = async (rows: readonly string[]) => {
      const pages = await regionsOf(sheet(rows));
      const [, ...cells] = gridsOf(pages).flatMap(cellsOf);
      return [cells.map(([label]) => label), codesOf(pages)];
    };

    it.each([
      [
        "the amounts on the upper line, as a bracket that stays open says",
        ["[301]工资（含补贴                          1.00", "津贴）", "[302]商品和服务（含办                       9.00", "公费和差旅费）"],
        ["[301]工资（含补贴津贴）", "[302]商品和服务（含办公费和差旅费）"],
      ],
      [
        "the amounts on the lower line, as a bracket that stays open says",
        [
          "[301]工资（含补贴",
          "津贴）                                 1.00",
          "[302]商品和服务（含办",
          "公费和差旅费）                             9.00",
        ],
        ["[301]工资（含补贴津贴）", "[302]商品和服务（含办公费和差旅费）"],
      ],
      [
        "a code that begins a row",
        ["[301]工资和福利                            1.00", "支出", "[302]商品和服务                             9.00"],
        ["[301]工资和福利支出", "[302]商品和服务"],
      ],
    ])("are divided by %s", async (_, rows, names) => {
      expect(await labels(rows)).toEqual([names, []]);
    });

    it("are told where nothing divides them", async () => {
      const [names, codes] = await labels([
        "工资和福利                                1.00",
        "各项支出",
        "商品和服务                                 9.00",
      ]);
      expect([names?.join(""), codes]).toEqual(["工资和福利各项支出商品和服务", ["layout.row-boundary", "layout.row-boundary"]]);
    });
  });

  it("what stands behind a row's last amount belongs to the text column, however far the amounts of other rows reach", async () => {
    const text = [
      "                                       表12",
      "                      部门预算项目支出及其他支出预算表",
      "                                             财政拨款",
      "支出项目类别（资金使用单位）        总计       合计    一般公共预算    政府性基金预算    国有资本经营预算    财政专户拨款    其他资金    绩效目标",
      "      合计                     32.00      32.00      32.00          0.00           0.00          0.00       0.00",
      "广州市某某局                       32.00      32.00      32.00          0.00           0.00          0.00       0.00",
      "  甲项目                        12.00      12.00      12.00          0.00           0.00          0.00    0.00 保障运转。",
      "  乙项目                        20.00      20.00      20.00          0.00           0.00          0.00    0.00 全年完成维护任务，养护到位，",
      "                                                                                                               让市民满意。",
      "注：无。",
    ].join("\n");
    const pages = await regionsOf(text);
    expect([
      gridsOf(pages)
        .flatMap(cellsOf)
        .map((cells) => cells.at(-1)),
      codesOf(pages),
    ]).toEqual([["", "", "保障运转。", "全年完成维护任务，养护到位，让市民满意。"], []]);
  });

  describe("the table of key projects, which stands in the prose without a title", () => {
    const prose = (rows: readonly string[]) =>
      [
        "七、重点项目预算绩效目标情况",
        "2026年，本部门重点项目绩效目标情况如下：",
        "      项目       预算数（单位：万元）             绩效目标",
        ...rows,
        "第四部分 名词解释",
        "一、基本支出：指为保障机构正常运转发生的支出。",
      ].join("\n");
    const projects = [
      "                                     完成全年花境更新，投入120.00万元，",
      "花境更新与日常养护         2000          养护3500平方米，让市民满意，并保持花境",
      "                                     整洁。",
      "花卉科普展览            1,227.3         举办花卉科普展览不少于4场，植物知识普及",
      "                                     到位。",
    ];

    it("is read where its columns stand below their headings, however its money is printed", async () => {
      const pages = await regionsOf(prose(projects));
      expect([gridsOf(pages).flatMap(cellsOf), codesOf(pages)]).toEqual([
        [
          ["花境更新与日常养护", "2000", "完成全年花境更新，投入120.00万元，养护3500平方米，让市民满意，并保持花境整洁。"],
          ["花卉科普展览", "1,227.3", "举办花卉科普展览不少于4场，植物知识普及到位。"],
        ],
        [],
      ]);
    });

    it("stays among the prose, and is told once, where a unit's name may head the rows below it", async () => {
      const pages = await regionsOf(prose(["广州市花城养护中心", ...projects.slice(1)]));
      expect([gridsOf(pages), codesOf(pages)]).toEqual([[], ["layout.table-in-prose"]]);
      expect(linesOf(pages, "paragraph").join("")).toContain("广州市花城养护中心");
    });

    describe("in text that keeps no columns", () => {
      const running = (rows: readonly string[]) => regionsOf(prose(rows).replace(/^ +项目 .*$/mu, "项目 预算数（单位：万元） 绩效目标"));
      const goal = ["完成全年花境更新，", "让市民满意。花境保持", "整洁。"];

      it("is read where each goal ends with a full stop before the next label", async () => {
        const pages = await running(["花境更新与", "日常养护", "2000", ...goal, "花卉科普展览 1,227.3", "举办科普展览。"]);
        expect([gridsOf(pages).flatMap(cellsOf), codesOf(pages)]).toEqual([
          [
            ["花境更新与日常养护", "2000", "完成全年花境更新，让市民满意。花境保持整洁。"],
            ["花卉科普展览", "1,227.3", "举办科普展览。"],
          ],
          [],
        ]);
      });

      it.each([
        ["a goal has no full stop", ["甲项目 2000", "做好甲的工作", "乙项目 30", "做好乙的工作。"]],
        ["the last goal is cut", ["甲项目 2000", "做好甲的工作。", "乙项目 30", "做好乙的工作，"]],
        [
          "a figure stands alone in a goal",
          ["甲项目 2000", "第一项。", "第二项，培训人数达到", "100", "人。", "乙项目 30", "做好乙的工作。"],
        ],
        ["a unit's name may head the rows below it", ["广州市花城养护中心", "甲项目 2000", "做好甲的工作。"]],
        ["a row has no goal", ["合计 2030", "甲项目 2000", "做好甲的工作。"]],
      ])("stays among the prose, and is told, where %s", async (_why, rows) => {
        const pages = await running(rows);
        expect([gridsOf(pages), codesOf(pages)]).toEqual([[], ["layout.table-in-prose"]]);
      });
    });

    it("is told of no table that stands above it", async () => {
      const expenditure = ["表3 支出总体情况表", "单位：万元", "功能分类科目 合计 基本支出 项目支出", "合计 4O.00 30.00 10.00"];
      const text = `${expenditure.join("\n")}\n${prose(["广州市花城养护中心", ...projects.slice(1)])}`;
      const { diagnostics } = await parseBudget(text);
      expect(diagnostics.find(({ code }) => code === "layout.table-in-prose")).not.toHaveProperty("table");
      expect(diagnostics.filter(({ table }) => table === 3)).not.toEqual([]);
    });

    it("stays among the prose, and is told, where its words do not stand in columns", async () => {
      const pages = await regionsOf(prose(projects).replaceAll(/(?<=\S) +(?=\S)/gu, " "));
      expect([gridsOf(pages), codesOf(pages)]).toEqual([[], ["layout.table-in-prose"]]);
    });
  });

  it("an amount below a label that has none is the label's only if the sides add up then", async () => {
    const text = (carried: string) =>
      [
        "表4",
        "财政拨款收支总体情况表",
        "收入 支出",
        "项目 预算 项目 预算",
        "一、一般公共预算 5.00 一、教育支出 5.00",
        "二、政府性基金预算 二、科学技术支出",
        "本年收入合计 5.00 本年支出合计 5.00",
        "上年预结转 1.00 结转下年",
        carried,
        "收入总计 6.00 支出总计 6.00",
      ].join("\n");
    const right = await regionsOf(text("1.00"));
    expect(joined(gridsOf(right).flatMap(cellsOf))).toContain("上年预结转|1.00|结转下年|1.00");
    expect(codesOf(right)).toEqual([]);
    const wrong = await regionsOf(text("5.00"));
    expect(joined(gridsOf(wrong).flatMap(cellsOf))).toContain("上年预结转|1.00|结转下年|");
    expect(codesOf(wrong)).toEqual(["layout.cells-out-of-order", "layout.amounts-out-of-order"]);
  });

  it("a project's name may be digits, hold digits, or repeat in the text behind its amounts", async () => {
    const amounts = "1.00 1.00 1.00 0.00 0.00 0.00 0.00";
    const text = [
      "表12",
      "部门预算项目支出及其他支出预算表",
      "支出项目类别（资金使用单位） 总计 财政拨款 财政专户拨款 其他资金 绩效目标",
      "合计 一般公共预算 政府性基金预算 国有资本经营预算",
      `合计 ${amounts}`,
      `　　31000120230101 ${amounts} 31000120230101`,
      "　　GZIT2022-QM-N-A-",
      "045065",
      `${amounts} GZIT2022-QM-N-A-045065`,
      "　　某中心2022-2023年信息化运维项",
      "目",
      amounts,
      "在现有维护体系的基础上，进一步完善和提升系统运维的",
      "手段和内容。",
      `　　购置经费 ${amounts}`,
    ].join("\n");
    const rows = gridsOf(await regionsOf(text)).flatMap(cellsOf);
    expect(rows.map((row) => [row[0], row[8]])).toEqual([
      ["合计", ""],
      ["31000120230101", "31000120230101"],
      ["GZIT2022-QM-N-A-045065", "GZIT2022-QM-N-A-045065"],
      ["某中心2022-2023年信息化运维项目", "在现有维护体系的基础上，进一步完善和提升系统运维的手段和内容。"],
      ["购置经费", ""],
    ]);
  });
});

describe("tables that keep their columns by spaces", () => {
  it("an amount that stands nearer to another column's heading is doubted, also where one way to read it is the nearest", async () => {
    const pages = await regionsOf(
      [
        "表8",
        "财政拨款安排的行政经费及“三公”经费预算表",
        "项目              合计          一般公共预算       政府性基金预算      国有资本经营预算",
        "行政经费              244.59        244.59",
        "“三公”经费            42.15         42.15",
        "（三）公务接待费              24.76                  24.76",
      ].join("\n"),
    );
    expect(codesOf(pages)).toContain("layout.amount-columns-assumed");
  });

  it("a header at the foot of a page heads the rows of the next one, and amounts that ran together stand apart", async () => {
    const pages = await regionsOf(
      [
        "表8",
        "财政拨款安排的行政经费及“三公”经费预算表",
        "项目                        合计      一般公共预算  政府性基金预算  国有资本经营预算",
        "\f行政经费                17385.7517385.75         0.00          0.00",
        "“三公”经费               1,042.15 1,042.15         0.00          0.00",
      ].join("\n"),
    );
    expect(joined(gridsOf(pages).flatMap(cellsOf))).toEqual([
      "行政经费|17385.75|17385.75|0.00|0.00",
      "“三公”经费|1,042.15|1,042.15|0.00|0.00",
    ]);
    expect(codesOf(pages)).toEqual([]);
  });

  it("but what may be one amount with points for commas is not taken apart", async () => {
    const pages = await regionsOf(
      [
        "单位：万元",
        "表8",
        "财政拨款安排的行政经费及“三公”经费预算表",
        "项目                        合计      一般公共预算  政府性基金预算  国有资本经营预算",
        "\f行政经费                12.345.67    17,385.75         0.00          0.00",
        "“三公”经费               1,042.15     1,042.15         0.00          0.00",
      ].join("\n"),
    );
    expect(JSON.stringify(pages)).toContain("12.345.67");
  });

  const texts = [textColumn("goal", "绩效目标"), textColumn("measure", "绩效指标")];
  it.each([
    ["a gap parts the cells", "深入推进任务   100%以上", ""],
    ["a word that may go on with the cell before it", "深入推进 2023年 指标二", "深入推进2023年指标二"],
    ["one space, where other lines begin the column", "全面落实各项 指标二", ""],
  ])("two long texts side by side: %s", (_, line, unclear) => {
    const lines = ["深入推进任务   指标一", "深入推进任务 指标一", "深入推进 指标一", "全面落实各   指标二", line];
    const words = toFlowedLines(
      lines.map((text, index) => toInputLine(text, index + 1, 1)),
      1,
    ).map((own) => own.words);
    expect(
      textColumns(words, texts)
        .unclear.map(({ text }) => text)
        .join(""),
    ).toBe(unclear);
  });
});

describe("page numbers on lines of their own, in a text that marks no pages", () => {
  const rows: readonly PrintedRow[] = Array.from({ length: 8 }, (_, index) => [
    `20${index + 1}`,
    "教育支出",
    "30.00",
    "10.00",
    "20.00",
    "0.00",
    "0.00",
    "0.00",
    "0.00",
  ]);
  const table = runningTable(rows, 20, 20);
  const cells = async (text: string) => joined(gridsOf(await regionsOf(text)).flatMap(cellsOf));

  it("are no part of a table that a page's end cuts", async () => {
    const cut = table.replace("204 ", "3\n204 ");
    const prose = (page: number) => `预算编制情况说明。\n本段说明预算编制情况。\n${page}\n`;
    const text = `${prose(1)}本章列示预算表。\n2\n${cut}4\n${prose(5)}${table}6\n${prose(7)}`;
    expect(await cells(text)).toEqual([...joined(rows), ...joined(rows)]);
  });

  it("a number among the cells of a table stays where it is", async () => {
    const lone = table.replace(/^20([1-8]) 教育支出/gmu, "$1\n$&");
    const kept = JSON.stringify(await regionsOf(lone));
    for (const { 0: code = "" } of rows) expect(kept).toContain(`"${code.slice(2)}"`);
  });
});

describe("damage to running text", () => {
  const text = (lines: readonly string[]) => ["表3", "支出总体情况表", ...expenditureHeader, ...lines].join("\n");

  it("an item of the catalogue finds its columns by the code that stands twice and the label above it", async () => {
    const pages = await regionsOf(
      [
        "表13",
        "政府采购预算表",
        "单位编码 单位名称(支出项目名称) 政府采购项目 数量 计量单位 总计 财政拨款 财政专户管理资金 其他资金",
        "政府采购项目名称 政府采购品目名称 政府采购品目编号 合计 一般公共预算 政府性基金预算 国有资本经营预算",
        "合计 5.00 5.00 5.00 0.00 0.00 0.00 0.00",
        "337001 广州市某某局 5.00 5.00 5.00 0.00 0.00 0.00 0.00",
        "应急物资储备管理专项工作经费 5.00 5.00 5.00 0.00 0.00 0.00 0.00",
        "337001",
        "应急物资储备管理专项工",
        "作经费",
        "生活用电器购置",
        "A02061802039 其他生活用",
        "电器",
        "A02061802",
        "039",
        "9 批 5.00 5.00 5.00 0.00 0.00 0.00 0.00",
      ].join("\n"),
    );
    expect(joined(gridsOf(pages).flatMap(cellsOf)).at(-1)).toBe(
      "337001|应急物资储备管理专项工作经费|生活用电器购置|A02061802039其他生活用电器|A02061802039|9|批|5.00|5.00|5.00|0.00|0.00|0.00|0.00",
    );
    expect(codesOf(pages)).toEqual([]);
  });

  it("a row that prints too few amounts gives none of them a column", async () => {
    const pages = await regionsOf(
      text([
        "合计 3.00 1.00 2.00 0.00 0.00 0.00 0.00",
        "208 社会保障和就业支出 3.00 2.00",
        "210 卫生健康支出 1.00 1.00 0.00 0.00 0.00 0.00 0.00",
      ]),
    );
    const row = gridsOf(pages)
      .flatMap(cellsOf)
      .find(([code]) => code === "208");
    expect(row?.slice(2).filter((cell) => /^\d+\.\d\d$/.test(cell))).toEqual([]);
    expect(codesOf(pages).some((code) => code.startsWith("layout.amounts-"))).toBe(true);
  });

  it("a document that breaks off in a table keeps the rows that are there", async () => {
    const pages = await regionsOf(text(["合计 3.00 1.00 2.00 0.00 0.00 0.00 0.00", "208 社会保障和"]));
    expect(gridsOf(pages).flatMap(cellsOf)[0]?.slice(1, 3)).toEqual(["合计", "3.00"]);
    expect(JSON.stringify(pages)).toContain("社会保障和");
  });

  it("a table that no form knows takes nothing of the known one that follows", async () => {
    const known = runningTable([["201", "一般公共服务支出", "30.00", "10.00", "20.00", "0.00", "0.00", "0.00", "0.00"]], 20, 20);
    const unknown = ["单位：万元", "表2", "某某资金明细表", "项目 本年 上年", "201 甲 1.00 2.00 3.00 4.00 5.00 6.00 7.00", ""].join("\n");
    const rowsOf = async (text: string) => joined(gridsOf(await regionsOf(text)).flatMap(cellsOf));
    expect(await rowsOf(unknown + known)).toEqual(await rowsOf(known));
  });

  it("a title that no form knows opens the table whose header stands below it", async () => {
    const known = runningTable([["201", "一般公共服务支出", "30.00", "10.00", "20.00", "0.00", "0.00", "0.00", "0.00"]], 20, 20);
    const renamed = known.replace("支出总体情况表", "某某支出一览表");
    const rowsOf = async (text: string) => joined(gridsOf(await regionsOf(text)).flatMap(cellsOf));
    expect(await rowsOf(renamed)).toEqual(await rowsOf(known));
  });

  it("a title that no form knows is not guessed from a header that two tables print", async () => {
    const text =
      "单位：万元\n某某收支一览表\n收入 支出\n项目 预算 项目 预算\n一、一般公共预算 9.00 一、外交支出 9.00\n收入总计 9.00 支出总计 9.00";
    expect(gridsOf(await regionsOf(text))).toEqual([]);
  });

  it("titles that only a list prints open no tables", async () => {
    expect(gridsOf(await regionsOf("本册含下列各表：\n收支总体情况表\n收入总体情况表\n支出总体情况表\n"))).toEqual([]);
  });
});

describe("a header is found whatever the order and the breaks of its words", () => {
  const layouts = builtInForms.flatMap((form) => form.tables.map((spec) => [spec.kind, form.id, spec.layouts[form.id]] as const));

  it.each(layouts)("%s of %s", (_, __, layout) => {
    const header = toHeader(layout as NonNullable<typeof layout>);
    const { cells: words } = header;
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          words.map(({ wordings: [wording = ""] }) => wording),
          { minLength: words.length },
        ),
        fc.integer({ min: 2, max: 6 }),
        (shuffled, width) => {
          const { taken, coverage } = matchHeader(
            shuffled.flatMap((word) => brokenAfter(word, width)),
            header,
          );
          expect(coverage).toBe(1);
          expect(taken.filter((is) => !is)).toEqual([]);
        },
      ),
      { seed: 21, numRuns: 20 },
    );
  });

  it.each([
    ["the same word", ["合计", "基本支出", "合计"], [true, true, false]],
    ["another wording of the heading", ["合计", "基本支出", "总计"], [true, true, false]],
    ["another wording, its characters apart", ["合计", "基本支出", "总", "计"], [true, true, false, false]],
    ["the rest of a heading that a line parted", ["合计", "基本", "支出", "支出"], [true, true, true, false]],
  ])("a label that reads like a heading is left once the heading has been found: %s", (_, texts, is) => {
    const columns = [codeColumn("code", "科目编码"), amountColumn("total", "合计", "总计"), amountColumn("basic", "基本支出")];
    const header = toHeader({ number: 3, columns });
    expect(matchHeader(["科目编码", ...texts], header).taken).toEqual([true, ...is]);
  });
});

describe("laws of running text", () => {
  const cells = (rows: readonly PrintedRow[]) => joined(rows);
  const read = async (text: string) => joined(gridsOf(await regionsOf(text)).flatMap(cellsOf));

  it("where names and headings are broken makes no difference", async () => {
    await fc.assert(
      fc.asyncProperty(
        printedRows,
        fc.integer({ min: 5, max: 30 }),
        fc.integer({ min: 2, max: 12 }),
        async (rows, nameWidth, headerWidth) => {
          expect(await read(runningTable(rows, nameWidth, headerWidth))).toEqual(cells(rows));
        },
      ),
      { seed: 31, numRuns: 60 },
    );
  });

  it("pages that end after any row lose and add none", async () => {
    await fc.assert(
      fc.asyncProperty(printedRows, fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }), async (rows, cuts) => {
        expect(await read(runningTable(rows, 12, 4, cuts))).toEqual(cells(rows));
      }),
      { seed: 32, numRuns: 60 },
    );
  });

  it("blank lines and wider gaps between words change no cell", async () => {
    await fc.assert(
      fc.asyncProperty(printedRows, fc.boolean(), async (rows, ideographic) => {
        const text = runningTable(rows, 12, 4);
        const changed = ideographic ? text.replace(/ /gu, "　") : text.replace(/\n/gu, "\n\n");
        expect(await read(changed)).toEqual(cells(rows));
      }),
      { seed: 33, numRuns: 40 },
    );
  });

  it("nothing of a table is lost: every character of its rows is in a cell, in prose or in a notice", async () => {
    await fc.assert(
      fc.asyncProperty(printedRows, fc.nat(200), async (rows, from) => {
        const text = runningTable(rows, 8, 4);
        const damaged = text.slice(0, 120 + from);
        const found = JSON.stringify(await regionsOf(damaged)).replace(/\s+/gu, "");
        const body = damaged.split("科目名称")[1] ?? "";
        for (const word of body.split(/\s+/u)) expect(found).toContain(JSON.stringify(word).slice(1, -1));
      }),
      { seed: 34, numRuns: 60 },
    );
  });
});

describe("a word of running text that stands for an amount", () => {
  const shapeOf = (text: string) => toFlowedLines([toInputLine(text, 1, undefined)], 1)[0]?.words[0]?.shape;

  it.each(["1,182,88", "0,00", "-0,00", "0.00*", "1,182.88*", "####", "47..38"])("%s does", (text) => expect(shapeOf(text)).toBe("amount"));
  it.each(["84,8", "98.50%", "≥98.50%", "12.00元", "##", "2026*"])("%s does not", (text) => expect(shapeOf(text)).toBe("text"));
});
