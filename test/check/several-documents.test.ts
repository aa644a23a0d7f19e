import { describe, expect, it } from "vitest";
import { checkBudget } from "../../src/check/check-budget.ts";
import { impliedPriorAmount } from "../../src/check/statement.ts";
import type { BudgetDocument } from "../../src/tables/budget-document.ts";
import { findingsOf, withFigure, withNarrative } from "../support/check-document.ts";
import { documentOf } from "../support/document-of.ts";

const department = { name: "广州市某某局", kind: "department" } as const;

function year(fiscalYear: number, total: string, name = "科技条件与服务"): BudgetDocument {
  return documentOf({
    fiscalYear,
    organization: department,
    tables: [
      {
        kind: "revenueAndExpenditureSummary",
        rows: [
          ["一、预算拨款", total, "一、科学技术支出", total],
          ["本年收入合计", total, "本年支出合计", total],
          ["收入总计", total, "支出总计", total],
        ],
      },
      {
        kind: "expenditureSummary",
        rows: [
          ["", "合计", total, total, "-", "-", "-", "-", "-"],
          ["206", "科学技术支出", total, total, "-", "-", "-", "-", "-"],
          ["20605", name, total, total, "-", "-", "-", "-", "-"],
        ],
      },
    ],
  });
}

describe("two years of one organisation", () => {
  const before = year(2023, "90.00");
  const stated = ["2024年收入预算100万元，比上年增加10万元，增长11.11%。"];

  it("compares the prior year's amount that the text implies with the tables of that year", () => {
    const now = withNarrative(year(2024, "100.00"), stated);
    expect(
      findingsOf([before, now], "Y1").map(({ outcome, left, right }) => [outcome, left.value?.toFixed(), right.value?.toFixed()]),
    ).toEqual([["consistent", "90", "90"]]);
    expect(now.narrative.figures.map((figure) => impliedPriorAmount(figure)?.toFixed())).toEqual(["90"]);
  });

  it("says when they differ, in whichever order the documents are given", () => {
    const now = withNarrative(year(2024, "100.00"), ["2024年收入预算100万元，比上年增加12万元，增长13.64%。"]);
    for (const documents of [
      [before, now],
      [now, before],
    ]) {
      const [finding, ...others] = findingsOf(documents, "Y1");
      expect([finding?.outcome, finding?.residual?.toFixed(), others]).toEqual(["inconsistent", "-2", []]);
      expect(finding?.right.figures[0]?.document).toBe(documents.indexOf(before));
    }
  });

  it("claims nothing about another organisation, or about two years apart", () => {
    const now = withNarrative(year(2024, "100.00"), stated);
    expect(findingsOf([{ ...before, organization: { name: "广州市别局", kind: "department" } }, now], "Y1")).toEqual([]);
    expect(findingsOf([{ ...before, fiscalYear: 2022 }, now], "Y1")).toEqual([]);
    expect(findingsOf(now, "Y1")).toEqual([]);
  });

  it("notices a code whose name has changed", () => {
    const [finding, ...others] = findingsOf([before, year(2024, "100.00", "科技条件")], "Y2");
    expect([finding?.outcome, finding?.severity, others]).toEqual(["inconsistent", "info", []]);
    expect(finding?.message.en).toContain("20605: “科技条件与服务” → “科技条件”");
  });
});

describe("a department and its units", () => {
  const names = ["广州市某某局甲中心", "广州市某某局乙中心"];
  const unitRow = (name: string, amount: string) => [name, amount, amount, amount, "0.00", "0.00", "0.00", "0.00"];
  const summary = (total: string) => ({
    kind: "expenditureSummary",
    rows: [["", "合计", total, total, "0.00", "0.00", "0.00", "0.00", "0.00"]],
  });
  const whole = documentOf({
    fiscalYear: 2024,
    organization: department,
    tables: [
      summary("30.00"),
      {
        kind: "basicExpenditureByUnit",
        rows: [
          unitRow("合计", "30.00"),
          unitRow(names[0] ?? "", "10.00"),
          unitRow("\u3000\u3000工资福利支出", "10.00"),
          unitRow(names[1] ?? "", "20.00"),
          unitRow("\u3000\u3000工资福利支出", "20.00"),
        ],
      },
    ],
  });
  const unit = (name: string, amount: string) =>
    documentOf({
      fiscalYear: 2024,
      organization: { name, kind: "unit" },
      tables: [
        summary(amount),
        {
          kind: "basicExpenditureByUnit",
          rows: [unitRow("合计", amount), unitRow(name, amount), unitRow("\u3000\u3000工资福利支出", amount)],
        },
      ],
    });
  const [first, second] = [unit(names[0] ?? "", "10.00"), unit(names[1] ?? "", "20.00")];
  const failed = (documents: readonly BudgetDocument[], rule: string) =>
    findingsOf(documents, rule)
      .filter(({ outcome }) => outcome === "inconsistent")
      .map(({ residual }) => residual?.toFixed());

  it("compares the department's row of a unit with the unit's own total", () => {
    expect(findingsOf([whole, first], "Y3").map(({ outcome }) => outcome)).toEqual(Array(7).fill("consistent"));
    const wrong = withFigure(first, { kind: "basicExpenditureByUnit", row: 0, key: "total" }, "11.00");
    expect(failed([whole, wrong], "Y3")).toEqual(["-1"]);
  });

  it("compares the department's totals with the sums of its units only when all of them are given", () => {
    expect(findingsOf([whole, first], "Y4")).toEqual([]);
    expect(findingsOf([whole, first, second], "Y4").map(({ outcome }) => outcome)).toEqual(Array(7).fill("consistent"));
    const wrong = withFigure(second, { kind: "expenditureSummary", row: 0, key: "total" }, "25.00");
    expect(failed([whole, first, wrong], "Y4")).toEqual(["-5"]);
  });

  it("lists every document, and says in which one a figure stands", () => {
    const report = checkBudget([whole, first, second]);
    expect(report.documents.map(({ organization }) => organization)).toEqual(["广州市某某局", ...names]);
    expect(new Set(report.findings.flatMap(({ left }) => left.figures.map(({ document }) => document)))).toEqual(new Set([0, 1, 2]));
  });
});
