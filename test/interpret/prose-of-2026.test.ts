import { describe, expect, it } from "vitest";
import { narrativeFigures } from "../../src/interpret/narrative-figures.ts";

const figuresOf = (...paragraphs: string[]) => narrativeFigures([{ heading: "五、国有资产占有使用情况", paragraphs }]);
const short = (...paragraphs: string[]) =>
  figuresOf(...paragraphs).map(({ measure, amount, year, asOf }) => [measure, amount?.toFixed(2), year ?? asOf].filter(Boolean).join(" "));

describe("section six", () => {
  it("states commissioned services with their change", () => {
    const [figure, ...others] = figuresOf(
      "2026年本部门一般公共预算安排委托业务费233.3万元，比上年减少116.61万元，下降33.3%，主要原因是厉行节约。",
    );
    expect(others).toEqual([]);
    expect(figure).toMatchObject({ measure: "commissionedServices", direction: "decrease", percentage: "33.3", year: 2026 });
    expect([figure?.amount, figure?.change].map((value) => value?.toFixed(2))).toEqual(["233.30", "-116.61"]);
  });
});

describe("the day of what is held", () => {
  it.each([
    ["截至2026年1月31日，本部门固定资产金额884.06万元，房屋411.16平方米，车辆4辆。", "2026-01-31"],
    ["截止到2025年12月5日，固定资产金额884.06万元，房屋411.16平方米，车辆4辆。", "2025-12-05"],
    ["截至2025年末，固定资产金额884.06万元，房屋411.16平方米，车辆4辆。", "2025-12-31"],
  ])("is kept: %s", (text, day) => {
    expect(short(text)).toEqual([`fixedAssets 884.06 ${day}`, `buildingArea ${day}`, `vehicles ${day}`]);
  });

  it("is not that of what is to be bought in the next sentence", () => {
    const text = "截至2026年1月31日，固定资产金额884.06万元。本年度拟购置固定资产9万元。";
    expect(short(text)).toEqual(["fixedAssets 884.06 2026-01-31", "plannedFixedAssets 9.00"]);
  });
});

describe("the year of a figure", () => {
  it.each([
    ["2023年收入预算464.87万元，2024年收入预算497.09万元。", ["totalRevenue 464.87 2023", "totalRevenue 497.09 2024"]],
    ["2024年，本部门收入预算497.09万元。", ["totalRevenue 497.09 2024"]],
    ["本部门收入预算497.09万元，主要原因是2023年增人。", ["totalRevenue 497.09"]],
  ])("is the one that its clause names: %s", (text, expected) => {
    expect(short(text)).toEqual(expected);
  });
});

describe("a part of the department", () => {
  it("is not the whole where the whole was stated before it", () => {
    expect(short("2024年收入预算497.09万元，其中：本级收入预算400.00万元，下属单位收入预算97.09万元。")).toEqual([
      "totalRevenue 497.09 2024",
    ]);
  });

  it("is the whole where nothing else is", () => {
    expect(short("2024年本级收入预算400.00万元。")).toEqual(["totalRevenue 400.00 2024"]);
  });
});
