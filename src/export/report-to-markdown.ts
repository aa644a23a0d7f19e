import { reasonTexts } from "../model/check-reasons.ts";
import type { Cause, CheckReport, Finding } from "../model/check-report.ts";
import type { Locale } from "../model/locale.ts";
import { figureText, notCheckedCounts, reportWords, shareText, worstFirst } from "./report-words.ts";

const MOST_FIGURES = 8;

/** A check report as Markdown, the causes first, for a pull request or a notebook. */
export function reportToMarkdown(report: CheckReport, locale: Locale): string {
  const words = reportWords[locale];
  const { summary, coverage } = report;
  const worst = worstFirst(report.findings);
  const counts = notCheckedCounts(report.findings);
  const blocks = [
    ...report.documents.map(
      ({ organization, fiscalYear, form, name }) =>
        `# ${[organization ?? words.unknown, fiscalYear ?? "", form, name ?? ""]
          .filter((part) => part !== "")
          .map((part) => escaped(String(part)))
          .join(" · ")}`,
    ),
    `**${summary.inconsistent}** ${words.inconsistent}, **${summary.consistent}** ${words.consistent}, **${summary.notChecked}** ${words.notChecked}. ${words.coverage}: ${words.nonZero} ${shareText(coverage.nonZeroCovered, coverage.nonZeroFigures)}, ${words.all} ${shareText(coverage.covered, coverage.figures)}.`,
    ...(report.causes.length === 0 ? [] : [`## ${words.causes}`, report.causes.map(causeLine).join("\n")]),
    ...(worst.length === 0
      ? [words.noFindings]
      : [
          `## ${words.inconsistentTitle}`,
          table([words.rule, words.severityTitle, words.cause, words.message, words.figures], worst.map(findingRow)),
        ]),
    ...(counts.length === 0
      ? []
      : [
          `## ${words.notChecked}`,
          table(
            [words.rule, words.reason, words.count],
            counts.map(({ rule, reason, count }) => [rule, reasonTexts[reason][locale], String(count)]),
          ),
        ]),
  ];
  return `${blocks.join("\n\n")}\n`;

  function causeLine({ severity, message, rules, findings }: Cause, index: number): string {
    const head = `${index + 1}. ${words.severity[severity]} ${escaped(message[locale])}`;
    return `${head} (${words.explains} ${rules.join(", ")}: ${findings.length})`;
  }

  function findingRow(finding: Finding): string[] {
    const { rule, severity, message, left, right } = finding;
    const filled = [...left.figures, ...right.figures].filter(({ amount }) => !amount?.isZero());
    const figures = filled.slice(0, MOST_FIGURES).map((figure) => figureText(figure, report, locale));
    const cause = report.causes.findIndex(({ findings }) => findings.some((index) => report.findings[index] === finding));
    return [rule, words.severity[severity], cause < 0 ? "" : String(cause + 1), message[locale], figures.join("; ")];
  }
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
  return [line(header), `|${header.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

function escaped(text: string): string {
  return text.replace(/[\\|`*_<>[\]]/gu, "\\$&").replace(/(?<!\s)\s*\n\s*/gu, " ");
}
