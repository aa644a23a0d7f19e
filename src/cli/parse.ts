import { extname } from "node:path";
import { type Command, Option } from "commander";
import { checkBudget } from "../index.ts";
import { formatEndings, type OutputFormat, outputFormats, writeDocuments } from "../node/index.ts";
import type { CliContext } from "./cli-context.ts";
import { createCommand } from "./create-command.ts";
import { readDocuments } from "./read-documents.ts";
import { addReadOptions, formsOf, type ReadFlags, schemaOf } from "./read-options.ts";
import { UsageError } from "./usage-error.ts";

interface ParseFlags extends ReadFlags {
  readonly format?: OutputFormat;
  readonly output?: string;
  readonly bom?: true;
}

const BINARY: readonly OutputFormat[] = ["xlsx", "parquet", "sqlite"];

/** `gz-budget parse FILE…` */
export function parseCommand(context: CliContext): Command {
  const { words } = context;
  const command = createCommand("parse", { zh: "读取预算文件，输出其全部表格", en: "read budgets and write their tables" }, context, [
    "parse budget.pdf",
    "parse budget.pdf -o budget.xlsx",
    "parse 2023.pdf 2024.pdf -f csv -o facts.csv",
  ])
    .argument("<files...>", words({ zh: "PDF、文本或 JSON 文件；- 为标准输入", en: "PDF, text or JSON files; - is standard input" }))
    .addOption(
      new Option("-f, --format <format>", words({ zh: "输出格式", en: "what to write" }))
        .choices([...outputFormats])
        .default(undefined, words({ zh: "按 -o 的扩展名，否则 json", en: "by the ending of -o, else json" })),
    )
    .option("-o, --output <file>", words({ zh: "写入文件而不是标准输出", en: "write to a file instead of standard output" }))
    .option("--bom", words({ zh: "CSV 以 BOM 开头，便于 Excel 打开", en: "begin CSV with a byte order mark, for Excel" }));
  return addReadOptions(command, context).action(async (files: string[], flags: ParseFlags) => {
    const format = flags.format ?? formatOfFile(flags.output);
    if (BINARY.includes(format) && flags.output === undefined && process.stdout.isTTY) {
      throw new UsageError(
        words({ zh: `${format} 是二进制格式，请用 -o 指定文件`, en: `${format} is a binary format; name a file with -o` }),
      );
    }
    if (format === "xlsx" && files.length > 1) {
      throw new UsageError(
        words({
          zh: "xlsx 每次一个文件；多个文件请用 gz-budget batch",
          en: "xlsx takes one file at a time; for several, use gz-budget batch",
        }),
      );
    }
    const documents = await readDocuments(files, flags, context);
    if (documents.length === 0) return;
    await context.write(await written(), flags.output);

    async function written(): Promise<string | Uint8Array> {
      const [only] = documents;
      const report = format === "xlsx" && only ? { report: checkBudget(only) } : {};
      const schema = schemaOf(await formsOf(flags, context));
      return writeDocuments(documents, format, { bom: flags.bom === true, locale: context.locale, schema, ...report });
    }
  });
}

function formatOfFile(file: string | undefined): OutputFormat {
  const ending = extname(file ?? "")
    .slice(1)
    .toLowerCase();
  return outputFormats.find((format) => formatEndings[format] === ending) ?? "json";
}
