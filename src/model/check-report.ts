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
  /** The figures are out of bounds, but a table prints negative ones, so that a part may exceed its whole. */
  "negative",
  /** Every cell of one side is empty. */
  "blank",
  /** It is not certain which rows are meant: several bear the name, or the reader told that it was not certain of the table's rows. */
  "ambiguous",
  /** The prior year's amount is zero. */
  "notComparable",
  /** The figures do not agree, and the caller silences this instance. */
  "silenced",
]);
export type Reason = z.infer<typeof Reason>;

const weight = z.enum(["minus", "upTo"]).optional();

/** A figure of a table, or a cell that a rule about codes and names speaks of (then without an amount). */
export const TableFigure = z.object({
  /** 文件: index into `documents`. */
  document: z.int().nonnegative(),
  /** 表的种类: the table's kind. */
  kind: z.string(),
  /** 表号: as printed (表N); absent where none is printed. */
  number: z.int().optional(),
  /** 行: index into the table's `rows`. */
  row: z.int().nonnegative(),
  /** 行名: what a person would call the row: its code and name as printed. */
  label: z.string(),
  /** 列: index into the row's `cells`; -1 where the table has no such column. */
  column: z.int(),
  /** 列标识: the key of its column. */
  key: z.string(),
  /** 页: counted from 1. */
  page: z.int().positive().optional(),
  /** 文本行: line of the text input, counted from 1. */
  line: z.int().positive().optional(),
  /** 原文: as printed; null for an empty cell. */
  text: z.string().nullable(),
  /** 金额: in 万元; null where the cell holds none. */
  amount: Amount.nullable(),
  /** 作用: absent for a term that is added; `upTo` may count in part. */
  weight,
});
export type TableFigure = z.infer<typeof TableFigure>;

/** A figure that would stand in a row that the table does not have. */
export const AbsentFigure = TableFigure.omit({ row: true, page: true }).extend({
  /** 缺行: the table has no such row; `label` says which. */
  absent: z.literal(true),
  /** 页: on which the table begins, counted from 1. */
  page: z.int().positive().optional(),
});
export type AbsentFigure = z.infer<typeof AbsentFigure>;

/** A figure that the explanatory part states. */
export const StatedFigure = z.object({
  /** 文件: index into `documents`. */
  document: z.int().nonnegative(),
  /** 事项: what the sentence measures, in the glossary's words. */
  measure: z.string(),
  /** 具体项: which one of several. */
  item: z.string().optional(),
  /** 部分: which number of the sentence; `prior` is the prior year's amount that amount and change imply. */
  part: z.enum(["amount", "change", "prior", "percentage"]),
  /** 原句: the sentence that states it. */
  sentence: z.string(),
  /** 页: counted from 1. */
  page: z.int().positive().optional(),
  /** 文本行: line of the text input, counted from 1. */
  line: z.int().positive().optional(),
  /** 原文: as printed; null where it is implied only. */
  text: z.string().nullable(),
  /** 数值: in 万元, or per cent. */
  amount: Amount.nullable(),
  /** 作用: absent for a term that is added; `upTo` may count in part. */
  weight,
});
export type StatedFigure = z.infer<typeof StatedFigure>;

export const ReportFigure = z.union([TableFigure, AbsentFigure, StatedFigure]);
export type ReportFigure = z.infer<typeof ReportFigure>;

const message = z.object({
  /** 中文: in Chinese. */
  zh: z.string(),
  /** 英文: in English. */
  en: z.string(),
});

/** One side of a finding. */
export const FindingSide = z.object({
  /** 合计: what the side comes to, in 万元 (in per cent for a growth rate); null where the rule compares no amounts. */
  value: Amount.nullable(),
  /** 数字: the figures that it comes from. */
  figures: z.array(ReportFigure),
});
export type FindingSide = z.infer<typeof FindingSide>;

export const Finding = z.object({
  /** 规则: its id. */
  rule: z.string(),
  /** 类别: what the rule speaks about. */
  family: RuleFamily,
  /** 结果: whether both sides agree. */
  outcome: Outcome,
  /** 严重程度: how much an inconsistent finding matters. */
  severity: Severity,
  /** 未检查的原因: present where the outcome is `notChecked`. */
  reason: Reason.optional(),
  /** 左方: one side of the claim. */
  left: FindingSide,
  /** 右方: the other side. */
  right: FindingSide,
  /** 差额: left minus right; for `≤`, by how much left exceeds right. null where no amounts are compared. */
  residual: Amount.nullable(),
  /** 允许的舍入: what the residual stays below if rounding explains it. */
  allowance: Amount.nullable(),
  /** 说明: a sentence for a person. */
  message,
});
export type Finding = z.infer<typeof Finding>;

/** What should be printed at a place. */
export const Correction = z.object({
  /** 位置: the figure, the cell, the words of a sentence, or a figure of a row that is missing. */
  figure: ReportFigure,
  /** 应为: as the table or the text would print it; null for a row that should not be there. */
  expected: z.string().nullable(),
  /** 应为金额: in 万元; null where it is no amount. */
  amount: Amount.nullable(),
});
export type Correction = z.infer<typeof Correction>;

/** The likeliest explanation of some inconsistent findings. */
export const Cause = z.object({
  /** 种类: a figure (or figures of one row), a text (name, code, word), a row that is missing, one missing under a row, or one too many. */
  kind: z.enum(["figure", "text", "missingRow", "missingPart", "extraRow"]),
  /** 严重程度: the highest of the findings that it explains. */
  severity: Severity,
  /** 更正: what should be printed, and where; of a row, its figures. */
  corrections: z.array(Correction),
  /** 可解释的结果: indexes into `findings`. */
  findings: z.array(z.int().nonnegative()),
  /** 可解释的规则: their rules. */
  rules: z.array(z.string()),
  /** 相悖的结果数: how many consistent findings would fail with the correction. */
  contradicts: z.int().nonnegative(),
  /** 其他可能: corrections that would explain the same findings as well. */
  alternatives: z.array(Correction),
  /** 说明: a sentence for a person. */
  message,
});
export type Cause = z.infer<typeof Cause>;

const counts = z.object({
  /** 相符: findings whose sides agree. */
  consistent: z.int(),
  /** 不符: findings whose sides do not agree. */
  inconsistent: z.int(),
  /** 未检查: findings that could not be decided. */
  notChecked: z.int(),
});

export const CheckSummary = z.object({
  ...counts.shape,
  /** 错误: inconsistent findings of severity error. */
  errors: z.int(),
  /** 警告: inconsistent findings of severity warning. */
  warnings: z.int(),
  /** 分类别: the same counts for each family. */
  byFamily: z.partialRecord(RuleFamily, counts),
});
export type CheckSummary = z.infer<typeof CheckSummary>;

const share = z.object({
  /** 数字: printed figures that are neither blank nor a dash. */
  figures: z.int(),
  /** 受约束的数字: those of them that take part in an identity that is consistent and not 0 = 0. */
  covered: z.int(),
  /** 非零数字: printed figures other than zero. */
  nonZeroFigures: z.int(),
  /** 受约束的非零数字: those of them that take part in such an identity. */
  nonZeroCovered: z.int(),
});

export const Coverage = z.object({
  ...share.shape,
  /** 分表: the same for each table. */
  tables: z.array(
    z.object({
      /** 文件: index into `documents`. */
      document: z.int(),
      /** 表的种类: the table's kind. */
      kind: z.string(),
      /** 表号: as printed (表N); absent where none is printed. */
      number: z.int().optional(),
      ...share.shape,
    }),
  ),
  /** 未受约束的数字: figures that take part in no identity; those that an inconsistent one contradicts are in its finding. */
  uncovered: z.array(TableFigure),
});
export type Coverage = z.infer<typeof Coverage>;

/** A table as messages name it. */
export const CheckedTable = z.object({
  /** 表的种类: the table's kind. */
  kind: z.string(),
  /** 表号: as printed (表N); absent where none is printed. */
  number: z.int().optional(),
  /** 标题: as printed. */
  title: z.string(),
  /** 金额列: names of its columns of money by their keys, as printed. */
  columns: z.record(z.string(), z.string()),
});
export type CheckedTable = z.infer<typeof CheckedTable>;

/** What `checkBudget` returns. `z.encode(CheckReport, report)` gives JSON, `CheckReport.parse` reads it back. */
export const CheckReport = z.object({
  /** 版本: of this JSON shape. */
  schemaVersion: z.literal(1),
  /** 文件: what was checked, in the order given. */
  documents: z.array(
    z.object({
      /** 文件名: absent for input without a name. */
      name: z.string().optional(),
      /** 摘要: SHA-256 of the input. */
      sha256: z.string(),
      /** 单位名称: whose budget it is; null where it does not say. */
      organization: z.string().nullable(),
      /** 预算年度: null where it does not say. */
      fiscalYear: z.int().nullable(),
      /** 表式: the id of its form, or `unknown`. */
      form: z.string(),
      /** 各表: what figures name by `kind` and `key`. */
      tables: z.array(CheckedTable),
    }),
  ),
  /** 结果: one for each instance of each rule, the consistent ones too. */
  findings: z.array(Finding),
  /** 原因: what would explain the inconsistent findings, the worst first. A finding that nothing explains is in none. */
  causes: z.array(Cause),
  /** 汇总: how many findings of each outcome. */
  summary: CheckSummary,
  /** 覆盖面: which share of the printed figures the checks reach. */
  coverage: Coverage,
});
export type CheckReport = z.infer<typeof CheckReport>;
