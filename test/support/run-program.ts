import { spawn } from "node:child_process";
import { join } from "node:path";
import { builtPackage } from "./built-package.ts";

export interface ProgramEnd {
  /** null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly bytes: Buffer;
}

export interface ProgramOptions {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Looked at after each piece of standard error; true kills the program with SIGKILL. */
  readonly killWhen?: (stderr: string) => boolean;
}

/** Runs the built command line in English, as a shell would. */
export async function gzBudget(args: readonly string[], options: ProgramOptions = {}): Promise<ProgramEnd> {
  return runProgram(process.execPath, [join(await builtPackage(), "cli.js"), ...args], options);
}

export function runProgram(
  program: string,
  args: readonly string[],
  { input, cwd, env, killWhen }: ProgramOptions = {},
): Promise<ProgramEnd> {
  const child = spawn(program, args, { cwd, env: { ...process.env, LC_ALL: "C.UTF-8", ...env } });
  const out: Buffer[] = [];
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
    if (killWhen?.(stderr)) child.kill("SIGKILL");
  });
  child.stdin.on("error", () => {}); // it may end without reading all of its input
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const bytes = Buffer.concat(out);
      resolve({ code, stdout: bytes.toString(), stderr, bytes });
    });
  });
}
