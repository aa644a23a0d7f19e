import type { AmountUnit } from "../model/amount.ts";
import { compactText, tidyText } from "../model/compact-text.ts";
import { foldWidth } from "../model/fold-width.ts";
import { TABLE_NUMBER, withoutPoint } from "../model/title-number.ts";

/** What the lines around a table say about it. */
export interface Caption {
  readonly title?: string;
  readonly number?: number;
  readonly amountUnit?: AmountUnit;
  readonly budgetUnit?: string;
}

const AMOUNT_UNIT = /(?:金额)?单位[:：]?(?:人民币)?(万元|千元|亿元|元)|^\(?(万元|千元|亿元)\)?$|\((万元|千元|亿元|元)\)$/u;
const UNITS: Readonly<Record<string, AmountUnit>> = {
  万元: "tenThousandYuan",
  千元: "thousandYuan",
  亿元: "hundredMillionYuan",
  元: "yuan",
};
const BUDGET_UNIT = /(?:部门|单位|预算单位|编制单位|填报单位|部门\(单位\))(?:名称)?:(?!人民币|万元|千元|亿元|元)(.+)$/u;
const NUMBER = new RegExp(`^${TABLE_NUMBER}[:、.]?`, "u");
const COUNT = /\d+|[一二三四五六七八九十]+/u;
/** The unit that stands behind a title on its line. */
const UNIT_BEHIND = /(?<=[表)）》])\s*(?:[（(]\s*)?(?:金额)?单位\s*[:：]\s*(?:人民币)?(?:万元|千元|亿元|元)\s*[)）]?\s*$/u;
const TITLE = /^[^。；!?]{2,60}表(?:\([^()]{1,20}\)){0,2}$/u;
/** What a title says on the further pages of its table: （续）, 续表, （第2页）. */
const CONTINUED =
  /^\s*(?:[（(]\s*)?续\s*(?:表\s*)?(?:\d{1,2}\s*)?(?:[)）]\s*)?(?:[:：、][\s:：、]*)?(?=\S.+表)|(?<!\s)\s*[（(]\s*(?:续\s*(?:表\s*)?(?:\d+\s*)?|第\s*\d+\s*页\s*)[)）]\s*$|(?<=[表)）])\s*续\s*(?:表\s*)?(?:\d+\s*)?$/gu;

/**
 * Reads one line that may stand around a table.
 *
 * @param printed A printed line; it may hold two things side by side (`单位名称：… 单位：万元`).
 * @returns What it says; nothing for a line that says nothing of a table.
 * @example readCaption("表 2 收入总体情况表") // { number: 2, title: "收入总体情况表" }
 */
export function readCaption(printed: string): Caption {
  const amountUnit = AMOUNT_UNIT.exec(compactText(printed));
  const text = withoutPoint(printed.replace(UNIT_BEHIND, "").replace(CONTINUED, "")).replace(/^《(.+)》$/u, "$1");
  const compact = compactText(text);
  const unit = amountUnit?.slice(1).find(Boolean);
  const rest = amountUnit && unit ? compact.replace(amountUnit[0], "") : compact;
  const budgetUnit = BUDGET_UNIT.exec(rest)?.[1];
  const number = NUMBER.exec(rest);
  const afterNumber = number && !/^[内中格]/u.test(rest.slice(number[0].length)) ? rest.slice(number[0].length) : rest;
  const title = budgetUnit === undefined && TITLE.test(afterNumber) ? printedTail(text, afterNumber.length) : undefined;
  return {
    ...(title !== undefined && { title }),
    ...(number && (afterNumber === "" || title !== undefined) && { number: toNumber(COUNT.exec(number[0])?.[0] ?? "") }),
    ...(unit !== undefined && UNITS[unit] && { amountUnit: UNITS[unit] }),
    ...(budgetUnit !== undefined && {
      budgetUnit: printedTail(text.replace(/(?:金额)?单位\s*[:：]\s*(?:人民币)?(?:万元|千元|亿元|元)/u, ""), budgetUnit.length),
    }),
  };
}

/** Whether a line says anything of a table. */
export function isCaption(caption: Caption): boolean {
  return Object.keys(caption).length > 0;
}

/** What several lines say together; the first one that says a thing counts. */
export function mergeCaptions(captions: readonly Caption[]): Caption {
  return Object.assign({}, ...captions.toReversed());
}

/** The last `length` printed characters that are not white space, as printed. */
function printedTail(text: string, length: number): string {
  const tidy = tidyText(text);
  let left = length;
  let at = tidy.length;
  while (left > 0 && at > 0) {
    at--;
    if (/\S/u.test(foldWidth(tidy[at] ?? ""))) left--;
  }
  return tidy.slice(at).trim();
}

const DIGITS = "零一二三四五六七八九";

function toNumber(printed: string): number {
  if (/^\d+$/.test(printed)) return Number(printed);
  const [tens, ones] = printed.includes("十") ? printed.split("十") : ["", printed];
  const ten = printed.includes("十") ? (tens ? DIGITS.indexOf(tens) : 1) * 10 : 0;
  return ten + (ones ? DIGITS.indexOf(ones) : 0);
}
