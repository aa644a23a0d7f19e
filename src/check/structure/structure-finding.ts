import type { Decimal } from "../../model/amount.ts";
import type { Outcome, Reason, ReportFigure } from "../../model/check-report.ts";
import type { Bilingual } from "../../model/locale.ts";
import type { Accused, Checked } from "../checked.ts";
import type { Context } from "../context.ts";
import type { Ledger, LedgerTable, Line } from "../ledger-shapes.ts";
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
  /** Words that follow the first place. */
  readonly text: Bilingual;
  readonly left?: readonly ReportFigure[];
  readonly right?: readonly ReportFigure[];
  readonly values?: { readonly left: Decimal; readonly right: Decimal; readonly residual: Decimal; readonly allowance: Decimal };
  readonly accused?: readonly Accused[];
  /** The code or row that it is about. */
  readonly about?: Pick<Context, "line" | "values">;
}

export function structureFinding(
  rule: StructureRule,
  ledger: Ledger,
  { outcome, reason, text, left = [], right = [], values, accused = [], about }: StructureResult,
): Checked {
  return {
    rule,
    context: { ledger, ...about },
    outcome,
    reason,
    left: [],
    right: [],
    compared: undefined,
    remark: { left, right, text, ...(values && { values }), accused },
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
    label: line.label,
    column,
    key,
    ...(page !== undefined && { page }),
    ...(textLine !== undefined && { line: textLine }),
    text: cells?.[column] ?? null,
    amount: null,
  };
}

/** Whether a name is the beginning of another one on a page that clips text away, so that it may be that other one. */
export function mayBeCutOff({ document }: Ledger, { page }: ReportFigure, printed: string, whole: string): boolean {
  const isClipped = document.diagnostics.some((diagnostic) => diagnostic.code === "read.clipped-text" && diagnostic.page === page);
  return isClipped && printed.length < whole.length && whole.startsWith(printed);
}

/** The tables of these kinds that the document has. */
export function tablesOf({ tables }: Ledger, kinds: readonly string[]): LedgerTable[] {
  return tables.filter(({ kind }) => kinds.includes(kind));
}
