import { compactText } from "./compact-text.ts";
import { isOrganisationName } from "./organisation-name.ts";

/** Ordinals; 一般 and 三公 begin with one that counts nothing. */
const ORDINAL = "[一二三四五六七八九十]{1,3}(?!\\s*[般公])";
const COUNT = `(?:\\d{1,2}(?!\\d)|${ORDINAL})`;
const OF_WHAT = "(?:部门|单位|预算|公开)";
/** The number of a table: 表1, 附表一, 部门公开表1, 公开01表, 预算01表, 第一表. */
export const TABLE_NUMBER = `(?:(?:附|${OF_WHAT}{0,3})表\\s*${COUNT}(?:[-—]\\d{1,2})?|${OF_WHAT}{1,3}\\d{1,2}表|第${COUNT}表)`;

/** Which point of the paper a title is. */
const POINT =
  /^\s*(?:[一二三四五六七八九十]{1,3}(?:\s*[、.．]|\s+(?=[^\s般公]))|[（(]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）]\s*、?|\d{1,2}\s*[、.．]|附件?\s*\d{0,2}(?:[-—]\d{1,2})?\s*[:：])\s*(?=\S)/u;
const NUMBER_BEFORE = new RegExp(`^(?:${TABLE_NUMBER}|\\d{1,2}(?=\\D))?[.、:]?(?=\\D)`, "u");
const NUMBER_BEHIND = new RegExp(`\\(${TABLE_NUMBER}\\)$`, "u");

/**
 * A title without the point of the paper that it is.
 *
 * @example withoutPoint("（一）收支总体情况表") // "收支总体情况表"
 */
export function withoutPoint(title: string): string {
  return title.replace(POINT, "");
}

/**
 * The words by which titles are compared: without number, year, quotation marks, and what says only that the table goes on or is a draft.
 *
 * @example titleWords("预算01表 2024年收支总体情况表（续表）") // "收支总体情况表"
 */
export function titleWords(title: string): string {
  return compactText(withoutPoint(title))
    .replace(NUMBER_BEFORE, "")
    .replace(/^[.、:]+/u, "")
    .replace(/\(?20\d{2}年(?:度)?\)?/gu, "")
    .replace(/\(?续表?\d*\)?$/u, "")
    .replace(NUMBER_BEHIND, "")
    .replace(/\((?:草案|公开|公开表|本级|汇总|部门|单位)\)$/u, "")
    .replace(/["']/gu, "");
}

/** What stands before a title and says only whose it is, or that it is this year's: 部门, 市级部门, 部门综合预算, 本年. */
const WHOSE = /^(?:部门|单位|预算|综合|本年|本级|[省市区县]级?)+$/u;

/**
 * Whether a printed title is a known one, both as `titleWords` gives them; the organisation may stand before it.
 *
 * A longer title of another table ends alike, so that what stands before must be a name.
 *
 * @example isSameTitle("广州市甲局收入总体情况表", "收入总体情况表") // true
 */
export function isSameTitle(printed: string, known: string): boolean {
  if (!printed.endsWith(known)) return false;
  const before = printed.slice(0, -known.length);
  return before === "" || WHOSE.test(before) || isOrganisationName(before);
}

/** What titles have or lack without meaning another table: 收支预算总表 and 部门收支总体情况表 are one. */
const SAYS_NOTHING =
  /部门|单位|预算|情况|总体|汇?总|表|(?<=公共预算|基金预算|经营预算)财政拨款|\((?:按)?(?:支出)?(?:功能|经济)(?:分类)?(?:科目)?\)/gu;

/**
 * Whether a printed title names the table of a known one in other words, both as `titleWords` gives them.
 *
 * @example isTitleInOtherWords("收支预算总表", "收支总体情况表") // true
 * @example isTitleInOtherWords("财政拨款收支总表", "收支总体情况表") // false
 */
export function isTitleInOtherWords(printed: string, known: string): boolean {
  const isOfTable = /表(?:\([^()]*\))?$/u;
  return isOfTable.test(printed) && isOfTable.test(known) && isSameTitle(meaningOf(printed), meaningOf(known));
}

/**
 * Whether two printed titles may be those of one table: of the contents and above it, with and without the organisation.
 *
 * @example areOfOneTable("部门收支总表", "某市某局2026年收支总体情况表（预算表1）") // true
 */
export function areOfOneTable(one: string, other: string): boolean {
  const [a, b] = [titleWords(one), titleWords(other)];
  return isSameTitle(a, b) || isSameTitle(b, a) || isTitleInOtherWords(a, b) || isTitleInOtherWords(b, a);
}

function meaningOf(title: string): string {
  return title.replace(SAYS_NOTHING, "");
}
