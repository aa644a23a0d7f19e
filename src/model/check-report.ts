import * as z from "zod";
import { Amount } from "./amount.ts";
import { Severity } from "./diagnostic.ts";

/** What a rule speaks about. */
export const RuleFamily = z.enum([
  "withinRow",
  "alongCode",
  "classification",
  "twoSided",
  "groups",
  "betweenTables",
  "narrative",
  "completeness",
  "plausibility",
  "acrossDocuments",
]);
export type RuleFamily = z.infer<typeof RuleFamily>;

export const Outcome = z.enum(["consistent", "inconsistent", "notChecked"]);
export type Outcome = z.infer<typeof Outcome>;

/** Why a rule could not be checked. */
export const Reason = z.enum([
  /** The form has the table, the document does not. */
  "tableMissing",
  /** A row that the rule needs is not in the input. */
  "rowsMissing",
  "columnMissing",
  /** The figures do not agree, but the table has a column of numbers that its form does not know. */
  "unknownColumn",
  /** The figures do not agree, but a row has a label that the form does not know. */
  "unknownLabel",
  /** A cell's text is not an amount. */
  "unreadable",
  /** Every cell of one side is empty. */
  "blank",
  /** Several rows bear the name, and it is not certain which are meant. */
  "ambiguous",
  /** The prior year's amount is zero. */
  "notComparable",
]);
export type Reason = z.infer<typeof Reason>;

const weight = z.enum(["minus", "upTo"]).optional();

/** A figure of a table, or a cell that a rule about codes and names speaks of (then without an amount). */
export const TableFigure = z.object({
  /** Index into `documents`. */
  document: z.int().nonnegative(),
  kind: z.string(),
  number: z.int().optional(),
  /** Index into the table's `rows`. */
  row: z.int().nonnegative(),
  /** Index into the row's `cells`; -1 where the table has no such column. */
  column: z.int(),
  key: z.string(),
  page: z.int().positive().optional(),
  line: z.int().positive().optional(),
  /** As printed; null for an empty cell. */
  text: z.string().nullable(),
  /** In 万元. */
  amount: Amount.nullable(),
  /** Absent for a term that is added; `upTo` may count in part. */
  weight,
});
export type TableFigure = z.infer<typeof TableFigure>;

/** A figure that the explanatory part states. */
export const StatedFigure = z.object({
  document: z.int().nonnegative(),
  measure: z.string(),
  item: z.string().optional(),
  /** `prior` is the prior year's amount that amount and change imply. */
  part: z.enum(["amount", "change", "prior", "percentage"]),
  sentence: z.string(),
  page: z.int().positive().optional(),
  line: z.int().positive().optional(),
  text: z.string().nullable(),
  amount: Amount.nullable(),
  weight,
});
export type StatedFigure = z.infer<typeof StatedFigure>;

export const ReportFigure = z.union([TableFigure, StatedFigure]);
export type ReportFigure = z.infer<typeof ReportFigure>;

/** One side of a finding. `value` is in 万元 (in per cent for a growth rate); null where the rule compares no amounts. */
export const FindingSide = z.object({ value: Amount.nullable(), figures: z.array(ReportFigure) });
export type FindingSide = z.infer<typeof FindingSide>;

export const Finding = z.object({
  rule: z.string(),
  family: RuleFamily,
  outcome: Outcome,
  /** How much an inconsistent finding matters. */
  severity: Severity,
  reason: Reason.optional(),
  left: FindingSide,
  right: FindingSide,
  /** Left minus right; for `≤`, by how much left exceeds right. null where no amounts are compared. */
  residual: Amount.nullable(),
  /** What rounding allows the residual to be. */
  allowance: Amount.nullable(),
  message: z.object({ zh: z.string(), en: z.string() }),
});
export type Finding = z.infer<typeof Finding>;

/** A figure that may be the cause of inconsistent findings. The list is sorted, the likeliest first. */
export const Suspect = z.object({
  figure: ReportFigure,
  /** Rules of the inconsistent findings that this figure would explain. */
  explains: z.array(z.string()),
  /** How many consistent findings would fail if the figure were what the inconsistent ones ask for. */
  contradicts: z.int().nonnegative(),
  /** The amount that would make the findings it explains consistent, in 万元. */
  expected: Amount.nullable(),
});
export type Suspect = z.infer<typeof Suspect>;

const counts = z.object({ consistent: z.int(), inconsistent: z.int(), notChecked: z.int() });

export const CheckSummary = z.object({
  ...counts.shape,
  /** Inconsistent findings of this severity. */
  errors: z.int(),
  warnings: z.int(),
  byFamily: z.partialRecord(RuleFamily, counts),
});
export type CheckSummary = z.infer<typeof CheckSummary>;

const share = z.object({
  /** Printed figures that are neither blank nor a dash. */
  figures: z.int(),
  /** Those of them that take part in an identity that is consistent and not 0 = 0. */
  covered: z.int(),
  nonZeroFigures: z.int(),
  nonZeroCovered: z.int(),
});

export const Coverage = z.object({
  ...share.shape,
  tables: z.array(z.object({ document: z.int(), kind: z.string(), number: z.int().optional(), ...share.shape })),
  /** Figures that take part in none. */
  uncovered: z.array(TableFigure),
});
export type Coverage = z.infer<typeof Coverage>;

/** What `checkBudget` returns. `z.encode(CheckReport, report)` gives JSON, `CheckReport.parse` reads it back. */
export const CheckReport = z.object({
  schemaVersion: z.literal(1),
  documents: z.array(
    z.object({
      name: z.string().optional(),
      sha256: z.string(),
      organization: z.string().nullable(),
      fiscalYear: z.int().nullable(),
      form: z.string(),
    }),
  ),
  findings: z.array(Finding),
  suspects: z.array(Suspect),
  summary: CheckSummary,
  coverage: Coverage,
});
export type CheckReport = z.infer<typeof CheckReport>;
