import type { CheckReport, Finding, ReportFigure } from "../model/check-report.ts";
import { placeNames } from "../model/figure-place.ts";
import type { Locale } from "../model/locale.ts";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/**
 * A check report as SARIF 2.1.0, for code review: a result a finding that is inconsistent, where its cause stands.
 *
 * A location has the document's name as its address, the line where the input is a text, and the place in words: table, page, row, column.
 */
export function reportToSarif(report: CheckReport, locale: Locale): string {
  const names = placeNames(report.documents);
  const found = report.findings.flatMap((finding, index) => (finding.outcome === "inconsistent" ? [{ finding, index }] : []));
  const rules = [...new Map(found.map(({ finding }) => [finding.rule, finding])).values()];
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "gz-budget",
            rules: rules.map(({ rule, family, severity }) => ({
              id: rule,
              name: family,
              defaultConfiguration: { level: LEVELS[severity] },
            })),
          },
        },
        results: found.map(({ finding, index }) => result(finding, index)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;

  function result({ rule, severity, message, left, right }: Finding, index: number) {
    const cause = report.causes.find(({ findings }) => findings.includes(index));
    const figures = [...left.figures, ...right.figures].filter(({ amount }) => !amount?.isZero());
    const culprits = cause ? cause.corrections.map(({ figure }) => figure) : figures.slice(0, 1);
    return {
      ruleId: rule,
      ruleIndex: rules.findIndex((other) => other.rule === rule),
      level: LEVELS[severity],
      message: { text: cause ? `${cause.message[locale]}\n${message[locale]}` : message[locale] },
      locations: culprits.slice(0, 1).map(location),
      relatedLocations: [...culprits.slice(1), ...figures].map((figure, id) => ({
        id,
        ...location(figure),
        message: { text: figure.text ?? "" },
      })),
    };
  }

  function location(figure: ReportFigure) {
    const { name, sha256 } = report.documents[figure.document] ?? { name: undefined, sha256: "" };
    const { page, line } = figure;
    return {
      physicalLocation: {
        artifactLocation: { uri: encodeURI(name ?? sha256) },
        ...(line !== undefined && { region: { startLine: line } }),
      },
      logicalLocations: [{ fullyQualifiedName: names.place(figure)[locale] }],
      ...(page !== undefined && { properties: { page } }),
    };
  }
}
