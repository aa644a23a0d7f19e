import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Region } from "../../src/layout/region.ts";
import { compactText } from "../../src/model/compact-text.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { builtInForms } from "../../src/tables/forms.ts";
import { gridOf, lineOf, pagesOf } from "../support/grid-of.ts";

const HEADER = "功能科目编码 | 功能科目名称 | 总计 | 基本支出 | 项目支出 | 事业单位经营支出 | 对附属单位补助支出 | 上缴上级支出 | 结转下年";
const TABLE = gridOf(`${HEADER}\n201 | 一般公共服务支出 | 3.00 | 1.00 | 2.00 | 0.00 | 0.00 | 0.00 | 0.00`);

/** Everything that a reader of the document gets of its words: tables with their captions and notes, prose, notices. */
function wordsOf(regions: readonly Region[]): string {
  const { tables, prose, notices } = recognise(pagesOf(regions), builtInForms);
  const ofTables = tables.flatMap((table) => [
    table.title,
    table.budgetUnitName,
    ...table.notes,
    ...table.columns.flatMap(({ path }) => path),
    ...table.rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
    ...table.notices.map(({ fields }) => JSON.stringify(fields)),
  ]);
  return [...ofTables, ...prose.map(({ text }) => text), JSON.stringify(notices)].map((text) => compactText(text ?? "")).join("\n");
}

const title = lineOf("title", "支出总体情况表");
const unit = lineOf("amountUnit", "单位：万元");

describe("a line between a title and its table comes back", () => {
  it.each([
    ["a line without stops", [title, lineOf("paragraph", "本表由财务处汇总"), unit, TABLE], "本表由财务处汇总"],
    ["a few characters below the unit", [title, unit, lineOf("paragraph", "穗财编"), TABLE], "穗财编"],
    [
      "a few characters below the budget unit",
      [title, lineOf("budgetUnit", "单位名称：广州市某局"), lineOf("paragraph", "盖章"), TABLE],
      "盖章",
    ],
    ["words behind the unit", [title, lineOf("paragraph", "金额单位：万元（保留两位小数）"), TABLE], "保留两位小数"],
    ["the day on which it was filled in", [title, lineOf("furniture", "填报日期：2024-01-05"), unit, TABLE], "填报日期:2024-01-05"],
    ["a second budget unit", [lineOf("budgetUnit", "单位名称：甲局"), title, lineOf("budgetUnit", "填报部门：乙中心"), TABLE], "乙中心"],
    [
      "a budget unit that no table follows",
      [lineOf("budgetUnit", "编制单位：甲局"), lineOf("paragraph", "二〇二四年一月编印。"), title, TABLE],
      "甲局",
    ],
    ["a label that is not filled in", [title, lineOf("budgetUnit", "填报单位："), TABLE], "填报单位:"],
  ] as const)("%s", (_, regions, words) => {
    expect(wordsOf(regions)).toContain(words);
  });

  it("and is no part of the caption", () => {
    const lines = [title, lineOf("budgetUnit", "单位名称：广州市某局"), lineOf("paragraph", "盖章"), TABLE];
    expect(recognise(pagesOf(lines), builtInForms).tables[0]).toMatchObject({ title: "支出总体情况表", budgetUnitName: "广州市某局" });
  });

  it("once, where every page of the table repeats it", () => {
    const page = [title, lineOf("furniture", "填报日期：2024-01-05"), TABLE];
    const { prose, tables } = recognise(pagesOf(page, page, page), builtInForms);
    expect(prose.map(({ text }) => text)).toEqual(["填报日期：2024-01-05"]);
    expect(tables).toHaveLength(1);
  });

  it("but the rest of a name that a narrow cell broke belongs to the name", () => {
    const lines = [title, lineOf("budgetUnit", "单位名称：广州市医疗保险服务中"), lineOf("paragraph", "心"), TABLE];
    expect(recognise(pagesOf(lines), builtInForms).tables[0]?.budgetUnitName).toBe("广州市医疗保险服务中心");
  });
});

it("whatever stands where, every line is in a table or in the prose", () => {
  const words = fc.stringMatching(/^[甲乙丙丁戊己庚辛壬癸预算收支情况表的和了。；：，（）]{1,45}$/u);
  const line = fc
    .tuple(fc.constantFrom("title", "note", "heading", "paragraph", "paragraph", "budgetUnit", "amountUnit", "tableNumber"), words)
    .map(([role, text]) => lineOf(role, role === "note" ? `注：${text}` : text));
  const region: fc.Arbitrary<Region> = fc.oneof({ weight: 4, arbitrary: line }, fc.constantFrom(title, unit, TABLE));
  fc.assert(
    fc.property(fc.array(region, { minLength: 1, maxLength: 12 }), (regions) => {
      const read = wordsOf(regions);
      const isCounted = (text: string) => text !== unit.text && text !== title.text;
      const lines = regions.flatMap((at) => (at.kind === "text" && isCounted(at.text) ? [compactText(at.text)] : []));
      expect(lines.filter((text) => !read.includes(text) && !text.split(":").every((part) => read.includes(part)))).toEqual([]);
    }),
    { seed: 30, numRuns: 150 },
  );
});
