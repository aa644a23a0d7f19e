import type { CheckReport } from "../model/check-report.ts";

/** A report without the findings that are consistent or were not checked; its causes point at those that remain, its summary counts all. */
export function onlyInconsistent(report: CheckReport): CheckReport {
  const kept = report.findings.flatMap(({ outcome }, index) => (outcome === "inconsistent" ? index : []));
  const places = new Map(kept.map((was, now) => [was, now]));
  return {
    ...report,
    findings: kept.flatMap((index) => report.findings[index] ?? []),
    causes: report.causes.map((cause) => ({ ...cause, findings: cause.findings.flatMap((index) => places.get(index) ?? []) })),
  };
}
