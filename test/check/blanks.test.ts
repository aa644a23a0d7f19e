import { describe, expect, it } from "vitest";
import { checkBudget } from "../../src/check/check-budget.ts";
import type { BudgetDocument } from "../../src/tables/budget-document.ts";
import { findingsOf, withFigure } from "../support/check-document.ts";
import { documentOf, type TableText } from "../support/document-of.ts";

type Cells = readonly (string | null)[];

const causes = (tables: readonly TableText[]) =>
  checkBudget(documentOf({ tables }), { rules: ["withinRow", "alongCode", "twoSided", "groups"] }).causes.map(({ message }) => message.zh);

const economic = (rows: readonly Cells[]): TableText => ({ kind: "basicExpenditureByEconomicNature", rows });
const byUnit = (rows: readonly Cells[]): TableText => ({ kind: "basicExpenditureByUnit", rows });
const heading = (label: string): Cells => [label, null, null, null, null, null, null, null];
const row = (label: string, amount: string | null): Cells => [label, amount, amount, amount, "0.00", "0.00", "0.00", "0.00"];

describe("a cell that is left blank where its parts are printed", () => {
  it.each([
    ["the total", ["合计", null], ["[301]工资福利支出", "10.00"], "第1行“合计”预算 空白，应为 10.00"],
    [
      "a part of which the total is printed",
      ["合计", "10.00"],
      ["[301]工资福利支出", null],
      "第2行“[301]工资福利支出”预算 空白，应为 10.00",
    ],
  ])("%s", (_, total, own, expected) => {
    const [found] = causes([economic([total, own, ["[30101]基本工资", "10.00"]])]);
    expect(found).toContain(expected);
  });

  it("is not told of a table whose reading may have lost cells", () => {
    const document = documentOf({
      tables: [
        economic([
          ["合计", null],
          ["[301]工资福利支出", "10.00"],
          ["[30101]基本工资", "10.00"],
        ]),
      ],
    });
    const told = {
      code: "layout.amounts-out-of-order" as const,
      severity: "warning" as const,
      message: "",
      table: document.tables[0]?.number,
    };
    const wrong = (diagnostics: BudgetDocument["diagnostics"]) =>
      checkBudget({ ...document, diagnostics }, { rules: ["alongCode"] }).findings.filter(({ outcome }) => outcome === "inconsistent");
    expect(wrong([])).not.toEqual([]);
    expect(wrong([told])).toEqual([]);
  });

  it("a whole row of a total is one cause", () => {
    const [found, ...others] = causes([
      byUnit([
        row("合计", null),
        row("广州市某某甲中心", "10.00"),
        row("　　工资福利支出", "10.00"),
        row("广州市某某乙中心", "5.00"),
        row("　　工资福利支出", "5.00"),
      ]),
    ]);
    expect([found, others]).toEqual([
      expect.stringMatching(/第1行“合计” 空白，应为 总计 15\.00, 财政拨款\/合计 15\.00, 一般公共预算 15\.00/u),
      [],
    ]);
  });

  it("says nothing of headings: units of which none prints an amount", () => {
    const found = causes([
      byUnit([
        row("合计", "15.00"),
        heading("广州市某某甲中心"),
        row("　　工资福利支出", "10.00"),
        heading("广州市某某乙中心"),
        row("　　工资福利支出", "5.00"),
      ]),
    ]);
    expect(found).toEqual([]);
  });

  it("is told of one unit among others that print theirs", () => {
    const [found] = causes([
      byUnit([
        row("合计", "15.00"),
        ["广州市某某甲中心", null, "10.00", "10.00", "0.00", "0.00", "0.00", "0.00"],
        row("　　工资福利支出", "10.00"),
        row("广州市某某乙中心", "5.00"),
        row("　　工资福利支出", "5.00"),
      ]),
    ]);
    expect(found).toContain("第2行“广州市某某甲中心”总计 空白，应为 10.00");
  });

  it("says nothing of a column in which nothing is printed", () => {
    const blank: Cells = ["合计", "15.00", null, null, null, null, null, null];
    expect(causes([byUnit([blank, ["广州市某某甲中心", "15.00", null, null, null, null, null, null]])])).toEqual([]);
  });

  it("says nothing where the reader was not certain of the table's cells", () => {
    const document = documentOf({
      tables: [
        economic([
          ["合计", null],
          ["[301]工资福利支出", "10.00"],
          ["[30101]基本工资", "10.00"],
        ]),
      ],
    });
    const diagnostics = [{ code: "layout.amounts-out-of-order" as const, severity: "warning" as const, message: "", table: 6 }];
    expect(
      checkBudget({ ...document, diagnostics }, { rules: ["alongCode"] }).findings.map(({ outcome, reason }) => [outcome, reason]),
    ).toEqual([
      ["notChecked", "blank"],
      ["consistent", undefined],
    ]);
  });
});

describe("a row that the form always prints and that is not there", () => {
  it("a class of the economic classification", () => {
    const [found] = checkBudget(
      documentOf({
        tables: [
          economic([
            ["合计", "15.00"],
            ["[30101]基本工资", "10.00"],
            ["[302]商品和服务支出", "5.00"],
            ["[30201]办公费", "5.00"],
          ]),
        ],
      }),
    ).causes;
    expect([found?.kind, found?.message.zh]).toEqual(["missingRow", "表6 第6页 没有“301”一行，应有 预算 10.00"]);
  });

  it("a line of the three public expenses", () => {
    const line = (label: string, amount: string): Cells => [label, amount, amount, "0.00", "0.00"];
    const [found] = causes([
      {
        kind: "administrativeAndThreePublicExpenses",
        rows: [
          line("“三公”经费", "9.00"),
          line("其中：（一）因公出国（境）支出", "1.00"),
          line("1.公务用车购置费", "0.00"),
          line("2.公务用车运行维护费", "5.00"),
          line("（三）公务接待费支出", "3.00"),
        ],
      },
    ]);
    expect(found).toMatch(/没有“公务用车购置及运行维护支出”一行，应有 合计 5\.00/u);
  });

  it("the total of current expenditure, where the document prints such totals", () => {
    const [found] = causes([
      {
        kind: "fiscalAppropriationSummary",
        rows: [
          ["一、一般公共预算", "10.00", "一、教育支出", "10.00"],
          ["本年收入合计", "10.00", null, null],
          ["收入总计", "10.00", "支出总计", "10.00"],
        ],
      },
    ]);
    expect(found).toMatch(/没有“本年支出合计”一行，应有 支出\/预算 10\.00/u);
  });

  it("a unit above its categories", () => {
    const found = checkBudget(
      documentOf({ tables: [byUnit([row("合计", "15.00"), row("　　工资福利支出", "10.00"), row("　　商品和服务支出", "5.00")])] }),
      {
        rules: ["completeness"],
        silence: ["K2"],
      },
    );
    expect(found.causes.map(({ message }) => message.zh)).toEqual([expect.stringContaining("“合计”之下少一行，应有 总计 15.00")]);
  });
});

describe("a table of which the reader told that it was not certain", () => {
  const row = (label: string, total: string) => [label, total, total, total, "0.00", "0.00", "0.00", "0.00", ""];
  const document = documentOf({
    form: "gz-12-2026",
    fiscalYear: 2026,
    tables: [
      { kind: "projectExpenditureByUnit", rows: [row("合计", "30.00"), row("甲中心", "20.00"), row("\u3000\u3000项目", "20.00")] },
      { kind: "keyProjects", rows: [["项目", "21", "目标"]] },
    ],
  });
  const told = (page: number) => [{ code: "layout.row-boundary" as const, severity: "warning" as const, message: "", table: 12, page }];
  const outcomes = (diagnostics: BudgetDocument["diagnostics"], rule: string) =>
    findingsOf({ ...document, diagnostics }, rule).flatMap(({ outcome, reason }) => (outcome === "consistent" ? [] : (reason ?? outcome)));

  it.each(["G7", "N13"])("fails no sum over its rows, nor one row of a name (%s)", (rule) => {
    expect(outcomes([], rule)).toContain("inconsistent");
    expect(new Set(outcomes(told(12), rule))).toEqual(new Set(["ambiguous"]));
  });

  it("still fails within a row", () => {
    const wrong = withFigure(document, { kind: "projectExpenditureByUnit", row: 2, key: "generalPublicBudget" }, "2.00");
    expect(findingsOf({ ...wrong, diagnostics: told(12) }, "W16").map(({ outcome }) => outcome)).toContain("inconsistent");
  });

  it("is told by its pages where it has no number", () => {
    const targets = ["合计", "项目"].map((label, index) => [label, index === 0 ? "30.00" : "20.00"]);
    const { tables } = documentOf({ form: "gz-12-2026", tables: [{ kind: "keyProjects", rows: targets, pages: [3] }] });
    const doubt = { code: "layout.row-boundary" as const, severity: "warning" as const, message: "" };
    const outcomeOn = (page: number) =>
      findingsOf({ ...document, tables, diagnostics: [{ ...doubt, page }] }, "G21").map(({ reason, outcome }) => reason ?? outcome);
    expect([outcomeOn(3), outcomeOn(4)]).toEqual([["ambiguous"], ["inconsistent"]]);
  });
});
