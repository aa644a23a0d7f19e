import { describe, expect, it } from "vitest";
import { interpretTable } from "../../src/interpret/interpret-table.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { builtInForms } from "../../src/tables/forms.ts";
import { gridOf, lineOf, pagesOf } from "../support/grid-of.ts";

/** What is told of a column with these figures in a table that no form knows. */
function toldOf(...figures: readonly string[]): string[] {
  const rows = figures.map((figure, at) => `第${at}项 | ${figure} | 0.00`);
  const { tables } = recognise(pagesOf([lineOf("title", "某某情况表"), gridOf(["项目 | 金额 | 其他", ...rows].join("\n"))]), builtInForms);
  return tables
    .flatMap((table) => interpretTable(table).notices)
    .flatMap(({ code, fields }) => (code.startsWith("interpret.") ? [`${code} ${fields.row} ${fields.text}`] : []));
}

describe("in a column of amounts that no form knows", () => {
  it.each([
    ["two amounts in one cell", "6,632,255.879,018,047.75"],
    ["the beginning of an amount", "4,939,96"],
    ["an amount without its decimals", "526."],
    ["its end", ".02192,446.79"],
    ["three of them", "103.294.35"],
  ])("%s is told", (_name, text) => {
    expect(toldOf("1.00", text, "2.00")).toEqual([`interpret.broken-figure 第1项 ${text}`]);
  });

  it("a digit too many is told", () => {
    expect(toldOf("1.00", "2.00", "3.001", "4.00")).toEqual(["interpret.more-decimals 第2项 3.001"]);
  });

  it.each([["2080501"], ["12%"], ["—"], ["1,234.50"], ["1 234.50"], ["2026.01.05"], ["（二）"], ["120人次"], ["0.5"], [""]])(
    "nothing of “%s”",
    (text) => expect(toldOf("1.00", text, "2.00")).toEqual([]),
  );

  it("nor of anything in a column without amounts", () => {
    expect(toldOf("1.1.2", "3.", "4,5", "0.5", "0.125")).toEqual([]);
  });

  it("once a page", () => {
    expect(toldOf("1.00", "4,93", "5,11")).toEqual(["interpret.broken-figure 第1项 4,93; 5,11"]);
  });
});
