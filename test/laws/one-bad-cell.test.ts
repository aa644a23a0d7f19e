import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBudget } from "../../src/parse-budget.ts";
import { scoreDocument } from "../score/score-document.ts";
import { misprinted, misprintedAmount } from "../support/misprints.ts";
import { loadTruth } from "../support/truth.ts";

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/corpus/gz-2024-ybzx/${name}`, import.meta.url), "utf8");
const truth = loadTruth("gz-2024-ybzx");

async function wrongCells(text: string) {
  const document = await parseBudget(text, { locale: "en" });
  const { cells, cellsExact } = scoreDocument(document, truth);
  return { wrong: cells - cellsExact, codes: document.diagnostics.map(({ code }) => code as string) };
}

describe("one bad cell costs one cell", () => {
  it.each([["chrome-ruled.raw.txt"], ["chrome-ruled.layout.txt"]])("an amount that is misprinted: %s", async (name) => {
    const text = fixture(name);
    const tables = [text.indexOf("第二部分 2024年部门预算表"), text.indexOf("第三部分 2024年部门预算情况说明")] as const;
    await fc.assert(
      fc.asyncProperty(misprintedAmount(text, ...tables), async (misprint) => {
        const { wrong, codes } = await wrongCells(misprinted(text, misprint));
        expect({ ...misprint, wrong, codes }).toEqual({ ...misprint, wrong: 1, codes: ["interpret.bad-amount"] });
      }),
      { seed: 61, numRuns: 8 },
    );
  });
});
