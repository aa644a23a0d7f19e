import { describe, expect, it } from "vitest";
import { checkBudget } from "../../src/check/check-budget.ts";
import type { BudgetDocument } from "../../src/tables/budget-document.ts";
import { findingsOf, withFigure } from "../support/check-document.ts";
import { type GeneratedOptions, generatedDepartment } from "../support/generated-department.ts";

const options: GeneratedOptions = {
  seed: 3,
  form: "gz-12-2026",
  units: 3,
  zero: "0.00",
  printedUnit: "tenThousandYuan",
  rounded: false,
};
const department = generatedDepartment(options);

const without = (document: BudgetDocument, kind: string): BudgetDocument => ({
  ...document,
  tables: document.tables.filter((table) => table.kind !== kind),
});
const outcomes = (document: BudgetDocument, rule: string) => [
  ...new Set(findingsOf(document, rule).map(({ outcome, reason }) => reason ?? outcome)),
];

describe("a budget that prints revenue by unit and other funds by their parts", () => {
  it.each(["X8", "X9", "X11"])("%s knows the sources by their parts", (rule) => {
    expect(outcomes(department, rule)).toEqual(["consistent"]);
  });

  it("does not list what cannot apply to it: codes of the revenue summary", () => {
    for (const rule of ["X6", "X7"]) expect(findingsOf(department, rule)).toEqual([]);
    expect(findingsOf(department, "K3").every(({ message }) => !message.zh.includes("收入总体"))).toBe(true);
    expect(checkBudget(department).summary.notChecked).toBe(0);
  });

  it("compares the units below a department's own row, not that row, which is in no table of expenditure", () => {
    const nested = generatedDepartment({ ...options, nested: true });
    expect(outcomes(nested, "X25")).toEqual(["consistent"]);
    expect(findingsOf(nested, "X25")).toHaveLength(findingsOf(department, "X25").length);
  });

  it("compares each unit's revenue with what the unit spends, whether or not （本级） is printed", () => {
    const ownLevel = [1, 2, 3, 4, 5, 6].map((seed) => generatedDepartment({ ...options, seed }));
    expect(ownLevel.some(({ tables }) => JSON.stringify(tables).includes("（本级）"))).toBe(true);
    for (const document of ownLevel) expect(outcomes(document, "X25")).toEqual(["consistent"]);
    const unit = department.tables.find(({ kind }) => kind === "revenueSummary")?.rows.length ?? 0;
    const wrong = withFigure(department, { kind: "revenueSummary", row: unit - 1, key: "total" }, "1.23");
    expect(outcomes(wrong, "X25")).toContain("inconsistent");
  });

  it("counts carried-over money in the tables by unit, and only up to what was carried over", () => {
    for (const rule of ["X18", "X19", "X21"]) expect(outcomes(department, rule)).toEqual(["consistent"]);
    const wrong = withFigure(department, { kind: "basicExpenditureByUnit", row: 0, key: "generalPublicBudget" }, "999999.99");
    expect(outcomes(wrong, "X18")).toContain("inconsistent");
  });
});

describe("a table that its form has and the input lacks", () => {
  it.each([
    ["X8", "expenditureSummary"],
    ["X8", "governmentFundBudgetByFunction"],
    ["X8", "stateCapitalBudgetByFunction"],
    ["X9", "expenditureSummary"],
    ["X9", "governmentFundBudgetByFunction"],
    ["X9", "stateCapitalBudgetByFunction"],
    ["X11", "expenditureSummary"],
    ["X11", "stateCapitalBudgetByFunction"],
    ["X24", "fiscalAppropriationSummary"],
    ["X24", "governmentFundBudgetByFunction"],
    ["X24", "stateCapitalBudgetByFunction"],
  ])("leaves %s unchecked without %s, and says so", (rule, kind) => {
    for (const form of ["gz-12", "gz-12-2026"] as const) {
      expect(outcomes(without(generatedDepartment({ ...options, form }), kind), rule)).toEqual(["tableMissing"]);
    }
  });

  it("counts as nothing where the form does not have it", () => {
    const document = generatedDepartment({ ...options, form: "gz-14" });
    for (const rule of ["X8", "X9", "X11", "X24"]) expect(outcomes(document, rule)).toEqual(["consistent"]);
  });

  it("is doubted where the form is not known and the figures do not agree", () => {
    const unknown = { ...without(department, "governmentFundBudgetByFunction"), form: "unknown" };
    expect(outcomes(unknown, "X24")).toContain("tableMissing");
    expect(outcomes(unknown, "X24")).not.toContain("inconsistent");
  });
});

describe("negative amounts", () => {
  it("say nothing about what is at most something else, and everything about sums", () => {
    const documents = [7, 14, 28, 49, 56].map((seed) => generatedDepartment({ ...options, seed, negative: true, rounded: false }));
    const reasons = documents.flatMap((document) => checkBudget(document).findings.flatMap(({ reason }) => reason ?? []));
    expect(reasons).toContain("negative");
    for (const document of documents) expect(checkBudget(document).summary.inconsistent).toBe(0);
  });
});
