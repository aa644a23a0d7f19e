import { describe, expect, it } from "vitest";
import { checkBudget } from "../../src/check/check-budget.ts";
import type { BudgetDocument } from "../../src/tables/budget-document.ts";
import { alarms, documentFromTruth, findingsOf, withFigure } from "../support/check-document.ts";
import { documentOf } from "../support/document-of.ts";

const outcomes = (document: BudgetDocument, rule: string) =>
  findingsOf(document, rule).map(({ outcome, reason }) => [outcome, ...(reason ? [reason] : [])].join(" "));

function expenditure(rows: readonly (readonly (string | null)[])[], others: Parameters<typeof documentOf>[0]["tables"] = []) {
  return documentOf({ tables: [{ kind: "expenditureSummary", rows }, ...others] });
}

describe("blank is not zero", () => {
  it("counts a blank part as nothing, and says so", () => {
    const [finding] = findingsOf(expenditure([["", "合计", "10.00", "10.00", null, null, null, null, null]]), "W7");
    expect([finding?.outcome, finding?.message.en]).toEqual(["consistent", expect.stringContaining("5 blank cells counted as nothing")]);
  });

  it("does not check a sum whose parts are all blank", () => {
    expect(outcomes(expenditure([["", "合计", "10.00", null, null, null, null, null, null]]), "W7")).toEqual(["notChecked blank"]);
  });

  it("takes a dash for zero", () => {
    expect(outcomes(expenditure([["", "合计", "10.00", "-", "-", "-", "-", "-", "—"]]), "W7")).toEqual(["inconsistent"]);
  });

  it("does not check a sum with a cell that is no amount", () => {
    expect(outcomes(expenditure([["", "合计", "10.00", "8.00", "2,0.0", "-", "-", "-", "-"]]), "W7")).toEqual(["notChecked unreadable"]);
  });
});

it("a single class is no total in a form that prints every total", () => {
  const rows = [
    ["合计", "10.00", "4.00", "6.00"],
    ["[201]一般公共服务支出", "10.00", "4.00", "6.00"],
    ["[20106]财政事务", "10.00", "4.00", "6.00"],
    ["[2010601]行政运行", "10.00", "4.00", "6.00"],
  ];
  const budget = (from: number, form: string) => ({
    ...expenditure(
      rows.map(([label = "", ...amounts]) => {
        const [, code = "", name = label] = /^\[(\d+)\](.*)$/u.exec(label) ?? [];
        return [code, name, ...amounts, null, null, null, null];
      }),
      [{ kind: "generalPublicBudgetByFunction", rows: rows.slice(from) }],
    ),
    form,
  });
  const totals = (document: BudgetDocument) => [...new Set(["X8", "X9"].flatMap((rule) => outcomes(document, rule)))];
  expect(totals(budget(0, "gz-12"))).not.toContain("notChecked rowsMissing");
  expect(totals(budget(1, "gz-12"))).toContain("notChecked rowsMissing");
  expect(totals(budget(1, "unknown"))).not.toContain("notChecked rowsMissing");
});

describe("rows that are missing", () => {
  const full = documentFromTruth("gz-2024-ybzx");
  const without = (kind: string, wanted: (code: unknown) => boolean): BudgetDocument => ({
    ...full,
    tables: full.tables.map((table) => {
      if (table.kind !== kind) return table;
      const rows = table.rows as unknown as readonly { readonly code?: unknown; readonly parent: number | null }[];
      const kept = rows.flatMap((row, index) => (wanted(row.code) ? [index] : []));
      const moved = kept.map((index) => ({
        ...rows[index],
        parent: kept.indexOf(rows[index]?.parent ?? -1) < 0 ? null : kept.indexOf(rows[index]?.parent ?? -1),
      }));
      return { ...table, rows: moved } as unknown as typeof table;
    }),
  });

  it("are proven by another table: one finding a row instead of a failure for every sum above it", () => {
    const document = without("revenueSummary", (code) => code !== "2101505");
    expect(alarms(checkBudget(document))).toEqual([
      expect.stringContaining("K3: table 2 has no row “2101505”: table 3 has “2101505 医疗保障政策管理”"),
    ]);
    expect(outcomes(document, "H1").filter((outcome) => outcome !== "consistent")).toEqual([
      "notChecked rowsMissing",
      "notChecked rowsMissing",
    ]);
  });

  it("are not an error in a table that is known to be incomplete", () => {
    const document = documentFromTruth("gz-2021-ybj");
    expect(new Set(outcomes(document, "K3"))).toEqual(new Set(["consistent", "notChecked rowsMissing"]));
    expect(outcomes(document, "C1").filter((outcome) => outcome === "notChecked rowsMissing")).toHaveLength(14);
  });

  it("are told where they are totals, which every form prints", () => {
    const document = without("expenditureSummary", (code) => code !== null);
    const [finding] = findingsOf(document, "X3");
    expect([finding?.outcome, finding?.message.zh]).toEqual(["inconsistent", expect.stringContaining("表3 没有“合计”一行")]);
    expect(checkBudget(document).causes.map(({ kind, message }) => [kind, message.zh.slice(0, 30)])).toEqual([
      ["missingRow", expect.stringContaining("表3 没有“合计”一行，应有 合计 497,229.09")],
    ]);
  });

  it("leave a claim about a total unchecked where other rows may be lost with it", () => {
    const document = without("expenditureSummary", (code) => typeof code === "string" && code.startsWith("210"));
    const lost = {
      ...document,
      tables: document.tables.map((table) => (table.kind === "expenditureSummary" ? { ...table, incomplete: true as const } : table)),
    };
    expect(outcomes(lost as BudgetDocument, "X3")).toEqual(["notChecked rowsMissing"]);
  });
});

describe("tables that are missing", () => {
  const full = documentFromTruth("syn-2020-dagl");
  const without = (kind: string) => ({ ...full, tables: full.tables.filter((table) => table.kind !== kind) });

  it("are missed by the contents page and by the form", () => {
    const document = without("governmentFundBudgetByFunction");
    expect(outcomes(document, "K1").filter((outcome) => outcome === "inconsistent")).toHaveLength(1);
    expect(outcomes(document, "K2").filter((outcome) => outcome === "inconsistent")).toHaveLength(1);
  });

  it("leave a claim unchecked where the form has them, and make none where it has not", () => {
    expect(outcomes(without("projectExpenditureByEconomicNature"), "X17")).toEqual(["notChecked tableMissing"]);
    expect(outcomes(documentFromTruth("gz-2021-ybj"), "X17")).toEqual([]);
  });
});

describe("labels and columns that the form does not know", () => {
  it("make a failed sum of the row unchecked, not wrong", () => {
    const document = documentFromTruth("gz-2024-ybzx");
    const tables = document.tables.map((table) => {
      if (table.kind !== "expenditureSummary") return table;
      const rows = table.rows.map((row) => ({ ...row, cells: [...row.cells, "1.00"] }));
      return { ...table, columns: [...table.columns, { path: ["新的一列"] }], rows } as unknown as typeof table;
    });
    const wrong = withFigure({ ...document, tables }, { kind: "expenditureSummary", row: 1, key: "total" }, "1,902.13");
    expect(outcomes(wrong, "W7").filter((outcome) => outcome !== "consistent")).toEqual(["notChecked unknownColumn"]);
  });

  it("a class that no form knows is matched by its name", () => {
    const document = expenditure(
      [
        ["", "合计", "10.00", "10.00", "-", "-", "-", "-", "-"],
        ["299", "新类支出", "10.00", "10.00", "-", "-", "-", "-", "-"],
      ],
      [
        {
          kind: "revenueAndExpenditureSummary",
          rows: [
            ["收入总计", "10.00", "一、新类支出", "10.00"],
            [null, null, "支出总计", "10.00"],
          ],
        },
      ],
    );
    expect(outcomes(document, "X1")).toEqual(["consistent"]);
    const renamed = withFigure(document, { kind: "expenditureSummary", row: 1, key: "total" }, "9.00");
    expect(outcomes(renamed, "X1")).toEqual(["inconsistent"]);
  });

  it("a class that is named otherwise in the two tables leaves the claim unchecked", () => {
    const document = expenditure(
      [
        ["", "合计", "10.00", "10.00", "-", "-", "-", "-", "-"],
        ["299", "新类支出", "10.00", "10.00", "-", "-", "-", "-", "-"],
      ],
      [
        {
          kind: "revenueAndExpenditureSummary",
          rows: [
            ["收入总计", "10.00", "一、某新类支出", "10.00"],
            [null, null, "支出总计", "10.00"],
          ],
        },
      ],
    );
    expect(new Set(outcomes(document, "X1"))).toEqual(new Set(["notChecked unknownLabel"]));
  });
});

describe("other forms of the two-sided tables", () => {
  const summary = (rows: readonly (readonly (string | null)[])[]) =>
    documentOf({ tables: [{ kind: "revenueAndExpenditureSummary", rows }] });

  const inThisTable = (document: BudgetDocument, rule: string) =>
    outcomes(document, rule).filter((outcome) => outcome !== "notChecked tableMissing");

  it("add up without a subtotal", () => {
    const document = summary([
      ["一、财政拨款", "10.00", "一、教育支出", "12.00"],
      ["二、上年结转", "2.00", null, null],
      ["收入总计", "12.00", "支出总计", "12.00"],
    ]);
    expect([inThisTable(document, "S3"), inThisTable(document, "S5"), inThisTable(document, "S6")]).toEqual([
      [],
      ["consistent"],
      ["consistent"],
    ]);
  });

  it("count a line without an ordinal under the line that it is part of", () => {
    const document = summary([
      ["财政拨款", "10.00", "教育支出", "10.00"],
      ["一般公共预算", "7.00", null, null],
      ["政府性基金预算", "3.00", null, null],
      ["本年收入合计", "10.00", "本年支出合计", "10.00"],
      ["收入总计", "10.00", "支出总计", "10.00"],
    ]);
    expect([inThisTable(document, "S1"), inThisTable(document, "S3")]).toEqual([["consistent"], ["consistent"]]);
  });

  it("let a line be larger than the only part that is listed", () => {
    const document = summary([
      ["一、财政拨款", "10.00", "一、教育支出", "10.00"],
      ["其中：（一）一般公共预算", "7.00", null, null],
      ["收入总计", "10.00", "支出总计", "10.00"],
    ]);
    expect(outcomes(document, "S1")).toEqual(["consistent"]);
    expect(outcomes(withFigure(document, { kind: "revenueAndExpenditureSummary", row: 1, key: "revenue" }, "17.00"), "S1")).toEqual([
      "inconsistent",
    ]);
  });
});
