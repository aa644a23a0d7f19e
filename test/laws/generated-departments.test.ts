import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkBudget } from "../../src/check/check-budget.ts";
import type { TableFigure } from "../../src/model/check-report.ts";
import { alarms, withFigure } from "../support/check-document.ts";
import { type GeneratedOptions, generatedDepartment } from "../support/generated-department.ts";
import { lawRuns } from "../support/law-runs.ts";

const options: fc.Arbitrary<GeneratedOptions> = fc.record({
  seed: fc.integer({ min: 1, max: 100_000 }),
  form: fc.constantFrom("gz-14", "gz-12", "gz-12-2026"),
  units: fc.integer({ min: 1, max: 5 }),
  zero: fc.constantFrom("0.00", "-", ""),
  printedUnit: fc.constantFrom("tenThousandYuan", "yuan"),
  rounded: fc.boolean(),
  negative: fc.boolean(),
  nested: fc.boolean(),
  subtotals: fc.boolean(),
  prose: fc.boolean(),
});

/** Where a negative amount of one table makes another, which prints only what it comes to with more, smaller than a part of it. */
const hidden: readonly GeneratedOptions[] = [
  { seed: 25875, form: "gz-12", units: 2, zero: "", printedUnit: "tenThousandYuan", rounded: false, negative: true },
  { seed: 30870, form: "gz-12", units: 4, zero: "", printedUnit: "tenThousandYuan", rounded: true, negative: true },
  { seed: 25927, form: "gz-14", units: 3, zero: "-", printedUnit: "yuan", rounded: true, negative: true },
  // Two units whose names are a character apart, each in tables where the other is not.
  {
    seed: 6550,
    form: "gz-14",
    units: 4,
    zero: "-",
    printedUnit: "tenThousandYuan",
    rounded: true,
    negative: false,
    nested: true,
    prose: true,
  },
  { seed: 14097, form: "gz-12-2026", units: 4, zero: "", printedUnit: "yuan", rounded: true, negative: true },
];

describe("a department made up from a seed: every table of its form, several units under each other or not, every fund, carryover both ways, negative amounts, 小计, zeros as 0.00, dashes or blanks, 元 or 万元, the explanatory part", () => {
  it("raises no alarm", () => {
    fc.assert(
      fc.property(options, (made) => {
        expect([made, alarms(checkBudget(generatedDepartment(made)))]).toEqual([made, []]);
      }),
      { numRuns: lawRuns(30, 240), seed: 20, examples: hidden.map((made) => [made]) },
    );
  });

  it("has every non-zero figure vouched for", () => {
    fc.assert(
      fc.property(options, (made) => {
        const { coverage } = checkBudget(generatedDepartment(made));
        expect([made, coverage.nonZeroCovered]).toEqual([made, coverage.nonZeroFigures]);
      }),
      { numRuns: 10, seed: 21 },
    );
  });

  it("is found out when one figure is wrong, and the figure is among the first three causes", () => {
    const missed: string[] = [];
    let tried = 0;
    fc.assert(
      fc.property(options, fc.nat(), fc.integer({ min: 6, max: 9_000 }), fc.boolean(), (made, choice, hundredths, more) => {
        const document = generatedDepartment(made);
        const figures = printedFigures(document);
        const figure = figures[choice % figures.length];
        if (!figure) return;
        const unit = made.printedUnit === "yuan" ? 10_000 : 1;
        const wrong = (Number(figure.text) + (more ? 1 : -1) * hundredths * unit).toFixed(2);
        const { causes, summary } = checkBudget(withFigure(document, figure, wrong));
        tried += 1;
        expect([figure, wrong, summary.inconsistent > 0]).toEqual([figure, wrong, true]);
        const accused = causes.flatMap(({ corrections, alternatives }) => [...corrections, ...alternatives]);
        const place = accused.slice(0, 3).map(({ figure: suspect }) => placeOf(suspect as TableFigure));
        if (!place.includes(placeOf(figure))) missed.push(placeOf(figure));
      }),
      { numRuns: 40, seed: 22 },
    );
    expect(missed.length).toBeLessThanOrEqual(tried / 10);
  });
});

function placeOf({ kind, row, key }: { readonly kind: string; readonly row: number; readonly key: string }): string {
  return `${kind} ${row} ${key}`;
}

/** Every figure that is printed as a number. */
function printedFigures(document: ReturnType<typeof generatedDepartment>): { kind: string; row: number; key: string; text: string }[] {
  return document.tables.flatMap(({ kind, columns, rows }) =>
    rows.flatMap(({ cells }, row) =>
      columns.flatMap(({ key }, column) => {
        const text = cells[column] ?? "";
        return key !== undefined && /^\d+\.\d\d$/.test(text) && Number(text) > 0 ? [{ kind, row, key, text }] : [];
      }),
    ),
  );
}
