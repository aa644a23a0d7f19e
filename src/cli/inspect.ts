import type { Command } from "commander";
import { checkBudget, traceBudget, traceToHtml } from "../index.ts";
import { bytesToInput } from "../node/index.ts";
import { readStream } from "../node/read-bytes.ts";
import { readInput } from "../node/read-input.ts";
import { resolveOptions } from "../parse-options.ts";
import type { CliContext } from "./cli-context.ts";
import { createCommand } from "./create-command.ts";
import { addReadOptions, parseOptionsOf, type ReadFlags } from "./read-options.ts";

interface InspectFlags extends ReadFlags {
  readonly output?: string;
}

/** `gz-budget inspect FILE` */
export function inspectCommand(context: CliContext): Command {
  const { words, locale } = context;
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
    const reading = { limit: resolveOptions({}).limits.bytes, locale };
    const input = file === "-" ? bytesToInput(await readStream(process.stdin, reading), "-") : (await readInput(file, reading)).input;
    const name = file === "-" ? undefined : file.split(/[\\/]/).at(-1);
    const trace = await traceBudget(input, { ...(await parseOptionsOf(flags, context)), name });
    await context.write(traceToHtml(trace, { report: checkBudget(trace.document), locale }), output);
  });
}
