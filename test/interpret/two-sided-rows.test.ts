import { describe, expect, it } from "vitest";
import { checkBudget } from "../../src/index.ts";
import { documentOf } from "../support/document-of.ts";

type Cells = readonly (string | null)[];
type SideOf = { readonly key: string | null; readonly partOf?: number } | null;
type Row = { readonly role: string; readonly revenue: SideOf; readonly expenditure: SideOf };

/** What other cities print in a table of two sides; U+3000 is an indent. */
function read(rows: readonly Cells[], kind = "revenueAndExpenditureSummary") {
  const document = documentOf({ tables: [{ kind, rows }] });
  const [table] = document.tables;
  const lines = (table?.rows ?? []) as unknown as readonly Row[];
  const side = (name: "revenue" | "expenditure") => lines.map((row) => [row[name]?.key ?? null, row[name]?.partOf ?? null]);
  return {
    roles: lines.map(({ role }) => role),
    revenue: side("revenue"),
    expenditure: side("expenditure"),
    told: document.diagnostics.filter(({ table }) => table !== undefined).map(({ code }) => code),
    errors: checkBudget(document).findings.flatMap(({ rule, outcome, severity }) =>
      outcome === "inconsistent" && severity === "error" ? [rule] : [],
    ),
  };
}

describe("a table of two sides", () => {
  it("may begin with its 合计, and lacks no row", () => {
    const { roles, told, errors } = read([
      ["合　计", "90.00", "合　计", "90.00"],
      ["一、一般公共预算资金", "60.00", "一、教育支出", "70.00"],
      ["二、政府性基金预算资金", "30.00", "二、卫生健康支出", "20.00"],
    ]);
    expect(roles).toEqual(["grandTotal", "line", "line"]);
    expect({ told, errors }).toEqual({ told: [], errors: [] });
  });

  it("has （一） under 一、本年支出, whose key is the form's", () => {
    const { expenditure, errors } = read(
      [
        ["一、本年收入", "50.00", "一、本年支出", "50.00"],
        ["（一）一般公共预算拨款", "50.00", "（一）教育支出", "30.00"],
        ["（二）政府性基金预算拨款", null, "（二）卫生健康支出", "20.00"],
        ["二、上年结转", null, "二、年终结转结余", null],
        ["收入总计", "50.00", "支出总计", "50.00"],
      ],
      "fiscalAppropriationSummary",
    );
    expect(expenditure.slice(0, 3).map(([, partOf]) => partOf)).toEqual([null, 0, 0]);
    expect(expenditure[0]?.[0]).not.toBeNull();
    expect(errors).toEqual([]);
  });

  it("has sections and items under their class by their indent, and sums the classes alone", () => {
    const { expenditure, errors } = read([
      ["一、财政拨款", "90.00", "一、教育支出", "70.00"],
      ["　　1.一般公共预算拨款", "90.00", "　　普通教育", "70.00"],
      ["二、单位资金", null, "　　　　小学教育", "70.00"],
      [null, null, "二、卫生健康支出", "20.00"],
      [null, null, "　　公共卫生", "20.00"],
      ["本年收入合计", "90.00", "本年支出合计", "90.00"],
      ["收入总计", "90.00", "支出总计", "90.00"],
    ]);
    expect(expenditure.slice(0, 5).map(([, partOf]) => partOf)).toEqual([null, 0, 1, null, 3]);
    expect(errors).toEqual([]);
  });

  it("has the funds of 财政拨款收入 under it, with neither ordinals nor indents", () => {
    const { revenue, errors } = read([
      ["一、财政拨款收入", "90.00", "一、教育支出", "90.00"],
      ["一般公共预算收入", "60.00", null, null],
      ["政府性基金预算收入", "30.00", null, null],
      ["二、其他收入", null, null, null],
      ["本年收入合计", "90.00", "本年支出合计", "90.00"],
      ["收入总计", "90.00", "支出总计", "90.00"],
    ]);
    expect(revenue.slice(0, 4).map(([, partOf]) => partOf)).toEqual([null, 0, 0, null]);
    expect(errors).toEqual([]);
  });
});
