import { reasonTexts } from "../model/check-reasons.ts";
import type { CheckReport, Finding } from "../model/check-report.ts";
import type { Locale } from "../model/locale.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { figureText } from "./report-words.ts";

/**
 * A check report as JUnit XML: a suite a family, a case a finding that is not consistent; only findings of severity error fail, others are
 * said in the case's output.
 */
export function reportToJunit(report: CheckReport, locale: Locale): string {
  const told = report.findings.filter(({ outcome }) => outcome !== "consistent");
  const families = [...new Set(report.findings.map(({ family }) => family))];
  const suites = families.map((family) => {
    const findings = told.filter((finding) => finding.family === family);
    const failures = findings.filter(isFailure).length;
    const skipped = findings.filter(({ outcome }) => outcome === "notChecked").length;
    const counts = `tests="${findings.length}" failures="${failures}" skipped="${skipped}"`;
    return [`  <testsuite name="${family}" ${counts}>`, ...findings.flatMap(caseLines), "  </testsuite>"].join("\n");
  });
  const failures = report.findings.filter(isFailure).length;
  const { length } = told;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gz-budget check" tests="${length}" failures="${failures}">\n${suites.join("\n")}\n</testsuites>\n`;

  function caseLines(finding: Finding): string[] {
    const { rule, family, outcome, reason, message } = finding;
    const head = `    <testcase classname="${family}.${rule}" name="${escapeMarkup(message[locale])}"`;
    if (outcome === "notChecked")
      return [`${head}>`, `      <skipped message="${escapeMarkup(reason ? reasonTexts[reason][locale] : "")}"/>`, "    </testcase>"];
    const figures = [...finding.left.figures, ...finding.right.figures].map((figure) => figureText(figure, report, locale)).join("\n");
    const said = isFailure(finding)
      ? `      <failure type="${rule}" message="${escapeMarkup(message[locale])}">${escapeMarkup(figures)}</failure>`
      : `      <system-out>${escapeMarkup(`${finding.severity}: ${message[locale]}\n${figures}`)}</system-out>`;
    return [`${head}>`, said, "    </testcase>"];
  }
}

function isFailure({ outcome, severity }: Finding): boolean {
  return outcome === "inconsistent" && severity === "error";
}
