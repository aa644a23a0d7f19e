import type { Command } from "commander";
import { tableListToText } from "../index.ts";
import type { CliContext } from "./cli-context.ts";
import { createCommand } from "./create-command.ts";
import { readDocuments } from "./read-documents.ts";
import { addReadOptions, type ReadFlags } from "./read-options.ts";

/** `gz-budget tables FILE` */
export function tablesCommand(context: CliContext): Command {
  const command = createCommand("tables", { zh: "列出文件中的表格，每行一张", en: "list the tables of a budget, one a line" }, context, [
    "tables budget.pdf",
  ]).argument("<file>", context.words({ zh: "PDF、文本或 JSON 文件；- 为标准输入", en: "PDF, text or JSON file; - is standard input" }));
  return addReadOptions(command, context).action(async (file: string, flags: ReadFlags) => {
    const [document] = await readDocuments([file], flags, context);
    if (document) await context.write(tableListToText(document, { locale: context.locale }));
  });
}
