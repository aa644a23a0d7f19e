import type { CheckedTable, CheckReport, CheckSummary } from "../model/check-report.ts";
import { placeNames } from "../model/figure-place.ts";
import type { BudgetDocument } from "../tables/budget-document.ts";
import { causesOf } from "./causes/causes-of.ts";
import { toCauses } from "./causes/to-cause.ts";
import { type CheckOptions, checkPlan } from "./check-options.ts";
import { coverageOf } from "./coverage.ts";
import { ledgerOf } from "./ledger.ts";
import type { LedgerTable } from "./ledger-shapes.ts";
import { runRules } from "./run-rules.ts";
import { setAside } from "./set-aside.ts";
import { severityOf } from "./severity-of.ts";
import { toFinding } from "./to-finding.ts";

/**
 * Checks that a budget's figures agree with each other (勾稽关系), and several budgets with one another.
 *
 * A printed figure stands for everything that rounds to it, so a sum of n terms may be off by less than half a unit of the last decimal n + 1
 * times; the residual is always reported. A blank cell is not zero: it counts as nothing, and a claim about blanks alone is not
 * checked. Nothing is claimed that the forms do not promise.
 *
 * @param documents One budget; or several, for what spans years of an organisation, or a department and its units.
 * @returns Every finding, the consistent ones too; amounts in 万元.
 * @throws BudgetError `OPTION_INVALID`.
 * @example checkBudget(doc).findings.filter(({ outcome }) => outcome === "inconsistent")
 */
export function checkBudget(documents: BudgetDocument | readonly BudgetDocument[], options: CheckOptions = {}): CheckReport {
  const given = Array.isArray(documents) ? (documents as readonly BudgetDocument[]) : [documents as BudgetDocument];
  const { rules, forms, severities, silenced } = checkPlan(options, given);
  const ledgers = given.map((document, index) => ledgerOf(document, index, forms));
  const checked = setAside(runRules(rules, ledgers), silenced);
  const named = ledgers.map(({ document: { source, organization, fiscalYear, form }, tables }) => ({
    ...(source.name !== undefined && { name: source.name }),
    sha256: source.sha256,
    organization: organization?.name ?? null,
    fiscalYear,
    form,
    tables: tables.map(checkedTable),
  }));
  const names = placeNames(named);
  const findings = checked.map((one) => toFinding(one, severityOf(one, severities), names));
  return {
    schemaVersion: 1,
    documents: named,
    findings,
    causes: toCauses(causesOf(checked), checked, findings, names),
    summary: summaryOf(findings),
    coverage: coverageOf(ledgers, checked),
  };
}

function checkedTable({ kind, number, title, amountKeys, columnName }: LedgerTable): CheckedTable {
  const columns = Object.fromEntries(amountKeys.map((key) => [key, columnName(key)]));
  return { kind, ...(number !== undefined && { number }), title, columns };
}

function summaryOf(findings: CheckReport["findings"]): CheckSummary {
  const none = () => ({ consistent: 0, inconsistent: 0, notChecked: 0 });
  const total = none();
  const byFamily: CheckSummary["byFamily"] = {};
  let errors = 0;
  let warnings = 0;
  for (const { family, outcome, severity } of findings) {
    const counts = byFamily[family] ?? none();
    counts[outcome] += 1;
    byFamily[family] = counts;
    total[outcome] += 1;
    if (outcome === "inconsistent" && severity === "error") errors += 1;
    if (outcome === "inconsistent" && severity === "warning") warnings += 1;
  }
  return { ...total, errors, warnings, byFamily };
}
