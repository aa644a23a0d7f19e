import { amountColumn, labelColumn, textColumn } from "./column.ts";
import { defineTable } from "./define-table.ts";
import { unitRows } from "./row-grammar.ts";
import type { RowOf, TableOf } from "./table-schema.ts";
import { unitFields } from "./unit-fields.ts";

/** 项目支出绩效目标表（含转移支付项目）: each project with its funds, its goal and its indicators, by budget unit. A publication of its own, since 2026. */
export const projectPerformanceTargets = defineTable({
  kind: "projectPerformanceTargets",
  titles: ["项目支出绩效目标表(含转移支付项目)", "项目支出绩效目标表", "项目支出绩效目标表(含转移支付)", "部门预算项目支出绩效目标表"],
  rows: unitRows({
    levels: [
      { role: "unit", field: "budgetUnitName", unitCode: "own" },
      { role: "project", field: "projectName", unitCode: "none", detail: ["performanceGoal", "performanceTargets"] },
    ],
    fields: unitFields("projectName", "performanceGoal", "performanceTargets"),
  }),
  layouts: {
    "gz-12-2026": {
      columns: [
        labelColumn("项目名称（资金使用单位）"),
        amountColumn("total", "总计", "合计"),
        amountColumn("fiscalAppropriation", "财政拨款"),
        amountColumn("fiscalSpecialAccount", "财政专户拨款"),
        amountColumn("otherFunds", "其他资金", "单位资金"),
        textColumn("performanceGoal", "绩效目标"),
        textColumn("performanceTargets", "绩效指标"),
      ],
    },
  },
});

/** A row of 项目支出绩效目标表. */
export interface ProjectPerformanceTargetsRow extends RowOf<typeof projectPerformanceTargets> {}

/** 项目支出绩效目标表. */
export interface ProjectPerformanceTargets extends TableOf<typeof projectPerformanceTargets> {
  rows: ProjectPerformanceTargetsRow[];
}
