import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { checkBudget, findTable, parseBudget, toJson } from "../../src/index.ts";
import { findInputs, loadForms, loadRules, parseBudgetFiles, runBatch } from "../../src/node/index.ts";
import { leasedBuildings, mine } from "../support/own-forms.ts";

const root = new URL("../../", import.meta.url);
const forms = fileURLToPath(new URL("test/support/own-forms.ts", root));
const rules = fileURLToPath(new URL("test/support/own-rules.json", root));
const budget = fileURLToPath(new URL("examples/custom-form/budget.txt", root));
const temporary = (name: string) => join(mkdtempSync(join(tmpdir(), "gz-budget-own-")), name);

describe("forms and rules of one's own", () => {
  it.each([forms, pathToFileURL(forms), pathToFileURL(forms).href])("are loaded from a module (%s)", async (from) => {
    const loaded = await loadForms(from);
    expect(loaded.map(({ id }) => id)).toEqual(expect.arrayContaining(["gz-14", "gz-12", "mine"]));
    expect((await loadForms("national")).at(-1)?.id).toBe("mof");
  });

  it("are loaded from a module with a list, and rules from JSON", async () => {
    const file = temporary("rules.mjs");
    writeFileSync(file, `export default ${readFileSync(rules, "utf8")}`);
    expect((await loadRules(file)).map(({ id }) => id)).toEqual(["MINE1"]);
    expect((await loadRules(rules)).map(({ id }) => id)).toEqual(["MINE1"]);
  });

  it.each([
    ["a module that is not there", "there-is-no-such.mjs", /cannot be imported/],
    ["a module without forms", rules, /exports no form/],
  ])("say what is wrong with %s", async (_, from, message) => {
    await expect(loadForms(from, { locale: "en" })).rejects.toMatchObject({
      code: "OPTION_INVALID",
      message: expect.stringMatching(message),
    });
  });

  it("say where a form is wrong", async () => {
    const file = temporary("forms.mjs");
    writeFileSync(file, `export const form = { id: "odd", tables: [{ kind: "x" }] };`);
    await expect(loadForms(file, { locale: "en" })).rejects.toThrow(/forms\[\d+\]\.tables\[0\]/);
  });

  it("reach parseBudgetFiles, with what findInputs gives", async () => {
    const inputs = await findInputs([budget, "there-is-no-such-folder/*.pdf"], { locale: "en" });
    const results = [];
    for await (const result of parseBudgetFiles(inputs, { forms, concurrency: 1, locale: "en" })) results.push(result);
    const [read, missing] = results.toSorted((a, b) => a.index - b.index);
    expect(read?.error).toBeUndefined();
    expect(read?.document && findTable(read.document, leasedBuildings)?.rows[0]?.amounts.total?.toNumber()).toBeGreaterThan(0);
    expect(missing?.error?.code).toBe("FILE_UNREADABLE");
  });

  it("reach runBatch, whose results are not taken for those of other forms", async () => {
    const directory = temporary("results");
    const run = (options: object) => runBatch([budget], { directory, concurrency: 1, resume: true, ...options });
    expect(await run({})).toMatchObject({ done: 1 });
    expect(await run({ forms, rules })).toMatchObject({ done: 1 });
    expect(await run({ forms, rules })).toMatchObject({ skipped: 1 });
    const [line = ""] = readFileSync(join(directory, "index.ndjson"), "utf8").split("\n");
    const { name, findings } = JSON.parse(line);
    const document = await parseBudget(readFileSync(budget, "utf8"), { name: "budget.txt", forms: [mine] });
    expect(readFileSync(join(directory, `${name}.json`), "utf8")).toContain('"leasedBuildings"');
    expect(findings.consistent).toBe(checkBudget(document, { add: await loadRules(rules), forms: [mine] }).summary.consistent);
    expect(() => toJson(document, { locale: "en" })).toThrow("budgetDocumentSchema(forms)");
  });

  it("are said to be wrong before any file is read", async () => {
    await expect(runBatch([budget], { directory: temporary("results"), forms: "no.mjs", locale: "en" })).rejects.toThrow(
      "cannot be imported",
    );
    const none = parseBudgetFiles([budget], { forms: [mine] as never, locale: "en" });
    await expect(none.next()).rejects.toThrow("options.forms must be the path of a module");
  });

  it("reach the command line", async () => {
    const run = async (...args: string[]) => {
      const cli = fileURLToPath(new URL("src/cli/main.ts", root));
      const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", cli, ...args], { cwd: fileURLToPath(root) });
      return stdout;
    };
    expect(await run("parse", budget, "--forms", forms)).toContain('"leasedBuildings"');
    const report = JSON.parse(await run("check", budget, "--forms", forms, "--rules", `withinRow,${rules}`, "-f", "json"));
    expect(report.findings.length).toBeGreaterThan(0);
    expect(new Set(report.findings.map(({ rule }: { rule: string }) => rule))).toEqual(new Set(["MINE1"]));
  });
});
