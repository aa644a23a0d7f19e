import { describe, expect, it } from "vitest";
import { checkBudget, parseBudget } from "../../src/index.ts";
import { withNarrative } from "../support/check-document.ts";
import { documentOf } from "../support/document-of.ts";

/** So long that what looks again from each of its characters does not come to an end. */
const length = 200_000;

/** A header of a known form, so that what follows is taken for its rows. */
const HEADED = "表5 一般公共预算支出情况表\n单位：万元\n功能分类科目 本年一般公共预算支出\n科目编码 科目名称 小计 基本支出 项目支出\n";

describe("lines without end cost no more than their number", () => {
  it.each([
    ["amounts of a table, a line each", `${HEADED}${"12345678.90\n".repeat(12_000)}`],
    ["noughts of a table and an amount", `${HEADED}${"0.00\n".repeat(4000)}1.00\n`],
    ["words between two rows of a table", `${HEADED}208 甲 1.00 1.00 0.00\n${"说明文字很长。\n".repeat(1000)}209 乙 2.00 2.00 0.00\n`],
    ["amounts in prose", "12345678.90\n".repeat(25_000)],
    ["lone numbers", "1\n".repeat(60_000)],
  ])("%s", { timeout: 60_000 }, async (_name, text) => {
    expect((await parseBudget(text)).source.mediaType).toBe("text/plain");
  });

  it("what is longer than any budget is refused before it is read", async () => {
    const limit = { code: "LIMIT_EXCEEDED", fields: { limit: "characters", allowed: 2_000_000 } };
    for (const text of ["1".repeat(50_000_000), "甲\n".repeat(1_000_001), "\ud800".repeat(2_000_001)]) {
      await expect(parseBudget(text)).rejects.toMatchObject(limit);
    }
    await expect(parseBudget("单位：万元", { limits: { characters: 4 } })).rejects.toMatchObject({ code: "LIMIT_EXCEEDED" });
  });
});

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

it("statements that are said again and again are checked", { timeout: 60_000 }, () => {
  const parts = Array.from({ length: 1000 }, (_, i) => `因公出国（境）费${(i + 1) / 100}万元，公务接待费${(i + 7) / 100}万元。`);
  const wholes = "“三公”经费10万元。".repeat(1000);
  const { findings } = checkBudget(withNarrative(documentOf({ tables: [] }), [`${parts.join("")}${wholes}`]), { rules: ["N14", "N15"] });
  expect(findings).toEqual([]);
});
