import { describe, expect, it } from "vitest";
import { checkBudget } from "../../src/check/check-budget.ts";
import { cellMarks } from "../../src/export/cell-marks.ts";
import { formatReport } from "../../src/export/format-report.ts";
import { CheckReport } from "../../src/model/check-report.ts";
import { documentFromTruth, withFigure } from "../support/check-document.ts";

const place = { kind: "expenditureSummary", row: 4, key: "basicExpenditure" } as const;
const report = checkBudget(withFigure(documentFromTruth("gz-2024-ybzx"), place, "1,128.88"));

describe("a report without what agrees", () => {
  const kept = CheckReport.parse(JSON.parse(formatReport(report, "json", { only: "inconsistent" })));

  it("has the inconsistent findings alone, and causes that point at them", () => {
    expect(kept.findings.map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ["W7", "inconsistent"],
      ["H2", "inconsistent"],
      ["X8", "inconsistent"],
    ]);
    expect(kept.causes.map(({ findings }) => findings)).toEqual([[0, 1, 2]]);
  });

  it("counts all", () => {
    expect(kept.summary.consistent).toBe(report.summary.consistent);
  });
});

describe("SARIF 2.1.0", () => {
  const log = JSON.parse(formatReport(report, "sarif", { locale: "en" }));
  const [run] = log.runs;

  it("has a result for each inconsistent finding, at its cause", () => {
    expect(log.version).toBe("2.1.0");
    expect(run.results.map(({ ruleId, level }: { ruleId: string; level: string }) => [ruleId, level])).toEqual([
      ["W7", "error"],
      ["H2", "error"],
      ["X8", "error"],
    ]);
    for (const { locations, message, ruleIndex, ruleId } of run.results) {
      expect(locations[0].logicalLocations[0].fullyQualifiedName).toMatch(/^table 3, row 5 .*基本支出$/u);
      expect(message.text).toContain("should be 1,182.88");
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
    }
  });

  it("names the file as an address", () => {
    expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe("gz-2024-ybzx.txt");
  });

  it("has no result where nothing is inconsistent", () => {
    expect(JSON.parse(formatReport(checkBudget(documentFromTruth("gz-2024-ybzx")), "sarif")).runs[0].results).toEqual([]);
  });
});

describe("marks of cells", () => {
  const marks = cellMarks(report, 0, "zh")("expenditureSummary");

  it("a cause and the findings that speak of its cell", () => {
    const mark = marks.cell(4, 3);
    expect(mark?.strength).toBe("cause");
    expect(mark?.texts[0]).toContain("应为 1,182.88");
    expect(mark?.texts.slice(1).map((text) => text.split(" ")[0])).toEqual(["W7", "H2", "X8"]);
  });

  it("findings alone at the other cells, nothing elsewhere", () => {
    expect(marks.cell(4, 2)?.strength).toBe("finding");
    expect([marks.cell(0, 2), marks.table]).toEqual([undefined, undefined]);
  });
});
