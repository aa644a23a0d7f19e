import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toJson } from "../../src/index.ts";
import { type FileProgress, type FileResult, parseBudgetFile, type parseBudgetFiles } from "../../src/node/index.ts";
import { budgetText } from "../support/budget-text.ts";
import { builtPackage } from "../support/built-package.ts";

let folder = "";
let paths: string[] = [];
/** Processes are started from JavaScript: the function of the built package. */
let parseFiles: typeof parseBudgetFiles;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gz-budget-files-"));
  paths = ["a", "b", "c", "d", "e"].map((name) => join(folder, `${name}.txt`));
  for (const [at, path] of paths.entries())
    await writeFile(path, budgetText({ year: 2021, organization: `广州市第${at}局`, total: `${at}00.00` }));
  ({ parseBudgetFiles: parseFiles } = await import(pathToFileURL(join(await builtPackage(), "node.js")).href));
});
afterAll(() => rm(folder, { recursive: true }));

async function collected(results: AsyncIterable<FileResult>): Promise<FileResult[]> {
  const all: FileResult[] = [];
  for await (const result of results) all.push(result);
  return all.sort((a, b) => a.index - b.index);
}

describe("many files", () => {
  it("give the same documents as one by one, whatever the concurrency", async () => {
    const expected: string[] = [];
    for (const path of paths) expected.push(toJson(await parseBudgetFile(path, { locale: "en" })));
    for (const concurrency of [1, 2]) {
      const results = await collected(parseFiles(paths, { concurrency, locale: "en" }));
      expect(results.map(({ path, index, document }) => [path, index, document && toJson(document)])).toEqual(
        paths.map((path, index) => [path, index, expected[index]]),
      );
    }
  });

  it("go on where one cannot be read, and say why", async () => {
    const broken = join(folder, "broken.pdf");
    await writeFile(broken, "<html><body>404</body></html>");
    const results = await collected(parseFiles([broken, join(folder, "missing.pdf"), paths[0] ?? ""], { concurrency: 2, locale: "en" }));
    expect(results.map(({ error, document }) => error?.code ?? document?.organization?.name)).toEqual([
      "NOT_A_PDF",
      "FILE_UNREADABLE",
      "广州市第0局",
    ]);
    expect(results[0]?.error).toMatchObject({ name: "BudgetError", message: expect.stringContaining("HTML") });
  });

  it("tell the pages of each file as they are read", async () => {
    const seen: FileProgress[] = [];
    await collected(parseFiles(paths.slice(0, 2), { onProgress: (progress) => seen.push(progress) }));
    for (const path of paths.slice(0, 2)) expect(seen.some((one) => one.path === path && one.pagesRead > 0)).toBe(true);
  });

  it("are begun only as results are taken", async () => {
    const asked: string[] = [];
    const given = (function* () {
      for (const path of paths) {
        asked.push(path);
        yield path;
      }
    })();
    for await (const { document } of parseFiles(given, { concurrency: 2 })) {
      expect(document).toBeDefined();
      break; // leaving the loop ends the processes
    }
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it("end at an abort: those being read and those not begun fail with ABORTED", async () => {
    const controller = new AbortController();
    const results: FileResult[] = [];
    for await (const result of parseFiles(paths, { concurrency: 1, signal: controller.signal })) {
      results.push(result);
      controller.abort();
    }
    expect(results.map(({ error }) => error?.code)).toEqual([undefined, "ABORTED", "ABORTED", "ABORTED", "ABORTED"]);
  });

  it.each([
    [{ concurency: 2 }, 'did you mean "concurrency"?'],
    [{ concurrency: 0 }, "options.concurrency"],
    [{ limits: { milliseconds: 0 } }, "options.limits.milliseconds"],
    [{ limits: { megabyte: 1 } }, 'did you mean "megabytes"?'],
  ])("refuse %j", async (options, message) => {
    await expect(collected(parseFiles(paths, { ...options, locale: "en" } as never))).rejects.toMatchObject({
      code: "OPTION_INVALID",
      message: expect.stringContaining(message),
    });
  });
});
