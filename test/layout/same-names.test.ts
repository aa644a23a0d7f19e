import { describe, expect, it } from "vitest";
import type { FlowedRow } from "../../src/layout/flowed/flowed-row.ts";
import { compareNames } from "../../src/layout/flowed/same-names.ts";
import { functionalRows } from "../../src/tables/row-grammar.ts";

const usual = "机关事业单位基本养老保险缴费支出";
const shuffled = "机关事业单位养老基本保险缴费支出";

function compared(...names: string[]) {
  const rows = names.map(
    (name, index): FlowedRow => ({
      cells: ["2080505", name].map((text) => ({ lines: [text], indent: 0 })),
      line: index + 1,
      pageNumber: undefined,
    }),
  );
  const { notices, replaced } = compareNames([{ rows, grammar: functionalRows }]);
  return { codes: notices.map(({ code }) => code), read: rows.map((row) => (replaced.get(row) ?? row).cells[1]?.lines.join("")) };
}

describe("the names that a document gives one code", () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ["one name", [usual, usual], [], [usual, usual]],
    ["the usual name's characters in another order", [usual, shuffled, usual], ["layout.words-shuffled"], [usual, usual, usual]],
    ["two orders, neither of them the usual one", [usual, shuffled], ["layout.names-differ", "layout.names-differ"], [usual, shuffled]],
    ["a name that has lost words", [usual, "基本养老保险缴费支出", usual], ["layout.names-differ"], [usual, "基本养老保险缴费支出", usual]],
  ])("%s", (_name, names, codes, read) => expect(compared(...names)).toEqual({ codes, read }));
});
