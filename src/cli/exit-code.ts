import { BudgetError, type Locale } from "../index.ts";

/** How the program ends; of several, the highest. */
export const ExitCode = {
  /** All done. */
  done: 0,
  /** A document has errors, or an input of a batch failed. */
  errors: 1,
  /** The call is wrong, or names a place that cannot be written to. */
  usage: 2,
  /** An input cannot be read at all, or a result cannot be written: the disk is full, whoever reads it has stopped. */
  unreadable: 3,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

const USAGE_ERRORS: readonly string[] = ["OPTION_INVALID", "DEPENDENCY_MISSING"];

/** Why a place that the call names cannot be written to. */
const WRONG_PLACES: readonly unknown[] = ["ENOENT", "ENOTDIR", "EISDIR", "EACCES", "EPERM", "EROFS"];

/** What an error that leaves no document means for the way the program ends. */
export function exitCodeOf(error: unknown): ExitCode {
  if (!(error instanceof BudgetError) || USAGE_ERRORS.includes(error.code)) return ExitCode.usage;
  const isWrongPlace =
    error.code === "FILE_UNWRITABLE" && WRONG_PLACES.includes((error.cause as { readonly code?: unknown } | undefined)?.code);
  return isWrongPlace ? ExitCode.usage : ExitCode.unreadable;
}

/** The error's sentence in the language of the call, whatever language it was made in. */
export function messageOf({ code, fields }: BudgetError, locale: Locale): string {
  return new BudgetError(code, fields, { locale }).message;
}
