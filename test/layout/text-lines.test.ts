import { describe, expect, it } from "vitest";
import { captionParts } from "../../src/layout/caption-parts.ts";
import { classifyLine } from "../../src/layout/classify-line.ts";
import { transcribedLines } from "../../src/layout/tabbed/transcription.ts";

describe("the role of a line is told from its words", () => {
  it.each([
    ["收支总体情况表", "title"],
    ["一般公共预算支出情况表（按功能分类科目）", "title"],
    ["财政拨款安排的行政经费及“三公”经费预算表", "title"],
    ["附件1：收支总体情况表", "title"],
    ["《收支总体情况表》", "title"],
    ["收支总体情况表（单位：万元）", "title"],
    ["一般公共预算支出情况表（按功能分类科目）（草案）", "title"],
    ["公开01表", "tableNumber"],
    ["表1", "tableNumber"],
    ["表 12", "tableNumber"],
    ["附表3", "tableNumber"],
    ["单位：万元", "amountUnit"],
    ["单位： 万元", "amountUnit"],
    ["金额单位：元", "amountUnit"],
    ["万元", "amountUnit"],
    ["表1（续）", "tableNumber"],
    ["续表", "furniture"],
    ["（续上表）", "furniture"],
    ["预算年度：2025", "furniture"],
    ["填报日期：2025年2月10日", "furniture"],
    ["部门名称： 广州市医疗保障局", "budgetUnit"],
    ["单位名称：广州市医疗保险服务中心", "budgetUnit"],
    ["注： 本表根据本部门实际预算编制情况编列。", "note"],
    ["（注：本部门没有使用国有资本经营预算安排的支出。）", "note"],
    ["— 5 —", "furniture"],
    ["第3页，共20页", "furniture"],
    ["第二部分 2024年部门预算表", "heading"],
    ["一、收支总体情况表", "heading"],
    ["（二）依据的政策文件", "heading"],
    ["（二）公务用车类型及使用年限调整变化，引起公务用车运行维", "paragraph"],
    ["一、财政拨款收入: 指预算单位从本级财政部门取得的财政", "paragraph"],
    ["收支总体情况表……………5", "paragraph"],
    ["本单位无下属单位，部门预算为本级预算。", "paragraph"],
  ])("%s is a %s", (line, role) => {
    expect(classifyLine(line)).toBe(role);
  });

  it.each([
    ["单位：万元单位名称：广州市医疗保险服务中心", ["单位：万元", "单位名称：广州市医疗保险服务中心"]],
    ["单位名称：广州市医疗保险服务中心            单位：万元", ["单位名称：广州市医疗保险服务中心", "单位：万元"]],
    ["（金额单位:万元）单位名称：广州市医疗保险服务中心", ["（金额单位:万元）", "单位名称：广州市医疗保险服务中心"]],
    ["单位名称：广州市医疗保险服务中心单位（元）", ["单位名称：广州市医疗保险服务中心", "单位（元）"]],
    ["部门名称：某局\t单位：元", ["部门名称：某局", "单位：元"]],
    ["表2 收入总体情况表", ["表2", "收入总体情况表"]],
    ["表1-1 收支总体情况表", ["表1-1", "收支总体情况表"]],
    ["公开02表 收入总体情况表", ["公开02表", "收入总体情况表"]],
    ["行政经费 1310.66 1310.66", undefined],
  ])("captions that ran together are parted: %s", (line, parts) => {
    expect(captionParts(line)?.map(({ text }) => text)).toEqual(parts);
  });
});

describe("a transcribed cell is plain text without the spaces that wrapping left", () => {
  it.each([
    ["其他医疗保障管理 事务支出", ["其他医疗保障管理事务支出"]],
    ["100%。 2、比例： (总数)", ["100%。2、比例：(总数)"]],
    ["总运行时间 *100%", ["总运行时间*100%"]],
    ["A02061802039 9 其他空调机", ["A020618020399 其他空调机"]],
    ["31000 1", ["310001"]],
    ["云 OA 系统维护", ["云 OA 系统维护"]],
    ["12.30 45.60", ["12.30 45.60"]],
    ["<p>甲</p> <p>乙 丙</p>", ["甲", "乙丙"]],
    ["$(\\text{甲} \\div \\text{乙}) \\geq 85\\%$ 以上", ["(甲÷乙)≥85% 以上"]],
    ["$\\unknown{甲}$", ["$\\unknown{甲}$"]],
    ["", []],
  ])("%s", (cell, lines) => {
    expect(transcribedLines(cell)).toEqual(lines);
  });
});
