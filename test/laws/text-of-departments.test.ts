import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBudget } from "../../src/parse-budget.ts";
import type { BudgetDocument } from "../../src/tables/budget-document.ts";
import { departmentText, type TextLayout, withChineseNames } from "../support/department-text.ts";
import { generatedDepartment } from "../support/generated-department.ts";

const compact = (text: string | null) => (text ?? "").replace(/\s+/gu, "");
const cellsOf = ({ tables }: BudgetDocument, number: number | undefined) =>
  tables.filter((table) => table.number === number).flatMap(({ rows }) => rows.map(({ cells }) => cells.map(compact).join("|")));

/** Several text columns side by side: running text does not say where one ends. */
const SEVERAL_TEXTS = [
  "nonTaxRevenue",
  "projectExpenditureByUnit",
  "transferPaymentsByDistrict",
  "governmentProcurement",
  "purchasedPublicServices",
];

const layouts = fc.record({
  headerWidth: fc.integer({ min: 2, max: 8 }),
  labelWidth: fc.integer({ min: 6, max: 24 }),
  rowsAPage: fc.integer({ min: 1, max: 12 }),
  gap: fc.constantFrom(" ", "　", " "),
});
const departments = fc.record({
  seed: fc.nat(10_000),
  form: fc.constantFrom("gz-14" as const, "gz-12" as const, "gz-12-2026" as const),
  units: fc.integer({ min: 1, max: 3 }),
  zero: fc.constantFrom("0.00" as const, "-" as const),
  printedUnit: fc.constantFrom("tenThousandYuan" as const, "yuan" as const),
  rounded: fc.boolean(),
});

async function bothOf(options: Parameters<typeof generatedDepartment>[0], layout: TextLayout) {
  const printed = withChineseNames(generatedDepartment(options));
  return { printed, read: await parseBudget(departmentText(printed, layout), { locale: "en" }) };
}

describe("a department's tables come out of their text as they went in, however it is laid out", () => {
  it("cells between tabs, pages that end after any row", async () => {
    await fc.assert(
      fc.asyncProperty(departments, layouts, async (options, layout) => {
        const { printed, read } = await bothOf(options, { ...layout, way: "tabbed" });
        for (const { number } of printed.tables) expect(cellsOf(read, number)).toEqual(cellsOf(printed, number));
      }),
      { seed: 41, numRuns: 6 },
    );
  });

  it("running text: labels and headings broken anywhere, any gap between words, pages that end after any row", async () => {
    await fc.assert(
      fc.asyncProperty(departments, layouts, async (options, layout) => {
        const { printed, read } = await bothOf(options, { ...layout, way: "flowed" });
        for (const { number, kind } of printed.tables) {
          const same = cellsOf(read, number).join("\n") === cellsOf(printed, number).join("\n");
          const doubted = read.diagnostics.some(({ table }) => table === number);
          if (!SEVERAL_TEXTS.includes(kind)) expect(cellsOf(read, number)).toEqual(cellsOf(printed, number));
          else expect({ number, said: same || doubted }).toEqual({ number, said: true });
        }
      }),
      { seed: 42, numRuns: 6 },
    );
  });

  it("running text that leaves empty cells out is doubted where it is not certain", async () => {
    await fc.assert(
      fc.asyncProperty(departments, layouts, async (options, layout) => {
        const { printed, read } = await bothOf({ ...options, zero: "" }, { ...layout, way: "flowed" });
        for (const { number } of printed.tables) {
          const same = cellsOf(read, number).join("\n") === cellsOf(printed, number).join("\n");
          const doubted = read.diagnostics.some(({ table }) => table === number || table === undefined);
          expect({ number, said: same || doubted }).toEqual({ number, said: true });
        }
      }),
      { seed: 43, numRuns: 6 },
    );
  });
});
