import { readFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import {
  BudgetError,
  type CheckOptions,
  checkBudget,
  formatReport,
  type Locale,
  type ReportFormat,
  reportFormats,
  type Severity,
} from "../index.ts";
import { loadRules, writeDocuments } from "../node/index.ts";
import type { CliContext } from "./cli-context.ts";
import { createCommand } from "./create-command.ts";
import { ExitCode } from "./exit-code.ts";
import { readDocuments } from "./read-documents.ts";
import { addReadOptions, formsOf, type ReadFlags } from "./read-options.ts";
import { UsageError } from "./usage-error.ts";

interface CheckFlags extends ReadFlags {
  readonly format: ReportFormat | "xlsx";
  readonly only?: "inconsistent";
  readonly output?: string;
  readonly rules?: readonly string[];
  readonly silence?: readonly string[];
  readonly silenceFile?: string;
  readonly severity?: readonly string[];
  readonly color?: boolean;
}

/** No rule is called like a file. */
const RULES_FILE = /[\\/]|\.(json|[cm]?[jt]s)$/i;

/** `gz-budget check FILE…` ends with 1 when a finding of severity error is inconsistent. */
export function checkCommand(context: CliContext): Command {
  const { words, locale } = context;
  const summary = {
    zh: "核对勾稽关系；多个文件时并核对年度之间、部门与单位之间",
    en: "check that the figures agree, within a budget and between several",
  };
  const command = createCommand("check", summary, context, [
    "check budget.pdf",
    "check 2023.pdf 2024.pdf -f junit -o checks.xml",
    "check budget.pdf --rules betweenTables,own-rules.json",
  ])
    .argument("<files...>", words({ zh: "PDF、文本或 JSON 文件；- 为标准输入", en: "PDF, text or JSON files; - is standard input" }))
    .addOption(
      new Option("-f, --format <format>", words({ zh: "输出格式", en: "what to write" }))
        .choices([...reportFormats, "xlsx"])
        .default("text", "text"),
    )
    .addOption(
      new Option("--only <outcome>", words({ zh: "只输出这种结果", en: "leave out findings of any other outcome" })).choices([
        "inconsistent",
      ]),
    )
    .option("-o, --output <file>", words({ zh: "写入文件而不是标准输出", en: "write to a file instead of standard output" }))
    .option(
      "--rules <ids or files>",
      words({
        zh: "只运行这些规则或类别（逗号分隔）；模块或 JSON 文件则另加其中的规则",
        en: "run only these rules or families, separated by commas; a module or a JSON file adds its rules",
      }),
      listed,
    )
    .option("--silence <ids>", words({ zh: "不运行这些规则或类别", en: "do not run these rules or families" }), listed)
    .option(
      "--silence-file <file>",
      words({
        zh: "搁置已知的单个不符之处：JSON 列表，每项为 {rule, table, row, column} 或 {rule, text}",
        en: "set aside single findings that are known: a JSON list of {rule, table, row, column} or {rule, text}",
      }),
    )
    .option(
      "--severity <id=level>",
      words({ zh: "规则的级别，如 X23=error，可用逗号列多个", en: "severity of a rule, as in X23=error; several separated by commas" }),
      listed,
    )
    .option("--color", words({ zh: "总是用颜色", en: "always use colours" }))
    .option("--no-color", words({ zh: "不用颜色", en: "use no colours" }));
  return addReadOptions(command, context).action(async (files: string[], flags: CheckFlags) => {
    const { format, only } = flags;
    if (format === "xlsx" && files.length > 1) {
      throw new UsageError(words({ zh: "xlsx 每次一个文件", en: "xlsx takes one file at a time" }));
    }
    const options = await checkOptions(flags, context);
    checkBudget([], options); // a wrong rule name is said before any file is read
    const documents = await readDocuments(files, flags, context);
    if (documents.length === 0) return;
    const report = checkBudget(documents, options);
    const colour = flags.color ?? (flags.output === undefined && process.stdout.isTTY && process.env.NO_COLOR === undefined);
    const content =
      format === "xlsx"
        ? await writeDocuments(documents, "xlsx", { report, locale })
        : formatReport(report, format, { locale, colour, only });
    await context.write(content, flags.output, colour);
    if (report.summary.errors > 0) context.finish(ExitCode.errors);
  });
}

async function checkOptions(flags: CheckFlags, context: CliContext): Promise<CheckOptions> {
  const { words, locale } = context;
  const { rules = [], silence = [], silenceFile, severity = [] } = flags;
  const known = silenceFile === undefined ? [] : await readSilenced(silenceFile, locale);
  const levels = severity.map((setting): [string, Severity] => {
    const [id = "", level = ""] = setting.split("=");
    if (level !== "error" && level !== "warning" && level !== "info") {
      throw new UsageError(
        words({
          zh: `--severity 应为 规则=error|warning|info，而不是“${setting}”`,
          en: `--severity must be rule=error|warning|info, not “${setting}”`,
        }),
      );
    }
    return [id, level];
  });
  const files = rules.filter((name) => RULES_FILE.test(name));
  const ids = rules.filter((name) => !RULES_FILE.test(name));
  const add = (await Promise.all(files.map((file) => loadRules(file, { locale })))).flat();
  // With rules that are named, those of a file are run too.
  return {
    add,
    forms: await formsOf(flags, context),
    ...(ids.length > 0 && { rules: [...ids, ...add.map(({ id }) => id)] }),
    silence: [...silence, ...known],
    severity: Object.fromEntries(levels),
    locale,
  };
}

async function readSilenced(path: string, locale: Locale): Promise<NonNullable<CheckOptions["silence"]>> {
  try {
    const content: unknown = JSON.parse(await readFile(path, "utf8"));
    return Array.isArray(content) ? content : [content as never];
  } catch (cause) {
    throw new BudgetError("FILE_UNREADABLE", { path, detail: cause instanceof Error ? cause.message : String(cause) }, { cause, locale });
  }
}

function listed(value: string, before: readonly string[] = []): string[] {
  return [...before, ...value.split(",").map((part) => part.trim())];
}
