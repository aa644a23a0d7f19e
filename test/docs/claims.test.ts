import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkBudget } from "../../src/check/check-budget.ts";
import type { SumRule } from "../../src/check/rule.ts";
import { documentFromTruth } from "../support/check-document.ts";
import { projectRoot } from "../support/run-example.ts";

const document = documentFromTruth("gz-2024-ybzx");
const RULE = /```ts\n(\{[\s\S]*?)```\n\n```text\n([\s\S]*?)```/gu;

/** The rules of a page, each with the finding that stands below it. */
function rulesOf(page: string): { rule: SumRule; code: string; printed: string }[] {
  return [...readFileSync(join(projectRoot, "docs", page), "utf8").matchAll(RULE)].map(([, code = "", printed = ""]) => ({
    rule: new Function(`return (${code})`)() as SumRule,
    code,
    printed: printed.trim(),
  }));
}

describe.each([
  ["claims.md", "en"],
  ["claims.zh-CN.md", "zh"],
] as const)("docs/%s", (page, language) => {
  const rules = rulesOf(page);

  it("builds up five rules", () => {
    expect(rules.map(({ rule }) => rule.id)).toEqual(["OWN1", "OWN2", "OWN3", "OWN4", "OWN5"]);
  });

  it.each(rules.map(({ rule, printed }) => [rule.id, rule, printed] as const))("%s finds what it says", (id, rule, printed) => {
    const { findings } = checkBudget(document, { add: [rule], rules: [id] });
    expect(findings[0]?.message[language]).toBe(printed);
    expect(findings.filter(({ outcome }) => outcome !== "consistent")).toEqual([]);
  });

  it("shows the same rules in both languages", () => {
    expect(rules.map(({ code }) => code)).toEqual(rulesOf("claims.md").map(({ code }) => code));
  });

  it("runs them together, with a severity and a silenced instance", () => {
    const silence = [{ rule: "OWN1", table: "expenditureSummary", row: "20805" }];
    const report = checkBudget(document, { add: rules.map(({ rule }) => rule), severity: { OWN2: "error" }, silence });
    expect(report.findings.find(({ rule }) => rule === "OWN2")?.severity).toBe("error");
  });
});
