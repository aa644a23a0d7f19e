import { type Command, Option } from "commander";
import { type CheckOptions, checkBudget, formatReport, type ReportFormat, reportFormats, type Severity } from "../index.ts";
import { loadRules } from "../node/index.ts";
import type { CliContext } from "./cli-context.ts";
import { createCommand } from "./create-command.ts";
import { ExitCode } from "./exit-code.ts";
import { readDocuments } from "./read-documents.ts";
import { addReadOptions, type ReadFlags } from "./read-options.ts";
import { UsageError } from "./usage-error.ts";

interface CheckFlags extends ReadFlags {
  readonly format: ReportFormat;
  readonly output?: string;
  readonly rules?: readonly string[];
  readonly silence?: readonly string[];
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
  const command = createCommand("check", summary, context)
    .argument("<files...>", words({ zh: "PDF、文本或 JSON 文件；- 为标准输入", en: "PDF, text or JSON files; - is standard input" }))
    .addOption(
      new Option("-f, --format <format>", words({ zh: "输出格式", en: "what to write" }))
        .choices([...reportFormats])
        .default("text", "text"),
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
      "--severity <id=level>",
      words({ zh: "规则的级别，如 X23=error，可用逗号列多个", en: "severity of a rule, as in X23=error; several separated by commas" }),
      listed,
    )
    .option("--color", words({ zh: "总是用颜色", en: "always use colours" }))
    .option("--no-color", words({ zh: "不用颜色", en: "use no colours" }));
  return addReadOptions(command, context).action(async (files: string[], flags: CheckFlags) => {
    const options = await checkOptions(flags, context);
    checkBudget([], options); // a wrong rule name is said before any file is read
    const documents = await readDocuments(files, flags, context);
    if (documents.length === 0) return;
    const report = checkBudget(documents, options);
    const colour = flags.color ?? (flags.output === undefined && process.stdout.isTTY && process.env.NO_COLOR === undefined);
    await context.write(formatReport(report, flags.format, { locale, colour }), flags.output, colour);
    if (report.summary.errors > 0) context.finish(ExitCode.errors);
  });
}

async function checkOptions({ rules = [], silence, severity = [] }: CheckFlags, { words, locale }: CliContext): Promise<CheckOptions> {
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
    ...(ids.length > 0 && { rules: [...ids, ...add.map(({ id }) => id)] }),
    ...(silence && { silence }),
    severity: Object.fromEntries(levels),
    locale,
  };
}

function listed(value: string, before: readonly string[] = []): string[] {
  return [...before, ...value.split(",").map((part) => part.trim())];
}
