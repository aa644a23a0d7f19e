import { reasonTexts } from "../model/check-reasons.ts";
import type { Cause, CheckReport, Finding, FindingSide } from "../model/check-report.ts";
import type { Locale } from "../model/locale.ts";
import { figureText, notCheckedCounts, reportWords, shareText, worstFirst } from "./report-words.ts";

export interface ReportTextOptions {
  readonly locale: Locale;
  /** Terminal colours. */
  readonly colour: boolean;
}

const MOST_FIGURES = 6;
const MOST_UNCOVERED = 20;
const COLOURS = { error: 31, warning: 33, info: 36, good: 32, dim: 2, bold: 1 } as const;

/**
 * A check report for a person: the causes, the worst first; findings that no cause explains, with both sides; what was not checked; what
 * no identity vouches for; and last the findings behind each cause.
 */
export function reportToText(report: CheckReport, { locale, colour }: ReportTextOptions): string {
  const words = reportWords[locale];
  const paint = (style: keyof typeof COLOURS, text: string) => (colour ? `\u001b[${COLOURS[style]}m${text}\u001b[0m` : text);
  const explained = new Set(report.causes.flatMap(({ findings }) => findings));
  const unexplained = worstFirst(report.findings.filter((_, index) => !explained.has(index)));
  const lines = [
    ...report.documents.map(({ organization, fiscalYear, form, name }) =>
      paint("bold", [organization ?? words.unknown, fiscalYear ?? "", form, name ?? ""].filter((part) => part !== "").join("  ")),
    ),
    summaryLine(),
    coverageLine(),
    "",
    ...(report.summary.inconsistent === 0 ? [paint("good", words.noFindings)] : []),
    ...(report.causes.length === 0 ? [] : [paint("bold", words.causes), ...report.causes.map(causeLine)]),
    ...section(report.causes.length === 0 ? "" : words.unexplained, unexplained.flatMap(findingLines)),
    ...section(words.notChecked, notChecked()),
    ...section(words.uncovered, uncovered()),
    ...section(words.explained, report.causes.flatMap(causeDetails)),
  ];
  return `${lines.join("\n")}\n`;

  function summaryLine(): string {
    const { inconsistent, consistent, notChecked: unchecked } = report.summary;
    const rounded = report.findings.filter(({ outcome, residual }) => outcome === "consistent" && residual && !residual.isZero()).length;
    const rounding = rounded > 0 ? ` (${rounded} ${words.rounding})` : "";
    return [
      paint(inconsistent > 0 ? "error" : "good", `${inconsistent} ${words.inconsistent}`),
      `${consistent} ${words.consistent}${rounding}`,
      `${unchecked} ${words.notChecked}`,
    ].join("  ");
  }

  function coverageLine(): string {
    const { covered, figures, nonZeroCovered, nonZeroFigures } = report.coverage;
    return `${words.coverage}: ${words.nonZero} ${shareText(nonZeroCovered, nonZeroFigures)}, ${words.all} ${shareText(covered, figures)}`;
  }

  function section(title: string, content: readonly string[]): string[] {
    if (content.length === 0) return [];
    return title === "" ? [...content] : ["", paint("bold", title), ...content];
  }

  function findingLines({ rule, severity, message, left, right }: Finding): string[] {
    const head = `${paint(severity, words.severity[severity])} ${rule}  ${message[locale]}`;
    return [head, ...sideLines(words.left, left), ...sideLines(words.right, right)];
  }

  function sideLines(name: string, { figures }: FindingSide): string[] {
    // Zeros change no sum; they are shown where there is nothing else.
    const filled = figures.filter(({ amount }) => !amount?.isZero());
    const most = filled.length > 0 ? filled : figures.slice(0, 1);
    const shown = most.slice(0, MOST_FIGURES).map((figure) => `    ${name}  ${figureText(figure, report, locale)}`);
    const more = most.length > shown.length ? [paint("dim", `    ${name}  ${words.more(most.length - shown.length)}`)] : [];
    return [...shown, ...more];
  }

  function causeLine({ severity, message, rules, findings }: Cause, index: number): string {
    const head = `${String(index + 1).padStart(3)}. ${paint(severity, words.severity[severity])} ${message[locale]}`;
    return `${head}  ${paint("dim", `${words.explains} ${rules.join(", ")} (${findings.length})`)}`;
  }

  function causeDetails({ findings }: Cause, index: number): string[] {
    const behind = findings.flatMap((at) => report.findings[at] ?? []);
    return [paint("bold", `${index + 1}.`), ...behind.flatMap(findingLines)];
  }

  function notChecked(): string[] {
    const counts = notCheckedCounts(report.findings);
    const reasons = [...new Set(counts.map(({ reason }) => reason))];
    return reasons.map((reason) => {
      const rules = counts.filter((entry) => entry.reason === reason).map(({ rule, count }) => `${rule} ×${count}`);
      return `  ${reasonTexts[reason][locale]}: ${rules.join(", ")}`;
    });
  }

  function uncovered(): string[] {
    const figures = report.coverage.uncovered.filter(({ amount }) => amount && !amount.isZero());
    const more = figures.length > MOST_UNCOVERED ? [`  ${words.more(figures.length - MOST_UNCOVERED)}`] : [];
    return [...figures.slice(0, MOST_UNCOVERED).map((figure) => `  ${figureText(figure, report, locale)}`), ...more];
  }
}
