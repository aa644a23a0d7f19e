import { writeFile } from "node:fs/promises";
import { BudgetError, type Locale } from "../index.ts";
import type { ExitCode } from "./exit-code.ts";

/** One sentence in both languages. */
export type Words = Readonly<Record<Locale, string>>;

/** What a command needs of the world around it. */
export interface CliContext {
  readonly locale: Locale;
  /** Writes a result to standard output, or to a file. */
  write(content: string | Uint8Array, file?: string): Promise<void>;
  /** Writes a message to standard error, with the name of the program before it. */
  say(message: string): void;
  /** The sentence in the language of the call. */
  words(words: Words): string;
  /** Makes the program end with at least this code. */
  finish(code: ExitCode): void;
  readonly exitCode: () => ExitCode;
}

export function cliContext(locale: Locale): CliContext {
  let exitCode: ExitCode = 0;
  return {
    locale,
    async write(content, file) {
      if (file === undefined || file === "-") return writeToStandardOutput(content);
      try {
        await writeFile(file, content);
      } catch (cause) {
        const detail = cause instanceof Error ? cause.message : String(cause);
        throw new BudgetError("FILE_UNWRITABLE", { path: file, detail }, { cause, locale });
      }
    },
    say(message) {
      process.stderr.write(`gz-budget: ${message}\n`);
    },
    words: (words) => words[locale],
    finish(code) {
      if (code > exitCode) exitCode = code;
    },
    exitCode: () => exitCode,
  };
}

/** Waits until the reader has taken the content, so that nothing is cut off when the program ends. */
function writeToStandardOutput(content: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(content, (error) => (error ? reject(error) : resolve()));
  });
}
