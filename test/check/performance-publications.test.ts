import { describe, expect, it } from "vitest";
import { checkBudget } from "../../src/check/check-budget.ts";
import type { BudgetDocument } from "../../src/tables/budget-document.ts";
import { alarms } from "../support/check-document.ts";
import { documentOf } from "../support/document-of.ts";
import { generatedDepartment } from "../support/generated-department.ts";

const budget = (seed: number) =>
  generatedDepartment({ seed, form: "gz-12-2026", units: 2, zero: "0.00", printedUnit: "tenThousandYuan", rounded: false });

/** The rows of a table of the budget by what the columns of 项目支出绩效目标表 print. */
const COLUMNS = ["total", "fiscalAppropriation", "fiscalSpecialAccount", "otherFunds"] as const;
const BESIDE = /事业单位经营支出|对附属单位补助支出|上缴上级支出/u;

type Row = {
  readonly role: string;
  readonly cells: readonly (string | null)[];
  readonly amounts: Readonly<Record<string, { toFixed(): string } | null>>;
};

function rowsOf(document: BudgetDocument, kind: string): readonly Row[] {
  return (document.tables.find((table) => table.kind === kind)?.rows ?? []) as unknown as readonly Row[];
}

function publication(document: BudgetDocument, kind: string, rows: readonly (readonly string[])[]): BudgetDocument {
  const made = documentOf({
    form: "gz-12-2026",
    fiscalYear: document.fiscalYear,
    organization: document.organization,
    tables: [{ kind, rows }],
  });
  return { ...made, form: "unknown", source: { ...made.source, sha256: "b".repeat(64) } };
}

/** 项目支出绩效目标表 of the same projects: blank where the budget prints 0.00, units and the total without what is no project. */
function projectTargets(document: BudgetDocument, change: (cells: string[]) => string[] = (cells) => cells): BudgetDocument {
  const rows = rowsOf(document, "projectExpenditureByUnit").filter(({ cells }) => !BESIDE.test(cells[0] ?? ""));
  const below = (index: number): readonly Row[] => {
    const rest = rows.slice(index + 1);
    const end = rows[index]?.role === "total" ? -1 : rest.findIndex(({ role }) => role === "unit");
    return (end === -1 ? rest : rest.slice(0, end)).filter(({ role }) => role === "project");
  };
  return publication(
    document,
    "projectPerformanceTargets",
    rows.map((row, index) => {
      const parts = row.role === "project" ? [row] : below(index);
      const money = COLUMNS.map((key) => parts.reduce((sum, { amounts }) => sum + Number(amounts[key]?.toFixed() ?? 0), 0).toFixed(2));
      const targets = row.role === "project" ? ["目标", "1-产出指标"] : ["", ""];
      return change([row.cells[0] ?? "", ...money.map((text) => (text === "0.00" ? "" : text)), ...targets]);
    }),
  );
}

/** 部门整体预算绩效目标申报表: its block of funds. */
function departmentTargets(
  document: BudgetDocument,
  more: { readonly earmarked?: number; readonly lacking?: number } = {},
): BudgetDocument {
  const { earmarked = 0, lacking = 0 } = more;
  const amount = (kind: string, key: string) => Number(rowsOf(document, kind)[0]?.amounts[key]?.toFixed() ?? 0);
  const [basic, project] = [amount("expenditureSummary", "basicExpenditure"), amount("expenditureSummary", "projectExpenditure")];
  const fiscal = amount("basicExpenditureByUnit", "fiscalAppropriation") + amount("projectExpenditureByUnit", "fiscalAppropriation");
  const other = amount("basicExpenditureByUnit", "otherFunds") + amount("projectExpenditureByUnit", "otherFunds");
  const row = (left: string, first: number, right: string, second: number) => [
    "预算整体情况",
    left,
    first.toFixed(2),
    right,
    second.toFixed(2),
  ];
  return publication(document, "departmentPerformanceTargets", [
    ["部门名称", document.organization?.name ?? "", "", "", ""],
    ["预算整体情况", "部门预算支出", "预算金额（万元）", "收入来源", "预算金额（万元）"],
    row("基本支出", basic, "财政拨款", fiscal - lacking),
    row("项目支出", project - earmarked, "其他资金", other),
    ["预算整体情况", "事业发展性支出", "预算金额（万元）", "按预算级次划分", "预算金额（万元）"],
    row("财政专项资金", earmarked, "市本级使用资金", fiscal),
  ]);
}

const ofRules = (documents: readonly BudgetDocument[]) =>
  checkBudget(documents, { rules: ["Y5", "Y6"] }).findings.map(({ rule, outcome }) => `${rule} ${outcome}`);
const counted = (documents: readonly BudgetDocument[]) => [...new Set(ofRules(documents))].sort();

describe("publications of performance targets beside the budget of the same department", () => {
  it.each([1, 2, 3, 4, 5, 6])("agree with it, whatever it lists beside projects (%i)", (seed) => {
    const own = budget(seed);
    const all = [own, projectTargets(own), departmentTargets(own), departmentTargets(own, { earmarked: 12.5 })];
    expect(counted(all)).toEqual(["Y5 consistent", "Y6 consistent"]);
    expect(alarms(checkBudget(all))).toEqual(alarms(checkBudget(own)));
    expect(counted([...all].reverse())).toEqual(["Y5 consistent", "Y6 consistent"]);
  });

  it("are told where they state another amount", () => {
    const own = budget(3);
    const [found, ...others] = checkBudget([own, departmentTargets(own, { lacking: 1900 })], { rules: ["Y6"] }).findings.filter(
      ({ outcome }) => outcome === "inconsistent",
    );
    expect([found?.severity, found?.residual?.toFixed(), others]).toEqual(["warning", "-1900", []]);
    expect(found?.message.zh).toContain("财政拨款");
    let changed = false;
    const wrong = projectTargets(own, (cells) => {
      if (changed || cells[5] === "" || cells[2] === "") return cells;
      changed = true;
      return [cells[0] ?? "", (Number(cells[1]) + 1).toFixed(2), (Number(cells[2]) + 1).toFixed(2), ...cells.slice(3)];
    });
    expect(ofRules([own, wrong]).filter((one) => one === "Y5 inconsistent")).toHaveLength(2);
  });

  it("say which project the budget does not list", () => {
    const own = budget(3);
    const renamed = projectTargets(own, (cells) => [cells[0]?.replace("项目甲", "项目甲（续）") ?? "", ...cells.slice(1)]);
    expect(counted([own, renamed])).toEqual(["Y5 consistent", "Y5 notChecked"]);
  });

  it("are compared with no other department's or year's budget, and claim nothing alone", () => {
    const own = budget(3);
    const elsewhere = { ...own, organization: { name: "广州市别局", kind: "department" as const } };
    for (const other of [elsewhere, { ...own, fiscalYear: 2025 }])
      expect(ofRules([other, projectTargets(own), departmentTargets(own)])).toEqual([]);
    expect(ofRules([projectTargets(own)])).toEqual([]);
    expect(ofRules([own])).toEqual([]);
  });
});
