import { amountColumn, labelColumn, textColumn } from "./column.ts";
import { defineTable } from "./define-table.ts";
import { unitRows } from "./row-grammar.ts";
import type { RowOf, TableOf } from "./table-schema.ts";
import { unitFields } from "./unit-fields.ts";

const columns = [
  labelColumn("项目", "项目名称", "重点项目", "重点项目名称"),
  amountColumn("total", "预算数", "预算", "预算金额", "金额"), // the unit stands behind it: 预算数（单位：万元）
  textColumn("performanceGoal", "绩效目标", "项目绩效目标"),
] as const;

/**
 * 重点项目预算绩效目标: the projects that the explanatory part sets out, with their goals. It stands in the prose of every form and prints
 * neither number nor title. Most departments list projects alone, some with a total and subtotals of units, some under units without amounts.
 */
export const keyProjects = defineTable({
  kind: "keyProjects",
  titles: ["重点项目预算绩效目标", "重点项目预算绩效目标表", "重点项目预算绩效目标情况表", "重点项目绩效目标表"],
  rows: unitRows({
    upperLevels: "optional",
    levels: [
      { role: "unit", field: "budgetUnitName", unitCode: "own" },
      { role: "project", field: "projectName", unitCode: "none", detail: ["performanceGoal"] },
    ],
    fields: unitFields("projectName", "performanceGoal"),
  }),
  layouts: { "gz-14": { columns }, "gz-12": { columns }, "gz-12-2026": { columns } },
});

/** A row of 重点项目预算绩效目标. */
export interface KeyProjectsRow extends RowOf<typeof keyProjects> {}

/** 重点项目预算绩效目标. */
export interface KeyProjects extends TableOf<typeof keyProjects> {
  rows: KeyProjectsRow[];
}
