import { describe, expect, it } from "vitest";
import type { GridCell, PageRegions, RecognisedCharacter } from "../../src/layout/region.ts";
import { settleWordings } from "../../src/recognise/settle-wordings.ts";
import { builtInForms } from "../../src/tables/forms.ts";

/** A cell as a recognition reads it: `?` behind a character that it is not sure of, in braces what else that may be. */
function cell(column: number, ...lines: readonly string[]): GridCell {
  return cellOf(0, column, lines);
}

function cellOf(row: number, column: number, lines: readonly string[]): GridCell {
  const recognised = lines.flatMap((line) =>
    [...line.matchAll(/([^?])(\?)?(?:\{(.+?)\})?/gu)].map(
      ([, text = "", doubt, others]): RecognisedCharacter => ({
        text,
        confidence: doubt ? 0.5 : 1,
        ...(others && { runnersUp: [...others].map((other) => ({ text: other, confidence: doubt ? 0.3 : 0.03 })) }),
      }),
    ),
  );
  return { row, column, rowSpan: 1, columnSpan: 1, indent: 0, lines: lines.map((line) => line.replace(/\?|\{.+?\}/gu, "")), recognised };
}

function settled(...grids: readonly (readonly GridCell[])[]) {
  const pages = grids.map((cells, index): PageRegions => {
    const grid = { kind: "grid", pageNumber: index + 1, method: "ruled", rowCount: 1, columnCount: cells.length, cells } as const;
    return { pageNumber: index + 1, regions: [grid], notices: [] } as unknown as PageRegions;
  });
  const { pages: result, notices } = settleWordings(pages, builtInForms);
  const cells = result.flatMap(({ regions }) => regions.flatMap((region) => (region.kind === "grid" ? region.cells : [])));
  return { texts: cells.map(({ lines }) => lines.join("|")), codes: notices.map(({ code }) => code) };
}

describe("words recognised in a picture are settled by the form's", () => {
  it.each([
    ["a heading", ["一般公共颁?预算"], "一般公共预算"],
    ["a heading in two lines", ["政府性基金", "颁?算"], "政府性基金|预算"],
    ["a label behind its ordinal", ["七、文化旅游体育与传媒支山?"], "七、文化旅游体育与传媒支出"],
    ["a label with a character lost", ["七、文化旅游体育传?媒支出"], "七、文化旅游体育与传媒支出"],
    ["a label behind what should be its ordinal", ["十儿、住房保障支川?"], "十儿、住房保障支出"],
  ])("%s", (_, lines, expected) => {
    expect(settled([cell(0, ...lines)])).toEqual({ texts: [expected], codes: ["recognise.label-corrected"] });
  });

  it.each([
    ["what is surely read otherwise", "一般公共颁预算"],
    ["what is short", "支山?"],
    ["what is like nothing that the form says", "甲?乙丙丁戊己"],
  ])("but not %s", (_, text) => {
    expect(settled([cell(0, text)])).toEqual({ texts: [text.replace("?", "")], codes: [] });
  });

  it.each([
    ["misread between two others", ["十八、甲", "十儿?、乙", "二十、丙"], ["十八、甲", "十九、乙", "二十、丙"]],
    ["surely misread between two others", ["十八、甲", "十儿、乙", "二十、丙"], ["十八、甲", "十九、乙", "二十、丙"]],
    ["with a character more", ["二十四、甲", "二二十五、乙", "二十六、丙"], ["二十四、甲", "二十五、乙", "二十六、丙"]],
    ["lost before the first", ["、甲", "二、乙"], ["一、甲", "二、乙"]],
    ["two lost at the end", ["一、甲", "‘、乙", "、丙"], ["一、甲", "二、乙", "三、丙"]],
    ["that is surely a word", ["一、甲", "水费、乙", "三、丙"], ["一、甲", "水费、乙", "三、丙"]],
    ["that is dirt before a figure", ["一、甲", "、‘?.12.00", "三、丙"], ["一、甲", "、‘.12.00", "三、丙"]],
    ["that does not count on", ["一、甲", "儿?、乙", "二、丙"], ["一、甲", "儿、乙", "二、丙"]],
  ])("an ordinal %s is told by those beside it", (_, labels, expected) => {
    expect(settled(labels.map((label, row) => cellOf(row, 0, [label]))).texts).toEqual(expected);
  });

  it("or by the same code elsewhere, whichever way it is printed", () => {
    const { texts, codes } = settled(
      [cell(0, "2101201"), cell(1, "财政对职工基本医疗保险基金的补助")],
      [cell(0, "[2101201]则?政对职工基本医疗保险基金的补助")],
    );
    expect(texts).toEqual(["2101201", "财政对职工基本医疗保险基金的补助", "[2101201]财政对职工基本医疗保险基金的补助"]);
    expect(codes).toEqual(["recognise.label-corrected"]);
  });

  it.each([
    ["brackets of another width", "[30213]维修(护)费", "[30213]维修（护）费"],
    ["a point that is dirt", "[30110]职工.?基本医疗保险缴费", "[30110]职工基本医疗保险缴费"],
  ])("and by the ministry's list: %s", (_, read, expected) => {
    expect(settled([cell(0, read)])).toEqual({ texts: [expected], codes: ["recognise.label-corrected"] });
  });
});

describe("a doubtful character is what its neighbours make of it", () => {
  const elsewhere = [cell(0, "重点项目一览"), cell(1, "日常工作"), cell(2, "第三次普查"), cell(3, "丙且")];

  it.each([
    ["where the other stands nowhere beside them", "甲系统建设项日?{目且}", "甲系统建设项目"],
    ["where a letter stands for it", "甲项I?{1工}作经费", "甲项工作经费"],
    ["read rather surely, where both know the other", "重点项日{目}一览甲", "重点项目一览甲"],
    ["but not where that stands there elsewhere", "甲乙丙日?{目}常", "甲乙丙日常"],
    ["where both make a word", "甲下?{工}程乙", "甲工程乙"],
    ["and is the fuller one, where level strokes may be lost", "甲乙人?{大}丙", "甲乙大丙"],
    ["but not read rather surely, where only one of them knows the other", "甲丙卯{且}", "甲丙卯"],
    ["but not where none of them knows another", "甲乙丙卯?{寅}丁", "甲乙丙卯丁"],
    ["nor one of fewer strokes", "甲乙大?{人}丙", "甲乙大丙"],
    ["but not a number", "甲第二?{三}次普查", "甲第二次普查"],
    ["nor by a number", "甲第上?{三}次普查", "甲第上次普查"],
    ["nor a digit among others", "甲2I?{工}作", "甲2I作"],
  ])("%s", (_, read, expected) => {
    const { texts, codes } = settled([cell(0, read)], elsewhere);
    expect(texts[0]).toBe(expected);
    expect(codes).toHaveLength(read.replace(/\?|\{.+?\}/gu, "") === expected ? 0 : 1);
  });
});
