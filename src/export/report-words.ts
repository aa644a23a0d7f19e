import type { CheckReport, Finding, Reason, ReportFigure } from "../model/check-report.ts";
import { placeNames } from "../model/figure-place.ts";
import type { Locale } from "../model/locale.ts";

/** Words of a check report for people. */
export const reportWords = {
  zh: {
    inconsistent: "不符",
    consistent: "相符",
    rounding: "在舍入范围内",
    notChecked: "未核对",
    inconsistentTitle: "不符的结果",
    cause: "原因",
    severityTitle: "级别",
    severity: { error: "错误", warning: "警告", info: "提示" },
    left: "左",
    right: "右",
    causes: "原因，最严重的在前",
    unexplained: "没有原因可解释的不符",
    explained: "各原因所解释的不符",
    explains: "可解释",
    coverage: "核对覆盖的数字",
    nonZero: "非零",
    all: "全部",
    uncovered: "未被任何等式覆盖的非零数字",
    noFindings: "没有不符之处。",
    page: (page: number) => `第 ${page} 页`,
    row: (row: number) => `第 ${row} 行`,
    table: (number: number | undefined, title: string) => `${number === undefined ? "" : `表${number}`}“${title}”`,
    more: (count: number) => `…另有 ${count} 个数字`,
    unknown: "单位不详",
    rule: "规则",
    message: "内容",
    figures: "数字",
    reason: "原因",
    count: "数量",
  },
  en: {
    inconsistent: "inconsistent",
    consistent: "consistent",
    rounding: "within rounding",
    notChecked: "not checked",
    inconsistentTitle: "Inconsistent findings",
    cause: "cause",
    severityTitle: "severity",
    severity: { error: "error", warning: "warning", info: "info" },
    left: "left",
    right: "right",
    causes: "Causes, the worst first",
    unexplained: "Inconsistent, and no cause found",
    explained: "What each cause explains",
    explains: "explains",
    coverage: "Figures that an identity vouches for",
    nonZero: "non-zero",
    all: "all",
    uncovered: "Non-zero figures that no identity vouches for",
    noFindings: "Nothing is inconsistent.",
    page: (page: number) => `page ${page}`,
    row: (row: number) => `row ${row}`,
    table: (number: number | undefined, title: string) => `${number === undefined ? "" : `table ${number} `}“${title}”`,
    more: (count: number) => `… and ${count} more figures`,
    unknown: "organisation unknown",
    rule: "rule",
    message: "message",
    figures: "figures",
    reason: "reason",
    count: "count",
  },
} as const;

const SEVERITY_RANK = { error: 0, warning: 1, info: 2 } as const;

/** Inconsistent findings, the worst first. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ outcome }) => outcome === "inconsistent").sort((a, b) => SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity]);
}

/** How many findings were not checked, by reason and rule, the most frequent first. */
export function notCheckedCounts(
  findings: readonly Finding[],
): { readonly reason: Reason; readonly rule: string; readonly count: number }[] {
  const counts = new Map<string, { reason: Reason; rule: string; count: number }>();
  for (const { outcome, reason, rule } of findings) {
    if (outcome !== "notChecked" || !reason) continue;
    const entry = counts.get(`${reason} ${rule}`) ?? { reason, rule, count: 0 };
    counts.set(`${reason} ${rule}`, { ...entry, count: entry.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** A figure as a person finds it: table, page, row, column, printed text; or the sentence of the explanatory part. */
export function figureText(figure: ReportFigure, { documents }: Pick<CheckReport, "documents">, locale: Locale): string {
  const place = placeNames(documents).place(figure)[locale];
  const sign = figure.weight === "minus" ? "− " : figure.weight === "upTo" ? "≤ " : "";
  return `${place} ${sign}${figure.text ?? figure.amount?.toFixed() ?? "–"}`;
}

/** A share as a person reads it: `706 / 706 (100%)`. */
export function shareText(part: number, whole: number): string {
  return `${part} / ${whole}${whole === 0 ? "" : ` (${Math.floor((1000 * part) / whole) / 10}%)`}`;
}
