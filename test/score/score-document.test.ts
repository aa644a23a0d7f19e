import { describe, expect, it } from "vitest";
import type { BudgetDocument } from "../../src/index.ts";
import type { Truth, TruthTable } from "../support/truth.ts";
import { scoreDocument } from "./score-document.ts";

const truth = {
  tables: [
    {
      number: 1,
      title: "收支总体情况表",
      columns: [["项目"], ["预算"]],
      note: "",
      rows: [{ cells: ["一", "1.00"] }, { cells: ["二", ""] }, { cells: ["三", "3.00"] }],
    },
  ],
} as unknown as Truth;

function document(rows: readonly (readonly (string | null)[])[], diagnostics: readonly object[] = []): BudgetDocument {
  const table = {
    kind: "revenueAndExpenditureSummary",
    number: 1,
    title: "收支总体情况表",
    pages: [4],
    columns: [{ path: ["项目"] }, { path: ["预算"] }],
    notes: [],
    rows: rows.map((cells) => ({ cells })),
  };
  return { tables: [table], diagnostics } as unknown as BudgetDocument;
}

describe("scoreDocument", () => {
  const right = [
    ["一", "1.00"],
    ["二", null],
    ["三", "3.00"],
  ];
  const cases: [string, BudgetDocument, number[]][] = [
    ["all right", document(right), [1, 1, 3, 6, 0]],
    [
      "white space does not matter",
      document([
        ["一", "1. 00"],
        ["二", null],
        ["三", "3.00"],
      ]),
      [1, 1, 3, 6, 0],
    ],
    [
      "a wrong cell that nothing tells of",
      document([
        ["一", "1.01"],
        ["二", null],
        ["三", "3.00"],
      ]),
      [1, 0, 2, 5, 1],
    ],
    [
      "a wrong cell in a table with a diagnostic",
      document(
        [
          ["一", "1.01"],
          ["二", null],
          ["三", "3.00"],
        ],
        [{ table: 1 }],
      ),
      [1, 0, 2, 5, 0],
    ],
    [
      "or with one on its page",
      document(
        [
          ["一", "1.01"],
          ["二", null],
          ["三", "3.00"],
        ],
        [{ page: 4 }],
      ),
      [1, 0, 2, 5, 0],
    ],
    [
      "a missing row spoils only itself",
      document([
        ["一", "1.00"],
        ["三", "3.00"],
      ]),
      [1, 0, 2, 4, 2],
    ],
    ["a row too many is wrong", document([...right, ["四", "4.00"]]), [1, 0, 3, 6, 2]],
    ["a table that is not there", { tables: [], diagnostics: [] } as unknown as BudgetDocument, [0, 0, 0, 0, 6]],
  ];
  it.each(cases)("%s", (_name, found, expected) => {
    const { tablesFound, tablesExact, rowsExact, cellsExact, silentlyWrong } = scoreDocument(found, truth);
    expect([tablesFound, tablesExact, rowsExact, cellsExact, silentlyWrong]).toEqual(expected);
  });

  const unnumbered: [string, Partial<TruthTable>, number][] = [
    ["a table without a number is told by its title", { title: "收支总体情况表" }, 1],
    ["and by no other title", { title: "项目支出绩效目标表" }, 0],
    ["one without a title by its header", { title: "" }, 1],
    ["and by no other header", { title: "", columns: [["名称"], ["预算"]] }, 0],
  ];
  it.each(unnumbered)("%s", (_name, table, found) => {
    const wanted = { tables: [{ ...truth.tables[0], number: null, ...table }] } as unknown as Truth;
    expect(scoreDocument(document(right), wanted)).toMatchObject({ tablesFound: found, tablesExact: found });
  });

  it("takes brackets of either width for the same title", () => {
    const [table] = document(right).tables;
    const found = { tables: [{ ...table, title: "收支总体情况表（草案）" }], diagnostics: [] } as unknown as BudgetDocument;
    const wanted = { tables: [{ ...truth.tables[0], title: "收支总体情况表(草案)" }] } as unknown as Truth;
    expect(scoreDocument(found, wanted).tablesExact).toBe(1);
  });
});
