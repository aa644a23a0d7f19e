import { createHash } from "node:crypto";
import { rmSync, symlinkSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BudgetError } from "../../src/model/budget-error.ts";
import type { BatchLine } from "../../src/node/batch-index.ts";
import type { BatchOptions } from "../../src/node/batch-options.ts";
import { runBatchWith } from "../../src/node/run-batch.ts";
import type { WorkerPool } from "../../src/node/worker-pool.ts";
import type { WorkerResult } from "../../src/node/worker-task.ts";

let root = "";
let out = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "gz-budget-batch-"));
  out = join(root, "out");
  await mkdir(join(root, "in"));
});
afterEach(() => rm(root, { recursive: true }));

const input = (name: string) => join(root, "in", name);

/** Reads without a process: the result is the file's own text, its failure is what the text says. */
function readings(seen: string[], given: (number | undefined)[], change: (path: string) => void = () => {}): () => WorkerPool {
  return () => ({
    async run({ path, formats, limits, ocr = false }): Promise<WorkerResult> {
      seen.push(path.slice(root.length + 4) + (ocr ? " recognised" : ""));
      given.push(limits?.milliseconds);
      change(path);
      const bytes = await readFile(path).catch((cause) => {
        throw new BudgetError("FILE_UNREADABLE", { path, detail: "ENOENT" }, { cause });
      });
      const text = bytes.toString();
      const file = { sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length };
      if (text === "killed") throw new BudgetError("WORKER_FAILED", { detail: "signal SIGKILL" });
      if (text.startsWith("error ")) return { ...file, failure: { code: text.slice(6) as "NOT_A_PDF", message: text, fields: {} } };
      const summary = {
        fiscalYear: 2024,
        organization: "甲局",
        form: "gz-12",
        tables: 1,
        knownTables: text === "scan" ? 0 : 1,
        diagnostics: { error: 0, warning: 0, info: 0 },
        findings: { consistent: 1, inconsistent: 0, notChecked: 0 },
      };
      return { ...file, summary, contents: formats.map((format) => `${format}: ${text}`), isUnreadScan: text === "scan" && !ocr };
    },
    close: async () => {},
  });
}

async function run(options: Partial<BatchOptions> = {}, change?: (path: string) => void) {
  const seen: string[] = [];
  const given: (number | undefined)[] = [];
  const summary = await runBatchWith(readings(seen, given, change), [join(root, "in")], {
    directory: out,
    concurrency: 1,
    locale: "en",
    ...options,
  });
  return { summary, seen, given, lines: await index(), files: (await readdir(out)).sort() };
}

async function index(): Promise<BatchLine[]> {
  const text = await readFile(join(out, "index.ndjson"), "utf8");
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

describe("a batch", () => {
  it("has a line for each input, with what became of it", async () => {
    await writeFile(input("a.pdf"), "one");
    await writeFile(input("b.pdf"), "error NOT_A_PDF");
    await writeFile(input("c.pdf"), "killed");
    const { summary, lines, files } = await run({ formats: ["json", "csv"] });
    expect(summary).toMatchObject({ total: 3, done: 1, failed: 2, skipped: 0 });
    expect(lines).toMatchObject([
      {
        path: input("a.pdf"),
        name: "a",
        outcome: "done",
        outputs: ["a.json", "a.csv"],
        bytes: 3,
        fiscalYear: 2024,
        tables: 1,
        findings: { consistent: 1 },
      },
      { path: input("b.pdf"), outcome: "failed", outputs: [], error: { code: "NOT_A_PDF" }, bytes: 15 },
      { path: input("c.pdf"), outcome: "failed", outputs: [], error: { code: "WORKER_FAILED" }, bytes: 6 },
    ]);
    for (const line of lines)
      expect(line).toMatchObject({
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        seconds: expect.any(Number),
        version: "0.1.0",
        settings: expect.any(String),
      });
    expect(files).toEqual(["a.csv", "a.json", "index.ndjson"]);
    expect(await readFile(join(out, "a.json"), "utf8")).toBe("json: one");
  });

  it("recognises scans when all others are done", async () => {
    await writeFile(input("a.pdf"), "scan");
    await writeFile(input("b.pdf"), "two");
    const { seen, summary, lines } = await run({ ocr: true });
    expect(seen).toEqual(["a.pdf", "b.pdf", "a.pdf recognised"]);
    expect(summary).toMatchObject({ total: 2, done: 2, failed: 0, skipped: 0 });
    expect(lines.map(({ path, outcome }) => [path, outcome])).toEqual([
      [input("a.pdf"), "done"],
      [input("b.pdf"), "done"],
    ]);
    expect((await run({ ocr: true, resume: true })).seen).toEqual([]);
  });

  it.each([
    ["five minutes, and an hour for a scan", {}, [300_000, 300_000, 3_600_000]],
    ["what it is told, for a scan as well", { limits: { milliseconds: 9000 } }, [9000, 9000, 9000]],
  ])("gives each input %s", async (_, options, expected) => {
    await writeFile(input("a.pdf"), "scan");
    await writeFile(input("b.pdf"), "two");
    expect((await run({ ...options, ocr: true })).given).toEqual(expected);
  });

  it("leaves scans unread where that is not asked for", async () => {
    await writeFile(input("a.pdf"), "scan");
    expect((await run()).seen).toEqual(["a.pdf"]);
    expect((await run({ resume: true, ocr: true })).seen).toEqual(["a.pdf", "a.pdf recognised"]);
  });

  it("accounts for an input that vanishes between being found and being read", async () => {
    await writeFile(input("a.pdf"), "one");
    await writeFile(input("b.pdf"), "two");
    const { lines } = await run({}, () => rmSync(input("b.pdf"), { force: true }));
    expect(lines).toMatchObject([{ outcome: "done" }, { path: input("b.pdf"), outcome: "failed", error: { code: "FILE_UNREADABLE" } }]);
  });

  it("skips, when resumed, what is done, and a failure that would come again", async () => {
    await writeFile(input("a.pdf"), "one");
    await writeFile(input("b.pdf"), "error NOT_A_PDF");
    const first = await run();
    const second = await run({ resume: true });
    expect([first.seen, second.seen]).toEqual([["a.pdf", "b.pdf"], []]);
    expect(second.summary).toMatchObject({ done: 0, skipped: 1, failed: 1 });
    expect(second.lines).toEqual(first.lines);
  });

  it.each<[string, () => Promise<unknown>, Partial<BatchOptions>, string[]]>([
    ["other bytes", () => writeFile(input("a.pdf"), "changed"), {}, ["a.pdf"]],
    ["a result that is gone", () => rm(join(out, "b.json")), {}, ["b.pdf"]],
    ["other formats", async () => {}, { formats: ["csv"] }, ["a.pdf", "b.pdf"]],
    ["another limit", async () => {}, { limits: { milliseconds: 1 } }, ["a.pdf", "b.pdf"]],
    ["another version of the library", () => rewriteIndex((line) => ({ ...line, version: "0.0.1" })), {}, ["a.pdf", "b.pdf"]],
    ["a line that was cut off by a kill", () => cutIndex(40), {}, ["b.pdf"]],
    ["an index that is gone", () => rm(join(out, "index.ndjson")), {}, ["a.pdf", "b.pdf"]],
    ["a new input", () => writeFile(input("c.pdf"), "three"), {}, ["c.pdf"]],
    ["a run that does not resume", async () => {}, { resume: false }, ["a.pdf", "b.pdf"]],
  ])("reads again after %s", async (_, change, options, seen) => {
    await writeFile(input("a.pdf"), "one");
    await writeFile(input("b.pdf"), "two");
    await run();
    await change();
    const again = await run({ resume: true, ...options });
    expect(again.seen).toEqual(seen);
    expect(again.lines.map(({ outcome }) => outcome)).toEqual(again.lines.map(() => "done"));
    expect(new Set(again.lines.map(({ path }) => path)).size).toBe(again.lines.length);
  });

  it.each(["WORKER_FAILED", "ENCRYPTED", "FILE_UNWRITABLE"])("tries a failure again that may not come again: %s", async (code) => {
    await writeFile(input("a.pdf"), `error ${code}`);
    await run();
    expect((await run({ resume: true })).seen).toEqual(["a.pdf"]);
  });

  it("keeps, when resumed with other inputs, the lines and names of the earlier ones", async () => {
    await mkdir(input("x"));
    await writeFile(input("x/a.pdf"), "one");
    await run();
    await rm(input("x/a.pdf"));
    await mkdir(input("y"));
    await writeFile(input("y/a.pdf"), "two");
    const { lines, files } = await run({ resume: true });
    expect(lines.map(({ name }) => name)).toEqual(["a", expect.stringMatching(/^a~[0-9a-f]{8}$/)]);
    expect(files).toHaveLength(3);
  });

  it("takes away the result of an input that fails since it was changed", async () => {
    await writeFile(input("a.pdf"), "one");
    await run();
    await writeFile(input("a.pdf"), "error DAMAGED_PDF");
    const { files, lines } = await run({ resume: true });
    expect([files, lines[0]?.outcome]).toEqual([["index.ndjson"], "failed"]);
  });

  it("clears what a killed run left unfinished, and nothing else", async () => {
    await mkdir(out);
    await writeFile(join(out, ".gz-budget-a.json.unfinished"), "half");
    await writeFile(join(out, "mine.txt"), "kept");
    await writeFile(input("a.pdf"), "one");
    expect((await run()).files).toEqual(["a.json", "index.ndjson", "mine.txt"]);
  });

  it("stops and says so when the disk is full", async () => {
    for (const name of ["a.pdf", "b.pdf", "c.pdf"]) await writeFile(input(name), name);
    await mkdir(out);
    let reads = 0;
    const fillDisk = () => {
      if (++reads === 2) symlinkSync("/dev/full", join(out, ".gz-budget-b.json.unfinished"));
    };
    const { summary, lines, files } = await run({}, fillDisk);
    expect(summary).toMatchObject({
      total: 3,
      done: 1,
      failed: 0,
      ended: { code: "FILE_UNWRITABLE", message: expect.stringContaining("ENOSPC") },
    });
    expect(lines).toHaveLength(1);
    expect(files).toEqual(["a.json", "index.ndjson"]);
    expect((await run({ resume: true })).summary).toMatchObject({ done: 2, skipped: 1, failed: 0 });
  });

  it("goes on when one result cannot be written", async () => {
    for (const name of ["a.pdf", "b.pdf"]) await writeFile(input(name), name);
    await mkdir(join(out, "a.json", "in the way"), { recursive: true });
    const { summary, lines } = await run();
    expect(summary).toMatchObject({ done: 1, failed: 1 });
    expect(lines).toMatchObject([
      { name: "a", outcome: "failed", outputs: [], error: { code: "FILE_UNWRITABLE" } },
      { name: "b", outcome: "done" },
    ]);
  });

  it("ends at an abort with what is done, and is resumed from there", async () => {
    for (const name of ["a.pdf", "b.pdf", "c.pdf"]) await writeFile(input(name), name);
    const controller = new AbortController();
    const { summary, lines } = await run({ signal: controller.signal, onResult: () => controller.abort() });
    expect([summary.done, summary.ended?.code, lines.length]).toEqual([1, "ABORTED", 1]);
    expect((await run({ resume: true })).seen).toEqual(["b.pdf", "c.pdf"]);
  });

  it("counts apart what has no table of a known form", async () => {
    await writeFile(input("a.pdf"), "one");
    await writeFile(input("b.pdf"), "scan");
    const { summary, lines } = await run();
    expect(summary).toMatchObject({ done: 2, withoutTables: 1, failed: 0 });
    expect(lines.map(({ knownTables }) => knownTables)).toEqual([1, 0]);
  });

  it("neither writes nor removes anything outside of its folder, whatever an index says", async () => {
    await writeFile(input("a.pdf"), "one");
    await writeFile(input("b.pdf"), "two");
    const { lines } = await run();
    const victim = join(root, "victim.json");
    await writeFile(victim, "kept");
    const wrong: Partial<Record<keyof BatchLine, unknown>>[] = [
      { name: "../victim", outputs: ["../victim.json"] },
      { name: "..", outputs: [] },
      { name: "sub/a", outputs: ["sub/a.json"] },
      { outputs: ["../victim.json"] },
      { outputs: [victim] },
      { outputs: ["b.json"] },
      { outputs: ["mine.txt"] },
      { name: "b", outputs: ["b.json"], path: input("a.pdf") },
      { name: 5 },
      { path: "" },
      { outputs: "a.json" },
      { outcome: "perhaps" },
      { tables: -1 },
    ];
    for (const changes of wrong) {
      const [a, b] = lines;
      await writeFile(join(out, "mine.txt"), "kept");
      await writeFile(
        join(out, "index.ndjson"),
        [b, { ...a, ...changes, sha256: "0".repeat(64) }].map((line) => `${JSON.stringify(line)}\n`).join(""),
      );
      const passedOver: number[] = [];
      const again = await run({ resume: true, onStart: (start) => passedOver.push(start.passedOver) });
      expect([again.seen, passedOver]).toEqual([["a.pdf"], [1]]);
      expect(again.files).toEqual(["a.json", "b.json", "index.ndjson", "mine.txt"]);
      expect([await readFile(victim, "utf8"), await readFile(join(out, "b.json"), "utf8")]).toEqual(["kept", "json: two"]);
    }
  });

  it.each(["not JSON\n\0\u001b[2J", "[]\n{}\nnull\n5\n", `${"[".repeat(100_000)}\n`])(
    "reads all again where an index makes no sense: %j",
    async (text) => {
      await writeFile(input("a.pdf"), "one");
      await mkdir(out);
      await writeFile(join(out, "index.ndjson"), text);
      expect(await run({ resume: true })).toMatchObject({ seen: ["a.pdf"], files: ["a.json", "index.ndjson"] });
    },
  );

  it("does not wait for an index that is no file", async () => {
    await writeFile(input("a.pdf"), "one");
    await mkdir(out);
    await symlink("/dev/zero", join(out, "index.ndjson"));
    expect((await run({ resume: true })).seen).toEqual(["a.pdf"]);
  });

  it("has its folder for itself, until it ends", async () => {
    await writeFile(input("a.pdf"), "one");
    let second: unknown;
    const onResult = async () => {
      second = await run().catch((error: unknown) => error);
    };
    expect((await run({ onResult })).files).toEqual(["a.json", "index.ndjson"]);
    expect(second).toMatchObject({ code: "FILE_UNWRITABLE", message: expect.stringContaining(`process ${process.pid}`) });
    expect((await run()).summary.done).toBe(1);
  });

  it.each([
    ["of a process that is gone", { pid: 2 ** 22 + 5, host: hostname() }, true],
    ["that is not whole, and old", "", true],
    ["of a process that is there", { pid: process.ppid, host: hostname() }, false],
    ["of another machine", { pid: 1, host: "elsewhere" }, false],
  ])("a lock %s", async (_, holder, isTakenOver) => {
    await writeFile(input("a.pdf"), "one");
    await mkdir(out);
    const lock = join(out, ".gz-budget.lock");
    await writeFile(lock, holder === "" ? "" : JSON.stringify(holder));
    await utimes(lock, 0, 0);
    if (isTakenOver) expect((await run()).files).toEqual(["a.json", "index.ndjson"]);
    else await expect(run()).rejects.toMatchObject({ code: "FILE_UNWRITABLE", message: expect.stringContaining(lock) });
  });

  it.each(["onStart", "onResult"] as const)("ends with what %s throws, at once or later, and gives its folder free", async (callback) => {
    for (const name of ["a.pdf", "b.pdf", "c.pdf"]) await writeFile(input(name), name);
    const broken = new Error("of the caller");
    const throws = () => {
      throw broken;
    };
    for (const concurrency of [1, 3]) {
      await expect(run({ concurrency, [callback]: throws })).rejects.toBe(broken);
      await expect(run({ concurrency, [callback]: () => Promise.reject(broken) })).rejects.toBe(broken);
    }
    expect((await run({ resume: true })).files).toEqual(["a.json", "b.json", "c.json", "index.ndjson"]);
  });

  it("refuses a folder that it cannot use", async () => {
    await writeFile(out, "a file");
    await expect(run()).rejects.toMatchObject({ code: "FILE_UNWRITABLE" });
  });

  it.each<[string, Partial<BatchOptions>]>([
    ["a format", { formats: ["pdf" as "json"] }],
    ["no format", { formats: [] }],
    ["concurrency", { concurrency: 0 }],
    ["a limit", { limits: { megabytes: -1 } }],
    ["an option", { directorry: "x" } as never],
  ])("refuses %s that does not exist", async (_, options) => {
    await expect(run(options)).rejects.toMatchObject({ code: "OPTION_INVALID" });
  });
});

async function rewriteIndex(change: (line: BatchLine) => BatchLine): Promise<void> {
  const lines = (await index()).map((line) => `${JSON.stringify(change(line))}\n`);
  await writeFile(join(out, "index.ndjson"), lines.join(""));
}

async function cutIndex(characters: number): Promise<void> {
  const text = await readFile(join(out, "index.ndjson"), "utf8");
  await writeFile(join(out, "index.ndjson"), text.slice(0, -characters));
}
