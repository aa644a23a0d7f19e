import { describe, expect, it } from "vitest";
import { BudgetDocument, findTable, parseBudget, toJson } from "../../src/index.ts";
import { documentOf } from "../support/document-of.ts";

const zeros = (count: number) => new Array<string>(count).fill("0.00");

const rows = [
  ["合计", "30.00", "12.00", ...zeros(4), "11.00", ...zeros(4), "7.00"],
  ["广州市甲局", "20.00", "12.00", ...zeros(4), "1.00", ...zeros(4), "7.00"],
  ["广州市甲局信息中心", "10.00", ...zeros(5), "10.00", ...zeros(5)],
];

describe("收入总体情况表", () => {
  const byUnit = documentOf({ form: "gz-12-2026", fiscalYear: 2026, tables: [{ kind: "revenueSummary", rows }] });

  it("has a row a budget unit in the form of 2026", () => {
    const table = findTable(byUnit, "revenueSummary");
    expect(table?.rows.map(({ role, level, parent }) => [role, level, parent])).toEqual([
      ["total", 0, null],
      ["unit", 1, 0],
      ["unit", 1, 0],
    ]);
    const unit = table?.rows[1];
    expect(unit).not.toHaveProperty("code");
    expect(unit?.role === "unit" && unit.budgetUnitName).toBe("广州市甲局");
    expect(unit?.amounts.carryoverFromPriorYear?.toFixed(2)).toBe("7.00");
    expect(byUnit.diagnostics.filter(({ table }) => table !== undefined)).toEqual([]);
  });

  it("comes back from JSON by the grammar that its rows follow", () => {
    const back = BudgetDocument.parse(JSON.parse(toJson(byUnit)));
    expect(back).toEqual(byUnit);
    const byCode = documentOf({
      tables: [
        {
          kind: "revenueSummary",
          rows: [
            [null, "合计", "1.00", ...zeros(11)],
            ["208", "社会保障和就业支出", "1.00", ...zeros(11)],
          ],
        },
      ],
    });
    expect(BudgetDocument.parse(JSON.parse(toJson(byCode)))).toEqual(byCode);
  });
});

describe("a form", () => {
  const page = (title: string, header: string, row: string) => `${title}\n单位：万元\n${header}\n${row}\n`;
  const threeTables = [
    page(
      "表5 一般公共预算支出情况表（按功能分类科目）",
      "功能科目名称\t一般公共预算支出\t\t\n\t小计\t其中：基本支出\t项目支出",
      "合计\t1.00\t1.00\t0.00",
    ),
    page("表6 一般公共预算基本支出情况表（按经济分类科目）", "部门预算支出经济科目\t预算", "合计\t1.00"),
    page("表7 一般公共预算项目支出情况表（按经济分类科目）", "部门预算支出经济科目\t预算", "合计\t0.00"),
  ].join("\n");

  it("is named only where most of its tables are", async () => {
    const document = await parseBudget(threeTables);
    expect(document.tables.map(({ kind }) => kind)).not.toContain("unrecognised");
    expect(document.form).toBe("unknown");
  });

  it("is the one whose headers all the tables are most like", async () => {
    const header =
      "功能分类科目\t\t合计\t基本支出\t项目支出\t事业单位经营支出\t对附属单位补助支出\t上缴上级支出\n科目编码\t科目名称\t\t\t\t\t\t";
    const ofYear = page("表3 本年支出总体情况表", header, "\t合计\t1.00\t1.00\t0.00\t0.00\t0.00\t0.00");
    const document = await parseBudget(`${ofYear}\n${threeTables}`);
    expect(document.diagnostics.map(({ code }) => code)).not.toContain("recognise.mixed-forms");
    expect(document.diagnostics.map(({ code }) => code)).not.toContain("recognise.missing-column");
  });
});
