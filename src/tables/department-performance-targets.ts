import { amountColumn, textColumn } from "./column.ts";
import { defineTable } from "./define-table.ts";
import { blockRows } from "./row-grammar.ts";
import type { RowOf, TableOf } from "./table-schema.ts";
import { targetFields } from "./target-fields.ts";

/**
 * 部门整体支出绩效目标: what a whole department is to achieve, its main tasks with their money, its indicators. A form of blocks, whose headings
 * stand beside or above what they head: in the prose in 2021, since 2026 a publication of its own, 部门整体预算绩效目标申报表.
 */
export const departmentPerformanceTargets = defineTable({
  kind: "departmentPerformanceTargets",
  titles: [
    "部门整体预算绩效目标申报表",
    "部门整体支出绩效目标申报表",
    "部门整体绩效目标申报表",
    "部门整体支出绩效目标表",
    "部门整体绩效目标表",
  ],
  rows: blockRows({
    blocks: {
      部门名称: "department",
      预算整体情况: "funds",
      总体绩效目标: "goal",
      年度重点工作任务: "task",
      "其他需完成的任务(可选填)": "otherTasks",
      绩效指标: "indicator",
      年度绩效目标: "goal",
      "其中:部门年度整体预算完成率": "completionRate",
      "年度主要支出计划(对应任务、政策)": "task",
    },
    // Headings that say only what stands beside or under others.
    words: ["部门预算支出", "收入来源", "事业发展性支出", "按预算级次划分", "预算金额", "预算金额(万元)"],
    spanning: ["taskName", "indicatorLevel1", "indicatorLevel2"],
    fields: targetFields,
  }),
  layouts: {
    "gz-14": {
      headings: "within",
      columns: [
        textColumn("performanceGoal", "年度绩效目标/部门整体支出绩效目标"),
        textColumn("taskName", "年度主要支出计划(对应任务、政策)/年度主要支出计划(对应任务、政策)"),
        textColumn("taskGoal", "年度主要支出计划(对应任务、政策)/任务(政策)的绩效目标"),
        textColumn("indicatorName", "年度绩效目标/关键指标", "年度主要支出计划(对应任务、政策)/任务(政策)关键指标"),
        textColumn("targetValue", "年度绩效目标/预期实现值", "年度主要支出计划(对应任务、政策)/预期实现值"),
        textColumn("completionRate", "其中:部门年度整体预算完成率"),
      ],
    },
    "gz-12-2026": {
      headings: "within",
      columns: [
        textColumn("departmentName", "部门名称"),
        amountColumn("basicExpenditure", "预算整体情况/基本支出"),
        amountColumn("projectExpenditure", "预算整体情况/项目支出"),
        amountColumn("earmarkedFunds", "预算整体情况/财政专项资金"),
        amountColumn("otherDevelopmentExpenditure", "预算整体情况/其他事业发展性支出"),
        amountColumn("fiscalAppropriation", "预算整体情况/财政拨款"),
        amountColumn("otherFunds", "预算整体情况/其他资金"),
        amountColumn("ownLevelExpenditure", "预算整体情况/市本级使用资金"),
        amountColumn("transferPayments", "预算整体情况/拟用于对下转移支付资金"),
        textColumn("performanceGoal", "总体绩效目标"),
        textColumn("taskName", "年度重点工作任务/名称"),
        textColumn("taskContent", "年度重点工作任务/主要实施内容"),
        amountColumn("total", "年度重点工作任务/拟投入的资金(万元)", "年度重点工作任务/拟投入的资金"),
        textColumn("taskGoal", "年度重点工作任务/期望达到的目标(概述)", "年度重点工作任务/期望达到的目标"),
        textColumn("otherTasks", "其他需完成的任务(可选填)"),
        textColumn("indicatorLevel1", "绩效指标/一级指标"),
        textColumn("indicatorLevel2", "绩效指标/二级指标"),
        textColumn("indicatorName", "绩效指标/三级指标"),
        textColumn("termValue", "绩效指标/实施周期指标值"),
        textColumn("yearValue", "绩效指标/年度指标值"),
      ],
    },
  },
});

/** A row of 部门整体支出绩效目标. */
export interface DepartmentPerformanceTargetsRow extends RowOf<typeof departmentPerformanceTargets> {}

/** 部门整体支出绩效目标. */
export interface DepartmentPerformanceTargets extends TableOf<typeof departmentPerformanceTargets> {
  rows: DepartmentPerformanceTargetsRow[];
}
