import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { openPdf } from "../../src/read/read-pdf.ts";
import { printed, tinyPdf } from "../support/tiny-pdf.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** MiB that are held after page 40 and after page 400 of a document, when its pages are dropped as they come. */
async function heldMemory(): Promise<readonly [number, number]> {
  const page = Array.from({ length: 60 }, (_, i) =>
    printed(`line ${i} of a page that is full of text 1,234.56 7,890.12`, 50, 800 - 12 * i, 10, "L"),
  ).join("");
  const bytes = tinyPdf(Array.from({ length: 400 }, () => page));
  const held: number[] = [];
  for await (const { page } of (await openPdf(bytes)).pages) {
    if (page.pageNumber !== 40 && page.pageNumber !== 400) continue;
    collectGarbage();
    held.push(process.memoryUsage().heapUsed / 2 ** 20);
  }
  return [held[0] ?? Number.NaN, held[1] ?? Number.NaN];
}

describe("pages are released as they are read", () => {
  it("400 pages hold little more than 40 do", { timeout: 120_000 }, async () => {
    const [after40, after400] = await heldMemory();
    expect(after400 - after40).toBeLessThan(5); // 12 where pages are kept
  });

  it("a document leaves nothing behind", { timeout: 120_000 }, async () => {
    const small = tinyPdf([printed("預", 100, 700)]);
    const parse = async () => {
      for await (const _ of (await openPdf(small)).pages);
      collectGarbage();
      return process.memoryUsage().heapUsed / 2 ** 20;
    };
    for (let i = 0; i < 5; i++) await parse();
    const before = await parse();
    for (let i = 0; i < 30; i++) await parse();
    expect((await parse()) - before).toBeLessThan(3);
  });
});
