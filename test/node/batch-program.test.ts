import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { BudgetDocument } from "../../src/index.ts";
import { budgetText } from "../support/budget-text.ts";
import { gzBudget } from "../support/run-program.ts";
import { tinyPdf } from "../support/tiny-pdf.ts";

const corpus = new URL("../../fixtures/corpus/", import.meta.url).pathname;
let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "gz-budget-program-"));
});
afterAll(() => rm(root, { recursive: true }));

interface Line {
  readonly path: string;
  readonly name: string;
  readonly outcome: string;
  readonly error?: { readonly code: string };
}

async function results(folder: string): Promise<{ lines: Line[]; files: Record<string, string> }> {
  const files: Record<string, string> = {};
  for (const name of (await readdir(folder)).sort()) files[name] = await readFile(join(folder, name), "utf8");
  const { "index.ndjson": index = "", ...others } = files;
  return {
    lines: index
      .split("\n")
      .filter(Boolean)
      .map((line) => ({ ...JSON.parse(line), seconds: 0 })),
    files: others,
  };
}

describe("gz-budget batch", () => {
  it("brings the corpus with broken files among it to an end, the same with one job as with two", { timeout: 900_000 }, async () => {
    const folder = join(root, "corpus");
    await cp(corpus, folder, { recursive: true });
    const broken: Record<string, string | Uint8Array> = {
      "empty.pdf": "",
      "html.pdf": "<!DOCTYPE html><html><body>404</body></html>",
      "cut.pdf": (await readFile(join(corpus, "gz-2024-ybzx/chrome-ruled.pdf"))).subarray(0, 30_000),
      "pages500.pdf": tinyPdf(Array.from({ length: 500 }, (_, index) => `BT /L 12 Tf 72 700 Td (page ${index + 1}) Tj ET`)),
      "noise.pdf": Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251),
    };
    for (const [name, content] of Object.entries(broken)) await writeFile(join(folder, name), content);
    const [one, two] = [join(root, "jobs1"), join(root, "jobs2")];
    const ends = [
      await gzBudget(["batch", folder, "-o", one, "--concurrency", "1", "--timeout", "300"]),
      await gzBudget(["batch", folder, "-o", two, "--concurrency", "2", "--timeout", "300"]),
    ];
    expect(ends.map(({ code, stdout }) => [code, stdout])).toEqual([
      [1, ""],
      [1, ""],
    ]);

    const [first, second] = [await results(one), await results(two)];
    expect(second).toEqual(first);
    const given = (await readdir(folder, { recursive: true }))
      .filter((path) => /\.(pdf|txt)$/.test(path))
      .map((path) => join(folder, path));
    expect(first.lines.map(({ path }) => path).sort()).toEqual(given.sort());
    const failures = first.lines
      .filter(({ outcome }) => outcome === "failed")
      .map(({ path, error }) => [path.slice(folder.length + 1), error?.code]);
    expect(Object.fromEntries(failures)).toMatchObject({
      "empty.pdf": "EMPTY_INPUT",
      "html.pdf": "NOT_A_PDF",
      "noise.pdf": "NOT_A_PDF",
      "gz-2024-ybzx/lock-user.pdf": "ENCRYPTED",
    });
    for (const { path, name, outcome } of first.lines) {
      const text = first.files[`${name}.json`];
      if (outcome === "failed") expect(text, path).toBeUndefined();
      else expect(JSON.stringify(z.encode(BudgetDocument, BudgetDocument.parse(JSON.parse(text ?? ""))), null, 2)).toBe(text?.trimEnd());
    }
    expect(Object.keys(first.files)).toHaveLength(first.lines.filter(({ outcome }) => outcome === "done").length);
    const said = ends[1]?.stderr.trim().split("\n") ?? [];
    expect(said.at(-2)).toMatch(
      new RegExp(`^gz-budget: ${given.length} inputs: \\d+ done, \\d+ of them without tables, \\d+ failed, 0 skipped, 0 not begun`),
    );
  });

  it("killed at twenty random moments and resumed, ends with the same files", { timeout: 900_000 }, async () => {
    const folder = join(root, "small");
    await mkdir(folder);
    for (let at = 0; at < 24; at++) {
      const name = `${at}`.padStart(2, "0");
      await writeFile(
        join(folder, `${name}.txt`),
        at % 8 === 7 ? "" : budgetText({ year: 2021, organization: `广州市第${at}局`, total: `${at}00.00` }),
      );
    }
    const whole = join(root, "whole");
    await gzBudget(["batch", folder, "-o", whole, "--concurrency", "2", "--format", "json,csv"]);
    const reference = await results(whole);
    expect(reference.lines).toHaveLength(24);

    const out = join(root, "killed");
    const random = seeded(20_240_229);
    let kills = 0;
    while (kills < 20) {
      const lines = Math.floor(random() * 3);
      const milliseconds = Math.floor(random() * 60);
      const end = await gzBudget(["batch", folder, "-o", out, "--concurrency", "2", "--format", "json,csv", "--resume"], {
        killWhen: (stderr) => stderr.split("\n").length > lines + 1 && killNow(milliseconds),
      });
      if (end.code !== null)
        await rm(out, { recursive: true }); // it was faster than the kill: begin anew
      else kills++;
      await expectWhole(out, reference.files);
    }
    const last = await gzBudget(["batch", folder, "-o", out, "--concurrency", "2", "--format", "json,csv", "--resume"]);
    expect(last.code).toBe(1);
    expect(await results(out)).toEqual(reference);
    expect((await readdir(out)).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("takes a list on standard input, and names two files of one name apart", { timeout: 300_000 }, async () => {
    const folder = join(root, "names");
    for (const part of ["a", "b"]) {
      await mkdir(join(folder, part), { recursive: true });
      await writeFile(join(folder, part, "甲局.txt"), budgetText({ year: 2021, organization: `广州市${part}局`, total: "1.00" }));
    }
    const out = join(root, "named");
    const list = `${join(folder, "a/甲局.txt")}\n${join(folder, "b/甲局.txt")}\n${join(folder, "missing.pdf")}\n`;
    const { code, stderr } = await gzBudget(["batch", "-", "-o", out], { input: list });
    const { lines, files } = await results(out);
    expect(code).toBe(1);
    expect(lines.map(({ outcome, error }) => error?.code ?? outcome)).toEqual(["done", "done", "FILE_UNREADABLE"]);
    expect(Object.keys(files).every((name) => /^甲局~[0-9a-f]{8}\.json$/.test(name))).toBe(true);
    expect(stderr).toContain("another input has this name; its results are called 甲局~");
  });
});

/** Whatever a kill left: each result is either absent or exactly what an undisturbed run writes, each line but the last is whole. */
async function expectWhole(out: string, reference: Readonly<Record<string, string>>): Promise<void> {
  const names: string[] = await readdir(out).catch(() => []);
  for (const name of names.filter((one) => /\.(json|csv)$/.test(one)))
    expect(await readFile(join(out, name), "utf8")).toBe(reference[name]);
  if (!names.includes("index.ndjson")) return;
  const lines = (await readFile(join(out, "index.ndjson"), "utf8")).split("\n").slice(0, -1);
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
}

/** Waits a moment inside the reading of standard error, then lets the kill come. */
function killNow(milliseconds: number): boolean {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
  return true;
}

/** A small generator of random numbers with a fixed seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
