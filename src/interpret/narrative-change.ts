import { type AmountUnit, amount, type Decimal, toTenThousandYuan } from "../model/amount.ts";
import { foldWidth } from "../model/fold-width.ts";
import type { NarrativeFigure } from "../model/narrative.ts";
import { parsePrintedAmount } from "../model/printed-amount.ts";

/** What the words after a stated amount say about the year before. */
export type StatedChange = Pick<NarrativeFigure, "change" | "direction" | "percentage" | "notComparable" | "contradictory"> & {
  /** The change as printed, without its unit. */
  readonly printed?: string;
  /** Where the reason begins and ends in the text; undefined where none is given. */
  readonly reason?: { readonly from: number; readonly to: number };
};

const UP = "增加|增长|上升|提高|增支|增";
const DOWN = "减少|下降|降低|压减|减支|减";
const COMPARED =
  "(?:(?:比|较|同|与)(?:上年|去年|上一年|前一年|\\d{4}年|同期)?度?(?:年初)?(?:预算|决算|执行)?(?:安排)?数?(?:相比|同期)?|同比),?";
const AMOUNT_OF_CHANGE = new RegExp(
  `${COMPARED}(?:预算)?(?:支出|收入|经费|总额|金额)?(?:总额)?(?<word>${UP}|${DOWN})(?:了|额)?(?:为|约)?(?<digits>\\d[\\d,]*(?:\\.\\d+)?)(?<unit>亿元|万元|千元|元)`,
  "u",
);
const PERCENTAGE = new RegExp(`(?<word>${UP}|${DOWN}|增幅|降幅|上浮)(?:率|幅度|比例)?(?:为|约|了|达到?)?(?<digits>\\d+(?:\\.\\d+)?)%`, "u");
const UNCHANGED =
  /(?:与|比|较|同)(?:上年|去年|上一年|\d{4}年)度?(?:预算|安排)?数?(?:基本)?(?:持平|相同|一致)|(?:与|比|较|同)?(?:上年|去年)?(?:无|没有)增减(?:变化)?|与上年无变化/u;
const NOT_COMPARABLE = /不可比|无可比性|基数为(?:0|零)/u;
const REASON = /(?:主要|变动|变化|增减)?(?:原因(?:是|为|在于|:)|是由于|是因为|系因|主要是)[:,]?/u;

const UNITS: Readonly<Record<string, AmountUnit>> = {
  元: "yuan",
  千元: "thousandYuan",
  万元: "tenThousandYuan",
  亿元: "hundredMillionYuan",
};

/** The unit that a word names. */
export function amountUnitOf(word: string): AmountUnit {
  return UNITS[word] ?? "tenThousandYuan";
}

/** The amount that digits with separators print, in 万元; in full width, behind any minus or in an accountant's brackets too. */
export function statedAmount(digits: string, unit: AmountUnit): Decimal {
  const printed = parsePrintedAmount(digits);
  const value = printed?.kind === "number" ? printed.value : amount(foldWidth(digits).replaceAll(",", ""));
  return toTenThousandYuan(value, unit);
}

/**
 * Reads the words after an amount: `，比上年减少39.08万元，下降51.79%，主要原因是…`.
 *
 * @param words Text from the amount to the next one that is stated, brackets with amounts of their own left out.
 */
export function statedChange(words: string): StatedChange {
  const tail = withinBrackets(words);
  const because = REASON.exec(tail);
  const said = because ? tail.slice(0, because.index) : tail;
  const reason = because && { from: because.index + because[0].length, to: reasonEnd(tail) };
  const percentage = PERCENTAGE.exec(said)?.groups;
  const notComparable = NOT_COMPARABLE.test(said);
  const base = {
    percentage: notComparable ? null : (percentage?.digits ?? null),
    notComparable,
    ...(reason && reason.to > reason.from && { reason }),
  };
  const changed = AMOUNT_OF_CHANGE.exec(said)?.groups;
  if (changed?.digits !== undefined) {
    const increase = isIncrease(changed.word);
    const value = statedAmount(changed.digits, amountUnitOf(changed.unit ?? ""));
    return {
      ...base,
      ...(percentage && isIncrease(percentage.word) !== increase && { contradictory: true as const }),
      change: increase ? value : value.negated(),
      direction: value.isZero() ? "unchanged" : increase ? "increase" : "decrease",
      printed: changed.digits,
    };
  }
  const same = UNCHANGED.exec(said);
  if (same) return { ...base, change: same[0].includes("基本") ? null : amount(0), direction: "unchanged" };
  const direction = percentage ? (isIncrease(percentage.word) ? "increase" : "decrease") : null;
  return { ...base, change: null, direction };
}

/** The words up to the bracket that closes what the amount stands in: behind it others speak of the amount before the bracket. */
function withinBrackets(words: string): string {
  let depth = 0;
  for (const [index, letter] of [...words].entries()) {
    if (/[(（]/u.test(letter)) depth += 1;
    else if (/[)）]/u.test(letter)) depth -= 1;
    if (depth < 0) return [...words].slice(0, index).join("");
  }
  return words;
}

function isIncrease(word: string | undefined): boolean {
  return /[增上提]/u.test(word ?? "");
}

/** The reason ends with its sentence; a colon opens a list that may hold several. */
function reasonEnd(tail: string): number {
  return tail.replace(/(?<![\s,;。、:])[\s,;。、:]+(?:其中:?)?$/u, "").length;
}
