import { describe, expect, it } from "vitest";
import type { FlowedLine } from "../../src/layout/flowed/flowed-line.ts";
import { sideReadings } from "../../src/layout/flowed/side-readings.ts";
import type { SideWord } from "../../src/layout/flowed/two-sided-flow.ts";
import { pageToRegions } from "../../src/layout/page-to-regions.ts";
import { BudgetError } from "../../src/model/budget-error.ts";
import { unguarded } from "../../src/model/guard.ts";
import { searchBudget } from "../../src/model/search-budget.ts";
import type { Glyph } from "../../src/read/page.ts";
import { pageOf, printedGlyphs } from "../support/drawn-table.ts";
import { randomOf } from "../support/law-runs.ts";

/** Digits anywhere on a page: each may head any columns. */
function scattered(count: number): Glyph[] {
  const random = randomOf(count);
  return Array.from({ length: count }, () =>
    printedGlyphs(String(Math.floor(10 * random())), 595 * random(), 20 + 800 * random(), 10),
  ).flat();
}

describe("a search over a page", () => {
  it.each([100, 200, 400, 1000])("of %i scattered glyphs ends, and each of them is somewhere", (count) => {
    const { regions, notices } = pageToRegions(pageOf(scattered(count), []));
    const inRegions = regions.map((region) => (region.kind === "text" ? region.text : region.cells.flatMap(({ lines }) => lines).join("")));
    const told = notices.filter(({ code }) => code === "layout.unplaced-text").map(({ fields }) => String(fields.text));
    expect([...inRegions, ...told].join("").replace(/\s/gu, "")).toHaveLength(count);
  });

  it("says that it gave up", () => {
    expect(pageToRegions(pageOf(scattered(200), [])).notices.map(({ code }) => code)).toContain("layout.search-ended");
    expect(pageToRegions(pageOf(scattered(50), [])).notices.map(({ code }) => code)).not.toContain("layout.search-ended");
  });

  it("asks whether it is still wanted", () => {
    let asked = 0;
    const check = () => {
      if (++asked > 3) throw new BudgetError("ABORTED");
    };
    expect(() => pageToRegions(pageOf(scattered(200), []), undefined, { check })).toThrow(BudgetError);
  });

  it("takes no step more than it has, together with all others", () => {
    const search = searchBudget(unguarded, 10);
    expect([search.spend(6), search.isSpent, search.spend(4), search.spend(1), search.spend(0), search.isSpent]).toEqual([
      true,
      false,
      true,
      false,
      false,
      true,
    ]);
  });
});

describe("the search for the sides of amounts", () => {
  it.each([
    [200, true],
    [201, false],
  ])("among %i labels and as many amounts is made: %s", (count, made) => {
    const line: FlowedLine = { line: 1, pageNumber: undefined, words: [], afterBlank: false };
    const labels = Array.from({ length: count }, (_, index): SideWord => {
      const side = index % 2 === 0 ? "revenue" : "expenditure";
      return { kind: "label", entry: { labelLines: [side], amount: undefined, side, from: line, to: line } };
    });
    const amounts = labels.map((_, index): SideWord => ({ kind: "amount", text: `${index}.00`, line }));
    expect(sideReadings([...labels, ...amounts]).length > 0).toBe(made);
  });
});
