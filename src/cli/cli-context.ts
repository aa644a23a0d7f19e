import { BudgetError, type Locale } from "../index.ts";
import { printableLines } from "../model/printable.ts";
import { systemReason } from "../node/system-reason.ts";
import { writeResult } from "../node/write-result.ts";
import type { ExitCode } from "./exit-code.ts";

/** One sentence in both languages. */
export type Words = Readonly<Record<Locale, string>>;

/** What a command needs of the world around it. */
export interface CliContext {
  readonly locale: Locale;
  /** Writes a result to standard output, or to a file. A terminal is shown no control characters but those of a result that has colours of its own. */
  write(content: string | Uint8Array, file?: string, hasColours?: boolean): Promise<void>;
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
    async write(content, file, hasColours = false) {
      if (file !== undefined && file !== "-") return writeResult(file, content, locale);
      try {
        const isShown = typeof content === "string" && process.stdout.isTTY && !hasColours;
        await writeToStandardOutput(isShown ? printableLines(content) : content);
      } catch (cause) {
        const path = { zh: "标准输出", en: "standard output" }[locale];
        throw new BudgetError("FILE_UNWRITABLE", { path, detail: systemReason(cause, locale) }, { cause, locale });
      }
    },
    say(message) {
      process.stderr.write(`gz-budget: ${printableLines(message)}\n`);
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
