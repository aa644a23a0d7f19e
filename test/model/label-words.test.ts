import { describe, expect, it } from "vitest";
import { bareLabel, firstLevelNumber, isSumLabel, isTotalLabel, opensLabel } from "../../src/model/label-words.ts";

describe("isTotalLabel", () => {
  it.each([
    ["合计", true],
    ["合　计", true],
    ["总 计", true],
    ["小计", false],
    ["收入总计", false],
    ["合计数", false],
  ])("%j: %s", (printed, total) => {
    expect(isTotalLabel(printed)).toBe(total);
  });
});

describe("isSumLabel", () => {
  it.each([
    ["合 计：", true],
    ["小　计", true],
    ["合计数", false],
    ["一、合计", false],
  ])("%j: %s", (printed, sum) => {
    expect(isSumLabel(printed)).toBe(sum);
  });
});

describe("bareLabel", () => {
  it.each([
    ["其中：（一）因公出国（境）费", "因公出国(境)费"],
    ["二十一、债务付息支出", "债务付息支出"],
    ["2. 公务用车运行维护费", "公务用车运行维护费"],
    ["2.5公里道路", "2.5公里道路"],
    ["基本支出", "基本支出"],
  ])("%j is compared as %j", (printed, bare) => {
    expect(bareLabel(printed)).toBe(bare);
  });
});

describe("firstLevelNumber", () => {
  it.each([
    ["一、一般公共服务支出", 1],
    ["十、卫生健康支出", 10],
    ["十九、住房保障支出", 19],
    ["二十、粮油物资储备支出", 20],
    ["二十三、债务付息支出", 23],
    ["（一）一般公共预算", undefined],
    ["合计", undefined],
  ])("%j: %s", (printed, number) => {
    expect(firstLevelNumber(printed)).toBe(number);
  });
});

describe("opensLabel", () => {
  it.each([
    ["[30201]办公费", true],
    ["三、事业收入", true],
    ["其中：", true],
    ["小计", true],
    ["社会保障和就业支出", false],
    ["（境）费用", false],
    ["2080505", false],
  ])("%j: %s", (printed, opens) => {
    expect(opensLabel(printed)).toBe(opens);
  });
});
