import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BudgetError } from "../../src/model/budget-error.ts";
import { parseBudget } from "../../src/parse-budget.ts";
import { differencesFromTruth } from "../support/compare-with-truth.ts";
import { loadTruth } from "../support/truth.ts";

const seed = (name: string) => readFileSync(new URL(`../../seeds/${name}.txt`, import.meta.url), "utf8");
const tabbed = seed("000_c902f1b07777cdfc");
const flowed = seed("001_54c9370821fa4330");
const codesOf = async (text: string) => (await parseBudget(text, { locale: "en" })).diagnostics.map(({ code }) => code as string);

describe("the same text in another guise gives the same tables", () => {
  it.each([
    ["lines that end as on Windows", flowed.replace(/\n/gu, "\r\n"), "gz-2024-ybzx"],
    ["a byte order mark", `\ufeff${flowed}`, "gz-2024-ybzx"],
    ["zero-width spaces", flowed.replace(/表/gu, "表\u200b"), "gz-2024-ybzx"],
    ["control characters", flowed.replace(/表/gu, "\u0000表"), "gz-2024-ybzx"],
    ["ideographic spaces between the words", flowed.replace(/ /gu, "　"), "gz-2024-ybzx"],
    ["no-break spaces", flowed.replace(/ /gu, "\u00a0"), "gz-2024-ybzx"],
    ["tabs and lines that end as on Windows", tabbed.replace(/\n/gu, "\r\n"), "gz-2021-ybj"],
  ])("%s", async (_, text, id) => {
    expect(differencesFromTruth(await parseBudget(text), loadTruth(id))).toEqual([]);
  });
});

describe("text that is no budget, or not all of it", () => {
  it.each([[""], [" \n\t\f\n "]])("%j is an error", async (text) => {
    await expect(parseBudget(text)).rejects.toMatchObject({ name: "BudgetError", code: "EMPTY_INPUT" });
  });

  it("prose without tables is kept, and said to have none", async () => {
    const document = await parseBudget("一、主要职责\n承担某项工作。\n");
    expect(document.diagnostics.map(({ code }) => code as string)).toContain("recognise.no-tables");
    expect(JSON.stringify(document.narrative)).toContain("承担某项工作。");
  });

  it("GBK bytes taken for UTF-8 or Latin-1 are said to be so", async () => {
    const gbk = "\u00b9\u00e3\u00d6\u00dd\u00ca\u00d0\u00b2\u00bf\u00c3\u00c5\u00d4\u00a4\u00cb\u00e3\n".repeat(10);
    expect(await codesOf(gbk)).toContain("read.wrong-encoding");
    expect(await codesOf("\ufffd\ufffd\ufffd 12.00\n".repeat(10))).toContain("read.wrong-encoding");
    expect(await codesOf(flowed)).not.toContain("read.wrong-encoding");
  });

  it("a Markdown copy gives its tables, a CSV copy says which titles have none", async () => {
    const tables = (await parseBudget(tabbed)).tables.filter(({ number }) => number !== undefined);
    const markdown = tables.flatMap(({ title, columns, rows }) => [
      `## ${title}`,
      `| ${columns.map(({ path }) => path.join("/")).join(" | ")} |`,
      `|${columns.map(() => "---").join("|")}|`,
      ...rows.map(({ cells }) => `| ${cells.map((cell) => cell ?? "").join(" | ")} |`),
    ]);
    const read = await parseBudget(markdown.join("\n"));
    const kinds = (list: typeof tables) =>
      list.filter(({ kind }) => kind !== "unrecognised").map(({ kind, rows }) => `${kind} ${rows.length}`);
    expect(kinds(read.tables)).toEqual(expect.arrayContaining(kinds(tables).slice(0, 10)));
    const csv = tables.flatMap(({ title, rows }) => [title ?? "", ...rows.map(({ cells }) => cells.join(","))]);
    expect(await codesOf(csv.join("\n"))).toContain("recognise.no-tables");
  });

  it("a column that is missing and a row that is too long are said", async () => {
    const head = "支出总体情况表\n\n单位：万元\n\n";
    const rows = ["208\t社会保障和就业支出\t5.00\t5.00\t0.00", "210\t卫生健康支出\t7.00\t0.00\t7.00"];
    const header = "功能科目编码\t功能科目名称\t合计\t基本支出\t项目支出";
    expect(await codesOf(`${head}${header}\n\t总计\t12.00\t5.00\t7.00\n${rows.join("\n")}\t9.00\n`)).toContain("layout.long-row");
    expect(await codesOf(`${head}${header}\n\t总计\t12.00\t5.00\t7.00\n${rows.join("\n")}\n`)).toContain("recognise.missing-column");
  });
});

describe("whatever happens to the text, only a BudgetError is thrown", () => {
  const settles = async (text: string) => {
    try {
      return await parseBudget(text);
    } catch (error) {
      expect(error).toBeInstanceOf(BudgetError);
      return undefined;
    }
  };

  it("a text that breaks off anywhere keeps the tables before the break", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(tabbed, flowed), fc.double({ min: 0.1, max: 1, noNaN: true }), async (text, share) => {
        const cut = text.slice(0, Math.floor(text.length * share));
        const [whole, part] = [await parseBudget(text), await settles(cut)];
        const kinds = part?.tables.filter(({ kind }) => kind !== "unrecognised").map(({ kind }) => kind) ?? [];
        expect(
          whole.tables
            .map(({ kind }) => kind)
            .filter((kind) => kind !== "unrecognised")
            .slice(0, kinds.length),
        ).toEqual(kinds);
      }),
      { seed: 51, numRuns: 6 },
    );
  });

  it.each([
    ["tabs replaced by two spaces", tabbed.replace(/\t/gu, "  ")],
    ["tabs replaced by one space", tabbed.replace(/\t/gu, " ")],
    ["one line of words", "表1 ".repeat(20_000)],
    ["one line of amounts", "1.00 ".repeat(20_000)],
    ["a title over and over", "收入总体情况表\n合计 1.00\n".repeat(200)],
    ["a header over and over", `${"支出总体情况表\n科目编码 科目名称 合计 基本支出\n".repeat(100)}1.00`],
  ])("%s", async (_, text) => {
    expect((await settles(text))?.diagnostics.length).toBeGreaterThan(0);
  });

  it("lines in any order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(flowed.split("\n").slice(400, 700)), async (lines) => {
        await settles(lines.join("\n"));
      }),
      { seed: 52, numRuns: 5 },
    );
  });
});
