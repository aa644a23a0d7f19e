import { amountColumn, codeColumn, labelColumn, textColumn } from "./column.ts";
import { defineTable } from "./define-table.ts";
import { unitRows } from "./row-grammar.ts";
import { fiscalAppropriation } from "./shared-columns.ts";
import type { RowOf, TableOf } from "./table-schema.ts";
import { unitFields } from "./unit-fields.ts";

const twelveTableColumns = [
  labelColumn("支出项目类别（资金使用单位）"),
  amountColumn("total", "总计", "合计"),
  ...fiscalAppropriation,
  amountColumn("fiscalSpecialAccount", "财政专户拨款"),
  amountColumn("otherFunds", "其他资金", "单位资金"),
  textColumn("performanceGoal", "绩效目标"),
] as const;

/** 部门预算项目支出（及其他支出）预算表: projects by budget unit. 表10 of gz-14 with kinds of project and indicators, 表12 of gz-12 and 2026 with goals only. */
export const projectExpenditureByUnit = defineTable({
  kind: "projectExpenditureByUnit",
  titles: ["部门预算项目支出及其他支出预算表", "部门预算项目支出预算表", "单位预算项目支出及其他支出预算表", "单位预算项目支出预算表"],
  rows: unitRows({
    ofWhich: ["部门项目支出", "市级财政专项资金(本级支出)", "财政专项资金(本级支出)"],
    levels: [
      { role: "unit", field: "budgetUnitName", unitCode: "own" },
      { role: "category", field: "projectCategory", unitCode: "none", labels: ["运行保障类", "经济和社会发展类", "*类"] },
      {
        role: "project",
        field: "projectName",
        unitCode: "same",
        detail: ["projectContent", "performanceGoal", "performanceIndicators"],
        labels: ["事业单位经营支出", "对附属单位补助支出", "上缴上级支出", "结转下年"], // 其他支出 stands without a goal
      },
    ],
    fields: unitFields("projectCategory", "projectName", "projectContent", "performanceGoal", "performanceIndicators"),
  }),
  layouts: {
    "gz-14": {
      number: 10,
      columns: [
        codeColumn("budgetUnitCode", "单位编码"),
        labelColumn("项目名称(项目类别)"),
        amountColumn("total", "总计", "合计"),
        ...fiscalAppropriation,
        amountColumn("fiscalSpecialAccount", "财政专户管理资金"),
        amountColumn("institutionalRevenue", "事业收入资金"),
        amountColumn("businessRevenue", "经营收入资金"),
        amountColumn("otherFunds", "其他资金"),
        amountColumn("carryoverFromPriorYear", "上年预结转"),
        textColumn("projectContent", "项目内容"),
        textColumn("performanceGoal", "绩效目标"),
        textColumn("performanceIndicators", "项目主要绩效指标"),
      ],
    },
    "gz-12": { number: 12, columns: twelveTableColumns },
    "gz-12-2026": { number: 12, columns: twelveTableColumns },
  },
});

/** A row of 部门预算项目支出及其他支出预算表. */
export interface ProjectExpenditureByUnitRow extends RowOf<typeof projectExpenditureByUnit> {}

/** 部门预算项目支出及其他支出预算表. */
export interface ProjectExpenditureByUnit extends TableOf<typeof projectExpenditureByUnit> {
  rows: ProjectExpenditureByUnitRow[];
}
