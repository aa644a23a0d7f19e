import type { Claim, RowFilter, SumRule, TableSelector } from "../rule.ts";

const TABLES = ["revenueAndExpenditureSummary", "fiscalAppropriationSummary"] as const;
type SideName = "revenue" | "expenditure";

/** S: the two-sided tables add up from top to bottom, and their sides balance. */
export const twoSidedRules: readonly SumRule[] = [
  rule(
    "S1",
    [
      {
        each: { each: "row", tables: TABLES, rows: { roles: ["line", "subtotal"] }, parts: { rows: { childrenOf: "this" }, min: 2 } },
        left: [{ columns: ["revenue", "expenditure"] }],
        right: [{ rows: { childrenOf: "this" }, columns: ["revenue", "expenditure"] }],
      },
      {
        each: { each: "row", tables: TABLES, rows: { roles: ["line", "subtotal"] }, parts: { rows: { childrenOf: "this" }, max: 1 } },
        left: [{ rows: { childrenOf: "this" }, columns: ["revenue", "expenditure"] }],
        relation: "atMost",
        right: [{ columns: ["revenue", "expenditure"] }],
      },
    ],
    {
      zh: "收支总体、财政拨款收支总体情况表：一、二、三各项 ＝ 其下（一）（二）（三）之和（只列一项时不小于该项）",
      en: "Two-sided summaries: a line is the sum of the lines under it (at least as large, where only one is listed)",
    },
  ),
  rule(
    "S3",
    TABLES.map((table) => subtotal(table, "revenue", "currentYearRevenue")),
    {
      zh: "收支总体、财政拨款收支总体情况表：本年收入合计 ＝ 其上各项收入之和",
      en: "Two-sided summaries: current-year revenue is the sum of the lines above it",
    },
  ),
  rule(
    "S4",
    TABLES.map((table) => subtotal(table, "expenditure", "currentYearExpenditure")),
    {
      zh: "收支总体、财政拨款收支总体情况表：本年支出合计 ＝ 其上各类支出之和",
      en: "Two-sided summaries: current-year expenditure is the sum of the classes above it",
    },
  ),
  rule(
    "S5",
    TABLES.map((table) => grandTotal(table, "revenue", "totalRevenue", "currentYearRevenue")),
    {
      zh: "收支总体、财政拨款收支总体情况表：收入总计 ＝ 本年收入合计 ＋ 其间各项",
      en: "Two-sided summaries: total revenue = current-year revenue + the lines between the two",
    },
  ),
  rule(
    "S6",
    TABLES.map((table) => grandTotal(table, "expenditure", "totalExpenditure", "currentYearExpenditure")),
    {
      zh: "收支总体、财政拨款收支总体情况表：支出总计 ＝ 本年支出合计 ＋ 其间各项",
      en: "Two-sided summaries: total expenditure = current-year expenditure + the lines between the two",
    },
  ),
  rule(
    "S7",
    TABLES.map((table) => ({
      each: { each: "document" },
      left: [total(table, "revenue", "totalRevenue")],
      right: [total(table, "expenditure", "totalExpenditure")],
    })),
    {
      zh: "收支总体、财政拨款收支总体情况表：收入总计 ＝ 支出总计",
      en: "Two-sided summaries: total revenue = total expenditure",
    },
  ),
];

function rule(id: string, claims: readonly Claim[], sentence: SumRule["sentence"]): SumRule {
  return { id, family: "twoSided", severity: "error", claims, sentence };
}

function line(table: string, side: SideName, rows: RowFilter): TableSelector {
  return { table, rows: { side, ...rows }, columns: [side] };
}

function total(table: string, side: SideName, key: string): TableSelector {
  return { ...line(table, side, { keys: [key] }), ifNoRow: "leftOut" };
}

function subtotal(table: string, side: SideName, key: string): Claim {
  return {
    each: { each: "document" },
    left: [total(table, side, key)],
    right: [line(table, side, { standing: "aboveSubtotal", topLevel: true })],
  };
}

function grandTotal(table: string, side: SideName, key: string, subtotalKey: string): Claim {
  const above = line(table, side, { standing: "aboveSubtotal", topLevel: true });
  return {
    each: { each: "document" },
    left: [line(table, side, { keys: [key] })],
    right: [
      { ...line(table, side, { keys: [subtotalKey] }), orElse: [above] },
      { ...line(table, side, { standing: "belowSubtotal", topLevel: true }), ifNoRow: "nothing" },
    ],
  };
}
