import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { batchDisplay, duration } from "../../src/cli/batch-display.ts";
import { cliContext } from "../../src/cli/cli-context.ts";
import type { BatchLine } from "../../src/node/index.ts";
import { budgetText } from "../support/budget-text.ts";
import { builtPackage } from "../support/built-package.ts";

afterEach(() => void vi.restoreAllMocks());

const line = (path: string, error?: BatchLine["error"]): BatchLine => ({
  path,
  name: path,
  outcome: error ? "failed" : "done",
  outputs: error ? [] : [`${path}.json`],
  ...(error && { error }),
  seconds: 2,
  version: "0.1.0",
  settings: "",
});

/** What a batch of ten shows on standard error after two results, four seconds in. */
function shown(isTerminal: boolean, locale: "zh" | "en", withoutTables = 0): string {
  const written: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
  let now = 0;
  const display = batchDisplay(cliContext(locale), { isTerminal, milliseconds: () => now });
  display.start({ total: 10, renamed: [{ path: "x/a.pdf", name: "a~12345678" }], passedOver: 0 });
  now = 2000;
  display.result(line("a"), { total: 10, done: 1, withoutTables: 0, failed: 0, skipped: 0 });
  now = 4000;
  display.result(line("b", { code: "NOT_A_PDF", message: "not a PDF" }), { total: 10, done: 1, withoutTables: 0, failed: 1, skipped: 0 });
  display.end({ total: 10, done: 8, withoutTables, failed: 1, skipped: 1, seconds: 70 }, "out");
  return written.join("");
}

describe("the display of a batch", () => {
  it("is a line an input where nobody watches, with a summary at the end", () => {
    expect(shown(false, "en").split("\n")).toEqual([
      "gz-budget: x/a.pdf: another input has this name; its results are called a~12345678",
      "1/10  a  a.json  2.0 s",
      "2/10  b  NOT_A_PDF: not a PDF",
      "gz-budget: 10 inputs: 8 done, 1 failed, 1 skipped, 0 not begun; 1:10, 0.1/s; see out/index.ndjson",
      "",
    ]);
  });

  it("counts apart what has no tables, and says what to do about it", () => {
    const [summary, advice] = shown(false, "en", 2).split("\n").slice(3);
    expect(summary).toContain("8 done, 2 of them without tables, 1 failed");
    expect(advice).toContain("a scan has no text");
    expect(shown(false, "zh", 2)).toContain("完成 8（其中 2 个没有表格），失败 1");
  });

  it("shows no control character of a file name", () => {
    const written: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
    const display = batchDisplay(cliContext("en"), { isTerminal: false, milliseconds: () => 0 });
    const path = "a\u001b[31m\nb\u202efdp.\u009b.pdf";
    display.start({ total: 1, renamed: [{ path, name: "a" }], passedOver: 3 });
    display.result({ ...line(path), outputs: ["a.json"] }, { total: 1, done: 1, withoutTables: 0, failed: 0, skipped: 0 });
    const lines = written.join("").split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain("3 lines of index.ndjson");
    expect(lines[2]).toBe("1/1  a\\u001b[31m\\u000ab\\u202efdp.\\u009b.pdf  a.json  2.0 s");
  });

  it("is a bar on a terminal, with rate, remaining time and failures; a failure has its own line", () => {
    const clear = "\r\u001b[K";
    expect(shown(true, "en").split(clear)).toEqual([
      "gz-budget: x/a.pdf: another input has this name; its results are called a~12345678\n",
      "[##······················] 1/10  0.5/s  0:18 left",
      "2/10  b  NOT_A_PDF: not a PDF\n",
      "[#####···················] 2/10  0.5/s  0:16 left  1 failed",
      "gz-budget: 10 inputs: 8 done, 1 failed, 1 skipped, 0 not begun; 1:10, 0.1/s; see out/index.ndjson\n",
    ]);
    expect(shown(true, "zh")).toContain("2/10  0.5 个/秒  剩余 0:16  失败 1");
  });

  it.each([
    [0, "0:00"],
    [7.4, "0:07"],
    [59.6, "1:00"],
    [750, "12:30"],
    [11_100, "3:05:00"],
  ])("shows %d seconds as %s", (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});

describe("an interrupt from the keyboard", () => {
  it("ends a batch with what is done, and says so", async () => {
    const folder = await mkdtemp(join(tmpdir(), "gz-budget-interrupt-"));
    const inputs = Array.from({ length: 30 }, (_, at) => join(folder, `${at}.txt`));
    for (const [at, path] of inputs.entries())
      await writeFile(path, budgetText({ year: 2021, organization: `广州市第${at}局`, total: "1.00" }));
    const args = [
      join(await builtPackage(), "cli.js"),
      "batch",
      ...inputs,
      "-o",
      join(folder, "out"),
      "--concurrency",
      "2",
      "--locale",
      "en",
    ];
    const child = spawn(process.execPath, args, { detached: true });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => {
      if (stderr === "" && child.pid) process.kill(-child.pid, "SIGINT"); // the whole group, as a terminal does
      stderr += chunk.toString();
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).toBe(1);
    expect(stderr).toContain("ended early: Reading was aborted");
    const index = (await readFile(join(folder, "out/index.ndjson"), "utf8")).trim().split("\n");
    expect(index.length).toBeLessThan(30);
    expect(index.map((text) => JSON.parse(text).outcome)).toEqual(index.map(() => "done"));
    await rm(folder, { recursive: true });
  });
});
