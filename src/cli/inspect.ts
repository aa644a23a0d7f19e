import type { Command } from "commander";
import type { CliContext } from "./cli-context.ts";
import { createCommand } from "./create-command.ts";
import { standardInput } from "./read-documents.ts";
import { addReadOptions, type ReadFlags, readerOf } from "./read-options.ts";

interface InspectFlags extends ReadFlags {
  readonly output?: string;
}

/** `gz-budget inspect FILE` */
export function inspectCommand(context: CliContext): Command {
  const { words } = context;
  const command = createCommand(
    "inspect",
    {
      zh: "输出网页：每页读到了什么、各表从何而来",
      en: "write a web page that shows what was seen on each page and where each table comes from",
    },
    context,
    ["inspect budget.pdf -o inspect.html"],
  )
    .argument("<file>", words({ zh: "PDF 或文本文件；- 为标准输入", en: "PDF or text file; - is standard input" }))
    .option("-o, --output <file>", words({ zh: "写入文件而不是标准输出", en: "write to a file instead of standard output" }));
  return addReadOptions(command, context).action(async (file: string, { output, ...flags }: InspectFlags) => {
    const reader = readerOf(flags, context);
    try {
      const page = await reader.read({ path: file, ...(file === "-" && { bytes: await standardInput(context) }) }, "inspection");
      await context.write(page, output);
    } finally {
      await reader.close();
    }
  });
}
