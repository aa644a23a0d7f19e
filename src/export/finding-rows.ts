import type { Decimal } from "../model/amount.ts";
import type { CheckReport } from "../model/check-report.ts";
import type { Locale } from "../model/locale.ts";

type Cell = string | number | Decimal | null;

const RANK = { error: 0, warning: 1, info: 2 } as const;
const OUTCOME_RANK = { inconsistent: 0, notChecked: 1, consistent: 2 } as const;

/** The findings of a check as a list with a header, the worst first. */
export function findingRows({ findings }: CheckReport, locale: Locale): Cell[][] {
  const sorted = findings.toSorted((a, b) => OUTCOME_RANK[a.outcome] - OUTCOME_RANK[b.outcome] || RANK[a.severity] - RANK[b.severity]);
  const rows = sorted.map(({ outcome, severity, rule, reason, left, right, residual, allowance, message }) => [
    outcome,
    severity,
    rule,
    reason ?? null,
    left.value,
    right.value,
    residual,
    allowance,
    pagesOf([...left.figures, ...right.figures]),
    message[locale],
  ]);
  return [["outcome", "severity", "rule", "reason", "left", "right", "residual", "allowance", "pages", "message"], ...rows];
}

/** The causes that a check found as a list with a header, the worst first; a row a correction. */
export function causeRows({ causes }: CheckReport, locale: Locale): Cell[][] {
  const rows = causes.flatMap(({ severity, kind, corrections, rules, message }, index) =>
    corrections.map(({ figure, expected }) => [
      index + 1,
      severity,
      kind,
      "kind" in figure ? figure.kind : null,
      "row" in figure ? figure.row : null,
      "label" in figure ? figure.label : figure.sentence,
      "key" in figure ? figure.key : figure.part,
      figure.page ?? null,
      figure.text,
      expected,
      rules.join(", "),
      message[locale],
    ]),
  );
  const header = ["cause", "severity", "kind", "table", "row", "label", "column", "page", "printed", "expected", "rules", "message"];
  return [header, ...rows];
}

function pagesOf(figures: readonly { readonly page?: number | undefined }[]): string {
  return [...new Set(figures.flatMap(({ page }) => page ?? []))].sort((a, b) => a - b).join(", ");
}
