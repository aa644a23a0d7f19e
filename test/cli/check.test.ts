import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../../src/cli/run-cli.ts";
import { toJson } from "../../src/export/to-json.ts";
import { CheckReport } from "../../src/model/check-report.ts";
import { documentFromTruth, withFigure } from "../support/check-document.ts";

const seed = fileURLToPath(new URL("../../seeds/000_c902f1b07777cdfc.txt", import.meta.url));
const wrong = join(tmpdir(), `gz-budget-check-${process.pid}.json`);

/** Runs the command in this process; standard output and standard error are caught. */
async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const caught = { stdout: "", stderr: "" };
  const kept = { stdout: process.stdout.write, stderr: process.stderr.write };
  for (const stream of ["stdout", "stderr"] as const) {
    process[stream].write = ((chunk: string | Uint8Array, done?: unknown) => {
      caught[stream] += String(chunk);
      if (typeof done === "function") done();
      return true;
    }) as typeof process.stdout.write;
  }
  try {
    const code = await runCli(["check", ...args], { LANG: "en_GB.UTF-8" });
    return { code, ...caught };
  } finally {
    process.stdout.write = kept.stdout;
    process.stderr.write = kept.stderr;
  }
}

beforeAll(async () => {
  const document = withFigure(documentFromTruth("gz-2024-ybzx"), { kind: "expenditureSummary", row: 4, key: "total" }, "1,128.88");
  await writeFile(wrong, toJson(document));
});
afterAll(() => writeFile(wrong, ""));

describe("gz-budget check", () => {
  it("ends with 0 and tells a warning when nothing of severity error is inconsistent", async () => {
    const { code, stdout } = await run(seed);
    expect(code).toBe(0);
    expect(stdout).toContain("广州市医疗保障局  2021  gz-14");
    expect(stdout).toContain("314.82 is more than text");
    expect(stdout).not.toContain("\u001b");
  });

  it("ends with 1 when an error is inconsistent, the worst first", async () => {
    const { code, stdout } = await run(wrong);
    expect(code).toBe(1);
    expect(stdout).toMatch(/1\. error table 3, row 5 “2080505 .*”, 合计: 1,128\.88, should be 1,182\.88/u);
  });

  it("counts a warning as an error where the caller says so", async () => {
    expect((await run(seed, "--rules", "N12", "--severity", "N12=error")).code).toBe(1);
    expect((await run(wrong, "--silence", "W7,H2,X6,X11,X26")).code).toBe(0);
  });

  it("writes JSON that the schema reads", async () => {
    const { stdout } = await run(wrong, "--format", "json");
    expect(CheckReport.parse(JSON.parse(stdout)).summary.errors).toBeGreaterThan(0);
  });

  it.each([
    [["--rules", "W77"], 'did you mean "W7"'],
    [["--severity", "W7"], "--severity must be rule=error|warning|info"],
    [["--format", "pdf"], "format"],
  ])("ends with 2 for %j before any file is read", async (args, message) => {
    const { code, stderr } = await run("no-such-file.pdf", ...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
