import { compactText } from "../model/compact-text.ts";
import { isFormDate } from "../model/form-date.ts";
import { TABLE_NUMBER } from "../model/title-number.ts";
import type { LineRole } from "./region.ts";

const ORDINAL = "[一二三四五六七八九十百]+";
const NOTE = /^\(?(备?注|说明|填表说明|编制说明)\d*[:.、]/u;
const NUMBER = new RegExp(`^${TABLE_NUMBER}(\\(续表?\\d*\\))?[:.、]?$`, "u");
const AMOUNT_UNIT = /^\(?[万千百亿]+元\)?$|^\(?(金额)?(计量)?单位:?(人民币)?[(:]?[万千百亿]*元\)?\)?$/u;
const BUDGET_UNIT = /^((预算|编制|填报|公开|填表)?(部门|单位)(\(?单位\)?)?(名称)?|预算单位名称|部门\/单位(名称)?):/u;
const PAGE_NUMBER = /^([-–—―~·.|]*第?\d{1,4}页?[-–—―~·.|]*|第\d{1,4}页[,/]?共\d{1,4}页|\d{1,4}\/\d{1,4})$/u;
/** Above the rest of a table on its next page. */
const CONTINUED = /^\(?[续接]([上前][表页]|表|\d)\d*\)?$/u;
const PART = new RegExp(`^第(${ORDINAL}|\\d+)(部分|章|节|篇)`, "u");
const NUMBERED = new RegExp(`^(${ORDINAL}[、.]|\\((${ORDINAL})\\))`, "u");
const TITLE = /^.{2,40}表(\(.{1,20}\)){0,2}(\(?续表?\d*\)?)?$/u;
/** What stands before and behind a title on its line. */
const BESIDE_TITLE = /^附件?\d{0,2}:|(?<=[表)])\(?(?:金额)?单位:(?:人民币)?[万千百亿]*元\)?$/gu;
/** Dots that lead to a page number in a table of contents. */
const LEADERS = /[.…·]{3,}/u;

/**
 * What a line of text outside the tables is, told from the line alone.
 *
 * White space and the width of letters and punctuation do not matter. What nothing tells apart is a `paragraph`.
 *
 * @example classifyLine("注： 本表根据本部门实际预算编制情况编列。") // "note"
 */
export function classifyLine(text: string): LineRole {
  const line = compactText(text);
  if (NOTE.test(line)) return "note";
  if (NUMBER.test(line)) return "tableNumber";
  if (AMOUNT_UNIT.test(line)) return "amountUnit";
  if (BUDGET_UNIT.test(line)) return "budgetUnit";
  if (PAGE_NUMBER.test(line) || CONTINUED.test(line) || isFormDate(line)) return "furniture";
  if (LEADERS.test(line)) return "paragraph";
  if (PART.test(line)) return line.length <= 50 && !/[,。;]/u.test(line) ? "heading" : "paragraph";
  if (NUMBERED.test(line)) return line.length <= 40 && !/[,。;:?!]/u.test(line) ? "heading" : "paragraph";
  const bare = line.replace(BESIDE_TITLE, "").replace(/^\((.+表)\)$/u, "$1");
  if (TITLE.test(bare) && !/[,。;:?!]/u.test(bare.replace(/\(.*?\)/gu, ""))) return "title";
  return "paragraph";
}
