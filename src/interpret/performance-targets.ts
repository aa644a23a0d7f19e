import { foldWidth } from "../model/fold-width.ts";
import type { PerformanceTarget } from "../tables/unit-fields.ts";

export interface ReadTargets {
  /** In printed order. */
  readonly indicators: readonly PerformanceTarget[];
  /** What has no such structure, as printed. */
  readonly rest: readonly string[];
}

/** Where an indicator begins: its number, then the number of its first level. */
const OPENING = /(?:^|(?<=[。.;!]|(?<!\s)\s))\s*(\d{1,3})\s*[、.](?=\s*\d\s*-)/gu;
/** Level 1, level 2, name, and both values; separators and dashes of either width, values may hold separators of their own. */
const TARGET =
  /^\s*\d\s*-\s*(?<level1>[^;,]+?)\s*[;,]\s*\d{1,2}\s*-\s*(?<level2>[^;,]+?)\s*[;,](?<name>.*?)(?:[;,]\s*实施周期指标值\s*:(?<term>.*?))?(?:[;,]\s*年度指标值\s*:(?<year>.*?))?[。;,\s]*$/su;

/**
 * Takes 绩效指标 apart: `1、1-产出指标；11-数量指标；会议活动保障次数；实施周期指标值:每年≥20场；年度指标值:每年≥20场。2、…`.
 *
 * @param text The cell as printed.
 * @source 项目支出绩效目标表 of 2026
 */
export function performanceTargets(text: string): ReadTargets {
  const folded = folding(text);
  const starts = [...folded.matchAll(OPENING)].map((found) => ({
    at: found.index,
    body: found.index + found[0].length,
    ordinal: Number(found[1]),
  }));
  const before = text.slice(0, starts[0]?.at ?? text.length).trim();
  const indicators: PerformanceTarget[] = [];
  const rest: string[] = before === "" ? [] : [before];
  for (const [index, { at, body, ordinal }] of starts.entries()) {
    const end = starts[index + 1]?.at ?? text.length;
    const read = targetOf(folded.slice(body, end), text.slice(body, end), ordinal);
    if (read) indicators.push(read);
    else rest.push(text.slice(at, end).trim());
  }
  return { indicators, rest };
}

function targetOf(folded: string, printed: string, ordinal: number): PerformanceTarget | undefined {
  const found = TARGET.exec(folded);
  if (!found) return undefined;
  // The printed text of each part: the folded one is as long, so that its place is the same.
  let from = 0;
  const part = (name: string): string | null => {
    const value = found.groups?.[name];
    if (value === undefined) return null;
    const at = folded.indexOf(value, from);
    from = at + value.length;
    return printed.slice(at, from).trim();
  };
  const [level1, level2, name, termValue, yearValue] = ["level1", "level2", "name", "term", "year"].map(part);
  if (!level1 || !level2 || !name || (!termValue && !yearValue)) return undefined;
  return { ordinal, level1, level2, name, termValue: termValue || null, yearValue: yearValue || null };
}

/** Full-width forms and dashes as their ASCII twins, character by character, so that places stay. */
function folding(text: string): string {
  return foldWidth(text)
    .replace(/[－—–﹣]/gu, "-")
    .replace(/，/gu, ",")
    .replace(/；/gu, ";");
}
