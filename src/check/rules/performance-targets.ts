import type { Claim, FigureSelector, RowFilter, SumRule, TableSelector } from "../rule.ts";

const PROJECTS = "projectPerformanceTargets";
const DEPARTMENT = "departmentPerformanceTargets";
const BASIC_TABLE = "basicExpenditureByUnit";
const PROJECT_TABLE = "projectExpenditureByUnit";
/** What 部门预算项目支出及其他支出预算表 lists beside projects: it has no goal. */
const BESIDE_PROJECTS = ["事业单位经营支出", "对附属单位补助支出", "上缴上级支出"];
/** Printed beside 项目支出 and not in it, or in it: departments do either. */
const BESIDE_PROJECT_EXPENDITURE = ["earmarkedFunds", "otherDevelopmentExpenditure"];

/** Y: what a publication of performance targets says of money, beside the budget that it belongs to. */
export const performanceTargetsRules: readonly SumRule[] = [
  rule(
    "Y5",
    [
      ofUnits({ roles: ["total"] }, { roles: ["total"] }),
      ofUnits({ roles: ["unit"] }, { roles: ["unit"], same: ["budgetUnit"] }),
      ofProjects(["total"], {}),
      ofProjects(["fiscalAppropriation", "fiscalSpecialAccount", "otherFunds"], { ifNoRow: "noClaim" }),
    ],
    {
      zh: "项目支出绩效目标表各单位、各项目的资金 ＝ 同一部门同年预算的项目支出预算表",
      en: "The money of units and projects in the table of project performance targets = the budget of the same department and year",
    },
  ),
  rule(
    "Y6",
    [
      ofDepartment("basicExpenditure", [[expenditure("basicExpenditure")], [total(BASIC_TABLE, "total")]]),
      ofDepartment("projectExpenditure", [
        [expenditure("projectExpenditure")],
        [expenditure("projectExpenditure"), own(BESIDE_PROJECT_EXPENDITURE, "minus")],
        [total(PROJECT_TABLE, "total")],
      ]),
      ofDepartment("fiscalAppropriation", [
        [total(BASIC_TABLE, "fiscalAppropriation"), total(PROJECT_TABLE, "fiscalAppropriation")],
        [side("fiscalAppropriationSummary")],
        [side("fiscalAppropriationSummary"), own(["transferPayments"], "plus")],
      ]),
      ofDepartment("otherFunds", [
        [total(BASIC_TABLE, "otherFunds"), total(PROJECT_TABLE, "otherFunds")],
        [
          ...[total(BASIC_TABLE, "otherFunds"), total(PROJECT_TABLE, "otherFunds")],
          ...[total(BASIC_TABLE, "fiscalSpecialAccount"), total(PROJECT_TABLE, "fiscalSpecialAccount")],
        ],
        [side("revenueAndExpenditureSummary"), { ...side("fiscalAppropriationSummary"), weight: "minus" }],
      ]),
    ],
    {
      zh: "部门整体预算绩效目标申报表的预算整体情况 ＝ 同一部门同年预算的相应数",
      en: "The funds of the department's overall performance targets = the budget of the same department and year",
    },
  ),
];

function rule(id: string, claims: readonly Claim[], sentence: SumRule["sentence"]): SumRule {
  return { id, family: "acrossDocuments", severity: "warning", claims, sentence };
}

function ofUnits(rows: RowFilter, inBudget: RowFilter): Claim {
  const whole: TableSelector = { document: "budget", table: PROJECT_TABLE, rows: inBudget, columns: "this" };
  const beside: TableSelector = {
    ...whole,
    rows: { labels: BESIDE_PROJECTS, ...(inBudget.same && { same: inBudget.same }) },
    weight: "minus",
    ifNoRow: "nothing",
  };
  return {
    each: { each: "cell", tables: [PROJECTS], rows },
    left: [{ columns: "this" }],
    right: [whole],
    orRight: [[whole, beside]],
  };
}

function ofProjects(columns: readonly string[], more: Pick<TableSelector, "ifNoRow">): Claim {
  const rows = { roles: ["project"], same: ["project", "budgetUnit"] } as const;
  return {
    each: { each: "cell", tables: [PROJECTS], rows: { roles: ["project"] }, columns },
    left: [{ columns: "this" }],
    right: [{ document: "budget", table: PROJECT_TABLE, rows, columns: "this", sole: true, ...more }],
  };
}

function ofDepartment(column: string, [right = [], ...orRight]: readonly (readonly FigureSelector[])[]): Claim {
  return {
    each: { each: "cell", tables: [DEPARTMENT], rows: { roles: ["funds"], filled: true }, columns: [column] },
    left: [{ columns: "this" }],
    right,
    orRight,
  };
}

function expenditure(column: string): TableSelector {
  return total("expenditureSummary", column);
}

function total(table: string, column: string): TableSelector {
  return { document: "budget", table, rows: { roles: ["total"] }, columns: [column] };
}

function side(table: string): TableSelector {
  return { document: "budget", table, rows: { side: "revenue", keys: ["totalRevenue"] }, columns: ["revenue"] };
}

/** Other cells of the publication's own table. */
function own(columns: readonly string[], weight: "plus" | "minus"): TableSelector {
  return { rows: { roles: ["funds"] }, columns, weight };
}
