import * as z from "zod";

const said = z.string().optional();

/** What the rows of 部门整体支出绩效目标 say, each in its block; absent where the row says nothing of it. */
export const targetFields = {
  /** 部门名称: the department. */
  departmentName: said,
  /** 总体绩效目标, 年度绩效目标: what the department is to achieve. */
  performanceGoal: said,
  /** 年度重点工作任务名称, 年度主要支出计划: the task; that of the rows above for an indicator under it. */
  taskName: said,
  /** 主要实施内容: what the task consists of. */
  taskContent: said,
  /** 期望达到的目标, 任务（政策）的绩效目标: what the task is to achieve. */
  taskGoal: said,
  /** 其他需完成的任务: what else is to be done. */
  otherTasks: said,
  /** 一级指标: for example 产出指标. */
  indicatorLevel1: said,
  /** 二级指标: for example 数量指标. */
  indicatorLevel2: said,
  /** 三级指标, 关键指标: what is measured. */
  indicatorName: said,
  /** 实施周期指标值: the value to be reached over the whole term, as printed. */
  termValue: said,
  /** 年度指标值: the value to be reached in the year, as printed. */
  yearValue: said,
  /** 预期实现值: the value to be reached, as printed (2021). */
  targetValue: said,
  /** 部门年度整体预算完成率: share of the budget to be spent, as printed (2021). */
  completionRate: said,
};
