import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { transform } from "esbuild";
import { builtPackage } from "./built-package.ts";
import { projectRoot } from "./run-example.ts";
import { gzBudget, type ProgramEnd, runProgram } from "./run-program.ts";

/** A block of code of a README that is followed by what it prints. */
export interface ReadmeExample {
  readonly language: "ts" | "sh";
  readonly code: string;
  readonly output: string;
}

const BLOCK = /```(\w+)\n([\s\S]*?)```/g;

/** All blocks of code; those that print something with their output. */
export function readmeBlocks(name: string): {
  readonly examples: readonly ReadmeExample[];
  readonly others: readonly { language: string; code: string }[];
} {
  const blocks = [...readFileSync(join(projectRoot, name), "utf8").matchAll(BLOCK)].map(([, language = "", code = ""]) => ({
    language,
    code,
  }));
  const examples: ReadmeExample[] = [];
  const others: { language: string; code: string }[] = [];
  blocks.forEach(({ language, code }, index) => {
    const next = blocks[index + 1];
    const prints = language === "ts" || language === "sh";
    if (prints && next?.language === "text") examples.push({ language, code, output: next.code });
    else if (language !== "text") others.push({ language, code });
  });
  return { examples, others };
}

/** Runs a block, on a machine of a language, in a folder with the files that the README speaks of, where the built package is installed. */
export async function runReadmeExample({ language, code }: ReadmeExample, runtimeLanguage: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "gz-budget-readme-"));
  copyFileSync(join(projectRoot, "fixtures/corpus/gz-2026-hcglj/chrome-thin.pdf"), join(folder, "budget.pdf"));
  copyFileSync(join(projectRoot, "seeds/001_54c9370821fa4330.txt"), join(folder, "budget.txt"));
  writeFileSync(join(folder, "broken.pdf"), "%PDF-1.7\nnothing of it is left\n");
  if (language === "sh") {
    const [npx, program, ...args] = code.trim().split(/\s+/);
    if (npx !== "npx" || program !== "gz-budget") throw new Error(`only npx gz-budget can be run: ${code}`);
    return outputOf(await gzBudget([...args, "--locale", "en"], { cwd: folder }));
  }
  await install(folder);
  writeFileSync(join(folder, "example.mjs"), (await transform(code, { loader: "ts" })).code);
  return outputOf(await runProgram(process.execPath, ["example.mjs"], { cwd: folder, env: { LC_ALL: runtimeLanguage } }));
}

/** Installs the built package in a folder, as npm would. */
export async function install(folder: string): Promise<void> {
  const installed = join(folder, "node_modules/gz-budget");
  mkdirSync(installed, { recursive: true });
  symlinkSync(await builtPackage(), join(installed, "dist"));
  copyFileSync(join(projectRoot, "package.json"), join(installed, "package.json"));
}

function outputOf({ code, stdout, stderr }: ProgramEnd): string {
  if (code !== 0) throw new Error(stderr);
  return stdout;
}
