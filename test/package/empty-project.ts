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

/** Copies one of `projects/` to an empty folder and installs the packed package there, with what else it needs. */
export async function emptyProject(kind: string, ...packages: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), `gz-budget-${kind}-`));
  cpSync(new URL(`projects/${kind}`, import.meta.url), folder, { recursive: true });
  await run(folder, "npm", "install", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error", inject("tarball"), ...packages);
  return folder;
}

/** Standard output of a program that must succeed. */
export async function run(folder: string, program: string, ...args: readonly string[]): Promise<string> {
  try {
    return (await promisify(execFile)(program, args, { cwd: folder, maxBuffer: 2 ** 26 })).stdout;
  } catch (cause) {
    const { stdout, stderr } = cause as { stdout: string; stderr: string };
    throw new Error(`${program} ${args.join(" ")} failed:\n${stdout}\n${stderr}`, { cause });
  }
}
