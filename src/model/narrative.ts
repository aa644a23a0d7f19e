import * as z from "zod";
import { Amount, AmountUnit } from "./amount.ts";

/** A heading of the explanatory part and the paragraphs under it, wrapped lines joined. */
export const NarrativeSection = z.object({
  /** null for what stands before the first heading. */
  heading: z.string().nullable(),
  paragraphs: z.array(z.string()),
  page: z.int().positive().optional(),
  line: z.int().positive().optional(),
});
export type NarrativeSection = z.infer<typeof NarrativeSection>;

/** A figure that the explanatory part states, with the sentence it stands in. */
export const NarrativeFigure = z.object({
  /** What is measured, in the glossary's words (`totalRevenue`, `officialReceptionExpenses`, `keyProject`). */
  measure: z.string(),
  /** Which one of several: a district's key, a project's name, a fund. */
  item: z.string().optional(),
  /** In 万元. */
  amount: Amount.nullable(),
  /** A count of things that are not money (车辆13辆); then `amount` is null. */
  quantity: z.object({ value: Amount, unitOfMeasure: z.string() }).optional(),
  printedUnit: AmountUnit,
  /** Change from the prior year, signed, in 万元; null where the text states none. */
  change: Amount.nullable(),
  direction: z.enum(["increase", "decrease", "unchanged"]).nullable(),
  /** As printed, without its sign and `%`; null where the text states none or says 不可比. */
  percentage: z.string().nullable(),
  /** `基数为0，不可比`. */
  notComparable: z.boolean(),
  /** Present and true where the text says 约, 近, 左右: the amount is rounded. */
  approximate: z.literal(true).optional(),
  /** The reason given for the change, as printed. */
  reason: z.string().optional(),
  /** The figures as printed, for their decimals: amount, then change. */
  printed: z.object({ amount: z.string().optional(), change: z.string().optional() }),
  sentence: z.string(),
  /** Index of its section in `sections`, and of its paragraph there. */
  section: z.int().nonnegative(),
  paragraph: z.int().nonnegative(),
  page: z.int().positive().optional(),
  line: z.int().positive().optional(),
});
export type NarrativeFigure = z.infer<typeof NarrativeFigure>;

export const Narrative = z.object({ sections: z.array(NarrativeSection), figures: z.array(NarrativeFigure) });
export type Narrative = z.infer<typeof Narrative>;
