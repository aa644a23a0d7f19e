import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseBudget } from "../../src/index.ts";
import { lawRuns, randomOf } from "../support/law-runs.ts";
import { printed, tinyPdf } from "../support/tiny-pdf.ts";

const corpus = (name: string) => new Uint8Array(readFileSync(new URL(`../../fixtures/corpus/${name}`, import.meta.url)));

// Without the test runner's own listener a rejection that escapes ends the process, as it would end a user's.
const listeners = process.listeners("unhandledRejection");
beforeAll(() => void process.removeAllListeners("unhandledRejection"));
afterAll(() => {
  for (const listener of listeners) process.on("unhandledRejection", listener);
});

describe("a reading that is ended at any moment says so and leaves nothing behind", () => {
  const budget = corpus("syn-2020-dagl/rl-rects.pdf");
  const text = readFileSync(new URL("../../fixtures/corpus/gz-2024-ybzx/chrome-ruled.layout.txt", import.meta.url), "utf8").slice(
    0,
    12_000,
  );
  const inputs: [string, Uint8Array | string][] = [
    ["a budget", budget],
    ["a locked file", corpus("gz-2024-ybzx/lock-user.pdf")],
    ["a file cut off", budget.slice(0, 90_000)],
    ["text", text],
  ];

  it.each(inputs)("%s, by its signal", { timeout: 3_600_000 }, async (_name, input) => {
    const random = randomOf(20_261_127);
    const usual = await milliseconds(() => parseBudget(input));
    for (let run = 0; run < lawRuns(5, 1500); run++) {
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort("enough"), Math.min(2000, 1.2 * usual) * random());
      const error = await parseBudget(input, { signal: controller.signal }).catch((thrown: unknown) => thrown);
      clearTimeout(timer);
      if (error instanceof Error && controller.signal.aborted) expect(["ABORTED", "ENCRYPTED", "DAMAGED_PDF"]).toContain(codeOf(error));
    }
  });

  it.each(inputs)("%s, by its limit", { timeout: 3_600_000 }, async (_name, input) => {
    const random = randomOf(20_261_128);
    const usual = await milliseconds(() => parseBudget(input));
    for (let run = 0; run < lawRuns(5, 1500); run++) {
      const limits = { milliseconds: 0.01 + Math.min(2000, 1.2 * usual) * random() };
      const error = await parseBudget(input, { limits }).catch((thrown: unknown) => thrown);
      if (error instanceof Error) expect(["LIMIT_EXCEEDED", "ENCRYPTED", "DAMAGED_PDF"]).toContain(codeOf(error));
    }
  });

  it("an abort that waits for its turn is seen between pages", async () => {
    const controller = new AbortController();
    const pages = Array.from({ length: 400 }, (_, index) => printed(`第${index}页`, 100, 700));
    setTimeout(() => controller.abort(), 0);
    await expect(parseBudget(tinyPdf(pages), { signal: controller.signal })).rejects.toMatchObject({ code: "ABORTED" });
  });
});

describe("a callback that throws ends the reading with its own error", () => {
  const input = tinyPdf(["", ""]);
  const broken = new Error("of the caller");

  it("at once", async () => {
    const onProgress = () => {
      throw broken;
    };
    await expect(parseBudget(input, { onProgress })).rejects.toBe(broken);
    await expect(parseBudget("单位：万元", { onProgress })).rejects.toBe(broken);
  });

  it("later", async () => {
    await expect(parseBudget(input, { onProgress: () => Promise.reject(broken) })).rejects.toBe(broken);
  });
});

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work().catch(() => {});
  return performance.now() - started;
}

function codeOf(error: unknown): unknown {
  return (error as { readonly code?: unknown }).code ?? error;
}
