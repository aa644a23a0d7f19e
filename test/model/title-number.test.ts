import { describe, expect, it } from "vitest";
import { areOfOneTable, isSameTitle, isTitleInOtherWords, titleWords, withoutPoint } from "../../src/model/title-number.ts";
import { builtInTables } from "../../src/tables/forms.ts";

describe("titles are compared by their words, whatever their number", () => {
  it.each([
    "一、收支总体情况表",
    "十二、收支总体情况表",
    "一 收支总体情况表",
    "（一）收支总体情况表",
    "（一）、收支总体情况表",
    "（1）收支总体情况表",
    "1.收支总体情况表",
    "1、 收支总体情况表",
    "附件1：收支总体情况表",
    "附件1-2：收支总体情况表",
    "附表1 收支总体情况表",
    "表一 收支总体情况表",
    "表1-1 收支总体情况表",
    "第一表 收支总体情况表",
    "预算01表 收支总体情况表",
    "公开01表：收支总体情况表",
    "部门公开表1 收支总体情况表",
    "收支总体情况表（表1）",
    "2024年收支总体情况表（草案）",
    "表1 收支总体情况表（续表）",
  ])("%s", (title) => {
    expect(titleWords(title)).toBe("收支总体情况表");
  });

  it.each([
    ["一般公共预算支出情况表", "一般公共预算支出情况表"],
    ["一 般 公 共 预 算 支 出 情 况 表", "一般公共预算支出情况表"],
    ["附表一般公共预算支出情况表", "附表一般公共预算支出情况表"],
    ["表五一般公共预算支出情况表", "一般公共预算支出情况表"],
    ["三公经费预算表", "三公经费预算表"],
  ])("%s keeps the ordinal that counts nothing", (title, words) => {
    expect(titleWords(title)).toBe(words);
  });

  it("a point is taken off as it is printed", () => {
    expect(withoutPoint("（十二）政府 采购预算表")).toBe("政府 采购预算表");
  });

  it.each([
    ["收入总体情况表", true],
    ["广州市甲局收入总体情况表", true],
    ["广州市甲局(本级)收入总体情况表", true],
    ["财政拨款收入总体情况表", false],
    ["收入总体情况表明细", false],
  ])("%s is the title 收入总体情况表: %s", (printed, expected) => {
    expect(isSameTitle(printed, "收入总体情况表")).toBe(expected);
  });
});

describe("a title may name a table in other words", () => {
  it.each([
    ["收支预算总表", "收支总体情况表", true],
    ["广州市甲局部门收支总表", "收支总体情况表", true],
    ["财政拨款收支总表", "财政拨款收支总体情况表", true],
    ["财政拨款收支总表", "收支总体情况表", false],
    ["部门预算收入汇总表", "收入总体情况表", true],
    ["一般公共预算财政拨款基本支出预算表(经济科目)", "一般公共预算基本支出情况表", true],
    ["政府性基金预算财政拨款支出表", "政府性基金预算支出情况表", true],
    ["社会保险基金预算支出情况表", "政府性基金预算支出情况表", false],
    ["一般公共预算项目支出表", "一般公共预算基本支出情况表", false],
    ["支出预算情况", "支出总体情况表", false],
    ["支出预算表明细", "支出总体情况表", false],
  ])("%s is %s: %s", (printed, known, expected) => {
    expect(isTitleInOtherWords(printed, known)).toBe(expected);
  });

  it("and no title of one table means another", () => {
    const titles = builtInTables.flatMap(({ kind, titles: all }) => all.map((title) => ({ kind, title: titleWords(title) })));
    const confused = titles.flatMap(({ kind, title }) =>
      titles.filter((other) => other.kind !== kind && isTitleInOtherWords(title, other.title)).map((other) => [title, other.title]),
    );
    expect(confused).toEqual([]);
  });
});

describe("a title of the contents and one above a table may be of one table", () => {
  it.each([
    ["部门收支总表", "2026年部门收支总体情况表", true],
    ["收入总表", "收入总表（预算表2）", true],
    ["．2026年市级部门收支预算总表", "2026年市级部门收支预算总表", true],
    ["收支总表", "财政拨款收支总表", false],
    ["一般公共预算支出表", "一般公共预算基本支出表", false],
    ["政府性基金预算支出表", "国有资本经营预算支出表", false],
  ])("%s, %s: %s", (one, other, same) => {
    expect(areOfOneTable(one, other)).toBe(same);
    expect(areOfOneTable(other, one)).toBe(same);
  });
});
