import { compactText } from "./compact-text.ts";

const FORM_DATE = /^(预算年度|(填报|编制|填表|制表|打印|公开)(日期|时间)):.{2,16}$/u;

/**
 * Whether a line is what a form asks beside the unit: the year that it is for, the day on which it was filled in.
 *
 * @example isFormDate("填报日期：2024-01-05") // true
 */
export function isFormDate(text: string): boolean {
  return FORM_DATE.test(compactText(text));
}
