import { describe, expect, it } from "vitest";
import { checkBudget } from "../../src/check/check-budget.ts";
import { documentOf } from "../support/document-of.ts";

const FIRST = "广州市花城管理局";
const SECOND = "广州市花城养护中心";

/** Two units, each with a project that is called 购置费. */
const projects = [
  amounts("合计", "60.00"),
  amounts(FIRST, "40.00"),
  amounts("\u3000\u3000购置费", "10.00"),
  amounts("\u3000\u3000运行费", "30.00"),
  amounts(SECOND, "20.00"),
  amounts("\u3000\u3000购置费", "20.00"),
];

function amounts(label: string, total: string): string[] {
  return [label, total, total, total, "0.00", "0.00", "0.00", "0.00", label.startsWith("\u3000") ? "目标" : ""];
}

/** What the year before left over may be a part of any project. */
const summary = [["上年结转结余", "30.00", "结转结余下年", "0.00"]];

function checked(keyProjects: readonly (readonly string[])[]) {
  return checkBudget(
    documentOf({
      form: "gz-12-2026",
      fiscalYear: 2026,
      tables: [
        { kind: "revenueAndExpenditureSummary", rows: summary },
        { kind: "projectExpenditureByUnit", rows: projects },
        { kind: "keyProjects", rows: keyProjects },
      ],
    }),
    { rules: ["G21", "N13"] },
  );
}

const outcomes = (rule: string, rows: readonly (readonly string[])[]) =>
  checked(rows)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ outcome, reason }) => reason ?? outcome);

describe("the sum of a unit's key projects", () => {
  it("is compared with what the unit prints", () => {
    const rows = [
      [FIRST, "40", ""],
      ["购置费", "10", "目标"],
      ["运行费", "30", "目标"],
      [SECOND, "21", ""],
      ["购置费", "20", "目标"],
    ];
    expect(outcomes("G21", rows)).toEqual(["consistent", "inconsistent"]);
  });

  it("is told where one unit of several prints none", () => {
    const rows = [
      [FIRST, "40", ""],
      ["购置费", "10", "目标"],
      ["运行费", "30", "目标"],
      [SECOND, "", ""],
      ["购置费", "20", "目标"],
    ];
    expect(outcomes("G21", rows)).toEqual(["consistent", "inconsistent"]);
  });

  it("is nobody's where units are headings without amounts", () => {
    const rows = [
      [FIRST, "", ""],
      ["购置费", "10", "目标"],
      [SECOND, "", ""],
      ["购置费", "20", "目标"],
    ];
    expect(outcomes("G21", rows)).toEqual([]);
  });
});

describe("a key project of a name that several units' projects have", () => {
  it("is one of them, and its figure is vouched for", () => {
    const { summary, coverage } = checked([["购置费", "20", "目标"]]);
    expect(summary.inconsistent).toBe(0);
    expect(coverage.tables.find(({ kind }) => kind === "keyProjects")).toMatchObject({ nonZeroFigures: 1, nonZeroCovered: 1 });
  });

  it("is not checked where it is more than all of them with what was left over", () => {
    expect(outcomes("N13", [["购置费", "55", "目标"]])).toEqual(["ambiguous"]);
  });
});
