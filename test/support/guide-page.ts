import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { transform } from "esbuild";
import { install } from "./readme-examples.ts";
import { projectRoot } from "./run-example.ts";
import { gzBudget, runProgram } from "./run-program.ts";

/** A block of a page of the guide that can be run, and the text after it that says what it prints. */
export interface GuideBlock {
  readonly language: string;
  readonly code: string;
  readonly says: string | undefined;
}

/** The blocks of a page, in order. */
export function guideBlocks(name: string): readonly GuideBlock[] {
  const blocks = [...readFileSync(join(projectRoot, "docs/guide", name), "utf8").matchAll(/```(\w+)\n([\s\S]*?)```/g)];
  return blocks.flatMap(([, language = "", code = ""], index) => {
    if (language === "text") return [];
    const [, next, says] = blocks[index + 1] ?? [];
    return [{ language, code, says: next === "text" ? says : undefined }];
  });
}

/** A folder as the guide speaks of it, with the package installed. */
export async function guideFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "gz-budget-guide-"));
  mkdirSync(join(folder, "budgets"));
  const text = readFileSync(join(projectRoot, "seeds/001_54c9370821fa4330.txt"), "utf8");
  writeFileSync(join(folder, "budgets/2023.txt"), text.replaceAll("2023年", "2022年").replaceAll("2024年", "2023年"));
  copyFileSync(join(projectRoot, "fixtures/corpus/gz-2024-ybzx/chrome-ruled.pdf"), join(folder, "budgets/2024.pdf"));
  writeFileSync(join(folder, "budgets/broken.pdf"), "%PDF-1.7\nnothing of it is left\n");
  writeFileSync(join(folder, "leased.txt"), LEASED);
  copyFileSync(join(projectRoot, "examples/another-city/budget.txt"), join(folder, "city.txt"));
  await install(folder);
  symlinkSync(join(projectRoot, "node_modules/@duckdb"), join(folder, "node_modules/@duckdb"));
  return folder;
}

const LEASED = `广州市某某局2024年部门预算

附表15
租用办公用房情况表
单位：万元
房屋坐落\t年租金
合计\t412.36
越秀区府前路1号\t300.00
天河区体育西路100号三楼\t112.36
`;

/** Runs a block in such a folder. @returns What it prints; a file that a block only shows prints nothing. */
export async function runGuideBlock({ language, code }: GuideBlock, folder: string): Promise<string> {
  if (language === "js") {
    const name = /^\/\/ (\S+)\n/.exec(code)?.[1];
    if (!name) throw new Error(`a file without a name: ${code}`);
    writeFileSync(join(folder, name), code);
    return "";
  }
  if (language === "json") {
    writeFileSync(join(folder, `${JSON.parse(code).id}.json`), code);
    return "";
  }
  if (language === "sh") {
    const [npx, program, ...args] = code.trim().split(/\s+/);
    if (npx !== "npx" || program !== "gz-budget") throw new Error(`only npx gz-budget can be run: ${code}`);
    const { code: exit, stdout, stderr } = await gzBudget(args, { cwd: folder });
    // 1 is what a broken file or a figure that does not agree makes of it.
    if (exit === null || exit > 1) throw new Error(stderr);
    return stdout;
  }
  if (language === "python") {
    writeFileSync(join(folder, "block.py"), code);
    const { code: exit, stdout, stderr } = await runProgram("python3", ["block.py"], { cwd: folder });
    if (exit !== 0) throw new Error(stderr);
    return stdout;
  }
  writeFileSync(join(folder, "block.mjs"), (await transform(code, { loader: "ts" })).code);
  const { code: exit, stdout, stderr } = await runProgram(process.execPath, ["block.mjs"], { cwd: folder });
  if (exit !== 0 && !/process\.exitCode/.test(code)) throw new Error(stderr);
  return stdout;
}

/** Files come in the order in which they are read. */
export const sortedLines = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => line.trimEnd())
    .sort();
