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

function pagesOf(figures: readonly { readonly page?: number | undefined }[]): string {
  return [...new Set(figures.flatMap(({ page }) => page ?? []))].sort((a, b) => a - b).join(", ");
}
