import { describe, expect, it } from "vitest";
import * as z from "zod";
import { checkBudget } from "../../src/check/check-budget.ts";
import { builtInRules } from "../../src/check/rules/built-in-rules.ts";
import { rulesReference } from "../../src/check/rules-reference.ts";
import { formatReport } from "../../src/export/format-report.ts";
import { findTable } from "../../src/index.ts";
import { CheckReport } from "../../src/model/check-report.ts";
import { documentFromTruth, withFigure } from "../support/check-document.ts";

const good = documentFromTruth("gz-2024-ybzx");
/** 2080505 基本支出 with two digits changed over: 1,182.88 → 1,128.88. */
const bad = withFigure(good, { kind: "expenditureSummary", row: 4, key: "basicExpenditure" }, "1,128.88");
const report = checkBudget(bad);

describe("the report", () => {
  it("goes to JSON and back without loss", () => {
    const json = formatReport(report, "json");
    expect(CheckReport.parse(JSON.parse(json))).toEqual(report);
    expect(JSON.stringify(z.encode(CheckReport, report), null, 2)).toBe(json.trimEnd());
  });

  it("gives both sides, the residual, the allowance and where each figure stands", () => {
    const finding = report.findings.find(({ rule, outcome }) => rule === "W7" && outcome === "inconsistent");
    expect(finding).toMatchObject({ family: "withinRow", severity: "error" });
    expect([
      finding?.left.value?.toFixed(),
      finding?.right.value?.toFixed(),
      finding?.residual?.toFixed(),
      finding?.allowance?.toFixed(),
    ]).toEqual(["1182.88", "1128.88", "54", "0.01"]);
    expect(finding?.right.figures[0]).toMatchObject({
      document: 0,
      kind: "expenditureSummary",
      number: 3,
      row: 4,
      column: 3,
      key: "basicExpenditure",
      text: "1,128.88",
    });
    expect(finding?.message.zh).toContain(
      "表3 第5行“2080505 机关事业单位基本养老保险缴…”合计 1,182.88，与 表3 第5行“2080505 机关事业单位基本养老保险缴…”基本支出 1,128.88 不符，差 54.00，舍入只允许不足 0.01",
    );
  });

  it("points at the cause and at what was meant", () => {
    const [cause, ...others] = report.causes;
    expect(cause?.corrections).toMatchObject([
      { figure: { kind: "expenditureSummary", row: 4, key: "basicExpenditure" }, expected: "1,182.88" },
    ]);
    expect([cause?.contradicts, cause?.rules, others]).toEqual([0, ["W7", "H2", "X8"], []]);
    expect(cause?.findings.map((index) => report.findings[index]?.outcome)).toEqual(["inconsistent", "inconsistent", "inconsistent"]);
    expect(cause?.message.zh).toBe("表3 第5行“2080505 机关事业单位基本养老保险缴…”基本支出 1,128.88，应为 1,182.88");
  });

  it("takes of what rounding leaves open the figure that one slip makes of the printed one", () => {
    // 工资福利支出 is a cent more than its nine parts: what fails asks for 3,191.26.
    const wrong = withFigure(good, { kind: "basicExpenditureByEconomicNature", row: 4, key: "total" }, "3,911.25");
    const [cause] = checkBudget(wrong).causes;
    expect(cause?.corrections).toMatchObject([{ figure: { text: "3,911.25" }, expected: "3,191.25" }]);
  });

  it.each([
    [{ kind: "basicExpenditureByUnit", row: 8, key: "otherFunds" }, "860.94", "860.95"],
    [{ kind: "projectExpenditureByUnit", row: 12, key: "generalPublicBudget" }, "427.60", "427.61"],
    [{ kind: "basicExpenditureByEconomicNature", row: 10, key: "total" }, "201.95", "-201.95"],
  ])("takes of what explains as much that after which most sums agree, or a sign: %j", (place, was, wrong) => {
    const [cause] = checkBudget(withFigure(documentFromTruth("gz-2026-hcglj"), place, wrong)).causes;
    expect(cause?.corrections).toMatchObject([{ figure: { ...place, text: wrong }, expected: was }]);
  });

  it("takes a subtotal for wrong rather than a row without a name for left out", () => {
    const row = findTable(good, "fiscalAppropriationSummary")?.rows.findIndex(({ role }) => role === "subtotal") ?? -1;
    const place = { kind: "fiscalAppropriationSummary", row, key: "revenue" };
    const [cause, ...others] = checkBudget(withFigure(good, place, "487,229.09")).causes;
    expect(cause?.corrections).toMatchObject([{ figure: place, expected: "497,229.09" }]);
    expect(others).toEqual([]);
  });

  it("points at two causes when there are two", () => {
    const worse = withFigure(bad, { kind: "projectExpenditureByUnit", row: 3, key: "total" }, "74.38");
    const places = checkBudget(worse).causes.flatMap(({ corrections }) =>
      corrections.map(({ figure }) => ("row" in figure ? `${figure.kind} ${figure.row} ${figure.key}` : "")),
    );
    expect(new Set(places)).toEqual(new Set(["expenditureSummary 4 basicExpenditure", "projectExpenditureByUnit 3 total"]));
  });

  it("counts by family and outcome", () => {
    const { summary, findings } = report;
    const families = Object.values(summary.byFamily);
    expect(families.reduce((sum, { consistent, inconsistent, notChecked }) => sum + consistent + inconsistent + notChecked, 0)).toBe(
      findings.length,
    );
    expect(summary.errors).toBe(findings.filter(({ outcome }) => outcome === "inconsistent").length);
  });

  it("is the same for the same document, and leaves the document as it was", () => {
    const before = JSON.stringify(good);
    expect(checkBudget(good)).toEqual(checkBudget(good));
    expect(JSON.stringify(good)).toBe(before);
  });
});

describe("the report for people and for build servers", () => {
  it("names columns as the document's own form does", () => {
    const wrong = checkBudget(withFigure(good, { kind: "generalPublicBudgetByFunction", row: 0, key: "projectExpenditure" }, "1.00"));
    expect(formatReport(wrong, "text", { locale: "zh" })).toContain("表5 第1行“合计”项目支出 1.00");
  });

  it("is text, the worst first, with both figures", () => {
    const text = formatReport(report, "text", { locale: "zh" });
    expect(text).toContain("广州市医疗保险服务中心  2024  gz-12");
    expect(text).toMatch(/错误 W7[\s\S]*左 {2}表3 第5行“2080505 .*”合计 1,182\.88[\s\S]*右 {2}表3 第5行“2080505 .*”基本支出 1,128\.88/u);
    expect(text).toMatch(/原因[\s\S]*1\. 错误 表3 第5行“2080505 .*”基本支出 1,128\.88，应为 1,182\.88 {2}可解释 W7, H2, X8 \(3\)/u);
    expect(text.includes("\u001b")).toBe(false);
    expect(formatReport(report, "text", { colour: true })).toContain("\u001b[31m错误\u001b[0m");
  });

  it("says when nothing is inconsistent, and what could not be checked", () => {
    expect(formatReport(checkBudget(good), "text", { locale: "en" })).toContain("Nothing is inconsistent.");
    expect(formatReport(checkBudget(documentFromTruth("gz-2021-ybj")), "text", { locale: "en" })).toContain(
      "a row that it needs is not in the input: X7 ×21",
    );
  });

  it("is Markdown with escaped cells", () => {
    const markdown = formatReport(report, "markdown", { locale: "en" });
    expect(markdown).toContain("# 广州市医疗保险服务中心 · 2024 · gz-12");
    expect(markdown).toMatch(/\| W7 \| error \| .* \|\n/u);
  });

  it("is JUnit XML: errors fail, what is not checked is skipped", () => {
    const xml = formatReport(report, "junit", { locale: "en" });
    expect(xml).toContain(`tests="${report.summary.inconsistent + report.summary.notChecked}" failures="${report.summary.errors}"`);
    expect(xml.match(/<failure /gu)).toHaveLength(report.summary.errors);
    const skipped = formatReport(checkBudget(documentFromTruth("gz-2021-ybj")), "junit");
    expect(skipped.match(/<skipped /gu)).toHaveLength(95);
    expect(skipped).toContain("<system-out>warning: 表13 第12、13、14、17、22、36等 34 行总计之和 314.82，大于 说明“本年度拟购置固定资产");
  });
});

describe("the reference of the rules", () => {
  it("lists every rule with both sentences", () => {
    const reference = rulesReference();
    for (const { id, sentence } of builtInRules) {
      expect(reference).toContain(`| **${id}** |`);
      expect(reference).toContain(sentence.zh);
      expect(reference).toContain(sentence.en);
    }
  });
});
