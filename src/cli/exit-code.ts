import { BudgetError, type Locale } from "../index.ts";

/** How the program ends; of several, the highest. */
export const ExitCode = {
  /** All done. */
  done: 0,
  /** A document has errors, or an input of a batch failed. */
  errors: 1,
  /** The call is wrong. */
  usage: 2,
  /** An input cannot be read at all. */
  unreadable: 3,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

const USAGE_ERRORS: readonly string[] = ["OPTION_INVALID", "DEPENDENCY_MISSING", "FILE_UNWRITABLE"];

/** What an error that leaves no document means for the way the program ends. */
export function exitCodeOf(error: unknown): ExitCode {
  return error instanceof BudgetError && !USAGE_ERRORS.includes(error.code) ? ExitCode.unreadable : ExitCode.usage;
}

/** The error's sentence in the language of the call, whatever language it was made in. */
export function messageOf({ code, fields }: BudgetError, locale: Locale): string {
  return new BudgetError(code, fields, { locale }).message;
}
