import { compactText } from "../model/compact-text.ts";

const WHO = "(?:(?:本|我|该|此)(?:表|部门|单位|级|年度?|局|委|办|院|校|处|所|站|中心)|(?:20)?\\d\\d年度?|暂)";
/** 无, but not as the beginning of a name: 无障碍, 无线, 无偿, 无人机. */
const NO = "(?:无(?![障线偿人菌纸害形证])|没有|不涉及|未安排|未发生)";
const WHAT = "(?:数据|内容|数字|发生额?|支出|收入|预算|安排|项目|事项|拨款|资金|经费|采购|服务)";
const EMPTY = new RegExp(`^\\(?(?:${WHO}*${NO}(?:此|相关|该)?[^,.。;:]{0,30}${WHAT}|[本此该]表(?:为空|空)表?|空表|无)`, "u");
const SO = /^[,]?[故因所以此]*(?:[本此该]表)?(?:为?空表?|无数据|无内容|为零|为0)?[。.)]*$/u;

/**
 * Whether a text says that a table has nothing to show.
 *
 * @example saysNothingToShow("本单位2024年没有国有资本经营预算支出，故本表为空。") // true
 */
export function saysNothingToShow(text: string): boolean {
  const line = compactText(text);
  const statement = EMPTY.exec(line)?.[0];
  return statement !== undefined && SO.test(line.slice(statement.length));
}
