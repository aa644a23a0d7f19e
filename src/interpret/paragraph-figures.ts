import { amount } from "../model/amount.ts";
import type { NarrativeFigure } from "../model/narrative.ts";
import { amountUnitOf, statedAmount, statedChange } from "./narrative-change.ts";
import type { NarrativeLabel } from "./narrative-labels.ts";
import { asOfDay, type StatedAmount, tailOf } from "./narrative-statements.ts";
import type { NarrativeText } from "./narrative-text.ts";

/** A figure without the place of its paragraph. */
export type FigureInParagraph = Omit<NarrativeFigure, "section" | "paragraph" | "page" | "line">;

/** What a figure without a change says of it. */
export const UNCHANGED_FIGURE = { change: null, direction: null, percentage: null, notComparable: false } as const;

/**
 * The figures that a paragraph states.
 *
 * @param stated Its amounts.
 * @param before The amounts of the paragraphs before it in its section: a fund or a district is part of what was stated there.
 */
export function paragraphFigures(
  narrative: NarrativeText,
  stated: readonly StatedAmount[],
  before: readonly StatedAmount[],
  heading: string,
): FigureInParagraph[] {
  const figures = stated.flatMap((one, index): FigureInParagraph[] => {
    const meaning = meaningOf(one, [...before, ...stated.slice(0, index)], heading);
    if (!meaning) return [];
    const { text: tail, places } = tailOf(narrative, stated, index);
    const { printed, reason, ...change } = statedChange(tail);
    const unit = amountUnitOf(one.unit);
    const digits = one.digits.replaceAll(",", "");
    const end = (places.at(-1) ?? one.to - 1) + 1;
    const because = reason && narrative.printed(places[reason.from] ?? end, (places[reason.to - 1] ?? end - 1) + 1);
    return [
      {
        ...meaning,
        amount: statedAmount(digits, unit),
        printedUnit: unit,
        ...change,
        ...(one.year !== undefined && { year: one.year }),
        ...(one.asOf !== undefined && { asOf: one.asOf }),
        ...(one.approximate && { approximate: true as const }),
        ...(because && { reason: because }),
        printed: { amount: digits, ...(printed !== undefined && { change: printed.replaceAll(",", "") }) },
        sentence: trimmed(narrative.printed(one.from, end)),
      },
    ];
  });
  return [...figures, ...holdings(narrative)];
}

/** What an amount measures, told by its words and by what it is part of; undefined where that is not certain. */
function meaningOf(
  { label }: StatedAmount,
  before: readonly StatedAmount[],
  heading: string,
): Pick<NarrativeFigure, "measure" | "item"> | undefined {
  const { measure, item, partOf, side } = label;
  if (!partOf) return { measure };
  const whole = before.findLast((one) => !one.label.partOf)?.label.measure;
  if (partOf !== "total") {
    const words = partOf === "transferPayments" ? /转移支付/u : /采购/u;
    return (whole === partOf || (whole === undefined && words.test(heading))) && item !== undefined ? { measure, item } : undefined;
  }
  const total = totalOf(whole, side, heading);
  if (!total || item === undefined || isPartOfFund(label, before)) return undefined;
  return { measure: total, item };
}

const TOTALS: ReadonlySet<string> = new Set(["totalRevenue", "totalExpenditure", "totalRevenueAndExpenditure"]);

function totalOf(whole: string | undefined, side: NarrativeLabel["side"], heading: string): string | undefined {
  if (whole !== undefined && !TOTALS.has(whole)) return undefined;
  if (side) return side;
  if (whole !== undefined) return whole === "totalRevenueAndExpenditure" ? "totalRevenue" : whole;
  if (/收入/u.test(heading) && !/支出/u.test(heading)) return "totalRevenue";
  return /支出/u.test(heading) && !/收入/u.test(heading) ? "totalExpenditure" : undefined;
}

/** 基本支出 and 项目支出 after a fund are that fund's, not the total's. */
function isPartOfFund({ item }: NarrativeLabel, before: readonly StatedAmount[]): boolean {
  if (item !== "basicExpenditure" && item !== "projectExpenditure") return false;
  const whole = before.findLast(({ label }) => label.item !== "basicExpenditure" && label.item !== "projectExpenditure");
  return whole?.label.item !== undefined;
}

const HOLDINGS = [
  { measure: "buildingArea", unitOfMeasure: "平方米", pattern: /房屋(?:面积)?(?:为)?(\d[\d,]*(?:\.\d+)?)平方米/u },
  { measure: "vehicles", unitOfMeasure: "辆", pattern: /车辆(?:数量)?(?:为)?(\d[\d,]*)辆/u },
  { measure: "highValueEquipment", unitOfMeasure: "台", pattern: /单价在?[\d,]+万元以上的?(?:通用|专用)?设备(\d[\d,]*)台/u },
] as const;

/** Holdings that are counted, not valued: square metres, vehicles, large equipment. */
function holdings(narrative: NarrativeText): FigureInParagraph[] {
  if (!/固定资产|国有资产/u.test(narrative.text)) return [];
  return HOLDINGS.flatMap(({ measure, unitOfMeasure, pattern }): FigureInParagraph[] => {
    const found = pattern.exec(narrative.text);
    if (!found?.[1]) return [];
    const value = amount(found[1].replaceAll(",", ""));
    const sentence = narrative.printed(found.index, found.index + found[0].length);
    const asOf = asOfDay(narrative.text.slice(0, found.index));
    return [
      {
        ...UNCHANGED_FIGURE,
        measure,
        amount: null,
        quantity: { value, unitOfMeasure },
        ...(asOf !== undefined && { asOf }),
        printedUnit: "tenThousandYuan",
        printed: {},
        sentence,
      },
    ];
  });
}

function trimmed(sentence: string): string {
  return sentence.replace(/(?<![\s，,；;、（(])[\s，,；;、（(]*(?:其中[:：]?)?$/u, "");
}
