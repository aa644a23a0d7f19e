import { reasonTexts } from "../model/check-reasons.ts";
import type { CheckReport, Finding } from "../model/check-report.ts";
import type { Locale } from "../model/locale.ts";
import { figureText, notCheckedCounts, reportWords, shareText, worstFirst } from "./report-words.ts";

/** A check report as Markdown, for a pull request or a notebook. */
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
    worst.length === 0 ? words.noFindings : table([words.rule, words.severityTitle, words.message, words.figures], worst.map(findingRow)),
    ...(report.suspects.length === 0
      ? []
      : [
          `## ${words.suspects}`,
          report.suspects
            .slice(0, 10)
            .map(
              ({ figure, expected, explains }) =>
                `1. ${escaped(figureText(figure, report, locale))}${expected ? `, ${words.expected} ${expected.toFixed()}` : ""} (${words.explains} ${explains.join(", ")})`,
            )
            .join("\n"),
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

  function findingRow({ rule, severity, message, left, right }: Finding): string[] {
    const figures = [...left.figures, ...right.figures].slice(0, 8).map((figure) => figureText(figure, report, locale));
    return [rule, words.severity[severity], message[locale], figures.join("; ")];
  }
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
  return [line(header), `|${header.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

function escaped(text: string): string {
  return text.replace(/[\\|`*_<>[\]]/gu, "\\$&").replace(/\s*\n\s*/gu, " ");
}
