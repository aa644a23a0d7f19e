import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findTable, parseBudget } from "../../src/index.ts";
import { differencesFromTruth } from "../support/compare-with-truth.ts";
import { loadTruth } from "../support/truth.ts";

const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const pdf = (path: string) => new Uint8Array(readFileSync(at(path)));
const text = (path: string) => readFileSync(at(path), "utf8");

describe("a ruled PDF gives every table, row, cell, header and note of its document", () => {
  it.each([
    ["gz-2021-ybj", "writer-titled"],
    ["gz-2021-ybj", "rl-cid"],
    ["gz-2021-ybj", "weasy-repeat"],
    ["gz-2024-ybzx", "chrome-ruled"],
    ["gz-2024-ybzx", "writer-repeat"],
    ["gz-2024-ybzx", "calc-titles"],
    ["gz-2024-ybzx", "rl-cid"],
    ["gz-2024-ybzx", "lock-owner"],
    ["syn-2020-dagl", "chrome-flow"],
    ["syn-2020-dagl", "rl-rects"],
    ["gz-2026-hcglj", "chrome-thin"],
  ])("%s %s", async (id, style) => {
    const truth = loadTruth(id);
    const document = await parseBudget(pdf(`fixtures/corpus/${id}/${style}.pdf`));
    expect(differencesFromTruth(document, truth)).toEqual([]);
    expect(document.form).toBe(truth.layout);
    expect(document.fiscalYear).toBe(truth.year);
    expect(document.organization?.name).toBe(truth.organization);
    expect(document.diagnostics.filter(({ code }) => code !== "interpret.rows-missing")).toEqual([]);
  });
});

describe("a PDF without all rules gives every table too, and says that its columns were told by alignment", () => {
  it.each([
    ["gz-2024-ybzx", "chrome-three"],
    ["syn-2020-dagl", "chrome-bare"],
  ])("%s %s", async (id, style) => {
    const truth = loadTruth(id);
    const document = await parseBudget(pdf(`fixtures/corpus/${id}/${style}.pdf`));
    expect(differencesFromTruth(document, truth)).toEqual([]);
    expect(document.diagnostics.map(({ code, table }) => `${code} ${table}`)).toEqual(
      truth.tables.map(({ number }) => `recognise.columns-inferred ${number}`),
    );
  });
});

describe("text that pdftotext took from a PDF", () => {
  it.each([["layout"], ["raw"]])("gives every table: %s", async (mode) => {
    const document = await parseBudget(text(`fixtures/corpus/gz-2024-ybzx/chrome-ruled.${mode}.txt`));
    expect(differencesFromTruth(document, loadTruth("gz-2024-ybzx"))).toEqual([]);
    expect(document.diagnostics).toEqual([]);
  });

  it("gives what is certain of its column-like blocks, and a diagnostic in every table that came out otherwise", async () => {
    const document = await parseBudget(text("fixtures/corpus/gz-2024-ybzx/chrome-ruled.default.txt"));
    const differing = differencesFromTruth(document, loadTruth("gz-2024-ybzx")).map((line) => Number(/^表(\d+)/.exec(line)?.[1]));
    const doubted = new Set(document.diagnostics.map(({ table }) => table));
    expect([...new Set(differing)].filter((number) => !doubted.has(number))).toEqual([]);
    expect(new Set(differing).size).toBeLessThanOrEqual(4);
  });
});

describe("a PDF that cannot be read as it is", () => {
  it("says page by page that a scan has no text layer", async () => {
    const document = await parseBudget(pdf("fixtures/corpus/gz-2024-ybzx/scan.pdf"));
    const scanned = document.diagnostics.filter(({ code }) => code === "read.no-text-layer").map(({ page }) => page);
    expect(scanned).toEqual(Array.from({ length: document.source.pageCount ?? 0 }, (_, index) => index + 1));
  });

  it("opens with its user password, and not without", async () => {
    const bytes = pdf("fixtures/corpus/gz-2024-ybzx/lock-user.pdf");
    await expect(parseBudget(bytes)).rejects.toMatchObject({ name: "BudgetError", code: "ENCRYPTED" });
    await expect(parseBudget(bytes, { password: "gz2023" })).rejects.toMatchObject({ code: "WRONG_PASSWORD" });
    expect(differencesFromTruth(await parseBudget(bytes, { password: "gz2024" }), loadTruth("gz-2024-ybzx"))).toEqual([]);
  });
});

describe("a seed gives every table, row and cell that was transcribed from it by hand", () => {
  it.each([
    ["gz-2021-ybj", "seeds/000_c902f1b07777cdfc.txt", 303],
    ["gz-2024-ybzx", "seeds/001_54c9370821fa4330.txt", 233],
  ])("%s", async (id, path, rowCount) => {
    const document = await parseBudget(text(path));
    expect(differencesFromTruth(document, loadTruth(id))).toEqual([]);
    const recognised = document.tables.filter(({ kind, number }) => kind !== "unrecognised" && number !== undefined);
    expect(recognised.reduce((count, { rows }) => count + rows.length, 0)).toBe(rowCount);
  });

  it("2021: the anchors that a person reads off the document", async () => {
    const document = await parseBudget(text("seeds/000_c902f1b07777cdfc.txt"));
    expect(document).toMatchObject({ fiscalYear: 2021, form: "gz-14", organization: { name: "广州市医疗保障局", kind: "department" } });
    expect(findTable(document, "revenueAndExpenditureSummary")?.rows.at(-1)?.amounts.revenue?.toFixed(2)).toBe("509998.93");
    expect(findTable(document, "projectExpenditureByUnit")?.rows).toHaveLength(30);
    expect(findTable(document, "governmentProcurement")?.rows[0]?.amounts.total?.toFixed(2)).toBe("2381.08");
    expect(document.diagnostics.map(({ code, table }) => `${code} ${table ?? ""}`.trim())).toEqual([
      "layout.long-row 11",
      "interpret.rows-missing 2",
      "interpret.rows-missing 8",
    ]);
  });

  it("2024: the anchors that a person reads off the document", async () => {
    const document = await parseBudget(text("seeds/001_54c9370821fa4330.txt"));
    expect(document).toMatchObject({ fiscalYear: 2024, form: "gz-12", organization: { name: "广州市医疗保险服务中心", kind: "unit" } });
    expect(findTable(document, "revenueSummary")?.rows[0]?.amounts.generalPublicBudget?.toFixed(2)).toBe("497229.09");
    expect(findTable(document, "projectExpenditureByUnit")?.rows).toHaveLength(26);
    expect(document.diagnostics).toEqual([]);
  });
});
