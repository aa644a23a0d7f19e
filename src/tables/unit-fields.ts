import * as z from "zod";
import { Amount } from "../model/amount.ts";
import type { RowFields } from "./row-grammar.ts";

/** A text field: null where the row has none and inherits none. */
export const textField = z.string().nullable();

/** A count of things: decimal digits in JSON, null where none is printed. */
export const quantityField = Amount.nullable();

const performanceIndicatorShape = {
  /** 序号: the number printed before it; null where there is none. */
  ordinal: z.int().nullable(),
  /** 绩效指标: what is measured. */
  name: z.string(),
  /** 指标解释: how it is measured; null where the text does not say. */
  explanation: z.string().nullable(),
  /** 预期实现值: the value to be reached, as printed; null where the text gives none. */
  target: z.string().nullable(),
};
/** One indicator out of 项目主要绩效指标: `1. 名称：解释 目标`. */
export const PerformanceIndicator: z.ZodObject<typeof performanceIndicatorShape> = z.object(performanceIndicatorShape);
export interface PerformanceIndicator extends z.infer<typeof PerformanceIndicator> {}

const performanceIndicatorsShape = {
  /** 绩效指标原文: the cell as printed. */
  text: z.string(),
  /** 逐项指标: the indicators read out of it; empty where the text has no such structure. */
  indicators: z.array(PerformanceIndicator),
};
/** 项目主要绩效指标 of one project. */
export const PerformanceIndicators: z.ZodObject<typeof performanceIndicatorsShape> = z.object(performanceIndicatorsShape);
export interface PerformanceIndicators extends z.infer<typeof PerformanceIndicators> {}

const performanceTargetShape = {
  /** 序号: the number printed before it; null where there is none. */
  ordinal: z.int().nullable(),
  /** 一级指标: for example 产出指标, without its number. */
  level1: z.string(),
  /** 二级指标: for example 数量指标, without its number. */
  level2: z.string(),
  /** 三级指标: what is measured. */
  name: z.string(),
  /** 实施周期指标值: the value to be reached over the whole term, as printed; null where the text gives none. */
  termValue: z.string().nullable(),
  /** 年度指标值: the value to be reached in the year, as printed; null where the text gives none. */
  yearValue: z.string().nullable(),
};
/** One indicator out of 绩效指标: `1、1-产出指标；11-数量指标；…；实施周期指标值:…；年度指标值:…`. */
export const PerformanceTarget: z.ZodObject<typeof performanceTargetShape> = z.object(performanceTargetShape);
export interface PerformanceTarget extends z.infer<typeof PerformanceTarget> {}

const performanceTargetsShape = {
  /** 绩效指标原文: the cell as printed. */
  text: z.string(),
  /** 逐项指标: the indicators read out of it; what has no such structure is in the text only, with a diagnostic. */
  indicators: z.array(PerformanceTarget),
};
/** 绩效指标 of one project. */
export const PerformanceTargets: z.ZodObject<typeof performanceTargetsShape> = z.object(performanceTargetsShape);
export interface PerformanceTargets extends z.infer<typeof PerformanceTargets> {}

/** What rows of the tables by budget unit say beside their amounts. A row has what it prints, and what the rows above it say for it too. */
const unitFieldsByName = {
  /** 资金性质: the fund that a non-tax revenue belongs to. */
  fund: textField,
  /** 收入科目: the heading under which a non-tax revenue is booked. */
  revenueHeading: textField,
  /** 项目名称: the project, or the item of revenue. */
  projectName: textField,
  /** 备注: remarks. */
  remarks: textField,
  /** 支出类别: what basic expenditure is for (人员支出, 公用经费, …). */
  category: textField,
  /** 项目类别: the kind of project (运行保障类, 经济和社会发展类, …). */
  projectCategory: textField,
  /** 项目内容: what the project consists of. */
  projectContent: textField,
  /** 绩效目标: what the project is to achieve. */
  performanceGoal: textField,
  /** 项目主要绩效指标: the project's main indicators, as printed and taken apart; absent in a table without that column. */
  performanceIndicators: PerformanceIndicators.nullable().optional(),
  /** 绩效指标: the project's indicators by level, as printed and taken apart; null on a row without. */
  performanceTargets: PerformanceTargets.nullable(),
  /** 支出类型: basic or project expenditure, under which a purchase stands. */
  expenditureType: textField,
  /** 项目分组: the project or the kind of goods under which an item stands. */
  projectGroup: textField,
  /** 采购项目名称: the item to be bought. */
  procurementItemName: textField,
  /** 政府采购品目名称: the category in the procurement catalogue. */
  procurementCategoryName: textField,
  /** 政府采购品目编号: the category's code (A goods, B works, C services). */
  procurementCategoryCode: textField,
  /** 数量: how many. */
  quantity: quantityField,
  /** 计量单位: what the quantity counts (台, 批, …). */
  unitOfMeasure: textField,
  /** 一级目录: first level of the catalogue of services. */
  catalogueLevel1: textField,
  /** 二级目录: second level of the catalogue of services. */
  catalogueLevel2: textField,
  /** 三级目录: third level of the catalogue of services. */
  catalogueLevel3: textField,
  /** 购买方式: how the service is bought. */
  purchaseMethod: textField,
};

export interface UnitFields extends z.infer<z.ZodObject<typeof unitFieldsByName>> {}

/** The fields with these names, for the rows of one table. */
export function unitFields<const Name extends keyof UnitFields>(...names: readonly Name[]): RowFields<Pick<UnitFields, Name>> {
  const fields: RowFields<UnitFields> = unitFieldsByName;
  return Object.fromEntries(names.map((name) => [name, fields[name]])) as unknown as RowFields<Pick<UnitFields, Name>>;
}
