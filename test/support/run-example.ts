import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const projectRoot = fileURLToPath(new URL("../..", import.meta.url));

const tsx = createRequire(import.meta.url).resolve("tsx");

/** Runs a TypeScript file in a folder; `gz-budget` is the source of this project. */
export async function runProgram(folder: string, file: string, ...args: readonly string[]): Promise<string> {
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(projectRoot, "tsconfig.json") };
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", tsx, file, ...args], {
    cwd: folder,
    env,
    maxBuffer: 2 ** 26,
  });
  return stdout;
}

/** Runs a file of `examples/` as a user would, from the project's folder. */
export function runExample(file: string, ...args: readonly string[]): Promise<string> {
  return runProgram(projectRoot, file, ...args);
}
