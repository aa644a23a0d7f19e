import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import exceljs from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { BudgetDocument, Fact, parseBudget, toFacts, toJson } from "../../src/index.ts";
import { budgetText } from "../support/budget-text.ts";
import { builtPackage } from "../support/built-package.ts";
import { queryDuckDb } from "../support/duckdb.ts";
import { gzBudget } from "../support/run-program.ts";

const text = budgetText({ year: 2021, organization: "广州市甲局", total: "1300.00", threePublic: "10.00" });
const later = budgetText({ year: 2024, organization: "广州市甲局", total: "1000.00", threePublic: "12.30" });
const corpus = new URL("../../fixtures/corpus/gz-2024-ybzx/", import.meta.url).pathname;

let folder = "";
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gz-budget-cli-"));
  await writeFile(at("甲局.txt"), text);
  await writeFile(at("later.txt"), later);
  await writeFile(at("empty.pdf"), "");
  await writeFile(at("page.pdf"), "<html><body>404</body></html>");
});
afterAll(() => rm(folder, { recursive: true }));

const expected = async () => toJson(await parseBudget(text, { name: "甲局.txt", locale: "en" }));

describe("gz-budget parse", () => {
  it("prints the JSON of the document and nothing else", async () => {
    expect(await gzBudget(["parse", at("甲局.txt")])).toMatchObject({ code: 0, stdout: await expected(), stderr: "" });
  });

  it("reads standard input, text or PDF", async () => {
    const fromText = JSON.parse((await gzBudget(["parse", "-"], { input: text })).stdout);
    expect(fromText).toEqual({ ...JSON.parse(await expected()), source: { ...JSON.parse(await expected()).source, name: undefined } });
    const fromPdf = await gzBudget(["parse", "-", "--pages", "3"], { input: await readFile(join(corpus, "chrome-ruled.pdf")) });
    expect(JSON.parse(fromPdf.stdout)).toMatchObject({ source: { mediaType: "application/pdf" }, tables: [{ number: 1, pages: [3] }] });
  });

  it("prints an array for several files, and goes on where one cannot be read", async () => {
    const { code, stdout, stderr } = await gzBudget(["parse", at("甲局.txt"), at("empty.pdf"), at("later.txt")]);
    expect(
      z
        .array(BudgetDocument)
        .parse(JSON.parse(stdout))
        .map(({ fiscalYear }) => fiscalYear),
    ).toEqual([2021, 2024]);
    expect([code, stderr]).toEqual([
      3,
      `gz-budget: ${at("empty.pdf")}: The input is empty (0 bytes). Check that the file was downloaded completely.\n`,
    ]);
  });

  it.each([
    ["an empty file", "empty.pdf", "0 bytes"],
    ["a web page", "page.pdf", "HTML"],
    ["a file that is not there", "missing.pdf", "ENOENT"],
  ])("ends with 3 for %s", async (_, name, message) => {
    const { code, stdout, stderr } = await gzBudget(["parse", at(name)]);
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toContain(message);
  });

  it("asks for a password, refuses a wrong one and takes the right one", async () => {
    const file = join(corpus, "lock-user.pdf");
    const ends = [];
    for (const password of [[], ["--password", "wrong"], ["--password", "gz2024", "--pages", "1"]])
      ends.push(await gzBudget(["parse", file, ...password]));
    expect(ends.map(({ code }) => code).slice(0, 2)).toEqual([3, 3]);
    expect(ends.map(({ stderr }) => stderr.replace(`gz-budget: ${file}: `, "").trim())).toEqual([
      expect.stringContaining("--password"),
      expect.stringContaining("does not open"),
      expect.any(String),
    ]);
    expect(JSON.parse(ends[2]?.stdout ?? "")).toMatchObject({ source: { pageCount: expect.any(Number) } });
  });

  it("reads its own JSON back", async () => {
    await writeFile(at("甲局.json"), await expected());
    expect((await gzBudget(["parse", at("甲局.json")])).stdout).toBe(await expected());
    await writeFile(at("other.json"), "{}");
    expect(await gzBudget(["parse", at("other.json")])).toMatchObject({ code: 3, stdout: "" });
  });

  it("takes the format from the ending of the file it writes", async () => {
    const facts = z.encode(z.array(Fact), toFacts(await parseBudget(text, { name: "甲局.txt", locale: "en" })));
    for (const name of ["out.json", "out.csv", "out.parquet", "out.xlsx", "out.ndjson"]) {
      expect(await gzBudget(["parse", at("甲局.txt"), "-o", at(name)])).toMatchObject({ code: 0, stdout: "", stderr: "" });
    }
    expect(await readFile(at("out.json"), "utf8")).toBe(await expected());
    expect(JSON.parse(await readFile(at("out.ndjson"), "utf8"))).toEqual(JSON.parse(await expected()));
    for (const name of ["out.csv", "out.parquet"]) {
      const [row] = await queryDuckDb(`SELECT count(*)::INTEGER AS facts, max(amount)::DOUBLE AS largest FROM '${at(name)}'`);
      expect(row).toEqual({ facts: facts.length, largest: 1300 });
    }
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(at("out.xlsx"));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["表1 收支总体情况表", "facts", "findings", "diagnostics"]),
    );
  });

  it("prints tables for a person, with Chinese characters two columns wide", async () => {
    const { stdout } = await gzBudget(["parse", at("甲局.txt"), "--format", "text"]);
    expect(stdout).toContain("表1 收支总体情况表  amounts in 万元\n");
    expect(stdout).toContain("收入总计                     1300.00  支出总计                         1300.00\n");
  });

  it("begins CSV with a byte order mark when asked to", async () => {
    const { bytes } = await gzBudget(["parse", at("甲局.txt"), "--format", "csv", "--bom"]);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it("leaves standard output alone when a reader stops reading", async () => {
    const cli = join(await builtPackage(), "cli.js");
    const shell = spawn("sh", [
      "-c",
      `"$0" "$1" parse "$2" "$2" "$2" "$2" "$2" "$2" "$2" "$2"; echo code $? >&2`,
      process.execPath,
      cli,
      at("甲局.txt"),
    ]);
    shell.stdout.once("data", () => shell.stdout.destroy());
    let stderr = "";
    shell.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    await new Promise((resolve) => shell.on("exit", resolve));
    expect(stderr.trim()).toBe("code 0");
  });
});

describe("gz-budget tables, schema, series", () => {
  it("lists one table a line", async () => {
    const { code, stdout } = await gzBudget(["tables", at("甲局.txt")]);
    expect(code).toBe(0);
    expect(
      stdout
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.trim().split(/\s+/).slice(0, 2)),
    ).toEqual([
      ["1", "revenueAndExpenditureSummary"],
      ["12", "administrativeAndThreePublicExpenses"],
    ]);
  });

  it.each(["document", "fact", "report"])("prints a JSON Schema of a %s", async (what) => {
    const { code, stdout } = await gzBudget(["schema", what]);
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { $schema: "https://json-schema.org/draft/2020-12/schema", type: "object" }]);
  });

  it("puts years side by side and draws them", async () => {
    const { stdout } = await gzBudget([
      "series",
      at("甲局.txt"),
      at("later.txt"),
      "--by",
      "threePublic",
      "--format",
      "csv",
      "--chart",
      at("chart.svg"),
    ]);
    const lines = stdout.split("\r\n").filter((line) => line.includes(",officialReceptionExpenses,"));
    expect(lines.map((line) => line.split(",").slice(-11, -3))).toEqual([
      ["2021", "10", "", "", "", "", "noEarlierYear", ""],
      ["2024", "12.3", "2021", "2.3", "23", "", "", ""],
    ]);
    expect(await readFile(at("chart.svg"), "utf8")).toContain("公务接待费");
    expect((await gzBudget(["series", at("甲局.txt"), at("later.txt"), "--locale", "zh"])).stdout).toContain("-300.00  -23.08");
  });
});

describe("the call", () => {
  it.each([
    [["parse"], 2, "missing required argument 'files'"],
    [["parse", "x.pdf", "--outptu", "json"], 2, "--output"],
    [["parse", "x.pdf", "--format", "jsn"], 2, "Allowed choices are json"],
    [["parze", "x.pdf"], 2, "Did you mean parse?"],
    [["batch", "x.pdf"], 2, "required option '-o, --output <folder>' not specified"],
    [["batch", "x.pdf", "-o", "/tmp/x", "--concurrency", "none"], 2, "whole number above 0"],
    [["batch", "x.pdf", "-o", "/tmp/x", "--format", "doc"], 2, "Allowed choices are"],
    [["parse", "a.pdf", "b.pdf", "--format", "xlsx"], 2, "gz-budget batch"],
    [["parse", join(corpus, "chrome-ruled.pdf"), "--pages", "nine"], 2, "options.pages"],
    [["parse", join(corpus, "chrome-ruled.pdf"), "--pages", "1", "-o", "/no/such/folder/x.json"], 2, "cannot be written"],
  ])("%j ends with %i and says what to do", async (args, code, message) => {
    const end = await gzBudget(args);
    expect([end.code, end.stdout]).toEqual([code, ""]);
    expect(end.stderr).toContain(message);
  });

  it("has help for each command, in both languages, on standard output", async () => {
    for (const command of ["parse", "tables", "check", "batch", "series", "schema"]) {
      const english = await gzBudget([command, "--help"]);
      const chinese = await gzBudget([command, "--help", "--locale", "zh"]);
      expect([english.code, english.stderr, chinese.code]).toEqual([0, "", 0]);
      expect(english.stdout).toContain(`Usage: gz-budget ${command}`);
      expect(chinese.stdout).toContain("选项：");
      expect(chinese.stdout).not.toMatch(/\b(show|write|default|one of)\b/);
    }
  });

  it.each([
    [{ LC_ALL: "zh_CN.UTF-8" }, "输入为空"],
    [{ LC_ALL: "", LC_MESSAGES: "", LANG: "zh_CN.UTF-8" }, "输入为空"],
    [{ LC_ALL: "", LANG: "en_US.UTF-8" }, "The input is empty"],
    [{ LC_ALL: "C" }, "The input is empty"],
  ])("speaks the language of the environment: %j", async (env, message) => {
    expect((await gzBudget(["parse", at("empty.pdf")], { env })).stderr).toContain(message);
  });

  it("says what is wrong in Chinese too", async () => {
    const said = await gzBudget(["parse", "x.pdf", "--outptu", "json", "--locale", "zh"]);
    expect(said.stderr).toBe("gz-budget: 没有选项 --outptu\n是否想用 --output？\n请运行“gz-budget parse --help”。\n");
  });

  it("says its version", async () => {
    const { version } = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
    expect((await gzBudget(["--version"])).stdout.trim()).toBe(version);
  });
});

describe("forms on the command line", () => {
  const ofACity = ["甲市乙局2024年部门预算", "租用情况表", "单位：万元", "坐落\t面积\t租金", "合计\t30\t9.00", "一号楼\t30\t9.00"].join(
    "\n",
  );

  it("proposes one for the tables that no form knows, which --forms then reads", async () => {
    await writeFile(at("city.txt"), ofACity);
    expect(await gzBudget(["form", at("city.txt"), "--id", "city", "-o", at("city.json")])).toMatchObject({ code: 0 });
    const { code, stdout } = await gzBudget(["parse", at("city.txt"), "--forms", at("city.json")]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).tables).toMatchObject([{ kind: "table1", rows: [{ role: "total" }, { role: "item" }] }]);
    expect((await gzBudget(["form", at("city.txt"), "--forms", at("city.json")])).stderr).toContain("nothing to propose");
  });

  it("takes the national one by its name, and says what is wrong with a file", async () => {
    expect((await gzBudget(["tables", at("甲局.txt"), "--forms", "national"])).stdout).toContain("revenueAndExpenditureSummary");
    await writeFile(at("wrong.json"), JSON.stringify({ id: "city", tables: [] }));
    expect(await gzBudget(["tables", at("city.txt"), "--forms", at("wrong.json")])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("tables"),
    });
    expect(await gzBudget(["tables", at("city.txt"), "--forms", at("none.mjs")])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("none.mjs"),
    });
  });
});
