import { reasonTexts } from "../model/check-reasons.ts";
import type { CheckReport, Finding, FindingSide, Suspect } from "../model/check-report.ts";
import type { Locale } from "../model/locale.ts";
import { figureText, notCheckedCounts, reportWords, shareText, worstFirst } from "./report-words.ts";

export interface ReportTextOptions {
  readonly locale: Locale;
  /** Terminal colours. */
  readonly colour: boolean;
}

const MOST_FIGURES = 6;
const MOST_SUSPECTS = 5;
const MOST_UNCOVERED = 20;
const COLOURS = { error: 31, warning: 33, info: 36, good: 32, dim: 2, bold: 1 } as const;

/** A check report for a person: what is inconsistent, the worst first, with both figures; suspects; what could not be checked; coverage. */
export function reportToText(report: CheckReport, { locale, colour }: ReportTextOptions): string {
  const words = reportWords[locale];
  const paint = (style: keyof typeof COLOURS, text: string) => (colour ? `\u001b[${COLOURS[style]}m${text}\u001b[0m` : text);
  const worst = worstFirst(report.findings);
  const lines = [
    ...report.documents.map(({ organization, fiscalYear, form, name }) =>
      paint("bold", [organization ?? words.unknown, fiscalYear ?? "", form, name ?? ""].filter((part) => part !== "").join("  ")),
    ),
    summaryLine(),
    coverageLine(),
    "",
    ...(worst.length === 0 ? [paint("good", words.noFindings)] : worst.flatMap(findingLines)),
    ...(report.suspects.length === 0
      ? []
      : ["", paint("bold", words.suspects), ...report.suspects.slice(0, MOST_SUSPECTS).map(suspectLine)]),
    ...notChecked(),
    ...uncovered(),
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

  function findingLines({ rule, severity, message, left, right }: Finding): string[] {
    const head = `${paint(severity, words.severity[severity])} ${rule}  ${message[locale]}`;
    return [head, ...sideLines(words.left, left), ...sideLines(words.right, right)];
  }

  function sideLines(name: string, { figures }: FindingSide): string[] {
    const most = figures.length > MOST_FIGURES ? figures.filter(({ amount }) => amount && !amount.isZero()) : figures;
    const shown = most.slice(0, MOST_FIGURES).map((figure) => `    ${name}  ${figureText(figure, report, locale)}`);
    const more = figures.length > shown.length ? [paint("dim", `    ${name}  ${words.more(figures.length - shown.length)}`)] : [];
    return [...shown, ...more];
  }

  function suspectLine({ figure, expected, explains }: Suspect, index: number): string {
    const meant = expected ? `  ${words.expected} ${expected.toFixed()}` : "";
    return `  ${index + 1}. ${figureText(figure, report, locale)}${meant}  ${words.explains} ${explains.join(", ")}`;
  }

  function notChecked(): string[] {
    const counts = notCheckedCounts(report.findings);
    if (counts.length === 0) return [];
    const reasons = [...new Set(counts.map(({ reason }) => reason))];
    return [
      "",
      paint("bold", words.notChecked),
      ...reasons.map((reason) => {
        const rules = counts.filter((entry) => entry.reason === reason).map(({ rule, count }) => `${rule} ×${count}`);
        return `  ${reasonTexts[reason][locale]}: ${rules.join(", ")}`;
      }),
    ];
  }

  function uncovered(): string[] {
    const figures = report.coverage.uncovered.filter(({ amount }) => amount && !amount.isZero());
    if (figures.length === 0) return [];
    const more = figures.length > MOST_UNCOVERED ? [`  ${words.more(figures.length - MOST_UNCOVERED)}`] : [];
    return [
      "",
      paint("bold", words.uncovered),
      ...figures.slice(0, MOST_UNCOVERED).map((figure) => `  ${figureText(figure, report, locale)}`),
      ...more,
    ];
  }
}
