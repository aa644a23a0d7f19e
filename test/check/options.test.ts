import { describe, expect, it } from "vitest";
import { checkBudget } from "../../src/check/check-budget.ts";
import { demandTables } from "../../src/check/demand-tables.ts";
import type { SumRule } from "../../src/check/rule.ts";
import { builtInRules } from "../../src/check/rules/built-in-rules.ts";
import { builtInForms } from "../../src/tables/forms.ts";
import { national } from "../../src/tables/national/national.ts";
import { documentFromTruth } from "../support/check-document.ts";

const document = documentFromTruth("gz-2021-ybj");
const rulesOf = (options: Parameters<typeof checkBudget>[1]) => [
  ...new Set(checkBudget(document, options).findings.map(({ rule }) => rule)),
];

describe("rules are selected, silenced and weighed by id or family", () => {
  it("runs only what is asked for", () => {
    expect(rulesOf({ rules: ["W7", "twoSided"] })).toEqual(["W7", "S1", "S3", "S4", "S5", "S6", "S7"]);
  });

  it("runs a rule on request only when it is named, not with its family", () => {
    expect(rulesOf({ rules: ["plausibility"] })).not.toContain("P5");
    expect(rulesOf({ rules: ["P5"] })).toEqual(["P5"]);
  });

  it("does not run what is silenced", () => {
    expect(rulesOf({ rules: ["twoSided"], silence: ["S7", "S1"] })).toEqual(["S3", "S4", "S5", "S6"]);
  });

  it("takes a severity from the caller", () => {
    expect(checkBudget(document, { rules: ["N12"], severity: { N12: "error" } }).summary).toMatchObject({ errors: 1, warnings: 0 });
  });

  it("names only tables and columns that a form has in its own rules", () => {
    expect(() => demandTables(builtInRules, [...builtInForms, national], [], "en")).not.toThrow();
  });

  it("runs a rule of the caller's own, written like the built-in ones", () => {
    const own: SumRule = {
      id: "OWN1",
      family: "betweenTables",
      severity: "info",
      sentence: { zh: "政府采购 ≤ 支出总计", en: "Procurement is at most total expenditure" },
      claims: [
        {
          each: { each: "document" },
          left: [{ table: "governmentProcurement", rows: { roles: ["total"] }, columns: ["total"] }],
          relation: "atMost",
          right: [{ table: "expenditureSummary", rows: { roles: ["total"] }, columns: ["total"] }],
        },
      ],
    };
    expect(
      checkBudget(document, { rules: ["OWN1"], add: [own] }).findings.map(({ outcome, left }) => [outcome, left.value?.toFixed()]),
    ).toEqual([["consistent", "2381.08"]]);
    expect(() => checkBudget(document, { add: [{ ...own, id: "W1" }] })).toThrow("已有规则“W1”");
  });

  it.each([
    ["an unknown rule, naming the nearest", { rules: ["X77"] }, 'did you mean "X7"'],
    ["an unknown option", { rule: ["X7"] }, 'did you mean "rules"'],
    ["an unknown severity", { severity: { X7: "warn" } }, 'severity "warn"'],
    ["a severity for a rule that does not exist", { severity: { Z9: "info" } }, 'no rule "Z9"'],
    ["something that is no list", { rules: "X7" }, "must be a list"],
    ["a language that there is not", { locale: "fr" }, 'must be "zh" or "en", not "fr"'],
  ])("refuses %s", (_, options, message) => {
    expect(() => checkBudget(document, { locale: "en", ...options } as never)).toThrow(message);
  });

  it("says what is wrong in Chinese unless asked otherwise", () => {
    expect(() => checkBudget(document, { rules: ["X77"] })).toThrow("选项无效：没有规则“X77”；是否指“X7”？");
  });
});

describe("every built-in rule", () => {
  it("has an id of its own and a sentence in both languages", () => {
    const ids = builtInRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { sentence } of builtInRules) expect([sentence.zh !== "", sentence.en !== ""]).toEqual([true, true]);
  });

  it("is plain data", () => {
    expect(JSON.parse(JSON.stringify(builtInRules))).toEqual(builtInRules);
  });
});
