import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Region } from "../../src/layout/region.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import type { TableSpec } from "../../src/tables/define-table.ts";
import { builtInForms } from "../../src/tables/forms.ts";
import { gridOf, lineOf, pagesOf } from "../support/grid-of.ts";

const HEADER = `
功能分类科目 | < | 合计 | 基本支出 | 项目支出 | 事业单位经营支出 | 对附属单位补助支出 | 上缴上级支出 | 结转下年
科目编码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^ | ^`.trim();
const NUMBERS = "1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9";
const ROWS = [
  " | 合计 | 30.00 | 10.00 | 20.00 | 0.00 | 0.00 | 0.00 | 0.00",
  "201 | 一般公共服务支出 | 30.00 | 10.00 | 20.00 | 0.00 | 0.00 | 0.00 | 0.00",
  "20126 | 档案事务 | 30.00 | 10.00 | 20.00 | 0.00 | 0.00 | 0.00 | 0.00",
  "2012601 | 行政运行 | 10.00 | 10.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00",
  "2012604 | 档案馆 | 20.00 | 0.00 | 20.00 | 0.00 | 0.00 | 0.00 | 0.00",
];
const TITLE = [lineOf("title", "支出总体情况表"), lineOf("amountUnit", "单位：万元")];

const cellsOf = (regions: readonly (readonly Region[])[]) => {
  const { tables, prose, notices } = recognise(pagesOf(...regions), builtInForms);
  return {
    prose,
    tables: tables.map((table) => ({
      ...table,
      kind: table.match?.spec.kind,
      rows: table.rows.map(({ cells }) => cells.map(({ text }) => text ?? "").join("|")),
    })),
    notices,
  };
};
const plain = (rows: readonly string[]) =>
  rows.map((row) =>
    row
      .split("|")
      .map((cell) => cell.trim())
      .join("|"),
  );

describe("a table over several pages", () => {
  it.each([
    ["the title, the unit and the header", TITLE, `${HEADER}\n`],
    ["the header", [], `${HEADER}\n`],
    ["the header and the column numbers", [], `${HEADER}\n${NUMBERS}\n`],
    ["the column numbers", [], `${NUMBERS}\n`],
    ["nothing", [], ""],
  ])("is one table when the next page repeats %s", (_, lines, top) => {
    for (let cut = 1; cut < ROWS.length; cut++) {
      const first = [...TITLE, gridOf(`${HEADER}\n${ROWS.slice(0, cut).join("\n")}`)];
      const second = [...lines, gridOf(`${top}${ROWS.slice(cut).join("\n")}`)];
      const { tables } = cellsOf([first, second]);
      expect(tables).toHaveLength(1);
      expect(tables[0]?.rows).toEqual(plain(ROWS));
      expect(tables[0]?.pages).toEqual([1, 2]);
    }
  });

  it.each([
    ["the form's words", "项目支出", []],
    ["words that are somewhat like them", "特定项目总支出", ["特定项目总支出"]],
  ])("has a column under %s", (_, heading, doubtful) => {
    const { tables } = cellsOf([[...TITLE, gridOf(`${HEADER.replace("项目支出", heading)}\n${ROWS.join("\n")}`)]]);
    const [table] = tables;
    const notices = table?.notices.filter(({ code }) => code === "recognise.doubtful-column") ?? [];
    expect(table?.columns[4]?.column?.key).toBe("projectExpenditure");
    expect(notices.map(({ fields }) => fields?.column)).toEqual(doubtful);
  });

  it("is one table when the page break falls into its header", () => {
    const top = gridOf("收入 | 支出", { xs: [0, 200, 400] });
    const rest = gridOf("项目 | 预算 | 项目 | 预算\n一、预算拨款 | 5.00 | 一、外交支出 | 5.00\n收入总计 | 5.00 | 支出总计 | 5.00", {
      xs: [0, 100, 200, 300, 400],
    });
    const { tables } = cellsOf([[lineOf("title", "收支总体情况表"), lineOf("amountUnit", "单位：万元"), top], [rest]]);
    expect(tables.map(({ kind }) => kind)).toEqual(["revenueAndExpenditureSummary"]);
    expect(tables[0]?.columns.map(({ path }) => path)).toEqual([
      ["收入", "项目"],
      ["收入", "预算"],
      ["支出", "项目"],
      ["支出", "预算"],
    ]);
    expect(tables[0]?.rows).toHaveLength(2);
  });

  it("is one table when the page break falls below its whole header", () => {
    const header = gridOf("收入 | < | 支出 | <\n项目 | 预算 | 项目 | 预算");
    const body = gridOf("一、预算拨款 | 5.00 | 一、外交支出 | 5.00\n收入总计 | 5.00 | 支出总计 | 5.00");
    const { tables } = cellsOf([[lineOf("title", "收支总体情况表"), lineOf("amountUnit", "单位：万元"), header], [body]]);
    expect(tables.map(({ kind, rows }) => [kind, rows.length])).toEqual([["revenueAndExpenditureSummary", 2]]);
    expect(tables[0]?.columns[3]?.path).toEqual(["支出", "预算"]);
  });

  it.each([
    ["goes on with rows in its columns", [0, 80, 160, 240, 320, 400], "201 | 甲 | 5.00 | 2.00 | 3.00", 1],
    ["does not with a grid of other columns, which is told", [0, 133, 266, 400], "甲局 | 12.00 | 无", 2],
    ["nor with one that has a header of its own", [0, 133, 266, 400], "单位 | 人数 | 备注\n甲局 | 12.00 | 无", 2],
  ])("that is a header alone %s", (_name, xs, rows, count) => {
    const header = gridOf("科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出", { xs: [0, 80, 160, 240, 320, 400], box: [0, 0, 400, 100] });
    const { tables, notices } = cellsOf([[lineOf("title", "某某支出表"), header], [gridOf(rows, { xs, box: [0, 0, 400, 100] })]]);
    expect(tables).toHaveLength(count);
    expect(notices.some(({ code }) => code === "recognise.grid-not-joined")).toBe(count === 2);
  });

  it("says so when a line that is no row parts the rest of its rows from it", () => {
    const top = gridOf(`${HEADER}\n${ROWS.slice(0, 2).join("\n")}`);
    const { notices } = cellsOf([[...TITLE, top, lineOf("paragraph", "７ ６ ６ ６"), gridOf(ROWS.slice(2, 4).join("\n"))]]);
    expect(notices).toMatchObject([{ code: "recognise.untitled-table" }, { code: "recognise.grid-not-joined", table: 3, page: 1 }]);
  });

  it.each([
    ["figures stand below its header and in no row", ["31,971.47合计", "10,615.29"], ["recognise.figures-below-header"]],
    ["only a sentence stands below its header", ["本部门无此项支出，比上年减少10.00万元。"], []],
  ])("warns of a table without rows where %s", (_, below, codes) => {
    const { tables } = cellsOf([[...TITLE, gridOf(HEADER), ...below.map((text) => lineOf("paragraph", text))]]);
    expect(tables.map(({ rows }) => rows.length)).toEqual([0]);
    expect(tables[0]?.notices.map(({ code }) => code)).toEqual(codes);
  });

  it("says so when the next page goes on with other columns and could not be joined", () => {
    const first = [...TITLE, gridOf(`${HEADER}\n${ROWS.slice(0, 2).join("\n")}`)];
    const { tables, notices } = cellsOf([first, [gridOf("20126 | 档案事务 | 30.00\n2012601 | 行政运行 | 10.00")]]);
    expect(tables.map(({ rows }) => rows.length)).toEqual([2, 2]);
    expect(notices).toMatchObject([{ code: "recognise.grid-not-joined", table: 3, page: 2 }]);
  });

  it("goes on past a line of text when the next page has its very frame, and says so", () => {
    const box = [50, 100, 550, 400] as const;
    const first = [...TITLE, gridOf(`${HEADER}\n${ROWS.slice(0, 3).join("\n")}`, { box })];
    const second = [lineOf("paragraph", "档案数字化加工经费。"), gridOf(ROWS.slice(3).join("\n"), { box })];
    const { tables } = cellsOf([first, second]);
    expect(tables.map(({ rows }) => rows)).toEqual([plain(ROWS)]);
    expect(tables[0]?.notices).toMatchObject([{ code: "recognise.text-between-rows", page: 2, fields: { text: "档案数字化加工经费。" } }]);
  });

  it.each([
    ["in the column whose last line was full", 160, ["其他对附属单位补助支出情"], ["recognise.text-between-rows"]],
    ["where prose begins", 50, ["其他对附属单位补助支出情"], []],
    ["below a line that was not full", 160, ["其他对附属单位补助支出情", "况"], []],
  ])("says of text at the top of the next page, above its note, that it may be the rest of a cell: %s", (_, left, name, codes) => {
    const xs = [50, 150, 300, 350, 400, 450, 500, 550, 600, 650];
    const row = `20126 | ${name.join("/")} | 3.00 | 1.00 | 2.00 | 0.00 | 0.00 | 0.00 | 0.00`;
    const first = [...TITLE, gridOf(`${HEADER}\n${row}`, { xs, box: [50, 0, 650, 20] })];
    const rest = { ...lineOf("paragraph", "况说明经费"), box: [left, 40, left + 50, 50] as const };
    const { tables, prose } = cellsOf([first, [rest, lineOf("note", "注：无。")]]);
    expect(tables[0]?.notices.map(({ code }) => code)).toEqual(codes);
    expect(tables[0]?.notes).toEqual(codes.length > 0 ? ["注：无。"] : []);
    expect(prose.map(({ text }) => text)).toContain("况说明经费");
  });

  it("ends with its note, and the next grid without a title is another table", () => {
    const { tables } = cellsOf([
      [...TITLE, gridOf(`${HEADER}\n${ROWS.join("\n")}`), lineOf("note", "注：无。")],
      [gridOf("甲 | 乙\n丙 | 丁")],
    ]);
    expect(tables.map(({ kind }) => kind)).toEqual(["expenditureSummary", undefined]);
    expect(tables[0]?.notes).toEqual(["注：无。"]);
  });

  it("says so when a table of its kind is there again", () => {
    const one = (figure: string) => [
      ...TITLE,
      gridOf(`${HEADER}\n${ROWS.join("\n").replaceAll("30.00", figure)}`),
      lineOf("note", "注：无。"),
    ];
    const { tables, notices } = cellsOf([one("30.00"), one("31.00"), one("32.00")]);
    expect(tables).toHaveLength(3);
    expect(notices).toMatchObject([{ code: "recognise.repeated-table", table: 3, page: 2, fields: { count: 3 } }]);
  });

  it("ends where the next title begins", () => {
    const other = [
      lineOf("title", "政府性基金预算支出情况表"),
      gridOf(
        "功能分类科目 | < | 政府性基金预算支出 | < | <\n科目编码 | 科目名称 | 小计 | 其中：基本支出 | 项目支出\n | 合计 | 0.00 | 0.00 | 0.00",
      ),
    ];
    const { tables } = cellsOf([[...TITLE, gridOf(`${HEADER}\n${ROWS.join("\n")}`), ...other]]);
    expect(tables.map(({ kind, rows }) => [kind, rows.length])).toEqual([
      ["expenditureSummary", 5],
      ["governmentFundBudgetByFunction", 1],
    ]);
  });
});

describe("a row cut by the page break", () => {
  const header =
    "支出项目类别（资金使用单位） | 总计 | 财政拨款 | < | < | < | 财政专户拨款 | 其他资金 | 绩效目标\n^ | ^ | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | ^ | ^";
  const title = [lineOf("title", "部门预算项目支出及其他支出预算表"), lineOf("amountUnit", "单位：万元")];
  const money = "5.00 | 5.00 | 5.00 | 0.00 | 0.00 | 0.00 | 0.00";
  const rowsOf = (first: string, second: string) =>
    cellsOf([[...title, gridOf(`${header}\n合计 | ${money} | \n广州市甲局 | ${money} | \n${first}`)], [gridOf(second)]]).tables[0]?.rows ??
    [];

  it("goes on in its long text", () => {
    expect(rowsOf(`某项目 | ${money} | 通过开展工作，`, " |  |  |  |  |  |  |  | 提高水平。").at(-1)).toBe(
      "某项目|5.00|5.00|5.00|0.00|0.00|0.00|0.00|通过开展工作，提高水平。",
    );
  });

  it("goes on in its name", () => {
    expect(rowsOf(`广州市医疗保 | ${money} | `, "险服务中心 |  |  |  |  |  |  |  | ").at(-1)).toBe(
      "广州市医疗保险服务中心|5.00|5.00|5.00|0.00|0.00|0.00|0.00|",
    );
  });

  it("has its money on the second page", () => {
    expect(rowsOf("广州市医疗保 |  |  |  |  |  |  |  | 通过", `险服务中心 | ${money} | 开展`).at(-1)).toBe(
      "广州市医疗保险服务中心|5.00|5.00|5.00|0.00|0.00|0.00|0.00|通过开展",
    );
  });

  it.each([
    ["a name without money before it", "其中：甲类 |  |  |  |  |  |  |  | \n"],
    ["nothing", ""],
  ])("has its name and its money on the second page, after %s", (_name, before) => {
    expect(rowsOf(`${before} |  |  |  |  |  |  |  | 通过`, `险服务中心 | ${money} | 开展`).at(-1)).toBe(
      "险服务中心|5.00|5.00|5.00|0.00|0.00|0.00|0.00|通过开展",
    );
  });

  it("is not a whole row after text that does not go on, where other rows print no money either", () => {
    const bare = "其中：甲类 |  |  |  |  |  |  |  | ";
    expect(rowsOf(`${bare}\n |  |  |  |  |  |  |  | 通过`, `险服务中心 | ${money} | `).slice(-2)).toEqual([
      "||||||||通过",
      "险服务中心|5.00|5.00|5.00|0.00|0.00|0.00|0.00|",
    ]);
  });

  it("is not a row that begins with a code, an ordinal or a total, even without money", () => {
    const grid = (body: string) => gridOf(`项目 | 预算 | 项目 | 预算\n${body}`);
    const two = cellsOf([
      [
        lineOf("title", "收支总体情况表"),
        lineOf("amountUnit", "单位：万元"),
        gridOf("收入 | < | 支出 | <\n项目 | 预算 | 项目 | 预算\n一、预算拨款 | 5.00 | 一、外交支出 | 5.00\n | | 二、国防支出 | 1.00"),
      ],
      [grid(" |  | 三、公共安全支出 | \n |  | 四、教育支出 | 1.00")],
    ]);
    expect(two.tables[0]?.rows.map((row) => row.split("|")[2])).toEqual([
      "一、外交支出",
      "二、国防支出",
      "三、公共安全支出",
      "四、教育支出",
    ]);
  });

  it("is not a row without money in a table where other rows have none either", () => {
    const bare = "某项目 |  |  |  |  |  |  |  | ";
    expect(
      rowsOf(`${bare}\n乙项目 | ${money} | `, `丙项目 |  |  |  |  |  |  |  | \n丁项目 | ${money} | `).map((row) => row.split("|")[0]),
    ).toEqual(["合计", "广州市甲局", "某项目", "乙项目", "丙项目", "丁项目"]);
  });

  it.each([
    ["its last digit", "529.2", "2", ["529.22"]],
    ["its decimals", "1,529.", "22", ["1,529.22"]],
    ["its last digit and the end of its label", "529.2", "2", ["529.22"], "业支出"],
    ["another figure", "529.20", "2.00", ["529.20", "2.00"]],
  ])("a figure that a page break cuts, with %s behind it", (_name, first, rest, expected, label = "") => {
    const header = "功能科目名称 | 一般公共预算支出 | < | <\n^ | 小计 | 其中：基本支出 | 项目支出";
    const { tables } = cellsOf([
      [
        lineOf("title", "一般公共预算支出情况表（按功能分类科目）"),
        gridOf(`${header}\n[201]一般公共服务支出 | 1,529.22 | 1,529.22 | \n[208]社会保障和就业支出 | ${first} | ${first} | `),
      ],
      [gridOf(`${label} | ${rest} | ${rest} | \n[210]卫生健康支出 | 1.00 | 1.00 | `)],
    ]);
    expect(tables[0]?.rows.slice(1, -1).map((row) => row.split("|")[1])).toEqual(expected);
  });

  it.each([
    ["the end of a label of the form is its end, whatever the table prints blank", "四、上级补助", "收入", "四、上级补助收入"],
    [
      "what fits under a full line and no label of the form has is taken for its end, and told",
      "八、某某项补贴",
      "及奖金",
      "八、某某项补贴及奖金",
    ],
    ["a label of the form is a row", "四、上级补助收入", "五、其他收入", "五、其他收入"],
  ])("where other rows print no money, %s", (_name, label, rest, expected) => {
    const options = { xs: [0, 90, 150, 240, 300], box: [0, 0, 300, 100] as const };
    const blank = "三、事业收入 |  | 三、国防支出 | ";
    const first = `收入 | < | 支出 | <\n项目 | 预算 | 项目 | 预算\n一、预算拨款 | 5.00 | 一、教育支出 | 5.00\n${blank}\n${label} | 2.00 | 四、其他支出 | 2.00`;
    const { tables } = cellsOf([
      [lineOf("title", "收支总体情况表"), lineOf("amountUnit", "单位：万元"), gridOf(first, options)],
      [gridOf(`${rest} |  |  | \n${blank.replaceAll("三", "七")}\n收入总计 | 7.00 | 支出总计 | 7.00`, options)],
    ]);
    expect(tables[0]?.rows.map((row) => row.split("|")[0])).toContain(expected);
    expect(tables[0]?.notices.some(({ code }) => code === "recognise.join-uncertain")).toBe(expected === "八、某某项补贴及奖金");
  });

  it.each([
    ["is another row where the line above the break had room for it", "四、国有资本经营预算拨款收入", 2],
    ["is another row where the line above the break was full and the form has both", "四、其他资金", 2],
    ["may be the rest of a row where the line above the break was full", "四、其他资金", 1, "部分机构"],
  ])("a label without money %s", (_name, label, rows, rest = "上年预结转") => {
    const options = { xs: [0, 90, 150, 240, 300], box: [0, 0, 300, 100] as const };
    const row = (left: string, right: string) => `${left} | 5.00 | ${right} | 5.00`;
    const first = `收入 | < | 支出 | <\n项目 | 预算 | 项目 | 预算\n${row(label, "一、住房保障")}\n${row("本年收入合计", "本年支出合计")}`;
    const { tables } = cellsOf([
      [lineOf("title", "收支总体情况表"), lineOf("amountUnit", "单位：万元"), gridOf(first, options)],
      [gridOf(`${rest} |  |  | \n${row("收入总计", "支出总计")}`, options)],
    ]);
    expect(tables[0]?.rows.slice(1, -1)).toHaveLength(rows);
  });

  it.each([
    ["the rest of a word", "建立共建共治的新格", " |  |  | 局", "产出指标|质量指标|完善制度|建立共建共治的新格局"],
    ["a text after a stop", "建立共建共治的新格局。", " |  |  | 另行通知", "|||另行通知"],
    ["a label", "建立共建共治的新格", "备注 |  |  | ", "备注|||"],
  ])("in a table without money: %s", (_name, last, first, expected) => {
    const top = "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 培训人数 | 100人\n | 时效指标 | 按期完成 | 1年";
    const { tables } = cellsOf([
      [lineOf("title", "某项目绩效目标表"), gridOf(`${top}\n产出指标 | 质量指标 | 完善制度 | ${last}`)],
      [gridOf(`${first}\n满意度指标 | 服务对象 | 满意程度 | 90%`)],
    ]);
    expect(tables[0]?.rows.at(-2)).toBe(expected);
  });

  it.each([
    ["goes on in its name and its text", "通过开展工作，提", 1],
    ["is another one where the text above it has ended", "通过开展工作。", 2],
    ["is another one where there is no text above it", "", 2],
  ])("where other rows print no money: %s", (_name, goal, rows) => {
    const bare = "其中：甲类 |  |  |  |  |  |  |  | ";
    const found = rowsOf(`${bare}\n甲区道路照明 | ${money} | ${goal}`, "设施维护 |  |  |  |  |  |  |  | 高水平。");
    expect(found.slice(3)).toEqual(
      rows === 1
        ? ["甲区道路照明设施维护|5.00|5.00|5.00|0.00|0.00|0.00|0.00|通过开展工作，提高水平。"]
        : [`甲区道路照明|5.00|5.00|5.00|0.00|0.00|0.00|0.00|${goal}`, "设施维护||||||||高水平。"],
    );
  });

  it.each([
    ["goes on where only rows with money have texts, and that is told", `${money} | 完成。`, 1],
    ["is another one where a row without money has a text, too", " |  |  |  |  |  |  | 完成。", 2],
  ])("with its text after a stop behind the break: %s", (_name, other, rows) => {
    const bare = "其中：甲类 |  |  |  |  |  |  |  | ";
    const { tables } = cellsOf([
      [...title, gridOf(`${header}\n合计 | ${money} | \n${bare}\n甲项目 | ${other}\n乙区道路 | ${money} | 通过。`)],
      [gridOf("照明设施 |  |  |  |  |  |  |  | 开展。")],
    ]);
    expect(tables[0]?.rows.slice(3)).toHaveLength(rows);
    expect(tables[0]?.notices.some(({ code }) => code === "recognise.join-uncertain")).toBe(rows === 1);
  });

  it.each([
    ["goes on where it has texts, as only rows with money have", "通过", ["乙区道路照明|5.00|5.00|5.00|0.00|0.00|0.00|0.00|通过开展"]],
    ["is whole where it has a label alone", "", ["乙区道路||||||||", "照明|5.00|5.00|5.00|0.00|0.00|0.00|0.00|开展"]],
  ])("without its money before the break, where kinds of projects print none either: %s", (_name, goal, expected) => {
    const bare = "其中：甲类 |  |  |  |  |  |  |  | ";
    const found = rowsOf(`${bare}\n甲项目 | ${money} | 完成。\n乙区道路 |  |  |  |  |  |  |  | ${goal}`, `照明 | ${money} | 开展`);
    expect(found.slice(4)).toEqual(expected);
  });

  it.each(["乙区道路照明设施", "乙类"])("is not a label alone before the break, where other rows print no money: %s", (label) => {
    const options = { xs: [0, 80, 120, 160, 200, 240, 280, 320, 360, 400], box: [0, 0, 400, 100] as const };
    const first = `${header}\n合计 | ${money} | \n其中：甲类 |  |  |  |  |  |  |  | \n甲区道路照明设施 | ${money} | \n${label} |  |  |  |  |  |  |  | `;
    const { tables } = cellsOf([[...title, gridOf(first, options)], [gridOf(`维护项目 | ${money} | 开展。`, options)]]);
    expect(tables[0]?.rows.slice(3).map((row) => row.split("|")[0])).toEqual([label, "维护项目"]);
    expect(tables[0]?.notices.map(({ code }) => code)).not.toContain("recognise.join-uncertain");
  });

  it("goes on where its bracket is closed, even where other rows print no money", () => {
    const bare = "其中：甲类 |  |  |  |  |  |  |  | ";
    expect(rowsOf(`${bare}\n某项目（含甲区、 | ${money} | `, "乙区） |  |  |  |  |  |  |  | ").at(-1)).toBe(
      "某项目（含甲区、乙区）|5.00|5.00|5.00|0.00|0.00|0.00|0.00|",
    );
  });

  it("joins at any cut of its text", () => {
    const goal = "通过开展工作，保障广州市1000多万参保群众切实利益，GZIT2022-QM-N-A-045065。";
    fc.assert(
      fc.property(fc.integer({ min: 1, max: goal.length - 1 }), (cut) => {
        expect(
          rowsOf(`某项目 | ${money} | ${goal.slice(0, cut)}`, ` |  |  |  |  |  |  |  | ${goal.slice(cut)}`)
            .at(-1)
            ?.split("|")
            .at(-1),
        ).toBe(goal);
      }),
      { seed: 7 },
    );
  });
});

describe("a header", () => {
  const column = (header: string) => cellsOf([[...TITLE, gridOf(`${header}\n${ROWS.join("\n")}`)]]).tables[0];

  it("with a column moved is matched by meaning, and says so", () => {
    const moved = HEADER.replace("基本支出 | 项目支出", "项目支出 | 基本支出");
    const table = column(moved);
    expect(table?.columns.map(({ column: known }) => known?.key)).toEqual([
      "code",
      "name",
      "total",
      "projectExpenditure",
      "basicExpenditure",
      "businessExpenditure",
      "affiliateGrantExpenditure",
      "superiorRemittanceExpenditure",
      "carryoverToNextYear",
    ]);
    expect(table?.notices.map(({ code }) => code)).toEqual(["recognise.moved-column"]);
  });

  it("with a column that the form does not have keeps it in the cells, and says so", () => {
    const table = column(HEADER.replace("结转下年", "预留机动资金"));
    expect(table?.columns.at(-1)).toEqual({ path: ["预留机动资金"], column: undefined });
    expect(table?.notices.map(({ code }) => code).sort()).toEqual(["recognise.missing-column", "recognise.unknown-column"]);
  });

  it("whose columns of 类, 款 and 项 are each only somewhat like the code has none: the code of a class is not that of its items", () => {
    const parts =
      "科目编码 | < | < | 功能科目 | 总计 | 基本支出 | 项目支出 | 事业单位经营支出\n类 | 款 | 项 | ^ | ^ | ^ | ^ | ^\n205 | 03 | 99 | 其他职业教育支出 | 3.00 | 1.00 | 2.00 | ";
    const [table] = cellsOf([[...TITLE, gridOf(parts)]]).tables;
    const amounts = ["total", "basicExpenditure", "projectExpenditure", "businessExpenditure"];
    expect(table?.columns.map(({ column: known }) => known?.key)).toEqual([undefined, undefined, undefined, "name", ...amounts]);
  });

  it("drawn into the grid with the title and the unit line is found below them", () => {
    const inside = gridOf(
      `支出总体情况表 ${"| < ".repeat(8)}\n单位名称：广州市某局 ${"| < ".repeat(6)} | 单位：万元 | <\n${HEADER}\n${ROWS.join("\n")}`,
    );
    const { tables } = cellsOf([[inside], [inside]]);
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ title: "支出总体情况表", printedUnit: "tenThousandYuan", budgetUnitName: "广州市某局" });
    expect(tables[0]?.rows).toHaveLength(10);
  });
});

describe("a row of column numbers is no row of figures", () => {
  it.each([
    ["with the sums that columns are", "1 | 2 | 3=4+5+…+9 | 4 | 5 | 6 | 7 | 8 | 9"],
    ["in brackets", "（1） | （2） | （3）=（4）+（5） | （4） | （5） | （6） | （7） | （8） | （9）"],
    ["after 栏次", "栏次 | < | 1=2+3 | 2 | 3 | 4 | 5 | 6 | 7"],
    ["after stars for the words' columns", "** | ** | 1 | 2 | 3 | 4 | 5 | 6 | 7"],
    ["in letters", "a | b | c=d+e | d | e | f | g | h | i"],
    ["in circles", "甲 | 乙 | ① | ② | ③ | ④ | ⑤ | ⑥ | ⑦"],
    ["after letters for the words' columns", "甲 | 乙 | 1=2+3 | 2 | 3 | 4 | 5 | 6 | 7"],
  ])("%s", (_, numbers) => {
    const { tables } = cellsOf([[...TITLE, gridOf(`${HEADER}\n${numbers}\n${ROWS.join("\n")}`)]]);
    expect(tables[0]?.rows).toEqual(plain(ROWS));
    expect(tables[0]?.columns[2]?.path).toEqual(["合计"]);
  });

  it("on each page, whatever the form", () => {
    const page = [lineOf("title", "某某情况表"), gridOf("科目 | 名称 | 金额\n** | ** | 1\n201 | 甲 | 5.00")];
    expect(cellsOf([page, page]).tables.map(({ rows }) => rows)).toEqual([["201|甲|5.00", "201|甲|5.00"]]);
  });

  it("nor in a table without rows", () => {
    const grid = gridOf(
      "科目编码 | < | < | 功能科目 | 总计 | 基本支出 | 项目支出\n类 | 款 | 项 | ^ | ^ | ^ | ^\n** | ** | ** | ** | 1 | 2 | 3\n | | | | | |",
    );
    expect(cellsOf([[lineOf("title", "政府性基金预算支出情况表"), grid]]).tables[0]?.rows).toEqual([]);
  });

  it("nor is 栏次 | 1 in a table of two columns", () => {
    const grid = gridOf("项目 | 预算\n栏次 | 1\n人员经费 | 5.00");
    expect(cellsOf([[lineOf("title", "某某情况表"), grid]]).tables[0]?.rows).toEqual(["人员经费|5.00"]);
  });
});

describe("a figure that cannot be read stands in a row all the same", () => {
  it.each([["12.30-"], ["△12.30"], ["12.30万元"], ["########"]])("%s", (figure) => {
    const grid = gridOf(`项目 | 预算\n人员经费 | ${figure}\n公用经费 | 5.00`);
    expect(cellsOf([[lineOf("title", "某某情况表"), grid]]).tables[0]?.rows).toEqual([`人员经费|${figure}`, "公用经费|5.00"]);
  });
});

describe("a form, whose labels stand beside what they ask for, has no header", () => {
  const formOf = (name: string, amount: string) =>
    gridOf(`项目名称 | < | ${name} | < | <
主管部门 | < | 某局 | 实施单位 | 某中心
项目资金 | < | 年度预算 | ${amount} | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
^ | 产出指标 | 数量指标 | 用车次数 | ≥150次`);
  const title = lineOf("title", "项目绩效目标表");

  it("and each with its title is a table", () => {
    const { tables } = cellsOf([
      [title, formOf("甲项目", "15.00")],
      [title, formOf("乙项目", "2.00")],
    ]);
    expect(tables.map(({ rows }) => rows[0])).toEqual(["项目名称||甲项目||", "项目名称||乙项目||"]);
    expect(tables.map(({ rows }) => rows.length)).toEqual([5, 5]);
  });

  it("though no figure stands in it", () => {
    const empty = gridOf(
      "项目名称 |  | < | 主管部门 | <\n当年预算 |  | < | 市级支出 | <\n项目概况 |  | < | < | <\n绩效指标 | 指标名称 | < | 指标值 | <",
    );
    expect(cellsOf([[title, empty]]).tables[0]?.rows).toHaveLength(4);
  });

  it("nor has a list of indicators below a text over all columns", () => {
    const grid = gridOf("整体绩效目标 | < | <\n做好工作 | < | <\n绩效指标 | 指标名称 | 指标值\n^ | 预报准确率 | 68");
    expect(cellsOf([[title, grid]]).tables[0]?.rows).toHaveLength(4);
  });
});

describe("a header ends", () => {
  const rowsOf = (drawing: string) => cellsOf([[lineOf("title", "某某情况表"), gridOf(drawing)]]).tables[0]?.rows;

  it.each([
    ["above a label without figures", "项目 | 预算数 | 绩效目标\n广州市某局 |  | \n甲项目 | 5.00 | 完成", 2],
    ["above a figure that could be a year", "项目 | 预算数 | 绩效目标\n甲项目 | 2000 | 完成\n乙项目 | 5.00 | 完成", 2],
    ["below the headings under one over several columns", "项目 | 预算数 | <\n | 合计 | 其中\n甲局 |  | \n甲项目 | 5.00 | 5.00", 2],
    ["below the last heading of a column that had none", "编码 |  | 支出\n | 名称 | \n201 | 甲 | \n202 | 乙 | 1.00", 2],
    ["beside a label that reaches down to the figures", "年度任务 | 任务名称 | 金额\n^ | 任务甲 | 508.61\n^ | 任务乙 | 30.00", 2],
  ])("%s", (_name, drawing, rows) => {
    expect(rowsOf(drawing)).toHaveLength(rows);
  });
});

describe("a table ends", () => {
  const rows = (figure: string) => `201 | 甲 | ${figure} | ${figure}`;
  const header = (fund: string) => `科目 | < | ${fund} | <\n编码 | 名称 | 合计 | 其中`;
  const page = (title: string, fund: string, figure: string) => [lineOf("title", title), gridOf(`${header(fund)}\n${rows(figure)}`)];
  const readOf = (...pages: readonly (readonly Region[])[]) => cellsOf(pages).tables.map(({ title, rows: own }) => [title, own]);

  it.each([
    ["at another title, though the first is a form's and the columns agree", "收支总体情况表", "政府性基金预算支出功能分类预算表"],
    ["at another title of no form", "财政拨款总表", "专项资金支出功能表"],
  ])("%s", (_name, first, second) => {
    expect(readOf(page(first, "一般公共预算", "1.00"), page(second, "一般公共预算", "2.00"))).toEqual([
      [first, ["201|甲|1.00|1.00"]],
      [second, ["201|甲|2.00|2.00"]],
    ]);
  });

  it("at another title that is drawn into its grid", () => {
    const inGrid = (title: string, figure: string) => [gridOf(`${title} | < | < | <\n${header("支出")}\n${rows(figure)}`)];
    expect(readOf(inGrid("甲情况表", "1.00"), inGrid("乙情况表", "2.00")).map(([title]) => title)).toEqual(["甲情况表", "乙情况表"]);
  });

  it("at another header without a title", () => {
    const [first, second] = [page("甲情况表", "一般公共预算", "1.00"), page("乙情况表", "政府性基金预算", "2.00").slice(1)];
    expect(readOf(first, second).map(([, own]) => own)).toEqual([["201|甲|1.00|1.00"], ["201|甲|2.00|2.00"]]);
  });

  it("at the same title for another unit", () => {
    const of = (unit: string, figure: string) => [lineOf("budgetUnit", `单位名称：${unit}`), ...page("甲情况表", "支出", figure)];
    expect(readOf(of("某局", "1.00"), of("某中心", "2.00"))).toHaveLength(2);
    expect(readOf(of("某局", "1.00"), of("某局", "2.00"))).toHaveLength(1);
  });

  it.each([
    ["amountUnit", "单位：万元", "单位：元"],
    ["amountUnit", "", "单位：元"],
    ["tableNumber", "表4", "表5"],
    ["tableNumber", "", "表5"],
    ["budgetUnit", "编制单位：某局", "编制单位：某中心"],
    ["budgetUnit", "", "编制单位：某中心"],
  ] as const)("at a line of its own above the next page: %s “%s”, then “%s”", (role, first, second) => {
    const rest = [lineOf(role, second), gridOf(`${header("支出")}\n${rows("2.00")}`)];
    const [title, ...grid] = page("甲情况表", "支出", "1.00");
    const above = first === "" ? [] : [lineOf(role, first)];
    expect(readOf([title as Region, ...above, ...grid], rest)).toHaveLength(2);
    expect(readOf([title as Region, lineOf(role, second), ...grid], rest)).toHaveLength(1);
  });

  it("though it has no title, where its form begins again with its first label", () => {
    const form = (project: string) => `项目名称 | < | ${project} | <\n主管部门 | < | 某局 | <\n绩效指标 | 数量 | 场次 | 三次`;
    const { tables, notices } = cellsOf([
      [gridOf(form("甲项目"))],
      [gridOf("绩效指标 | 质量 | 满意度 | -\n备注 | < | 无 | <"), gridOf(form("乙项目"))],
    ]);
    expect(tables.map(({ rows }) => rows.length)).toEqual([5, 3]);
    expect(notices.map(({ code }) => code)).not.toContain("recognise.grid-not-joined");
  });

  it.each([
    ["rows without figures go on in its very columns, some of them merged", " | 时效指标 | 提供时间 | 全年\n^ | 效益指标 | 发生率 | 很低"],
    ["sentences over several columns go on, which are no heading", " | 目标九：如期完成。 | < | <\n^ | 效益指标 | 发生率 | 很低"],
  ])("not where %s", (_name, next) => {
    const xs = [0, 60, 120, 200, 260];
    const first = [
      lineOf("title", "绩效目标表"),
      gridOf("年度指标 | 一级指标 | 三级指标 | 指标值\n^ | 产出指标 | 用车次数 | ≥150次", { xs, box: [0, 0, 260, 20] }),
    ];
    const second = [gridOf(next, { xs, box: [0, 0, 260, 20] })];
    expect(readOf(first, second).map(([, own]) => own?.length)).toEqual([3]);
  });
});

describe("the next page of a table", () => {
  const top = gridOf(`${HEADER}\n${ROWS.slice(0, 3).join("\n")}`);
  const rest = gridOf(`${HEADER}\n${ROWS.slice(3).join("\n")}`);

  it.each([["支出总体情况表（续）"], ["支出总体情况表续表"], ["续表3：支出总体情况表"], ["支出总体情况表（第2页）"]])(
    "may say that it goes on: %s",
    (title) => {
      const { tables } = cellsOf([
        [...TITLE, top],
        [lineOf("title", title), rest],
      ]);
      expect(tables.map(({ rows }) => rows)).toEqual([plain(ROWS)]);
    },
  );

  describe("has other columns, none of which is headed, and no title", () => {
    const form = gridOf("绩效指标 | 一级指标 | 二级指标 | 指标值\n^ | 产出指标 | 数量指标 | 三次", {
      xs: [0, 60, 120, 200, 260],
      box: [0, 0, 260, 20],
    });
    const rest = gridOf("^ | 时效指标 | 全年\n^ | 成本指标 | 节约", { xs: [0, 120, 200, 260], box: [0, 0, 260, 20] });
    const title = lineOf("title", "绩效目标表");

    it.each([
      [
        "goes on where a cell of the table is cut: its frame is not closed all along",
        [title, { ...form, partlyOpenBottom: true }],
        rest,
        1,
        false,
      ],
      ["goes on where the cell is open at the head of the page", [{ ...form }], { ...rest, partlyOpenTop: true }, 1, false],
      ["is told apart in a closed frame", [title, form], rest, 2, true],
      ["is told apart, though neither has a title", [form], rest, 2, true],
      ["is another table in another frame", [form], { ...rest, box: [0, 0, 200, 20] as const }, 2, false],
    ])("%s", (_name, first, second, count, told) => {
      const { tables, notices } = cellsOf([first, [second]]);
      expect(tables).toHaveLength(count);
      expect(notices.some(({ code }) => code === "recognise.grid-not-joined")).toBe(told);
    });
  });

  it("goes on with rows without figures, where its columns are the same", () => {
    const blank = "五、上级补助收入 |  | 三、教育支出 | \n六、附属单位上缴收入 |  | 四、科学技术支出 | ";
    const xs = [0, 100, 200, 300, 400];
    const first = gridOf("收入 | < | 支出 | <\n项目 | 预算 | 项目 | 预算\n一、预算拨款 | 5.00 | 一、外交支出 | 5.00", { xs });
    const second = gridOf(`${blank}\n收入总计 | 5.00 | 支出总计 | 5.00`, { xs });
    const { tables } = cellsOf([[lineOf("title", "收支总体情况表"), lineOf("amountUnit", "单位：万元"), first], [second]]);
    expect(tables.map(({ rows }) => rows.length)).toEqual([4]);
  });
});

describe("a title is known by its words, whatever stands beside them", () => {
  const table = gridOf(`${HEADER}\n${ROWS.join("\n")}`);

  it.each([
    ["a point of the paper", "heading", "三、支出总体情况表"],
    ["a point in brackets", "heading", "（三）支出总体情况表"],
    ["a point in digits", "title", "3.支出总体情况表"],
    ["a number in two parts", "title", "表3-1 支出总体情况表"],
    ["another name of the number", "title", "公开03表 支出总体情况表"],
    ["an annex", "title", "附件3：支出总体情况表"],
    ["its unit", "title", "支出总体情况表（单位：万元）"],
    ["its unit without brackets", "title", "支出总体情况表　单位：万元"],
    ["title marks", "title", "《支出总体情况表》"],
  ] as const)("%s", (_, role, line) => {
    const { tables } = cellsOf([[lineOf(role, line), table]]);
    expect(tables.map(({ title, kind }) => [title, kind])).toEqual([["支出总体情况表", "expenditureSummary"]]);
  });

  it.each([["（草案）"], ["（2025年）"]])("a table of a form may be called %s", (more) => {
    const { tables } = cellsOf([[lineOf("title", `支出总体情况表${more}`), table]]);
    expect(tables.map(({ title, kind }) => [title, kind])).toEqual([[`支出总体情况表${more}`, "expenditureSummary"]]);
  });

  it("a heading that names no table stays prose", () => {
    const { tables } = cellsOf([[...TITLE, lineOf("heading", "三、支出情况说明"), table]]);
    expect(tables[0]?.title).toBeNull();
  });
});

describe("lines that a narrow cell or a spreadsheet puts elsewhere", () => {
  it("take a short line under a title for no prose", () => {
    const caption = [...TITLE, lineOf("paragraph", "2025年度（保留两位小数）")];
    const { tables } = cellsOf([[...caption, gridOf(`${HEADER}\n${ROWS.join("\n")}`)]]);
    expect(tables[0]).toMatchObject({ title: "支出总体情况表", printedUnit: "tenThousandYuan" });
  });

  it("find the unit in a line with words of its own", () => {
    const caption = [lineOf("title", "支出总体情况表"), lineOf("paragraph", "金额单位：万元（保留两位小数）")];
    const { tables } = cellsOf([[...caption, gridOf(`${HEADER}\n${ROWS.join("\n")}`)]]);
    expect(tables[0]).toMatchObject({ title: "支出总体情况表", printedUnit: "tenThousandYuan" });
  });

  it("part no column where only a caption in the frame is parted", () => {
    const parted = (row: string) => row.replace(/ \| /u, " | < | ");
    const inside = gridOf(
      [`单位名称：广州市某局 | 单位：万元 ${"| < ".repeat(8)}`, ...`${HEADER}\n${ROWS.join("\n")}`.split("\n").map(parted)].join("\n"),
    );
    const { tables } = cellsOf([[lineOf("title", "支出总体情况表"), inside]]);
    expect(tables[0]?.rows).toEqual(plain(ROWS));
    expect(tables[0]?.columns).toHaveLength(9);
  });

  it.each([
    ["the next point", "2.金额可能有尾差。", ["注：本表含上年结转。\n2.金额可能有尾差。"]],
    ["another point", "1.编制依据。", ["注：本表含上年结转。"]],
    ["a sentence", "金额可能有尾差。", ["注：本表含上年结转。"]],
  ])("keep, two lines below their note, %s of its list as %s", (_name, text, notes) => {
    const note = { ...lineOf("note", "注：本表含上年结转。"), box: [40, 100, 200, 109] as const, fontSize: 9 };
    const below = { ...lineOf("paragraph", text), box: [40, 124, 200, 133] as const, fontSize: 9 };
    const { tables } = cellsOf([[...TITLE, gridOf(`${HEADER}\n${ROWS.join("\n")}`), note, below]]);
    expect(tables[0]?.notes).toEqual(notes);
  });

  it("keep the note that was drawn into the grid as a note, with its further paragraphs", () => {
    const notes = `注：1.本表含上年结转。 ${"| < ".repeat(8)}\n2.金额可能有尾差。 ${"| < ".repeat(8)}`;
    const { tables } = cellsOf([[...TITLE, gridOf(`${HEADER}\n${ROWS.join("\n")}\n${notes}`)]]);
    expect(tables[0]?.rows).toEqual(plain(ROWS));
    expect(tables[0]?.notes).toEqual(["注：1.本表含上年结转。\n2.金额可能有尾差。"]);
  });

  it("take a unit in brackets for the unit line", () => {
    const caption = [lineOf("title", "支出总体情况表"), lineOf("paragraph", "（万元）")];
    const { tables } = cellsOf([[...caption, gridOf(`${HEADER}\n${ROWS.join("\n")}`)]]);
    expect(tables[0]).toMatchObject({ title: "支出总体情况表", printedUnit: "tenThousandYuan" });
  });

  it("join a unit line that wraps", () => {
    const caption = [lineOf("title", "支出总体情况表"), lineOf("budgetUnit", "单位：万"), lineOf("paragraph", "元")];
    const { tables } = cellsOf([[...caption, gridOf(`${HEADER}\n${ROWS.join("\n")}`)]]);
    expect(tables[0]).toMatchObject({ kind: "expenditureSummary", printedUnit: "tenThousandYuan" });
  });
});

describe("a heading of the prose that speaks of a table", () => {
  it.each(["一、部门预算收支总体情况说明", "（二）支出总体情况", "三、关于收入总体情况表的说明"])("%s opens none", (text) => {
    const { prose, tables } = recognise(pagesOf([lineOf("heading", text), gridOf("甲 | 乙\n丙 | 丁")]), builtInForms);
    expect(prose).toContainEqual(expect.objectContaining({ role: "heading", text }));
    expect(tables[0]).toMatchObject({ match: undefined, title: null });
  });
});

describe("a table of no known form", () => {
  it.each(["决算", "执行"])("is one of final accounts or of execution, whatever its header: %s", (word) => {
    const kindOf = (of: string) =>
      recognise(
        pagesOf([
          lineOf("title", `一般公共预算基本支出${of}情况表（按经济分类科目）`),
          gridOf("部门预算支出经济科目 | 预算\n[301]工资福利支出 | 1.00"),
        ]),
        builtInForms,
      ).tables[0]?.match?.spec.kind;
    expect([kindOf(""), kindOf("安排"), kindOf(word)]).toEqual([
      "basicExpenditureByEconomicNature",
      "basicExpenditureByEconomicNature",
      undefined,
    ]);
  });

  it("is returned as it stands", () => {
    const { tables } = cellsOf([[lineOf("title", "收入决算表"), gridOf("科目 | 决算数\n教育支出 | 1.00")]]);
    expect(tables[0]).toMatchObject({ match: undefined, title: "收入决算表" });
    expect(tables[0]?.rows).toEqual(["教育支出|1.00"]);
    expect(tables[0]?.notices.map(({ code }) => code)).toEqual(["recognise.unknown-table"]);
  });

  it.each([
    ["支出预算总表", "expenditureSummary"],
    ["部门支出总表", "expenditureSummary"],
    ["社会保险基金支出明细表", undefined],
  ])("%s above the header of a known one is %s", (title, kind) => {
    expect(cellsOf([[lineOf("title", title), gridOf(`${HEADER}\n${ROWS.join("\n")}`)]]).tables[0]?.kind).toBe(kind);
  });

  it("is known by the wording of its title in one form alone", () => {
    const spec = builtInForms.flatMap(({ tables }) => tables).find(({ kind }) => kind === "expenditureSummary") as TableSpec;
    const layouts = Object.fromEntries(
      Object.entries(spec.layouts).map(([form, layout]) => [form, { ...layout, title: "各项花费一览表" }]),
    );
    const forms = builtInForms.map(({ id }) => ({ id, tables: [{ ...spec, layouts }] }));
    const page = pagesOf([lineOf("title", "各项花费一览表"), gridOf(`${HEADER}\n${ROWS.join("\n")}`)]);
    expect(recognise(page, forms).tables[0]?.match?.spec.kind).toBe("expenditureSummary");
  });

  it("is not taken for one whose title ends alike", () => {
    const { tables } = cellsOf([
      [
        lineOf("title", "财政拨款收支总体情况表"),
        gridOf("收入 | < | 支出 | <\n项目 | 预算 | 项目 | 预算\n一、一般公共预算 | 1.00 | 一、外交支出 | 1.00"),
      ],
    ]);
    expect(tables[0]?.kind).toBe("fiscalAppropriationSummary");
  });
});

describe("indents", () => {
  const header =
    "支出项目类别（资金使用单位） | 总计 | 财政拨款 | < | < | < | 财政专户拨款 | 其他资金 | 绩效目标\n^ | ^ | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | ^ | ^";
  const rowOf = (label: string) => `${label} | 1.00 | 1.00 | 1.00 | 0.00 | 0.00 | 0.00 | 0.00 | `;
  /** A page whose labels begin so many ems from the border of their cells. */
  const page = (labels: readonly (readonly [string, number])[]) => {
    const grid = gridOf(`${header}\n${labels.map(([label]) => rowOf(label)).join("\n")}`);
    const textEdge = Math.min(...labels.map(([, em]) => em));
    const cells = grid.cells.map((cell) => {
      const [, em] = labels[cell.row - 2] ?? [];
      return cell.column === 0 && em !== undefined ? { ...cell, indent: em - textEdge, textEdge } : cell;
    });
    return { ...grid, cells };
  };
  const indents = (...pages: readonly Region[][]) =>
    recognise(pagesOf(...pages), builtInForms).tables[0]?.rows.map(({ cells }) => cells[0]?.indent);

  it("count from the leftmost label of all pages: on a page where every label is indented, the first is too", () => {
    const title = [lineOf("title", "部门预算项目支出及其他支出预算表"), lineOf("amountUnit", "单位：万元")];
    const first = page([
      ["合计", 0.2],
      ["甲局", 0.2],
      ["甲项目", 2.2],
    ]);
    const second = page([
      ["乙项目", 2.3],
      ["丙项目", 2.3],
    ]);
    expect(indents([...title, first], [second])).toEqual([0, 0, 2, 2.1, 2.1]);
  });
});

describe("a summary whose title stands on a page that is not there", () => {
  const HEADINGS = ["收入 | < | 支出 | <", "项目 | 预算 | 项目 | 预算"].join("\n");
  const kindOf = (...rows: readonly string[]) => cellsOf([[gridOf([HEADINGS, ...rows].join("\n"))]]).tables.map(({ kind }) => kind);
  const total = "本年收入合计 | 30.00 | 本年支出合计 | 30.00";

  it("is told by labels that no other table prints", () => {
    expect(kindOf(" | | 二十四、对附属单位补助支出 | 0.00", " | | 二十五、上缴上级支出 | 0.00", total)).toEqual([
      "revenueAndExpenditureSummary",
    ]);
  });

  it.each([
    ["by labels that both print", " | | 二十六、债务还本支出 | 0.00"],
    ["by a single one", " | | 二十五、上缴上级支出 | 0.00"],
  ])("is not told %s", (_, row) => {
    expect(kindOf(row, total)).toEqual([undefined]);
  });
});

describe("what a page break leaves open", () => {
  const codes = (...pages: readonly (readonly Region[])[]) =>
    recognise(pagesOf(...pages), builtInForms).tables.map(({ notices }) => notices.map(({ code }) => code));
  const first = (options: Parameters<typeof gridOf>[1]) => [...TITLE, gridOf(`${HEADER}\n${ROWS.slice(0, 2).join("\n")}`, options)];
  const rest = ROWS.slice(2).join("\n");

  it("is said where the border of the last row is open and no row goes on", () => {
    expect(codes(first({ openBottom: true }), [gridOf(rest)])).toEqual([["recognise.row-cut-off"]]);
    expect(codes(first({}), [gridOf(rest)])).toEqual([[]]);
  });

  it("is said where two cells of a page stand over one column of the table", () => {
    const amounts = [30, 40, 50, 60, 70, 80, 90, 100];
    const wider = HEADER.replace("<", "< | <").replace("科目名称", "科目名称 | <");
    const page = (code: number, name: number) =>
      gridOf(`${wider}\n${rest.replace(/(.*) (\|.*?\|)/gu, "$1 $2 |")}`, { xs: [0, code, name, ...amounts] });
    expect(codes(first({ xs: [0, 10, ...amounts] }), [page(28, 29)]).flat()).toContain("recognise.cells-merged");
    expect(codes(first({ xs: [0, 10, ...amounts] }), [page(10, 20)]).flat()).not.toContain("recognise.cells-merged");
  });
});
