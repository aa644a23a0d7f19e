import { describe, expect, it } from "vitest";
import type { LineCharacter, ReadLine } from "../../src/ocr/read-line.ts";
import { settleMarks } from "../../src/ocr/settle-marks.ts";

const em = 30;

/** Characters with the room that each takes, in ems, and what the model makes of each; a character by itself takes a whole em. */
function line(left: number, ...parts: readonly (string | readonly [read: string, room: number])[]): ReadLine {
  let at = left;
  const characters = parts.flatMap((part): LineCharacter[] => {
    const [texts, room] = typeof part === "string" ? [[...part], 1] : [[part[0]], part[1]];
    return texts.map((text) => {
      const middle = at + (room * em) / 2;
      at += room * em;
      return { text, middle, confidence: 0.9, runnersUp: [] };
    });
  });
  return { line: { left, top: 0, right: at, bottom: em, part: 1 }, characters };
}

const settled = (...lines: readonly ReadLine[]) =>
  settleMarks(lines)
    .map(({ characters }) => characters.map(({ text }) => text).join(""))
    .join("\n");

describe("a level stroke is told by its room", () => {
  it.each<[expected: string, ...parts: (string | readonly [string, number])[]]>([
    ["一般公共服务支出", ["-", 1], "般公共服务支出"],
    ["十一、城乡社区", "十", ["—", 1], "、城乡社区"],
    ["（一）因公出国", "（", ["－", 1], "）因公出国"],
    ["广州-深圳线路", "广州", ["—", 0.5], "深圳线路"],
    ["进一步提升", "进", ["-", 0.5], ["-", 0.5], "步提升"],
    ["人员——经费", "人员", ["—", 2], "经费"],
    ["、一般公共", "、", ["“", 0.3], ["-", 0.7], "般公共"],
  ])("%s", (expected, ...parts) => {
    expect(settled(line(10, ...parts))).toBe(expected);
  });

  it("and between figures it is a hyphen", () => {
    expect(settled(line(10, "资金", ["2", 0.5], ["5", 0.5], ["-", 0.5], ["2", 0.5], ["6", 0.5], "年度"))).toBe("资金25-26年度");
  });

  it("and keeps what the model made of it", () => {
    expect(settleMarks([line(10, ["-", 1], "般公共")])[0]?.characters[0]?.runnersUp).toEqual([
      { text: "-", confidence: expect.closeTo(0.1) },
    ]);
  });
});

describe("marks are as wide as the room between their neighbours", () => {
  it.each<[expected: string, ...parts: (string | readonly [string, number])[]]>([
    ["交换站（广州市）编辑部", "交换站", ["（", 1], "广州市", [")", 1], "编辑部"],
    ["交换站(广州市)编辑部", "交换站", ["（", 0.5], "广州市", [")", 0.5], "编辑部"],
    ["其中：基本支出", "其中", [":", 1], "基本支出"],
    ["金额，有效保障", "金额", [",", 0.65], "有效保障"],
    ["金额,有效保障", "金额", ["，", 0.6], "有效保障"],
    ["维护工作；", "维护工作", [";", 0.5]],
    ["1.完善系统", ["1", 0.5], ["．", 0.5], "完善系统"],
    ["[3]商品和服务支出", ["[", 0.5], ["3", 0.5], ["］", 0.5], "商品和服务支出"],
  ])("%s", (expected, ...parts) => {
    expect(settled(line(10, ...parts))).toBe(expected);
  });

  it("and a bracket at the end of its line as wide as its other one", () => {
    expect(settled(line(10, "文交换站", ["（", 1], "广州市"), line(10, "公报编辑部", [")", 1]))).toBe("文交换站（广州市\n公报编辑部）");
  });

  it("and stay as they were read where no Chinese text says how wide a character is", () => {
    expect(settled(line(10, ["(", 0.5], ["1", 0.5], [")", 0.5]))).toBe("(1)");
  });
});
