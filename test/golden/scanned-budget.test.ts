import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseBudget } from "../../src/index.ts";
import { createTextRecogniser } from "../../src/ocr.ts";
import { loadTruth } from "../support/truth.ts";

const scan = new Uint8Array(readFileSync(new URL("../../fixtures/corpus/gz-2024-ybzx/scan.pdf", import.meta.url)));
const figuresOf = (rows: readonly { readonly cells: readonly (string | null)[] }[]) =>
  rows.map(({ cells }) => cells.filter((cell) => cell !== null && /^[-\d,.]+$/.test(cell)));

describe("a scan of 150 dots an inch, black and white", () => {
  it("is read with the installed model", { timeout: 120_000 }, async () => {
    const { tables } = await parseBudget(scan, { pages: "6", recogniseText: createTextRecogniser() });
    const [table] = tables;
    const expected = loadTruth("gz-2024-ybzx").tables.find(({ title }) => title === table?.title);
    expect(figuresOf(table?.rows ?? [])).toEqual(figuresOf(expected?.rows ?? []));
  });
});

describe("a recogniser", () => {
  it("says what it needs", () => {
    expect(() => createTextRecogniser({ runtime: {} as never, locale: "en" })).toThrow("onnxruntime-node or onnxruntime-web");
    expect(() => createTextRecogniser({ modle: undefined, locale: "en" } as never)).toThrow("model");
  });

  it("tries again what failed to load", async () => {
    const recogniseText = createTextRecogniser({ model: { recognition: "/missing.onnx", characters: "/missing.txt" } });
    const first = await parseBudget(scan, { pages: "6", recogniseText });
    expect(first.diagnostics.map(({ code }) => code)).toContain("read.recognition-failed");
  });
});
