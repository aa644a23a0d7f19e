import type { Decimal } from "../../model/amount.ts";
import type { Outcome, Reason, ReportFigure } from "../../model/check-report.ts";
import type { Bilingual } from "../../model/locale.ts";
import type { CheckedClaim } from "../check-claim.ts";
import type { Ledger, LedgerTable } from "../ledger.ts";
import type { Line } from "../line.ts";
import type { StructureRule, StructureTest } from "../rule.ts";

/** What a structure test looks at. */
export interface StructureInput<Test extends StructureTest["test"]> {
  readonly rule: StructureRule;
  readonly structure: Extract<StructureTest, { test: Test }>;
  readonly ledger: Ledger;
  /** All documents that are checked together. */
  readonly all: readonly Ledger[];
}

interface StructureResult {
  readonly outcome: Outcome;
  readonly reason?: Reason;
  readonly message: Bilingual;
  readonly left?: readonly ReportFigure[];
  readonly right?: readonly ReportFigure[];
  readonly values?: { readonly left: Decimal; readonly right: Decimal; readonly residual: Decimal; readonly allowance: Decimal };
}

export function structureFinding(
  { id, family, severity, sentence }: StructureRule,
  { outcome, reason, message, left = [], right = [], values }: StructureResult,
): CheckedClaim {
  return {
    left: [],
    right: [],
    compared: undefined,
    finding: {
      rule: id,
      family,
      outcome,
      severity,
      ...(reason && { reason }),
      left: { value: values?.left ?? null, figures: [...left] },
      right: { value: values?.right ?? null, figures: [...right] },
      residual: values?.residual ?? null,
      allowance: values?.allowance ?? null,
      message: { zh: `${message.zh}（${sentence.zh}）`, en: `${message.en} (${sentence.en})` },
    },
  };
}

/** The cell that holds a line's code, name or label: the place that a finding without amounts points at. */
export function cellOf(line: Line, key: string): ReportFigure {
  const {
    cells,
    page,
    line: textLine,
  } = line.fields as { readonly cells?: readonly (string | null)[]; readonly page?: number; readonly line?: number };
  const column = line.table.columnOf(key);
  return {
    document: line.table.document,
    kind: line.table.kind,
    ...(line.table.number !== undefined && { number: line.table.number }),
    row: line.row,
    column,
    key,
    ...(page !== undefined && { page }),
    ...(textLine !== undefined && { line: textLine }),
    text: cells?.[column] ?? null,
    amount: null,
  };
}

/** The tables of these kinds that the document has. */
export function tablesOf({ tables }: Ledger, kinds: readonly string[]): LedgerTable[] {
  return tables.filter(({ kind }) => kinds.includes(kind));
}
