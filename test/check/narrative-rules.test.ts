import { describe, expect, it } from "vitest";
import { checkBudget } from "../../src/check/check-budget.ts";
import type { CheckOptions } from "../../src/check/check-options.ts";
import { documentFromTruth, findingsOf, withNarrative } from "../support/check-document.ts";
import { documentOf } from "../support/document-of.ts";

const seed = documentFromTruth("gz-2024-ybzx");
const outcomes = (paragraphs: readonly string[], rule: string, heading: string | null = null) =>
  findingsOf(withNarrative(seed, paragraphs, heading), rule).map(({ outcome, reason }) => [outcome, ...(reason ? [reason] : [])].join(" "));

describe("the text against the tables", () => {
  it.each([
    ["N1", "2024年收入预算497,229.09万元。", ["consistent"]],
    ["N1", "2024年收入预算497,229.19万元。", ["inconsistent"]],
    ["N1", "2024年收支总预算497,229.09万元。", ["consistent", "consistent"]],
    ["N1", "2024年收入预算4,972,290,900元。", ["consistent"]],
    ["N1", "2024年收入预算约49.72亿元。", ["consistent"]],
    ["N1", "2024年收入预算49.72亿元。", ["consistent"]], // rounded as its own unit prints
    ["N2", "2024年支出预算497,229.09万元，其中：基本支出17,456.42万元，项目支出479,772.76万元。", ["consistent", "inconsistent"]],
    ["N7", "公务接待费3.2万元，“三公”经费36.83万元。", ["consistent", "inconsistent"]],
    ["N8", "机关运行经费安排441,382.13万元。", ["consistent"]],
    ["N10", "政府采购安排3,971.5万元，其中：货物类63.05万元，工程类72万元，服务类3,836.54万元。", ["inconsistent"]],
    ["N10", "政府采购安排3,971.5万元，其中：货物类63.05万元。", []],
    // a part of the whole has parts of its own
    [
      "N10",
      "政府采购100万元：货物类40万元，工程类50万元，服务类10万元；其中一般公共预算政府采购80万元：货物类20万元，工程类50万元，服务类10万元。",
      ["consistent", "consistent"],
    ],
    [
      "N10",
      "政府采购100万元：货物类40万元，工程类50万元，服务类10万元；其中一般公共预算政府采购80万元：货物类30万元，工程类50万元，服务类10万元。",
      ["consistent", "inconsistent"],
    ],
    // what is said twice counts once
    [
      "N15",
      "“三公”经费10万元：因公出国（境）费0万元，公务用车购置及运行维护费0万元，公务接待费10万元。公务接待费10万元，比上年减少3万元。",
      ["consistent"],
    ],
    [
      "N15",
      "“三公”经费10万元：因公出国（境）费0万元，公务用车购置及运行维护费0万元，公务接待费8万元。公务接待费8万元，比上年减少3万元。",
      ["inconsistent"],
    ],
    ["N1", "2023年收入预算464,895.87万元，2024年收入预算497,229.09万元。", ["consistent"]],
    ["N1", "2024年收入预算497,229.09万元，其中：本级收入预算400,000万元，下属单位收入预算97,229.09万元。", ["consistent"]],
    ["N18", "2024年本单位一般公共预算安排委托业务费3,197.22万元，比上年增加1.1万元。", ["consistent"]],
    ["N18", "2024年本单位一般公共预算安排委托业务费3,173.22万元。", ["inconsistent"]],
    ["P10", "截至2024年1月31日，固定资产金额497,229,089万元。", ["consistent"]],
    ["P10", "截至2024年1月31日，固定资产金额497,229,091万元。", ["inconsistent"]], // 1000 years' expenditure
    ["N15", "“三公”经费36.38万元：因公出国（境）费1.38万元；公务用车购置及运行维护费31.8万元；公务接待费3.2万元。", ["consistent"]],
  ] as const)("%s: %s", (rule, sentence, expected) => {
    expect(outcomes([sentence], rule)).toEqual(expected);
  });

  it("takes a trailing zero that was dropped for printed", () => {
    // alone, 36.4 would stand for anything from 36.35 to 36.45
    expect(outcomes(["“三公”经费36.4万元，公务接待费3.22万元。"], "N7")).toEqual(["inconsistent", "inconsistent"]);
  });

  it("compares a key project with the project of that name, and says when there is none", () => {
    const heading = "六、重点项目预算绩效目标情况";
    const grid = "项目\t预算数（单位：万元）\t绩效目标\n业务用房租赁经费\t822.39\t…\n购置经费\t47.83\t…\n没有的项目\t1.00\t…";
    expect(outcomes([grid], "N13", heading)).toEqual(["consistent", "inconsistent", "notChecked rowsMissing"]);
  });

  it("does not judge a key project whose name several units have, unless their sum or one of them is meant", () => {
    const row = (name: string, amount: string) => [name, amount, amount, amount, "-", "-", "-", "-", ""];
    const document = documentOf({
      tables: [
        {
          kind: "projectExpenditureByUnit",
          rows: [
            row("合计", "30.00"),
            row("甲中心", "10.00"),
            row("\u3000\u3000运行经费", "10.00"),
            row("乙中心", "20.00"),
            row("\u3000\u3000运行经费", "20.00"),
          ],
        },
      ],
    });
    const stated = (amount: string) =>
      findingsOf(withNarrative(document, [`项目\t预算\n运行经费\t${amount}`], "重点项目"), "N13").map(({ outcome, reason }) => [
        outcome,
        reason,
      ]);
    expect(stated("30.00")).toEqual([["consistent", undefined]]);
    expect(stated("20.00")).toEqual([["consistent", undefined]]);
    expect(stated("25.00")).toEqual([["notChecked", "ambiguous"]]);
  });
});

describe("two printed figures of one amount", () => {
  const severity = (printed: string) => findingsOf(withNarrative(seed, [`“三公”经费${printed}万元。`]), "N7").map((one) => one.severity);

  it("are no error where they are one cent apart: half a cent can be rounded up here and down there", () => {
    expect(severity("36.39")).toEqual(["info"]);
    expect(severity("36.40")).toEqual(["error"]);
  });

  it("are as grave, one cent apart, as the caller says, and their cause is as grave as the finding", () => {
    const document = withNarrative(seed, ["“三公”经费36.39万元。"]);
    const severities = (options: CheckOptions) => {
      const { findings, causes } = checkBudget(document, { rules: ["N7"], ...options });
      return [...findings.map((one) => one.severity), ...causes.map((one) => one.severity)];
    };
    expect(severities({})).toEqual(["info", "info"]);
    expect(severities({ severity: { N7: "error" } })).toEqual(["error", "error"]);
  });
});

describe("the text against itself", () => {
  it.each([
    ["支出预算497,229.09万元，比上年增加32,333.22万元，增长6.95%。", "consistent"],
    ["支出预算497,229.09万元，比上年增加32,333.22万元，增长6.59%。", "inconsistent"],
    ["支出预算1434.89万元，比上年减少255.80万元，下降1.10%。", "inconsistent"],
    ["支出预算1434.89万元，比上年减少255.80万元，下降15.13%。", "consistent"],
    ["支出预算1434.89万元，比上年减少255.80万元，增长15.13%。", "inconsistent"],
    ["公务接待费1.38万元，比上年增加1.38万元，增长--（基数为0，不可比）。", "consistent"],
    ["公务接待费1.38万元，比上年增加0.38万元，增长--（基数为0，不可比）。", "inconsistent"],
    ["公务接待费1.38万元，比上年增加1.38万元，增长100%。", "notChecked notComparable"],
    ["“三公”经费36.38万元，比上年增加39.08万元。", "inconsistent"], // less than nothing in the year before
    ["因公出国（境）费0万元，比上年增加0万元，增长0%。", "consistent"],
    ["2023年收入预算464,895.87万元，2024年收入预算497,229.09万元，比上年增加32,333.22万元，增长6.95%。", "consistent"],
    ["2023年收入预算464,995.87万元，2024年收入预算497,229.09万元，比上年增加32,333.22万元，增长6.95%。", "inconsistent"],
  ])("%s", (sentence, expected) => {
    expect(outcomes([sentence], "N11")).toEqual([expected]);
  });

  it.each([
    ["支出预算497,229.09万元，比上年增加32,333.22万元，增长6.59%。", "percentage", "6.95"],
    ["2023年收入预算464,995.87万元，2024年收入预算497,229.09万元，比上年增加32,333.22万元，增长6.95%。", "change", "32233.22"],
  ])("%s accuses the %s", (sentence, part, expected) => {
    const { causes } = checkBudget(withNarrative(seed, [sentence]), { rules: ["N11"] });
    expect(causes.map(({ corrections: [first] }) => [first?.figure, first?.expected])).toEqual([
      [expect.objectContaining({ part }), expected],
    ]);
  });

  it("gives the prior year's amount that it implies", () => {
    const [finding] = findingsOf(withNarrative(seed, ["支出预算497,229.09万元，比上年增加32,333.22万元，增长6.95%。"]), "N11");
    expect(finding?.right.figures[1]).toMatchObject({ part: "prior", amount: expect.objectContaining({}) });
    expect(finding?.message.zh).toContain("上年为 464,895.87");
  });
});
