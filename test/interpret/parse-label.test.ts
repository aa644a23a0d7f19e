import { describe, expect, it } from "vitest";
import { parseLabel, parseStub } from "../../src/interpret/parse-label.ts";

describe("parseLabel", () => {
  it.each([
    ["[30101]基本工资", { ordinal: null, code: "30101", name: "基本工资", ofWhich: false }],
    ["［２０８０５０５］机关事业单位基本养老保险缴费支出", { code: "2080505", name: "机关事业单位基本养老保险缴费支出" }],
    ["【301】工资福利支出", { code: "301", name: "工资福利支出" }],
    ["一、科学技术支出", { ordinal: "一、", code: null, name: "科学技术支出" }],
    ["二十一、国有资本经营预算支出", { ordinal: "二十一、", name: "国有资本经营预算支出" }],
    ["其中：（一）因公出国（境）费", { ordinal: "（一）", name: "因公出国（境）费", ofWhich: true }],
    ["1. 公务用车购置费", { ordinal: "1.", name: "公务用车购置费" }],
    ["　　2.公务用车运行维护费", { ordinal: "2.", name: "公务用车运行维护费" }],
    ["（一）一般公共预算", { ordinal: "（一）", name: "一般公共预算" }],
    ["合 计", { ordinal: null, name: "合计" }],
    ["其中：", { name: "其中：", ofWhich: false }],
    ["2080505机关事业单位", { code: "2080505", name: "机关事业单位" }],
  ])("takes %j apart", (printed, parts) => {
    expect(parseLabel(printed)).toMatchObject(parts);
  });
});

describe("parseStub", () => {
  it.each([
    ["120急救指挥平台运维", "120急救指挥平台运维"],
    ["31000120230101", "31000120230101"],
    ["一、信息化 建设", "一、信息化建设"],
    ["其中：部门项目 支出", "部门项目支出"],
  ])("keeps the whole name of %j", (printed, name) => {
    expect(parseStub(printed).name).toBe(name);
  });
});
