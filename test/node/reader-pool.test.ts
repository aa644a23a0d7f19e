import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readerPool } from "../../src/node/reader-pool.ts";
import { resolveBatchLimits } from "../../src/node/worker-limits.ts";
import type { WorkerPool } from "../../src/node/worker-pool.ts";

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const task = (path: string) => ({ path, locale: "en", formats: ["ndjson"] }) as const;

describe("where no process can be started", () => {
  const warnings: Error[] = [];
  const keep = (warning: Error) => void warnings.push(warning);
  let pool: WorkerPool;
  beforeEach(() => {
    process.on("warning", keep);
    pool = readerPool({
      concurrency: 2,
      limits: resolveBatchLimits({}, "en"),
      locale: "en",
      ownWorker: file("test/there-is-no-such-worker.mjs"),
    });
  });
  afterEach(async () => {
    await pool.close();
    process.off("warning", keep);
    warnings.length = 0;
  });

  it("files are read in this one, and it says so once", async () => {
    const [seed, broken] = await Promise.all([
      pool.run(task(file("seeds/001_54c9370821fa4330.txt"))),
      pool.run(task(file("package.json"))),
    ]);
    expect(seed).toMatchObject({ summary: { fiscalYear: 2024, form: "gz-12" } });
    expect(broken).toMatchObject({ summary: { tables: 0 } });
    expect(warnings.map(({ message }) => message)).toEqual([expect.stringMatching(/^no process can be started here .*one after another/)]);
    expect(warnings[0]).toMatchObject({ code: "GZ_BUDGET_ONE_PROCESS" });
  });

  it("a file that cannot be read fails alone, and an abort ends the rest", async () => {
    expect(await pool.run(task(file("there-is-no-such.pdf")))).toMatchObject({ failure: { code: "FILE_UNREADABLE" } });
    const aborted = pool.run(task(file("seeds/001_54c9370821fa4330.txt")), { signal: AbortSignal.abort() });
    await expect(aborted).rejects.toMatchObject({ code: "ABORTED" });
  });

  it("tells of each page", async () => {
    const pages: number[] = [];
    await pool.run(task(file("fixtures/corpus/gz-2024-ybzx/chrome-three.pdf")), { onPage: (pagesRead) => void pages.push(pagesRead) });
    expect(pages.length).toBeGreaterThan(5);
  });
});
