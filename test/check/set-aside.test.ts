import { describe, expect, it } from "vitest";
import { checkBudget } from "../../src/check/check-budget.ts";
import { documentFromTruth, withFigure } from "../support/check-document.ts";

const wrong = withFigure(documentFromTruth("gz-2024-ybzx"), { kind: "expenditureSummary", row: 4, key: "basicExpenditure" }, "1,128.88");
const known = (silence: Parameters<typeof checkBudget>[1]) => {
  const { findings, causes } = checkBudget(wrong, silence);
  const rules = (outcome: string) => findings.filter((finding) => finding.outcome === outcome).map(({ rule, reason }) => [rule, reason]);
  return {
    open: rules("inconsistent").map(([rule]) => rule),
    aside: rules("notChecked"),
    explained: causes.flatMap(({ rules: ids }) => ids),
  };
};

describe("a single finding is set aside by its rule and place", () => {
  it.each([
    ["the kind of the table and the code of the row", { table: "expenditureSummary", row: "2080505" }],
    ["the printed number of the table and the column", { table: 3, column: "basicExpenditure" }],
    ["the whole label", { row: "2080505 机关事业单位基本养老保险缴费支出" }],
  ])("%s", (_, place) => {
    expect(known({ silence: [{ rule: "W7", ...place }] })).toEqual({
      open: ["H2", "X8"],
      aside: [["W7", "silenced"]],
      explained: ["H2", "X8"],
    });
  });

  it.each([
    ["another row", { rule: "W7", row: "2080506" }],
    ["another table", { rule: "W7", table: 5 }],
    ["another rule of the place", { rule: "W1", row: "2080505" }],
    ["words of the text", { rule: "W7", text: "养老" }],
  ])("does not reach %s", (_, entry) => {
    expect(known({ silence: [entry] }).aside).toEqual([]);
  });

  it("reaches a sentence by its words", () => {
    const { summary } = checkBudget(documentFromTruth("gz-2021-ybj"), { silence: [{ rule: "N12", text: "拟购置固定资产314.22万元" }] });
    expect(summary).toMatchObject({ warnings: 0, inconsistent: 0 });
  });

  it("leaves what agrees as it is", () => {
    const silence = [{ rule: "W7", table: "expenditureSummary", row: "2080501" }];
    const { summary } = checkBudget(documentFromTruth("gz-2024-ybzx"), { silence });
    expect(summary.notChecked).toBe(checkBudget(documentFromTruth("gz-2024-ybzx")).summary.notChecked);
  });

  it.each([[{ rule: "W7" }], [{ rule: "W7", place: 3 }], [{ table: 3 }]])("refuses %j, which is no rule and place", (entry) => {
    expect(() => checkBudget(wrong, { silence: [entry as never], locale: "en" })).toThrow("{ rule, table, row, column }");
  });

  it("refuses a rule that there is not", () => {
    expect(() => checkBudget(wrong, { silence: [{ rule: "W77", table: 3 }], locale: "en" })).toThrow('did you mean "W7"');
  });
});

describe("rules of one's own name tables and columns that there are", () => {
  const rule = (tables: readonly string[], columns: readonly string[]) => ({
    id: "OWN1",
    family: "withinRow" as const,
    severity: "info" as const,
    sentence: { zh: "一", en: "one" },
    claims: [{ each: { each: "row" as const, tables }, left: [{ columns: ["total"] }], right: [{ columns }] }],
  });

  it.each([
    ["a table", rule(["expenditureSumary"], ["total"]), 'no table "expenditureSumary"; did you mean "expenditureSummary"'],
    ["a column", rule(["expenditureSummary"], ["basicExpenditures"]), 'no column "basicExpenditures"; did you mean "basicExpenditure"'],
    ["a column of another table", rule(["expenditureSummary"], ["educationFees"]), 'no column "educationFees"'],
  ])("names the nearest to %s that there is not", (_, own, message) => {
    expect(() => checkBudget(wrong, { add: [own], locale: "en" })).toThrow(message);
  });

  it("knows the columns of the document's own tables", () => {
    expect(() => checkBudget(wrong, { add: [rule(["expenditureSummary"], ["basicExpenditure"])] })).not.toThrow();
  });
});
