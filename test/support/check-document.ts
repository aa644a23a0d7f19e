import { checkBudget } from "../../src/check/check-budget.ts";
import type { CheckOptions } from "../../src/check/check-options.ts";
import { interpret } from "../../src/interpret/interpret.ts";
import { narrativeFigures } from "../../src/interpret/narrative-figures.ts";
import { amount } from "../../src/model/amount.ts";
import type { CheckReport, Finding } from "../../src/model/check-report.ts";
import type { BudgetDocument } from "../../src/tables/budget-document.ts";
import { loadTruth, recognisedFromTruth } from "./truth.ts";

export const truthIds = ["gz-2021-ybj", "gz-2024-ybzx", "syn-2020-dagl"] as const;

/** The document that a truth file holds, interpreted as the library does it. */
export function documentFromTruth(id: (typeof truthIds)[number] | "gz-2026-hcglj"): BudgetDocument {
  const source = { mediaType: "text/plain", sha256: "0".repeat(64), name: `${id}.txt` } as const;
  return interpret(recognisedFromTruth(loadTruth(id)), { source, locale: "en", notices: [], printed: [] });
}

/** Findings that are not as they should be in a document without errors. */
export function alarms({ findings }: CheckReport): string[] {
  return findings.filter(({ outcome }) => outcome === "inconsistent").map(({ rule, message }) => `${rule}: ${message.en}`);
}

/** The findings of one rule. */
export function findingsOf(document: BudgetDocument | readonly BudgetDocument[], rule: string, options: CheckOptions = {}): Finding[] {
  return checkBudget(document, { ...options, rules: [rule] }).findings;
}

/** Where a figure stands. */
export interface FigurePlace {
  readonly kind: string;
  readonly row: number;
  readonly key: string;
}

/** The same document with one figure printed otherwise. */
export function withFigure(document: BudgetDocument, place: FigurePlace, printed: string): BudgetDocument {
  const value = amount(printed.replaceAll(",", ""));
  const tables = document.tables.map((table) => {
    if (table.kind !== place.kind || table.kind === "unrecognised") return table;
    const column = table.columns.findIndex(({ key }) => key === place.key);
    const rows = (table.rows as readonly object[] as readonly Readonly<Record<string, unknown>>[]).map((row, index) => {
      if (index !== place.row) return row;
      const cells = (row.cells as readonly (string | null)[]).map((text, at) => (at === column ? printed : text));
      const amounts = { ...(row.amounts as object), [place.key]: value };
      const side = row[place.key];
      return { ...row, cells, amounts, ...(side !== null && typeof side === "object" && { [place.key]: { ...side, amount: value } }) };
    });
    return { ...table, rows } as unknown as typeof table;
  });
  return { ...document, tables };
}

/** The same document with this explanatory part. */
export function withNarrative(document: BudgetDocument, paragraphs: readonly string[], heading: string | null = null): BudgetDocument {
  const sections = [{ heading, paragraphs: [...paragraphs] }];
  return { ...document, narrative: { sections, figures: narrativeFigures(sections) } };
}
