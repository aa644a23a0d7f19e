import { describe, expect, it } from "vitest";
import { parseBudget } from "../../src/index.ts";

/** So long that what looks again from each of its characters does not come to an end. */
const length = 200_000;

describe("a run of one thing costs no more than its length", () => {
  const runs: [string, string][] = [
    ["digits", "1"],
    ["digits and commas", "1,"],
    ["digits and two commas", "1,,"],
    ["numbers and tabs", "208\t"],
    ["points", "1."],
    ["dots", "…"],
    ["spaces", " "],
    ["wide spaces", "\u3000"],
    ["brackets", "("],
    ["noughts with decimals", "0.00 "],
    ["backslashes", "\\"],
    ["dashes", "-"],
    ["marks of notes", "¹"],
  ];
  /** Each statement is read, so that fewer do. */
  const statements: [string, string][] = [
    ["statements in brackets", "(收入预算1.00万元)"],
    ["statements in brackets that do not close", "(收入预算1.00万元"],
    ["statements in brackets within brackets", `${"(收入预算1.00万元".repeat(100)}${")".repeat(100)}`],
  ];
  it.each([
    ...runs.map(([name, run]) => [name, run, length] as const),
    ...statements.map(([name, run]) => [name, run, length / 5] as const),
  ])("%s", { timeout: 30_000 }, async (_name, run, long) => {
    const text = run.repeat(long / run.length);
    const { diagnostics } = await parseBudget(`表1 收支总体情况表\n甲${text}乙\n收入预算1,300.00万元`);
    expect(diagnostics.length).toBeGreaterThan(0);
  });
});
