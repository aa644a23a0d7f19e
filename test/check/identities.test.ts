import { describe, expect, it } from "vitest";
import { checkBudget } from "../../src/check/check-budget.ts";
import type { CheckReport } from "../../src/model/check-report.ts";
import { alarms, documentFromTruth } from "../support/check-document.ts";

/** exact/within rounding/not checked. */
type Count = `${number}/${number}/${number}`;

/**
 * Every identity that was measured on the two seeds, with the number of its instances in 2021 and 2024 and how they came out.
 * Where the rule is wider than what was measured, `wider` says what came out and why.
 */
const MEASURED: readonly (readonly [
  rule: string,
  year2021: Count | "–",
  year2024: Count | "–",
  wider?: { readonly in2021?: Count; readonly in2024?: Count; readonly why: string },
])[] = [
  ["W1", "11/0/0", "26/0/0"], // W6 in 2024
  ["W2", "11/0/0", "–"],
  ["W3", "11/0/0", "–"],
  ["W4", "11/0/0", "–"],
  ["W5", "11/0/0", "–"],
  ["W7", "31/0/0", "26/0/0"],
  ["W8", "9/0/0", "–"],
  ["W9", "31/0/0", "26/0/0"],
  ["W10", "31/0/0", "–"],
  ["W11", "2/0/0", "2/0/0"],
  ["W12", "6/0/0", "6/0/0"],
  ["W13", "6/0/0", "6/0/0"],
  ["W14", "6/0/0", "–"],
  ["W15", "30/0/0", "26/0/0"],
  ["W16", "30/0/0", "26/0/0"],
  ["W17", "3/0/0", "–"],
  ["W18", "3/0/0", "–"],
  ["W19", "7/0/0", "7/0/0"],
  ["W20", "71/0/0", "–"],
  ["W21", "71/0/0", "–"],
  ["W22", "17/0/0", "–"],
  ["W23", "17/0/0", "–"],
  ["H1", "34/0/0", "130/2/0"],
  ["H2", "91/0/0", "75/2/0"],
  ["H3", "65/0/0", "31/2/0"],
  ["H4", "7/0/0", "4/1/0"], // H6 in 2021
  ["H5", "–", "4/0/0"],
  ["C1", "93/0/14", "111/0/0"],
  ["C2", "3/0/0", "3/0/0"],
  ["C3", "30/0/0", "25/0/0"],
  ["S1", "2/0/0", "–"], // and S2
  ["S3", "2/0/0", "2/0/0"],
  ["S4", "2/0/0", "2/0/0"],
  ["S5", "2/0/0", "2/0/0"],
  ["S6", "2/0/0", "2/0/0"],
  ["S7", "2/0/0", "2/0/0"],
  ["G1", "4/0/0", "–"],
  ["G2", "4/0/0", "–"],
  ["G3", "8/0/0", "–"],
  ["G4", "11/0/0", "7/0/0"],
  ["G5", "–", "7/0/0"],
  ["G6", "10/0/0", "–"],
  ["G7", "10/0/0", "7/0/0"],
  ["G8", "30/0/0", "4/3/0"], // G10 in 2024
  ["G9", "60/0/0", "–"],
  ["G11", "36/0/0", "–"],
  ["G12", "7/0/0", "–"],
  ["G13", "21/0/0", "–"],
  ["G14", "7/0/0", "–"],
  ["G15", "21/0/0", "–"],
  ["G16", "28/0/0", "–"],
  ["G17", "49/0/0", "–"],
  ["G18", "7/0/0", "–"],
  ["G19", "28/0/0", "–"],
  ["P1", "4/0/0", "4/0/0"],
  ["P2", "4/0/0", "4/0/0"],
  ["X1", "4/0/0", "25/0/0"],
  ["X2", "4/0/0", "24/0/0"],
  ["X3", "1/0/0", "1/0/0"],
  ["X4", "3/0/0", "3/0/0"],
  ["X5", "–", "7/0/0", { in2021: "0/0/15", why: "the lines of 2021 wait for the 总计 row that is lost; （一）（二）（三） are lines too" }],
  ["X6", "11/0/0", "26/0/0", { in2021: "11/0/20", why: "says which rows it could not compare" }],
  ["X7", "11/0/0", "26/0/0", { in2021: "11/0/21", in2024: "28/0/0", why: "the same for 政府性基金 and 国有资本经营" }],
  ["X8", "31/0/0", "26/0/0"],
  ["X11", "12/0/0", "–", { in2021: "12/0/20", in2024: "27/0/0", why: "all funds are summed, so it holds in 2024 too" }],
  ["X12", "2/0/0", "1/0/0"],
  ["X13", "2/0/0", "2/0/0", { in2021: "3/0/0", why: "收支总体（二）（三）against 财政拨款收支总体 too; 2021 has no 国有资本 table" }],
  ["X14", "1/0/0", "1/0/0"],
  ["X15", "2/0/0", "–"],
  ["X16", "2/0/0", "2/0/0", { in2021: "1/0/0", in2024: "1/0/0", why: "its second half is the total row of X8" }],
  ["X17", "–", "1/0/0"],
  ["X18", "–", "1/0/0", { in2021: "0/0/3", in2024: "4/0/0", why: "each fund besides the total" }],
  ["X19", "–", "4/0/0"],
  ["X20", "1/0/0", "1/0/0"],
  ["X21", "1/0/0", "1/0/0", { in2021: "2/0/0", in2024: "3/0/0", why: "each fund" }],
  ["X22", "2/0/0", "–", { in2021: "4/0/0", why: "each fund" }],
  ["X23", "3/0/0", "3/0/0"],
  ["X25", "–", "–"], // by unit: the form of 2026
  ["X26", "–", "–", { in2021: "31/0/0", in2024: "26/0/0", why: "measured on budgets of 2026" }],
  ["X27", "1/0/0", "–", { in2021: "0/0/0", why: "not claimed: holds only because the department has one 事业单位" }],
  ["P3", "3/0/0", "4/0/0", { in2021: "4/0/0", why: "公务用车购置 is at least nothing" }],
  ["P5", "1/0/0", "–"], // on request
  ["P7", "–", "1/0/0"],
  ["P8", "1/0/0", "–", { in2021: "0/0/0", why: "not claimed: one of five subsets that give the sum" }],
  ["P9", "–", "–", { in2024: "4/0/0", why: "measured on budgets of 2026" }],
];

const NOTHING: Count = "0/0/0";
const ON_REQUEST = ["P5"];

function countsOf({ findings }: CheckReport): Map<string, Count> {
  const counts = new Map<string, [number, number, number]>();
  for (const { rule, outcome, residual } of findings) {
    const count = counts.get(rule) ?? [0, 0, 0];
    if (outcome === "notChecked") count[2] += 1;
    else if (outcome === "consistent") count[residual && !residual.isZero() ? 1 : 0] += 1;
    counts.set(rule, count);
  }
  return new Map([...counts].map(([rule, count]) => [rule, count.join("/") as Count]));
}

function instances(count: Count | "–"): number {
  return count === "–" ? 0 : count.split("/").reduce((sum, part) => sum + Number(part), 0);
}

describe("every identity measured on the seeds comes out as it was measured", () => {
  const reports = {
    2021: checkBudget(documentFromTruth("gz-2021-ybj")),
    2024: checkBudget(documentFromTruth("gz-2024-ybzx")),
  };
  const onRequest = {
    2021: checkBudget(documentFromTruth("gz-2021-ybj"), { rules: ON_REQUEST }),
    2024: checkBudget(documentFromTruth("gz-2024-ybzx"), { rules: ON_REQUEST }),
  };

  it.each(MEASURED.map((measured) => ({ rule: measured[0], measured })))("$rule", ({ measured: [rule, year2021, year2024, wider] }) => {
    const of = (year: 2021 | 2024) => countsOf((ON_REQUEST.includes(rule) ? onRequest : reports)[year]).get(rule) ?? NOTHING;
    expect(of(2021)).toBe(wider?.in2021 ?? (year2021 === "–" ? NOTHING : year2021));
    expect(of(2024)).toBe(wider?.in2024 ?? (year2024 === "–" ? NOTHING : year2024));
  });

  it("lists all 1,223 instances of 2021 and all 747 of 2024", () => {
    expect(MEASURED.reduce((sum, [, count]) => sum + instances(count), 0)).toBe(1223);
    expect(MEASURED.reduce((sum, [, , count]) => sum + instances(count), 0)).toBe(747);
  });

  it("finds the ten sums that are off by 0.01, all within rounding", () => {
    const rounded = reports[2024].findings.filter(({ family, residual }) => family !== "narrative" && residual && !residual.isZero());
    expect(rounded.map(({ rule, residual, allowance }) => `${rule} ${residual?.toFixed()} of ${allowance?.toFixed()}`)).toEqual([
      ...["H1", "H1", "H2", "H2", "H3", "H3"].map((rule) => `${rule} 0.01 of 0.015`),
      "H4 0.01 of 0.05",
      ...["G8", "G8", "G8"].map((rule) => `${rule} -0.01 of 0.125`),
    ]);
  });

  it("reports one difference in the two seeds: the planned purchases of 2021", () => {
    expect(alarms(reports[2021])).toEqual([expect.stringContaining("together 314.82 is more than text “本年度拟购置固定资产314.22万元")]);
    expect(alarms(reports[2024])).toEqual([]);
  });

  it("raises no alarm on a made-up unit that prints zeros as dashes, but for the changes of its text, which do not add up", () => {
    expect(alarms(checkBudget(documentFromTruth("syn-2020-dagl")))).toEqual([expect.stringMatching(/^N16.*-0\.06 against .* -0\.12/u)]);
  });

  it("vouches for every non-zero figure of the seeds", () => {
    const { coverage } = reports[2024];
    expect([coverage.nonZeroCovered, coverage.nonZeroFigures]).toEqual([343, 343]);
    expect([reports[2021].coverage.nonZeroCovered, reports[2021].coverage.nonZeroFigures]).toEqual([706, 706]);
    const zeros = coverage.uncovered.map(({ kind, row, key, text }) => `${kind} ${row} ${key} ${text}`);
    expect(zeros).toEqual([
      "administrativeAndThreePublicExpenses 4 governmentFundBudget 0.00",
      "administrativeAndThreePublicExpenses 4 stateCapitalBudget 0.00",
    ]);
  });
});
