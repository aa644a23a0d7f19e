import { labelAtEnd, type NarrativeLabel } from "./narrative-labels.ts";
import type { NarrativeText } from "./narrative-text.ts";

/** An amount with the words that say what it measures. */
export interface StatedAmount {
  readonly label: NarrativeLabel;
  readonly digits: string;
  readonly unit: string;
  readonly approximate: boolean;
  /** The year that its clause names, or that alone stands before it: `2023年，收入预算…`. */
  readonly year: number | undefined;
  /** The day that its sentence names: `截至2026年1月31日`. */
  readonly asOf: string | undefined;
  /** Where its clause begins, and where the amount ends. */
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/** A clause begins after one of these, at the bracket that opens, or after the amount before. */
const BOUNDARY = /[,;。()、!?]/u;
/** Of a run of digits only the first may begin it: each of a long run would look for the unit at its end. */
const AMOUNT = /(?<digits>(?:-|(?<!\d|\d,))\d[\d,]{0,29}(?:\.\d+)?)(?<unit>亿元|万元|千元|元)(?![/每]|以[上下内])/gu;
const APPROXIMATE = /(?:约|近|超过?|逾|不超过)$/u;
const REASON = /原因|由于|因为|系因|主要是/u;
/** What may stand between the beginning of a clause and its label for the clause to be a statement of its own, even after a reason. */
const OPENING =
  /^(?:其中:?)?(?:[一二三四五六七八九十]+是|[〔(]?[一二三四五六七八九十\d]{1,3}[〕).、])?(?:20\d\d年度?)?,?(?:本部门|本单位|我局|我单位|部门|单位|本级)?(?:财政拨款)?(?:安排)?(?:的)?$/u;
/** What may stand right before 收入预算 or 支出预算 for them to be the whole, not those of persons or of an item. */
const BEFORE_TOTAL = /(?:^|年度?|部门|单位|本级|总体|安排|[局委办院所站馆队会处校厅心]|[:.、〕)是])$/u;
/** Last year's amount, or the other side of a comparison. */
const COMPARED = /比|较|与|上年|去年|上一年|前一年/u;

/** A sentence that compares the whole again, behind its parts: `…其他资金1,130万元。收入比上年增加…`. */
const OF_WHOLE_AGAIN =
  /。(?:(?:本年|\d{4}年度?)?(?:收入|支出)(?:预算)?|(?:本年|\d{4}年度?)预算)(?:总额|总计|合计)?(?=(?:比|较|与|同)(?:上年|去年|\d{4}年)|同比)/u;
/** What a part of the department has, where the whole was stated before: `其中：本级收入预算…，下属单位收入预算…`. */
const OF_PART = /(?:本级|[下所直]属(?:预算)?单位)(?:的|财政拨款)?(?:安排)?(?:的)?$/u;
/** A clause that names a year, or the clause before it that says nothing else. */
const YEAR = /(?<!截[至止]|\d)(20\d\d)年(?!\d|末|底)/gu;
const YEAR_ALONE = /(?:^|[。;:])(20\d\d)年度?,$/u;
const AS_OF = /截[至止]到?(?<year>20\d\d)年(?:(?<month>\d{1,2})月(?<day>\d{1,2})日|(?<end>年?[底末]))/u;

/** The amounts of a paragraph that say what they measure, in order; an amount inside a reason is none unless its clause is a statement of its own. */
export function statedAmounts(narrative: NarrativeText): StatedAmount[] {
  const { text } = narrative;
  const stated: StatedAmount[] = [];
  let previousEnd = 0;
  for (const found of text.matchAll(AMOUNT)) {
    const at = found.index;
    const { digits = "", unit = "" } = found.groups ?? {};
    const from = clauseStart(text, at, previousEnd);
    const phrase = text.slice(from, at).replace(APPROXIMATE, "");
    previousEnd = at + found[0].length;
    const label = labelAtEnd(phrase);
    if (label && !label.label.partOf && OF_PART.test(phrase.slice(0, label.from)) && isStatedBefore(label.label, phrase, stated)) continue;
    if (!label || COMPARED.test(phrase.slice(0, label.from)) || !isWhole(label.label, phrase.slice(0, label.from))) continue;
    const last = stated.at(-1);
    const inReason = REASON.test(text.slice(last?.to ?? 0, from)) && !/。/u.test(sinceReason(text.slice(last?.to ?? 0, from)));
    if (inReason && !(OPENING.test(phrase.slice(0, label.from)) && /^[;。]?$/u.test(text.slice(from - 1, from).replace(",", "x"))))
      continue;
    stated.push({
      label: label.label,
      digits,
      unit,
      year: yearOf(phrase.slice(0, label.from), text.slice(0, from)),
      asOf: asOfDay(text.slice(text.lastIndexOf("。", from - 1) + 1, at)),
      approximate: APPROXIMATE.test(text.slice(from, at)) || /^(?:左右|余|多)/u.test(text.slice(previousEnd)),
      from,
      to: previousEnd,
      depth: narrative.depth(at),
    });
  }
  return stated;
}

function isStatedBefore({ measure }: NarrativeLabel, phrase: string, stated: readonly StatedAmount[]): boolean {
  return phrase.startsWith("其中") || stated.some(({ label }) => label.measure === measure);
}

function yearOf(phrase: string, before: string): number | undefined {
  const own = [...phrase.matchAll(YEAR)].at(-1)?.[1] ?? YEAR_ALONE.exec(before.slice(-12))?.[1];
  return own === undefined ? undefined : Number(own);
}

/**
 * The day that a text says its figures are of.
 *
 * @param text Half-width, without white space.
 * @example asOfDay("截至2026年1月31日,本部门固定资产金额") // "2026-01-31"
 */
export function asOfDay(text: string): string | undefined {
  const { year, month = "12", day = "31" } = AS_OF.exec(text)?.groups ?? {};
  return year === undefined ? undefined : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/**
 * Text of the paragraph that speaks of a statement: up to the next one at its depth, or to a sentence that speaks of the whole again where
 * it is a part; brackets that hold statements of their own left out.
 */
export function tailOf(
  narrative: NarrativeText,
  stated: readonly StatedAmount[],
  index: number,
): { readonly text: string; readonly places: readonly number[] } {
  const own = stated[index] as StatedAmount;
  let following = index + 1;
  while ((stated[following]?.depth ?? 0) > own.depth) following += 1;
  const end = stated[following]?.from ?? narrative.text.length;
  const inner = stated.slice(index + 1, following).map(({ from }) => from);
  const chars: string[] = [];
  const places: number[] = [];
  for (let at = own.to; at < end; ) {
    const depth = narrative.depth(at);
    if (depth < own.depth || (own.depth > 0 && narrative.text[at] === ")" && depth === own.depth)) break;
    const close = depth > own.depth ? bracketEnd(narrative, at, end, own.depth) : at + 1;
    const isLeftOut = depth > own.depth && inner.some((from) => from >= at && from < close);
    for (; at < close; at++) {
      if (isLeftOut) continue;
      chars.push(narrative.text[at] ?? "");
      places.push(at);
    }
  }
  const words = chars.join("");
  const again = own.label.partOf === "total" ? words.search(OF_WHOLE_AGAIN) : -1;
  return again < 0 ? { text: words, places } : { text: words.slice(0, again + 1), places: places.slice(0, again + 1) };
}

/** Where the bracket ends in which a place stands. */
function bracketEnd({ depth }: NarrativeText, at: number, end: number, outside: number): number {
  let close = at;
  while (close < end && depth(close) > outside) close += 1;
  return close;
}

function isWhole({ measure, partOf }: NarrativeLabel, before: string): boolean {
  return partOf !== undefined || !measure.startsWith("total") || BEFORE_TOTAL.test(before);
}

function clauseStart(text: string, at: number, previousEnd: number): number {
  let from = at;
  while (from > previousEnd && !BOUNDARY.test(text[from - 1] ?? "")) from -= 1;
  return from;
}

function sinceReason(text: string): string {
  return text.slice(text.search(REASON));
}
