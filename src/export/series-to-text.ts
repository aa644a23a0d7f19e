import type { Decimal } from "../model/amount.ts";
import type { Locale } from "../model/locale.ts";
import type { Series, SeriesPoint, SeriesReport } from "./series.ts";
import { compositionRemark, grouped, seriesRemark } from "./series-rows.ts";
import { textTable } from "./text-table.ts";

const WORDS = {
  zh: {
    code: "编码",
    name: "名称",
    change: "增减",
    unit: "单位：万元",
    excluded: "未计入",
    noFiscalYear: "未写明年度",
    noOrganization: "未写明单位",
    sameDocument: "与另一文件相同",
    colon: "：",
  },
  en: {
    code: "code",
    name: "name",
    change: "change",
    unit: "in 万元 (10,000 yuan)",
    excluded: "left out",
    noFiscalYear: "states no year",
    noOrganization: "states no organisation",
    sameDocument: "same bytes as another",
    colon: ": ",
  },
} as const;

/** A report for a person: a table an organisation and printed table, a column a year, changes beside it. */
export function seriesToText({ series, excluded }: SeriesReport, locale: Locale): string {
  const words = WORDS[locale];
  const groups = new Map<string, Series[]>();
  for (const one of series) {
    const group = [one.organizationKind, one.organizationCode ?? "", one.organizationName, one.tableKind].join("/");
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  const blocks = [...groups.values()].map((group) => block(group, locale));
  const left = excluded.map(
    ({ sourceName, sourceSha256, reason }) => `${words.excluded}: ${sourceName ?? sourceSha256.slice(0, 12)} (${words[reason]})\n`,
  );
  return [...blocks, ...(left.length > 0 ? [left.join("")] : [])].join("\n");
}

function block(group: readonly Series[], locale: Locale): string {
  const words = WORDS[locale];
  const [first] = group;
  if (!first) return "";
  const years = first.points.map(({ fiscalYear }) => fiscalYear);
  const header = [
    words.code,
    words.name,
    ...years.flatMap((year, index) => (index === 0 ? [String(year)] : [String(year), words.change, "%"])),
  ];
  const rows = group.map(({ key, name, points }) => [
    /^\d+$/.test(key) ? key : "",
    name,
    ...points.flatMap((point, index) => cells(point, index, locale)),
  ]);
  const right = new Set([...header.keys()].filter((column) => column > 1));
  const remarks = group.flatMap(({ name, points }) =>
    points.flatMap((point) => {
      const remark = compositionRemark(point, locale);
      return remark ? [`${name}${words.colon}${remark}\n`] : [];
    }),
  );
  return `${first.organizationName}  ${first.tableTitle}  ${words.unit}\n${textTable([header, ...rows], { right })}${remarks.join("")}`;
}

function cells(point: SeriesPoint, index: number, locale: Locale): readonly string[] {
  const remark = seriesRemark(point, locale);
  if (point.amount === null) return index === 0 ? [`(${remark})`] : [`(${remark})`, "", ""];
  const shown = grouped(point.amount);
  if (index === 0) return [shown];
  const percentage = point.percentage === null ? `(${remark})` : signed(point.percentage);
  return [shown, point.change === null ? "" : signed(point.change), percentage];
}

function signed(value: Decimal): string {
  return (value.isPositive() && !value.isZero() ? "+" : "") + grouped(value);
}
