import { describe, expect, it } from "vitest";
import { printedPage } from "../../src/read/printed-page.ts";

describe("the words of a page of text", () => {
  it.each([
    ["人员经费\t1.00", ["人员经费", "1.00"]],
    ["| 人员经费 | 1.00 |", ["人员经费", "1.00"]],
    ["表 12", ["表12"]],
    ["附表 二", ["附表二"]],
    ["见报表 2026 年", ["见报表", "2026", "年"]],
  ])("%j", (line, words) => {
    expect(printedPage({ kind: "text", pageNumber: undefined, firstLine: 1, lines: [line] }).words).toEqual(words);
  });
});
