import { describe, expect, it } from "vitest";
import { parseBudget } from "../../src/parse-budget.ts";
import { documentOf } from "../support/document-of.ts";

const header = [
  "科目编码",
  "科目名称",
  "合计",
  "基本支出",
  "项目支出",
  "事业单位经营支出",
  "对附属单位补助支出",
  "上缴上级支出",
  "结转下年",
];
const zeros = ["0.00", "0.00", "0.00", "0.00", "0.00"];
const expenditure = (...captions: string[]) => [
  ...captions,
  "表3 支出总体情况表",
  header.join("\t"),
  ["", "合计", "1.00", "1.00", ...zeros].join("\t"),
  ["201", "一般公共服务支出", "1.00", "1.00", ...zeros].join("\t"),
];
async function codesOf(lines: readonly string[]): Promise<readonly string[]> {
  const { diagnostics } = await parseBudget(lines.join("\n"), { locale: "en" });
  return diagnostics.map(({ code }) => code).filter((code) => !code.startsWith("interpret.no-"));
}

describe("what a table leaves open is said, and what it prints is not", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["amounts in 万元", expenditure("单位：万元"), []],
    ["amounts without a unit", expenditure(), ["interpret.amount-unit-assumed"]],
    ["amounts in 元", expenditure("单位：元"), ["interpret.amount-unit-converted"]],
    ["amounts in 千元", expenditure("单位：千元"), ["interpret.amount-unit-converted"]],
  ])("%s", async (_name, lines, codes) => expect(await codesOf(lines)).toEqual(codes));
});

describe("a label", () => {
  it.each<[string, string, readonly string[]]>([
    ["that the form prints has a key", "一、一般公共服务支出", []],
    ["that it does not is told", "一、杂项支出", ["interpret.unknown-label"]],
  ])("%s", (_name, label, codes) => {
    const rows = [
      ["一、一般公共预算拨款收入", "1.00", label, "1.00"],
      ["本年收入合计", "1.00", "本年支出合计", "1.00"],
      ["收入总计", "1.00", "支出总计", "1.00"],
    ];
    const { diagnostics } = documentOf({ tables: [{ kind: "revenueAndExpenditureSummary", rows }] });
    expect(diagnostics.map(({ code }) => code).filter((code) => !code.startsWith("interpret.no-"))).toEqual(codes);
  });
});
