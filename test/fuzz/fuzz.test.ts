import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBudget, traceBudget } from "../../src/index.ts";
import { runProgram } from "../support/run-program.ts";
import { drawMutant } from "./draw-mutant.ts";
import { mutated, type Subject } from "./mutant.ts";
import { type Reading, silentFigures } from "./silent-figures.ts";
import { smallest } from "./smallest.ts";
import { fuzzSubjects } from "./subjects.ts";
import { tryMutant } from "./try-mutant.ts";
import { WatchedWorker } from "./watched-worker.ts";

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

let subjects: readonly Subject[] = [];
beforeAll(async () => {
  subjects = await fuzzSubjects();
});

describe("the mutants of a seed", () => {
  it("are the same each time, and half of them or more are changed content streams", () => {
    const mutants = Array.from({ length: 40 }, (_, number) => drawMutant(subjects, 7, number));
    expect(Array.from({ length: 40 }, (_, number) => drawMutant(subjects, 7, number))).toEqual(mutants);
    const inContent = mutants.filter(({ how, edits }) => how.includes(": content:") && edits.some(({ target }) => target > 0));
    expect(inContent.length).toBeGreaterThanOrEqual(20);
    const changed = mutants.filter(({ subject, edits }) => mutated(subject, edits) !== subject.content);
    expect(changed.length).toBeGreaterThan(35);
  });

  it("end as they should, a few of each kind", { timeout: 600_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "gz-budget-fuzz-test-"));
    const { code, stdout } = await runProgram(process.execPath, [
      ...["--import", "tsx", file("fuzz.ts"), "--seed", "20261127", "--count", "40", "--seconds", "500", "--keep", folder],
    ]);
    await rm(folder, { recursive: true });
    expect(stdout).toContain("40 mutants of seed 20261127");
    expect(stdout).toContain(": 0 ended wrongly");
    expect(code).toBe(0);
  });
});

describe("the process in which mutants are tried", () => {
  const worker = new WatchedWorker(file("faulty-fuzz-worker.ts"), { seconds: 2, megabytes: 200 });
  afterAll(() => worker.end());

  it.each([
    [0, []],
    [1, ["a TypeError"]],
    [2, ["3 s"]],
    [3, ["9999 MB"]],
    [4, [/^the process died/]],
    [5, ["no end in 12 s"]],
    [6, [/^the process died[\s\S]*heap/]],
    [7, [/^the process died[\s\S]*nobody waits for this/]],
    [0, []],
  ])("ends %i", async (number, wrong) => {
    const verdict = await worker.verdictOf({ seed: 1, number });
    expect(verdict).toEqual(wrong.map((one) => (typeof one === "string" ? one : expect.stringMatching(one))));
  });
});

describe("what the fuzzer finds", () => {
  it("is made smaller as long as it still fails", async () => {
    const fails = async (some: readonly number[]) => some.includes(3) && some.includes(8);
    expect(await smallest([1, 2, 3, 4, 5, 6, 7, 8, 9], fails)).toEqual([3, 8]);
  });

  it("includes an error without a type", async () => {
    const broken = { name: "x", kind: "pdf", content: "" } as const;
    expect(await tryMutant(broken, "%PDF-1.7 cut off", "no pages")).toEqual([]);
    expect(await tryMutant({ ...broken, kind: "index" }, '{"name": "../x"}\n', undefined)).toEqual([]);
  });

  it("includes a figure that changed though its row is printed alike and nothing is said", async () => {
    const subject = subjects.find(({ name }) => name === "gz-2024-ybzx/chrome-three.pdf");
    const trace = await traceBudget(new Uint8Array(Buffer.from(subject?.content ?? "", "latin1")), { pages: "3", locale: "en" });
    const reading: Reading = { trace, report: checkBudget(trace.document) };
    expect(silentFigures(reading, reading)).toEqual([]);
    const changed = (amount: string): Reading => {
      const tables = trace.document.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row, at) => (at === 0 && "amounts" in row ? { ...row, amounts: { ...row.amounts, revenue: amount } } : row)),
      }));
      return { ...reading, trace: { ...trace, document: { ...trace.document, tables } as unknown as Reading["trace"]["document"] } };
    };
    expect(silentFigures(reading, changed("497229.09"))).toEqual([]);
    expect(silentFigures(reading, changed("497229.90"))).toEqual([
      expect.stringMatching(/^revenueAndExpenditureSummary page 3 .* revenue: 497229.09; now revenue 497229.90$/),
    ]);
  });
});
