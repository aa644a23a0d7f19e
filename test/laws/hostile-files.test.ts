import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostileFiles } from "../fuzz/hostile-files.ts";
import { lawRuns } from "../support/law-runs.ts";
import { gzBudget } from "../support/run-program.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gz-budget-hostile-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("a file made to cost much ends the command line as any other does", () => {
  const files = [...hostileFiles()];
  it("more than a hundred of them", () => expect(files.length).toBeGreaterThan(100));

  const every = lawRuns(12, 1);
  it.each(files.filter((_, index) => index % every === 0))("$name", { timeout: 330_000 }, async ({ name, ending, bytes }) => {
    const path = join(folder, `${name}.${ending}`);
    await writeFile(path, bytes);
    const { code, stderr } = await gzBudget(["tables", path]);
    await rm(path);
    expect([0, 1, 3]).toContain(code);
    expect(stderr).not.toMatch(/TypeError|RangeError|at \S+:\d+:\d+/u);
  });
});
