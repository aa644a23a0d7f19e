import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInForms, national } from "../../src/forms.ts";
import { checkBudget, parseBudget } from "../../src/index.ts";
import { lawRuns } from "../support/law-runs.ts";
import { type NationalRow, nationalBudget } from "../support/national-budget.ts";
import { tabbedText } from "../support/national-pages.ts";

const forms = [...builtInForms, national];
/** A table of one row, or of none, under a header of several levels: in text nothing tells where its header ends. */
const isTold = ({ kind, rows }: { readonly kind: string; readonly rows: readonly unknown[] }) =>
  kind !== "threePublicExpenses" && rows.length > 1;

describe("a budget of the national form made up from a seed: counted titles and headers, codes in one or three columns, units, nested lines, carryover", () => {
  it("is typed column by column and row by row, and raises no error", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 100_000 }), async (seed) => {
        const budget = nationalBudget(seed);
        const document = await parseBudget(tabbedText(budget), { forms });
        for (const table of budget.tables.filter(isTold)) {
          const found = document.tables.find(({ kind }) => kind === table.kind);
          expect([seed, found?.columns.map(({ key }) => key)]).toEqual([seed, table.columns.map(({ key }) => key)]);
          const rows = (found?.rows ?? []) as unknown as readonly ReadRow[];
          expect([seed, table.kind, rows.map((row, at) => told(row, table.rows[at]))]).toEqual([seed, table.kind, table.rows]);
        }
        const { findings } = checkBudget(document, { forms });
        const wrong = findings.filter(({ outcome, severity }) => outcome === "inconsistent" && severity === "error");
        expect([seed, wrong.map(({ message }) => message.zh)]).toEqual([seed, []]);
      }),
      { numRuns: lawRuns(4, 200), seed: 19 },
    );
  });
});

interface ReadRow {
  readonly cells: readonly (string | null)[];
  readonly role: string;
  readonly level: number;
  readonly code?: string | null;
  readonly departmentEconomic?: { readonly code: string } | null;
  readonly budgetUnitName?: string | null;
}

/** What was read of a row, as far as the budget says what it has to be. */
function told(row: ReadRow, printed: NationalRow | undefined): NationalRow {
  const cells = row.cells.map((cell, at) => {
    const wanted = printed?.cells[at] ?? "";
    return (cell ?? "").trim() === wanted.trim() ? wanted : (cell ?? "");
  });
  return {
    cells,
    ...(printed?.role !== undefined && { role: row.role }),
    ...(printed?.level !== undefined && { level: row.level }),
    ...(printed?.code !== undefined && { code: row.code ?? row.departmentEconomic?.code ?? "" }),
    ...(printed?.unit !== undefined && { unit: row.budgetUnitName ?? "" }),
  };
}
