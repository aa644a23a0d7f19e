import { describe, expect, it } from "vitest";
import * as z from "zod";
import { interpret } from "../../src/interpret/interpret.ts";
import { parseBudget } from "../../src/parse-budget.ts";
import { BudgetDocument, findTable, type TableKind } from "../../src/tables/budget-document.ts";
import { budgetText } from "../support/budget-text.ts";
import { loadTruth, recognisedFromTruth } from "../support/truth.ts";

const source = { mediaType: "text/plain", sha256: "0".repeat(64) } as const;
const documentOf = (id: string) => interpret(recognisedFromTruth(loadTruth(id)), { source, locale: "en", notices: [], printed: [] });
const of2021 = documentOf("gz-2021-ybj");
const of2024 = documentOf("gz-2024-ybzx");

function rowsOf(document: BudgetDocument, kind: TableKind) {
  return (findTable(document, kind)?.rows ?? []) as readonly { role: string; level: number; parent: number | null }[];
}

/** Counts rows by role: `total 1, class 4`. */
function census(document: BudgetDocument, kind: TableKind): string {
  const counts = new Map<string, number>();
  for (const { role } of rowsOf(document, kind)) counts.set(role, (counts.get(role) ?? 0) + 1);
  return [...counts].map(([role, count]) => `${role} ${count}`).join(", ");
}

describe("the rows of the 2021 department", () => {
  it.each<[TableKind, string]>([
    ["revenueAndExpenditureSummary", "line 13, subtotal 1, grandTotal 1"],
    ["revenueSummary", "item 9, class 1, section 1"],
    ["expenditureSummary", "total 1, class 4, section 8, item 18"],
    ["nonTaxRevenue", "total 1, ofWhich 4, unit 1, fund 1, item 2"],
    ["basicExpenditureByUnit", "category 5, unit 1"],
    ["basicExpenditureByEconomicNature", "total 1, class 6, section 57"],
    ["projectExpenditureByUnit", "total 1, ofWhich 2, unit 3, category 6, project 18"],
    ["transferPaymentsByDistrict", "total 1, unit 1, project 1"],
    ["administrativeAndThreePublicExpenses", "line 7"],
    ["governmentProcurement", "total 1, ofWhich 3, unit 3, expenditureType 4, projectGroup 7, item 53"],
    ["purchasedPublicServices", "total 1, ofWhich 2, unit 1, expenditureType 1, projectGroup 1, item 11"],
  ])("%s: %s", (kind, expected) => {
    expect(census(of2021, kind)).toBe(expected);
  });

  it("gives a project the unit and the category that stand above it", () => {
    const project = findTable(of2021, "projectExpenditureByUnit")?.rows.find((row) => row.projectName === "房屋维护维修经费");
    expect(project).toMatchObject({
      role: "project",
      level: 3,
      budgetUnitCode: "310002",
      budgetUnitName: "广州市医疗保险服务中心",
      projectCategory: "运行保障类",
    });
    expect(project?.amounts.carryoverFromPriorYear?.toFixed(2)).toBe("211.15");
  });

  it("takes the indicators of a project apart", () => {
    const project = findTable(of2021, "projectExpenditureByUnit")?.rows.find((row) => row.projectName === "购置经费");
    expect(project?.performanceIndicators?.indicators).toHaveLength(4);
    expect(project?.performanceIndicators?.indicators[1]).toEqual({
      ordinal: 2,
      name: "购置完成率",
      explanation: "实际购置数量÷计划购置数量×100%",
      target: "95%",
    });
  });

  it("reads what is bought, how many, and for what", () => {
    const car = findTable(of2021, "governmentProcurement")?.rows.find((row) => row.procurementCategoryCode === "A020305");
    expect(car).toMatchObject({
      role: "item",
      expenditureType: "项目支出",
      projectGroup: "购置经费",
      projectName: "车辆购置经费",
      unitOfMeasure: "辆",
    });
    expect(car?.quantity?.toFixed()).toBe("2");
  });

  it("reads both economic codes of a row and puts it under the pair above", () => {
    const rows = findTable(of2021, "basicExpenditureByEconomicNature")?.rows ?? [];
    const row = rows.find(
      ({ governmentEconomic, departmentEconomic }) => governmentEconomic?.code === "50502" && departmentEconomic?.code === "30201",
    );
    expect(rows[row?.parent ?? -1]).toMatchObject({ governmentEconomic: { code: "505" }, departmentEconomic: { code: "302" } });
  });

  it("reads the districts of a transfer", () => {
    const total = findTable(of2021, "transferPaymentsByDistrict")?.rows[0];
    expect(total?.amounts.yuexiu?.toFixed(2)).toBe("45.50");
    expect(total?.amounts.huangpu?.isZero()).toBe(true);
  });

  it("says which tables begin without their first rows, and nothing else", () => {
    expect(of2021.diagnostics.map(({ code, table }) => [code, table])).toEqual([
      ["interpret.rows-missing", 2],
      ["interpret.rows-missing", 8],
    ]);
    expect(of2021.tables.filter((table) => "incomplete" in table).map((table) => table.kind)).toEqual([
      "revenueSummary",
      "basicExpenditureByUnit",
    ]);
  });
});

describe("the rows of the 2024 unit", () => {
  it.each<[TableKind, string]>([
    ["revenueSummary", "total 1, class 3, section 7, item 15"],
    ["generalPublicBudgetByFunction", "total 1, class 3, section 7, item 15"],
    ["basicExpenditureByEconomicNature", "total 1, class 4, section 30"],
    ["projectExpenditureByEconomicNature", "total 1, class 3, section 18"],
    ["basicExpenditureByUnit", "total 1, unit 1, category 4"],
    ["projectExpenditureByUnit", "total 1, unit 1, project 24"],
    ["stateCapitalBudgetByFunction", "total 1"],
  ])("%s: %s", (kind, expected) => {
    expect(census(of2024, kind)).toBe(expected);
  });

  it("keys both sides of the two-sided table", () => {
    const rows = findTable(of2024, "revenueAndExpenditureSummary")?.rows ?? [];
    expect(rows[0]?.revenue).toMatchObject({ ordinal: "一、", label: "预算拨款", key: "budgetAppropriation" });
    expect(rows.find((row) => row.expenditure?.key === "health")?.expenditure?.amount?.toFixed(2)).toBe("490519.91");
    expect(rows.flatMap(({ revenue, expenditure }) => [revenue, expenditure]).filter((side) => side?.key === null)).toEqual([]);
  });

  it("keys the lines of the three public expenses and nests them", () => {
    const rows = findTable(of2024, "administrativeAndThreePublicExpenses")?.rows ?? [];
    expect(rows.map(({ key, level, parent }) => [key, level, parent])).toEqual([
      ["administrativeExpenses", 1, null],
      ["threePublicExpenses", 1, null],
      ["overseasTravelExpenses", 2, 1],
      ["officialVehicleExpenses", 2, 1],
      ["officialVehiclePurchaseExpenses", 3, 3],
      ["officialVehicleRunningExpenses", 3, 3],
      ["officialReceptionExpenses", 2, 1],
    ]);
  });

  it("tells lines of a fixed table that are not there", async () => {
    const text = budgetText({ year: 2022, organization: "广州市甲局", total: "10.00" });
    const told = async (input: string) =>
      (await parseBudget(input)).diagnostics.filter(({ code }) => code === "interpret.lines-missing").map(({ fields }) => fields?.lines);
    expect(await told(text)).toEqual([]);
    expect(await told(text.replace(/^(?:2\. 公务|（三）).*\n/gmu, ""))).toEqual(["公务用车运行维护费、公务接待费支出"]);
  });

  it("has no diagnostics", () => {
    expect(of2024.diagnostics).toEqual([]);
  });
});

describe.each([["gz-2021-ybj"], ["gz-2024-ybzx"], ["syn-2020-dagl"]])("%s as JSON", (id) => {
  const document = documentOf(id);

  it("comes back equal", () => {
    const json = JSON.stringify(z.encode(BudgetDocument, document));
    const again = BudgetDocument.parse(JSON.parse(json));
    expect(JSON.stringify(z.encode(BudgetDocument, again))).toBe(json);
    expect(again).toEqual(document);
  });

  it("has parents that exist and levels that follow them", () => {
    for (const table of document.tables) {
      if (table.kind === "unrecognised") continue;
      for (const { parent, level } of table.rows) if (parent !== null) expect(level).toBe((table.rows[parent]?.level ?? Number.NaN) + 1);
    }
  });
});
