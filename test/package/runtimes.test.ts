import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { budgetPdf, emptyProject, expectedOfTwoFiles, run } from "./empty-project.ts";

describe("a program that reads a PDF and two files runs under", async () => {
  const folder = await emptyProject("two-files", "deno@2", "bun@1");
  const program = (name: string) => join(folder, "node_modules/.bin", name);

  it("Deno", async () => {
    expect(await run(folder, program("deno"), "run", "--allow-all", "main.mjs", budgetPdf)).toBe(expectedOfTwoFiles);
  });

  // Its program is downloaded when it is installed; not everywhere can it be.
  it.runIf(starts(program("bun")))("Bun", async () => {
    expect(await run(folder, program("bun"), "main.mjs", budgetPdf)).toBe(expectedOfTwoFiles);
  });
});

function starts(program: string): boolean {
  try {
    return execFileSync(program, ["--version"]).length > 0;
  } catch {
    return false;
  }
}
