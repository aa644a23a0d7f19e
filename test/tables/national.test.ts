import { describe, expect, it } from "vitest";
import { budgetDocumentSchema, builtInForms, national } from "../../src/forms.ts";
import { checkBudget, findTable, parseBudget, toJson } from "../../src/index.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { gridOf, lineOf, pagesOf } from "../support/grid-of.ts";
import { nationalText } from "../support/national-text.ts";

const forms = [...builtInForms, national];
const document = await parseBudget(nationalText, { forms });
const rowsOf = (kind: string) => document.tables.find((table) => table.kind === kind)?.rows as readonly Readonly<Record<string, unknown>>[];

describe("the national form", () => {
  it("is that of a budget with most of its nine tables", () => {
    expect(document.form).toBe("mof");
    expect(document.tables.map(({ kind }) => kind)).toEqual([
      "revenueAndExpenditureSummary",
      "revenueSummary",
      "expenditureSummary",
      "fiscalAppropriationSummary",
      "generalPublicBudgetByFunction",
      "threePublicExpenses",
    ]);
    expect(document.tables.flatMap(({ columns }) => columns.filter(({ key }) => key === undefined))).toEqual([]);
    expect(document.diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  it("is asked for: without it these tables are of no form", async () => {
    const { form, tables, diagnostics } = await parseBudget(nationalText);
    expect(form).toBe("unknown");
    expect(diagnostics.filter(({ code }) => /column|bad-code/u.test(code))).toEqual([]);
    expect(tables.filter(({ kind }) => kind !== "unrecognised").map(({ kind }) => kind)).toEqual(["revenueAndExpenditureSummary"]);
  });

  it("reads the parts of a code whose zeros a spreadsheet dropped", async () => {
    const { tables } = await parseBudget(nationalText.replaceAll(/^(\t+)0(\d\t)/gmu, "$1$2"), { forms });
    const codes = (list: typeof tables) => findTable({ ...document, tables: list }, "expenditureSummary")?.rows.map(({ code }) => code);
    expect(codes(tables)).toEqual(codes(document.tables));
    expect(tables[2]?.rows[2]?.cells).toContain("6");
  });

  it("reads a code out of its parts, those that a row leaves empty from the rows above", () => {
    expect(rowsOf("expenditureSummary").map(({ role, level, code }) => [role, level, code])).toEqual([
      ["total", 0, null],
      ["class", 1, "201"],
      ["section", 2, "20106"],
      ["item", 3, "2010601"],
      ["item", 3, "2010607"],
      ["class", 1, "212"],
      ["section", 2, "21208"],
      ["item", 3, "2120899"],
    ]);
  });

  it("puts a unit under the department whose code its own begins with", () => {
    expect(rowsOf("revenueSummary").map(({ role, level, parent, budgetUnitCode }) => [role, level, parent, budgetUnitCode])).toEqual([
      ["total", 0, null, null],
      ["unit", 1, 0, "061"],
      ["unit", 2, 1, "061001"],
      ["unit", 2, 1, "061002"],
    ]);
  });

  it("puts a classification under the unit in the column before it", () => {
    expect(
      rowsOf("generalPublicBudgetByFunction").map(({ role, level, code, budgetUnitName }) => [role, level, code, budgetUnitName]),
    ).toEqual([
      ["unit", 1, null, "甲州市乙局"],
      ["class", 2, "201", "甲州市乙局"],
      ["section", 3, "20106", "甲州市乙局"],
      ["item", 4, "2010601", "甲州市乙局"],
      ["item", 4, "2010607", "甲州市乙局"],
    ]);
  });

  it("nests the lines of a side by ordinals, by headings and by indents", () => {
    const side = (kind: "revenueAndExpenditureSummary" | "fiscalAppropriationSummary", name: "revenue" | "expenditure") =>
      findTable(document, kind)?.rows.map((row) => [row[name]?.key ?? null, row[name]?.partOf ?? null]);
    expect(side("revenueAndExpenditureSummary", "revenue")?.slice(0, 4)).toEqual([
      ["fiscalAppropriation", null],
      ["generalPublicBudget", 0],
      ["governmentFundBudget", 0],
      ["institutionalRevenue", null],
    ]);
    expect(side("revenueAndExpenditureSummary", "expenditure")?.slice(0, 5)).toEqual([
      ["generalPublicServices", null],
      [null, 0],
      [null, 1],
      [null, 1],
      ["urbanAndRuralCommunities", null],
    ]);
    expect(side("fiscalAppropriationSummary", "revenue")).toEqual([
      ["currentYearRevenue", null],
      ["generalPublicBudget", 0],
      ["governmentFundBudget", 0],
      ["carryoverFromPriorYear", null],
      ["generalPublicBudgetCarryover", 3],
      ["totalRevenue", null],
    ]);
  });

  it("tells two years of one table apart, and takes neither for the other where they change places", () => {
    const years = (first: string, second: string) => `
${first}年预算数 | < | < | < | < | < | ${second}年预算数 | < | < | < | < | <
合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费
^ | ^ | 小计 | 购置费 | 运行费 | ^ | ^ | ^ | 小计 | 购置费 | 运行费 | ^
9.00 | 1.00 | 6.00 | | 6.00 | 2.00 | 8.00 | | 6.00 | | 6.00 | 2.00`;
    const keysOf = (grid: string) => {
      const page = [lineOf("title", "一般公共预算“三公”经费支出情况表"), lineOf("amountUnit", "单位：万元"), gridOf(grid)];
      return recognise(pagesOf(page), forms).tables.flatMap(({ columns }) => columns.map(({ column }) => column?.key));
    };
    const [prior, current] = [
      ["priorYearTotal", "priorYearOverseasTravelExpenses"],
      ["total", "overseasTravelExpenses"],
    ];
    expect(keysOf(years("2025", "2026")).filter((_, at) => at % 6 < 2)).toEqual([...prior, ...current]);
    expect(keysOf(years("2026", "2025")).filter((_, at) => at % 6 < 2)).toEqual([...current, ...prior]);
  });

  it("comes back from JSON with every field of the grammar that its rows follow", () => {
    const schema = budgetDocumentSchema(forms);
    expect(schema.parse(JSON.parse(toJson(document, { schema })))).toEqual(document);
  });

  it("raises no alarm over a budget that is right", () => {
    const { findings } = checkBudget(document);
    expect(findings.filter(({ outcome, severity }) => outcome === "inconsistent" && severity === "error")).toEqual([]);
  });
});

describe("what a form promises", () => {
  const warningsOf = (of: typeof document, rule: string, known = forms) =>
    checkBudget(of, { forms: known, locale: "en" }).findings.filter((finding) => finding.rule === rule && finding.outcome !== "consistent");
  const without = (kind: string) => ({ ...document, tables: document.tables.filter((table) => table.kind !== kind) });
  const said = (findings: ReturnType<typeof warningsOf>) => findings.map(({ outcome, message }) => [outcome, message.en.slice(0, 60)]);
  const contents = (...lines: readonly string[]) => ({
    ...document,
    narrative: { ...document.narrative, sections: [{ heading: "目录", paragraphs: [...lines] }] },
  });

  it("is missed where the document lacks it: one of the kinds that share a number is enough", () => {
    expect(said(warningsOf(without("threePublicExpenses"), "K2"))).toEqual([
      ["inconsistent", expect.stringContaining("一般公共预算基本支出表")],
      ["inconsistent", expect.stringContaining("三公")],
    ]);
    expect(warningsOf(document, "K2")).toHaveLength(1);
  });

  it("is missed in the forms that were given only", () => {
    expect(warningsOf(without("threePublicExpenses"), "K2", builtInForms as typeof forms)).toEqual([]);
  });

  it("says nothing of totals that a table may lack, unless the form says that it prints them", () => {
    const cut = {
      ...document,
      tables: document.tables.map((table) =>
        table.kind === "expenditureSummary" ? { ...table, rows: table.rows.filter(({ role }) => role !== "total") } : table,
      ),
    } as typeof document;
    const wrong = (known: typeof forms) =>
      checkBudget(cut, { forms: known }).findings.filter(
        ({ outcome, message }) => outcome === "inconsistent" && /没有“合计”一行/u.test(message.zh),
      );
    expect(wrong(forms)).toEqual([]);
    expect(wrong([...builtInForms, { ...national, printsTotals: true }])).not.toEqual([]);
  });

  it("is found in the contents by what is listed there, in whichever words the table is headed", () => {
    const listed = contents("一、部门收支总表", "二、收入总表……3", "三、国有资本经营预算支出表", "四、会议室一览表");
    expect(said(warningsOf(listed, "K1"))).toEqual([["inconsistent", expect.stringContaining("国有资本经营预算支出表")]]);
  });

  it("is not missed where a table of no form bears the title, or where the paper prints the title again", () => {
    const tables = document.tables.map((table) =>
      table.kind === "revenueSummary" ? { ...table, kind: "unrecognised" as const, title: "甲州市乙局2026年收入总表" } : table,
    ) as typeof document.tables;
    expect(said(warningsOf({ ...contents("二、收入总表"), tables }, "K1"))).toEqual([]);
    const again = contents("第一部分 概况", "国有资本经营预算支出表", "第一部分 概况", "国有资本经营预算支出表", "本单位无此项支出。");
    expect(said(warningsOf(again, "K1"))).toEqual([["notChecked", expect.stringContaining("国有资本经营预算支出表")]]);
  });
});

describe("what papers of other cities leave out", () => {
  const budget = (table: string) => parseBudget(`甲州市乙局2026年部门预算\n${table}`, { forms, locale: "en" });
  const lost = (of: typeof document) => of.diagnostics.filter(({ code }) => code === "interpret.rows-missing");

  it("a total above a single unit, which is none that was lost", async () => {
    const revenue = (...rows: readonly string[]) =>
      budget(["部门收入总表", "单位：万元", "部门代码\t部门名称\t合计\t一般公共预算\t事业收入", ...rows].join("\n"));
    const alone = await revenue("061001\t甲州市乙局\t60.00\t50.00\t10.00");
    expect([alone.tables[0]?.kind, lost(alone)]).toEqual(["revenueSummary", []]);
    const several = await revenue("061001\t甲州市乙局\t60.00\t50.00\t10.00", "062001\t甲州市丙局\t60.00\t50.00\t10.00");
    expect(lost(several)).toHaveLength(1);
  });

  it("the lines between header and total: cells of the header that reach down beside 合计 make it no heading", () => {
    const header = "部门经济科目编码 | 部门经济科目名称 | 政府经济科目编码 | 政府经济科目名称 | 合计 | 人员经费支出 | 备注";
    const grid = gridOf(`${header}\n^ | ^ | ^ | 合计 | 30.00 | 30.00 | ^\n301 | 工资福利支出 | | | 30.00 | 30.00 |`);
    const page = [lineOf("title", "一般公共预算支出明细表（按支出经济分类科目）"), lineOf("amountUnit", "单位：万元"), grid];
    const { tables } = recognise(pagesOf(page), forms);
    expect(tables[0]?.match?.spec.kind).toBe("generalPublicBudgetByEconomicNature");
    expect(tables[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      [null, null, null, "合计", "30.00", "30.00", null],
      ["301", "工资福利支出", null, null, "30.00", "30.00", null],
    ]);
  });

  it("the blocks that a form knows: a table of the same title with others is none of it", () => {
    const grid = gridOf("绩效指标 | 指标名称 | 指标性质 | 指标值\n | 气象预报准确率 | ≥ | 78");
    const { tables } = recognise(pagesOf([lineOf("title", "2026年部门整体绩效目标表"), grid]), forms);
    expect(tables.map(({ match }) => match)).toEqual([undefined]);
  });

  it("the government's code of a class, which stands above its sections all the same", async () => {
    const table = (row: string) =>
      budget(
        [
          "一般公共预算基本支出表",
          "单位：万元",
          "部门经济科目编码\t部门经济科目名称\t政府经济科目编码\t政府经济科目名称\t合计",
          "\t合计\t\t\t30.00",
          row,
          "30101\t基本工资\t50101\t工资奖金津补贴\t20.00",
          "30113\t住房公积金\t50103\t住房公积金\t10.00",
        ].join("\n"),
      );
    const found = async (row: string) => checkBudget(await table(row), { forms, rules: ["C9"] }).findings.map(({ outcome }) => outcome);
    expect(await found("301\t工资福利支出\t\t\t30.00")).toEqual(["consistent", "consistent"]);
    expect(await found("302\t商品和服务支出\t\t\t30.00")).toEqual(["inconsistent", "inconsistent"]);
  });
});
