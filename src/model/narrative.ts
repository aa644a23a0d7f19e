import * as z from "zod";
import { Amount, AmountUnit } from "./amount.ts";

const narrativeSectionShape = {
  /** 标题: null for what stands before the first heading. */
  heading: z.string().nullable(),
  /** 段落: the paragraphs under it, wrapped lines joined. */
  paragraphs: z.array(z.string()),
  /** 页: the page on which it begins, counted from 1. */
  page: z.int().positive().optional(),
  /** 行: the line of the text input on which it begins, counted from 1. */
  line: z.int().positive().optional(),
};
/** A heading of the explanatory part and the paragraphs under it, wrapped lines joined. */
export const NarrativeSection: z.ZodObject<typeof narrativeSectionShape> = z.object(narrativeSectionShape);
export interface NarrativeSection extends z.infer<typeof NarrativeSection> {}

const quantityShape = {
  /** 数值: how many. */
  value: Amount,
  /** 计量单位: of what. */
  unitOfMeasure: z.string(),
};
const Quantity: z.ZodObject<typeof quantityShape> = z.object(quantityShape);

const printedFigureShape = {
  /** 金额原文: the amount as printed. */
  amount: z.string().optional(),
  /** 增减原文: the change as printed. */
  change: z.string().optional(),
};
const PrintedFigure: z.ZodObject<typeof printedFigureShape> = z.object(printedFigureShape);

const narrativeFigureShape = {
  /** 事项: what is measured, in the glossary's words (`totalRevenue`, `officialReceptionExpenses`, `keyProject`). */
  measure: z.string(),
  /** 具体项: which one of several: a district's key, a project's name, a fund. */
  item: z.string().optional(),
  /** 年份: the year that the sentence names with it; absent where it names none, which is the budget's own. */
  year: z.int().optional(),
  /** 截至日期: the day that the sentence says it is of (截至2026年1月31日), as 2026-01-31; absent where it names none. */
  asOf: z.string().optional(),
  /** 金额: in 万元. */
  amount: Amount.nullable(),
  /** 数量: a count of things that are not money (车辆13辆); then `amount` is null. */
  quantity: Quantity.optional(),
  /** 金额单位: what the sentence prints it in. */
  printedUnit: AmountUnit,
  /** 比上年增减: change from the prior year, signed, in 万元; null where the text states none. */
  change: Amount.nullable(),
  /** 增减方向: as worded; null where the text states no change. */
  direction: z.enum(["increase", "decrease", "unchanged"]).nullable(),
  /** 增减幅度: as printed, without its sign and `%`; null where the text states none or says 不可比. */
  percentage: z.string().nullable(),
  /** 不可比: whether the text says `基数为0，不可比`. */
  notComparable: z.boolean(),
  /** 用词矛盾: present and true where the words of the change disagree (增加 … 下降). */
  contradictory: z.literal(true).optional(),
  /** 约数: present and true where the text says 约, 近, 左右: the amount is rounded. */
  approximate: z.literal(true).optional(),
  /** 原因: the reason given for the change, as printed. */
  reason: z.string().optional(),
  /** 原文数字: the figures as printed, for their decimals. */
  printed: PrintedFigure,
  /** 原句: the sentence that states it. */
  sentence: z.string(),
  /** 所在部分: index of its section in `sections`. */
  section: z.int().nonnegative(),
  /** 所在段落: index of its paragraph in the section. */
  paragraph: z.int().nonnegative(),
  /** 页: the page on which the sentence's paragraph begins, counted from 1. */
  page: z.int().positive().optional(),
  /** 行: the line of the text input on which it begins, counted from 1. */
  line: z.int().positive().optional(),
};
/** A figure that the explanatory part states, with the sentence it stands in. */
export const NarrativeFigure: z.ZodObject<typeof narrativeFigureShape> = z.object(narrativeFigureShape);
export interface NarrativeFigure extends z.infer<typeof NarrativeFigure> {}

const narrativeShape = {
  /** 文字: the prose before and after the tables. */
  sections: z.array(NarrativeSection),
  /** 文字中的数字: the figures that it states. */
  figures: z.array(NarrativeFigure),
};
export const Narrative: z.ZodObject<typeof narrativeShape> = z.object(narrativeShape);
export interface Narrative extends z.infer<typeof Narrative> {}
