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
  /** Several rows bear the name, and it is not certain which are meant. */
  "ambiguous",
  /** The prior year's amount is zero. */
  "notComparable",
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

export const ReportFigure = z.union([TableFigure, StatedFigure]);
export type ReportFigure = z.infer<typeof ReportFigure>;

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
  message: z.object({
    /** 中文: in Chinese. */
    zh: z.string(),
    /** 英文: in English. */
    en: z.string(),
  }),
});
export type Finding = z.infer<typeof Finding>;

/** A figure that may be the cause of inconsistent findings. The list is sorted, the likeliest first. */
export const Suspect = z.object({
  /** 数字: the figure in question. */
  figure: ReportFigure,
  /** 可解释的规则: rules of the inconsistent findings that this figure would explain. */
  explains: z.array(z.string()),
  /** 相悖的结果数: how many consistent findings would fail if the figure were what the inconsistent ones ask for. */
  contradicts: z.int().nonnegative(),
  /** 应为: the amount that would make the findings it explains consistent, in 万元. */
  expected: Amount.nullable(),
});
export type Suspect = z.infer<typeof Suspect>;

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
  /** 未受约束的数字: figures that take part in none. */
  uncovered: z.array(TableFigure),
});
export type Coverage = z.infer<typeof Coverage>;

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
    }),
  ),
  /** 结果: one for each instance of each rule, the consistent ones too. */
  findings: z.array(Finding),
  /** 可疑数字: what may be the cause of inconsistent findings, the likeliest first. */
  suspects: z.array(Suspect),
  /** 汇总: how many findings of each outcome. */
  summary: CheckSummary,
  /** 覆盖面: which share of the printed figures the checks reach. */
  coverage: Coverage,
});
export type CheckReport = z.infer<typeof CheckReport>;
