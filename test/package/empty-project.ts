import { execFile } from "node:child_process";
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { inject } from "vitest";
import { projectRoot } from "../support/run-example.ts";

/** The PDF that every consumer reads, and what it prints: organisation, year, total revenue in 万元. */
export const budgetPdf = join(projectRoot, "fixtures/corpus/gz-2024-ybzx/chrome-three.pdf");
export const expectedLine = "广州市医疗保险服务中心 2024 497229.09";
/** What `projects/two-files` prints: the same, and the number of tables of each of two files. */
export const expectedOfTwoFiles = `${expectedLine}\n13\n13\n`;

/** Copies one of `projects/` to an empty folder. */
export function copiedProject(kind: string): string {
  const folder = mkdtempSync(join(tmpdir(), `gz-budget-${kind}-`));
  cpSync(new URL(`projects/${kind}`, import.meta.url), folder, { recursive: true });
  return folder;
}

/** Copies one of `projects/` to an empty folder and installs the packed package there, with what else it needs. */
export async function emptyProject(kind: string, ...packages: readonly string[]): Promise<string> {
  const folder = copiedProject(kind);
  await npmInstall(folder, inject("tarball"), ...packages);
  return folder;
}

export async function npmInstall(folder: string, ...packages: readonly string[]): Promise<void> {
  await run(folder, "npm", "install", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error", ...packages);
}

/** Standard output of a program that must succeed. It knows the PDF as `BUDGET`, and nothing of this test runner. */
export async function run(folder: string, program: string, ...args: readonly string[]): Promise<string> {
  return runWith({}, folder, program, ...args);
}

/** The same with further variables of the environment. */
export async function runWith(
  variables: Readonly<Record<string, string>>,
  folder: string,
  program: string,
  ...args: readonly string[]
): Promise<string> {
  const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST$)/.test(name));
  const env = { ...Object.fromEntries(own), BUDGET: budgetPdf, ...variables };
  try {
    return (await promisify(execFile)(program, args, { cwd: folder, maxBuffer: 2 ** 26, env })).stdout;
  } catch (cause) {
    const { stdout, stderr } = cause as { stdout: string; stderr: string };
    throw new Error(`${program} ${args.join(" ")} failed:\n${stdout}\n${stderr}`, { cause });
  }
}
