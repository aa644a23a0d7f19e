import { describe, expect, it } from "vitest";
import type { Region } from "../../src/layout/region.ts";
import { saysNothingToShow } from "../../src/recognise/empty-statement.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { builtInForms } from "../../src/tables/forms.ts";
import { gridOf, lineOf, pagesOf } from "../support/grid-of.ts";

describe("a sentence that a table has nothing to show", () => {
  it.each([
    "本表无数据",
    "（本表无数据）",
    "无",
    "空表",
    "暂无数据",
    "本表为空表。",
    "本部门无此项支出。",
    "没有国有资本经营预算支出",
    "我局2023年无政府性基金预算安排的支出，故此表为空",
    "本单位2024年没有国有资本经营预算支出，故本表为空。",
  ])("is %s", (text) => {
    expect(saysNothingToShow(text)).toBe(true);
  });

  it.each([
    "无障碍设施改造项目",
    "2023年无偿献血服务",
    "本单位无人机巡查项目",
    "无线电管理经费",
    "本部门无转移支付项目，但有其他支出。",
    "一般公共服务支出",
  ])("is not %s", (text) => {
    expect(saysNothingToShow(text)).toBe(false);
  });
});

describe("a table without rows", () => {
  const caption = [lineOf("title", "国有资本经营预算支出情况表"), lineOf("amountUnit", "单位：万元")];
  const header = "功能科目编码 | 功能科目名称 | 本年支出 | < | <\n^ | ^ | 合计 | 基本支出 | 项目支出";
  const tableOf = (...regions: readonly Region[]) => recognise(pagesOf(regions), builtInForms).tables[0];

  it.each([
    ["in a row over all columns", "本表无数据 | < | < | < | <"],
    ["in its first cell", "本表无数据 |  |  |  | "],
  ])("has the sentence %s as its note", (_place, row) => {
    const table = tableOf(...caption, gridOf(`${header}\n${row}`));
    expect([table?.rows.length, table?.notes]).toEqual([0, ["本表无数据"]]);
  });

  it("has the sentence below it as its note, with or without 注", () => {
    const notes = ["本表无数据。", "注：本表无数据。"].map(
      (text) => tableOf(...caption, gridOf(header), lineOf(text.startsWith("注") ? "note" : "paragraph", text))?.notes,
    );
    expect(notes).toEqual([["本表无数据。"], ["注：本表无数据。"]]);
  });

  it("has the sentence as its note where several pages end with it, as with a running foot", () => {
    expect(tableOf(...caption, gridOf(header), lineOf("furniture", "本表无数据"))?.notes).toEqual(["本表无数据"]);
  });

  it("leaves the sentence in the prose where other words stand between", () => {
    const table = tableOf(...caption, gridOf(header), lineOf("paragraph", "以下为情况说明。"), lineOf("paragraph", "本部门无此项支出。"));
    expect(table?.notes).toEqual([]);
  });
});
