import { Decimal } from "../model/amount.ts";
import { groupThousands } from "../model/group-thousands.ts";
import type { Locale } from "../model/locale.ts";
import { printableJson } from "../model/printable.ts";
import type { MissingReason, NotComparable, SeriesPoint, SeriesReport } from "./series.ts";
import { type CsvOptions, type CsvValue, toCsv } from "./to-csv.ts";

const REASONS: Readonly<Record<MissingReason | NotComparable, Readonly<Record<Locale, string>>>> = {
  tableMissing: { zh: "当年无此表", en: "no such table that year" },
  rowMissing: { zh: "当年无此行", en: "no such row that year" },
  tableIncomplete: { zh: "表不完整，缺此行", en: "table incomplete, row missing" },
  blank: { zh: "空白", en: "blank" },
  unreadable: { zh: "数字无法识别", en: "not a number" },
  contradictory: { zh: "数字互相矛盾", en: "contradictory figures" },
  noEarlierYear: { zh: "无更早年份", en: "no earlier year" },
  noAmount: { zh: "当年无数字", en: "no amount that year" },
  baseIsZero: { zh: "基数为0，不可比", en: "base is 0, not comparable" },
  composedOtherwise: { zh: "口径不同", en: "composed otherwise" },
};

const HEADER = [
  "organizationName",
  "organizationCode",
  "tableKind",
  "key",
  "name",
  "fiscalYear",
  "amount",
  "comparedWith",
  "change",
  "percentage",
  "missing",
  "notComparable",
  "printedName",
  "comparedAmount",
  "differing",
  "sumOf",
] as const;

/** Why a year has no amount, or no comparison, in words; undefined where nothing is missing. */
export function seriesRemark(point: SeriesPoint, locale: Locale): string | undefined {
  const reason = point.missing ?? point.notComparable;
  return reason && REASONS[reason][locale];
}

/** What a year's figure of another composition is, in a sentence; undefined for one that is printed and composed as that of the year before. */
export function compositionRemark(
  { fiscalYear, comparedWith, comparedAmount, differing, sumOf }: SeriesPoint,
  locale: Locale,
): string | undefined {
  const [added, between] = [sumOf, differing].map((names) => names?.join(locale === "zh" ? "、" : ", "));
  const isChinese = locale === "zh";
  const sum = added && (isChinese ? `${fiscalYear}年为${added}之和` : `${fiscalYear} is the sum of ${added}`);
  const apart =
    between &&
    (isChinese
      ? `${fiscalYear}年与${comparedWith}年口径不同：${between}`
      : `${fiscalYear} and ${comparedWith} are composed otherwise: ${between}`);
  const alike =
    comparedAmount &&
    (isChinese
      ? `${comparedWith}年按${fiscalYear}年口径为${grouped(comparedAmount)}`
      : `${comparedWith} composed as ${fiscalYear} is ${grouped(comparedAmount)}`);
  const said = [sum, apart, alike].filter((part) => part !== undefined);
  return said.length > 0 ? said.join(isChinese ? "；" : "; ") : undefined;
}

/** Money as people write it: two decimals at least, thousands apart. */
export function grouped(value: Decimal): string {
  return groupThousands(value.toFixed(Math.max(2, value.decimalPlaces())));
}

/** Writes a report as CSV, one line a year of a series: amounts in 万元, the codes of `missing` and `notComparable` as they are. */
export function seriesToCsv({ series }: SeriesReport, options: CsvOptions = {}): string {
  const rows = series.flatMap(({ points, ...one }) =>
    points.map((point) => {
      const values = { ...one, ...point, differing: point.differing?.join("、"), sumOf: point.sumOf?.join("、") };
      return HEADER.map((name): CsvValue => values[name as keyof SeriesPoint] as CsvValue);
    }),
  );
  return toCsv([HEADER, ...rows], options);
}

/** The JSON of a report: money and percentages as digits. */
export function seriesToJson(report: SeriesReport): string {
  const digits = (value: unknown): unknown => {
    if (value instanceof Decimal) return value.toFixed();
    if (Array.isArray(value)) return value.map(digits);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, digits(inner)]));
  };
  return `${printableJson(digits(report), 2)}\n`;
}
