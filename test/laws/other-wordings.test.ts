import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { type BudgetDocument, parseBudget } from "../../src/index.ts";

const FIGURE = /(?<![\d.,A-Z-])\d[\d,]*\.\d\d(?![\d.%])/gu;
const wide = (text: string) => text.replace(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const withCommas = (text: string) => text.replaceAll(",", "").replace(/\d(?=(\d{3})+\.)/gu, "$&,");

const ORDINALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四"];

/** The titles of the tables with other numbers than 表1, 表2 …; a table keeps its number on its further pages. */
function numbered(printedAs: (number: number, title: string) => string): (text: string) => string {
  return (text) => {
    const from = text.search(/\n(?:表 ?1\s+)?收支总体情况表\n/u);
    const numbers = new Map<string, number>();
    const tables = text
      .slice(from)
      .replace(/\n\s*表\s*\d+\s*(?=\n)/gu, "\n")
      .replace(/\n([^\t\n。：]{4,30}表(?:（[^）\n]+）)?)(?=\s*\n)/gu, (_, title: string) => {
        const number = numbers.get(title) ?? numbers.size + 1;
        numbers.set(title, number);
        return `\n${printedAs(number, title)}`;
      });
    return text.slice(0, from) + tables;
  };
}

const wordings: readonly [string, (text: string) => string][] = [
  ["thousands separators", (text) => text.replace(FIGURE, withCommas)],
  ["no thousands separators", (text) => text.replace(FIGURE, (figure) => figure.replaceAll(",", ""))],
  ["full-width digits", (text) => text.replace(FIGURE, wide)],
  ["accountants' brackets round every figure that is zero", (text) => text.replace(/(?<![\d.,])0\.00(?![\d.%])/gu, "(0.00)")],
  ["no numbers of tables", (text) => text.replace(/\n\s*表\s*\d+\s*(?=\n)/gu, "\n")],
  [
    "numbers of tables in Chinese",
    (text) => text.replace(/(\n\s*)表\s*([1-9])(?=\s*\n)/gu, (_, before, digit) => `${before}表${"〇一二三四五六七八九"[digit]}`),
  ],
  ["titles as points of the paper", numbered((number, title) => `${ORDINALS[number - 1]}、${title}`)],
  ["titles as points in brackets", numbered((number, title) => `（${ORDINALS[number - 1]}）${title}`)],
  ["titles as points in digits", numbered((number, title) => `${number}. ${title}`)],
  ["titles as points in digits and brackets", numbered((number, title) => `（${number}）${title}`)],
  ["titles as annexes", numbered((number, title) => `附件${number}：${title}`)],
  ["titles behind 附表1", numbered((number, title) => `附表${number}\n\n${title}`)],
  ["titles behind 预算01表", numbered((number, title) => `预算${`${number}`.padStart(2, "0")}表 ${title}`)],
  ["titles behind 公开01表", numbered((number, title) => `公开${`${number}`.padStart(2, "0")}表\n\n${title}`)],
  ["titles behind 部门公开表1", numbered((number, title) => `部门公开表${number}\n\n${title}`)],
  ["another wording of a title", (text) => text.replaceAll("按功能分类科目", "按支出功能分类")],
  ["another word for a total", (text) => text.replaceAll("总计", "合计")],
  ["no quotation marks", (text) => text.replace(/[“”"]/gu, "")],
  ["a unit in parentheses", (text) => text.replaceAll("单位：万元", "（金额单位:万元）")],
  [
    "radicals that look like Han",
    (text) => text.replaceAll("广", "⼴").replaceAll("一", "⼀").replaceAll("工", "⼯").replaceAll("生", "⽣"),
  ],
  ["no-break spaces", (text) => text.replaceAll(" ", "\u00a0")],
  ["half-width parentheses", (text) => text.replaceAll("（", "(").replaceAll("）", ")")],
  ["lines that end as on Windows", (text) => text.replaceAll("\n", "\r\n")],
];

/** Kind, place and value of every amount, and the key of a line that has one. */
function figuresOf({ tables }: BudgetDocument): string[] {
  return tables.flatMap((table) => {
    if (table.kind === "unrecognised") return [];
    return table.rows.flatMap((row, at) => {
      const place = `${table.kind} ${at}${"key" in row ? ` ${row.key}` : ""}`;
      return Object.entries(row.amounts).flatMap(([key, value]) => (value === null ? [] : [`${place} ${key} ${value.toFixed()}`]));
    });
  });
}

describe.each(["000_c902f1b07777cdfc", "001_54c9370821fa4330"])(
  "what else a document like %s may print changes no figure",
  async (name) => {
    const text = await readFile(new URL(`../../seeds/${name}.txt`, import.meta.url), "utf8");
    const figures = figuresOf(await parseBudget(text));

    it.each(wordings)("%s", async (_, printedAs) => {
      expect(figuresOf(await parseBudget(printedAs(text)))).toEqual(figures);
    });

    it("a minus, in whatever way it is printed", async () => {
      const [minus, mathematical, brackets] = await Promise.all(
        ["-$&", "−$&", "($&)"].map(async (pattern) => figuresOf(await parseBudget(text.replace(FIGURE, pattern)))),
      );
      expect(mathematical).toEqual(minus);
      expect(brackets).toEqual(minus);
      expect(minus?.map((figure) => figure.replace(" -", " "))).toEqual(figures);
    });
  },
);
