import * as z from "zod";

/** One instance of a rule that a caller knows to fail: the rule, and where. Everything that is given must hold of one of its figures. */
export const SilencedFinding = z.strictObject({
  /** 规则: its id. */
  rule: z.string(),
  /** 表: the table's kind, or its printed number. */
  table: z.union([z.string(), z.int()]).optional(),
  /** 行: the row's code, or its whole label as reports give it. */
  row: z.string().optional(),
  /** 列: the key of the column. */
  column: z.string().optional(),
  /** 原句: words of the sentence that states the figure. */
  text: z.string().optional(),
  /** 说明: why it is known; for readers of the file. */
  note: z.string().optional(),
});
export type SilencedFinding = z.infer<typeof SilencedFinding>;
