import type { Command } from "commander";
import type { CliContext } from "./cli-context.ts";

/** The options of every command that reads budgets. */
export function addReadOptions(command: Command, { words }: CliContext): Command {
  return command
    .option("--password <password>", words({ zh: "加密 PDF 的密码", en: "password of an encrypted PDF" }))
    .option("--pages <pages>", words({ zh: "只读这些页，如 5-30 或 1,3,8-", en: "read these pages only, such as 5-30 or 1,3,8-" }));
}
