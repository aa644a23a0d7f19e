import type { CliContext } from "./cli-context.ts";

/** What to say of an error that should not have happened, with its place in the code. */
export function unexpected(error: unknown, { words }: Pick<CliContext, "words">): string {
  const place = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${words({ zh: "程序内部错误，请反馈", en: "a mistake in the program, please report it" })}\n${place}`;
}
