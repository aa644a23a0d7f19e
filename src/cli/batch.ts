import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { type Command, InvalidArgumentError } from "commander";
import { type FileFormat, fileFormats, type MergeFormat, mergeFormats, runBatch } from "../node/index.ts";
import { batchDisplay } from "./batch-display.ts";
import type { CliContext } from "./cli-context.ts";
import { createCommand } from "./create-command.ts";
import { ExitCode } from "./exit-code.ts";
import { addReadOptions, type ReadFlags } from "./read-options.ts";
import { UsageError } from "./usage-error.ts";

interface BatchFlags extends Omit<ReadFlags, "pages"> {
  readonly pages?: string;
  readonly output: string;
  readonly concurrency?: number;
  readonly resume?: true;
  readonly format: readonly FileFormat[];
  readonly timeout?: number;
  readonly memory?: number;
  readonly bom?: true;
  readonly merge?: true;
  readonly rules?: string;
}

/** `gz-budget batch PATH… -o DIR` */
export function batchCommand(context: CliContext): Command {
  const { words, locale } = context;
  const positive = (text: string) => {
    const value = Number(text);
    if (!(value > 0)) throw new InvalidArgumentError(words({ zh: "须为大于 0 的数", en: "It must be a number above 0." }));
    return value;
  };
  const whole = (text: string) => {
    if (!/^[1-9]\d*$/.test(text))
      throw new InvalidArgumentError(words({ zh: "须为大于 0 的整数", en: "It must be a whole number above 0." }));
    return Number(text);
  };
  const formats = (text: string) => {
    const given = text.split(",").map((name) => name.trim());
    const unknown = given.find((name) => !(fileFormats as readonly string[]).includes(name));
    if (unknown !== undefined) throw new InvalidArgumentError(`Allowed choices are ${fileFormats.join(", ")}.`);
    return given as FileFormat[];
  };
  const summary = { zh: "批量读取多个文件，结果写入文件夹", en: "read many files into a folder of results" };
  const command = createCommand("batch", summary, context, [
    "batch budgets -o results",
    "batch budgets -o results -f parquet --merge --resume",
    "batch - -o results < list.txt",
  ])
    .argument(
      "<paths...>",
      words({ zh: "文件、文件夹、通配符；- 从标准输入读取清单", en: "files, folders, patterns; - reads a list from standard input" }),
    )
    .requiredOption("-o, --output <folder>", words({ zh: "结果文件夹", en: "folder of the results" }))
    .option(
      "-j, --concurrency <number>",
      words({ zh: "同时读取的文件数（默认处理器数）", en: "files read at the same time (default: processors)" }),
      whole,
    )
    .option("--resume", words({ zh: "跳过已完成且未变化的文件", en: "skip what is done and unchanged" }))
    .option(
      "-f, --format <formats>",
      words({
        zh: `输出格式，逗号分隔（默认 json）：${fileFormats.join(" | ")}`,
        en: `what to write, separated by commas (default json): ${fileFormats.join(" | ")}`,
      }),
      formats,
      ["json"],
    )
    .option(
      "--merge",
      words({
        zh: "所有文件的数据合为一张表（-f parquet、csv 或 sqlite），另附文件清单",
        en: "one table of the facts of all files (-f parquet, csv or sqlite), and one of the files",
      }),
    )
    .option(
      "--timeout <seconds>",
      words({ zh: "每个文件的时间上限（默认 300）", en: "time that one file may take (default 300)" }),
      positive,
    )
    .option(
      "--memory <megabytes>",
      words({ zh: "每个文件的内存上限（默认 2048）", en: "memory that one file may take (default 2048)" }),
      positive,
    )
    .option(
      "--rules <file>",
      words({ zh: "除内置规则外，另用此模块或 JSON 文件中的规则", en: "also check the rules of this module or JSON file" }),
    )
    .option("--bom", words({ zh: "CSV 以 BOM 开头，便于 Excel 打开", en: "begin CSV with a byte order mark, for Excel" }));
  return addReadOptions(command, context).action(async (paths: string[], flags: BatchFlags) => {
    const merge = flags.merge && mergeFormatOf(flags.format, context);
    const display = batchDisplay(context, { isTerminal: process.stderr.isTTY === true, milliseconds: () => performance.now() });
    const summed = await untilInterrupted((signal) =>
      runBatch(paths, {
        directory: flags.output,
        ...(merge ? { merge } : { formats: flags.format }),
        concurrency: flags.concurrency,
        resume: flags.resume,
        limits: {
          ...(flags.timeout !== undefined && { milliseconds: flags.timeout * 1000 }),
          ...(flags.memory !== undefined && { megabytes: flags.memory }),
        },
        password: flags.password,
        pages: flags.pages,
        forms: flags.forms,
        rules: flags.rules,
        bom: flags.bom,
        ocr: flags.ocr,
        locale,
        signal,
        standardInput: linesOfStandardInput(),
        onStart: (start) => display.start(start),
        onResult: (line, progress) => display.result(line, progress),
      }),
    );
    display.end(summed, flags.output);
    if (summed.failed > 0 || summed.ended) context.finish(ExitCode.errors);
    if (summed.ended?.code === "FILE_UNWRITABLE") context.finish(ExitCode.unreadable);
  });
}

function mergeFormatOf([format, ...others]: readonly FileFormat[], { words }: CliContext): MergeFormat {
  const known = mergeFormats.find((name) => name === format);
  if (known && others.length === 0) return known;
  throw new UsageError(
    words({ zh: "--merge 须与 -f parquet、csv 或 sqlite 之一同用", en: "--merge goes with one of -f parquet, -f csv and -f sqlite" }),
  );
}

/** Opened when it is first asked for: lines that come before that would be lost. */
async function* linesOfStandardInput(): AsyncGenerator<string> {
  yield* createInterface({ input: process.stdin });
}

/** Turns the first interrupt into an abort, so that what is done stays done; a second one ends the program at once. */
async function untilInterrupted<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  process.once("SIGINT", abort).once("SIGTERM", abort);
  try {
    return await work(controller.signal);
  } finally {
    process.off("SIGINT", abort).off("SIGTERM", abort);
  }
}
