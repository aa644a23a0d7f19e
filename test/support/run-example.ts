import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const projectRoot = fileURLToPath(new URL("../..", import.meta.url));

/** Runs a TypeScript file as a user would, from the project's folder. */
export async function runExample(file: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", file, ...args], {
    cwd: projectRoot,
    maxBuffer: 2 ** 26,
  });
  return stdout;
}
