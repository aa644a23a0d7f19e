import { describe, expect, it } from "vitest";
import type { GridCell, PageRegions, RecognisedCharacter } from "../../src/layout/region.ts";
import { settleWordings } from "../../src/recognise/settle-wordings.ts";
import { builtInForms } from "../../src/tables/forms.ts";

/** A cell as a recognition reads it: `?` behind a character that it is not sure of. */
function cell(column: number, ...lines: readonly string[]): GridCell {
  return cellOf(0, column, lines);
}

function cellOf(row: number, column: number, lines: readonly string[]): GridCell {
  const recognised = lines.flatMap((line) =>
    [...line.matchAll(/([^?])(\??)/gu)].map(([, text = "", doubt]): RecognisedCharacter => ({ text, confidence: doubt ? 0.5 : 1 })),
  );
  return { row, column, rowSpan: 1, columnSpan: 1, indent: 0, lines: lines.map((line) => line.replaceAll("?", "")), recognised };
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
    ["lost before the first", ["、甲", "二、乙"], ["一、甲", "二、乙"]],
    ["two lost at the end", ["一、甲", "‘、乙", "、丙"], ["一、甲", "二、乙", "三、丙"]],
    ["that is surely a word", ["一、甲", "水费、乙", "三、丙"], ["一、甲", "水费、乙", "三、丙"]],
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
});
