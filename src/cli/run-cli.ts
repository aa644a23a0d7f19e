import { type Command, CommanderError } from "commander";
import { BudgetError } from "../index.ts";
import { libraryVersion } from "../node/index.ts";
import { batchCommand } from "./batch.ts";
import { checkCommand } from "./check.ts";
import { type CliContext, cliContext } from "./cli-context.ts";
import { createCommand } from "./create-command.ts";
import { ExitCode, exitCodeOf, messageOf } from "./exit-code.ts";
import { explainCommand } from "./explain.ts";
import { formCommand } from "./form.ts";
import { inspectCommand } from "./inspect.ts";
import { localeOf } from "./locale-of.ts";
import { parseCommand } from "./parse.ts";
import { schemaCommand } from "./schema.ts";
import { seriesCommand } from "./series.ts";
import { tablesCommand } from "./tables.ts";
import { unexpected } from "./unexpected.ts";
import { UsageError } from "./usage-error.ts";
import { usageMessage } from "./usage-message.ts";

const SUMMARY = {
  zh: "读取广州市部门预算（单位预算）的 PDF 或文本，得到带类型、可核对的表格",
  en: "reads Guangzhou department budgets, PDF or text, into typed tables that can be checked",
};
const ENDS = {
  zh: `
退出码：
  0  完成
  1  文件有错误、勾稽不符，或批量中有文件读不了
  2  用法错误
  3  文件读不了，或结果写不出

环境变量：
  LC_ALL、LC_MESSAGES、LANG  信息的语言（--locale 优先）
  NO_COLOR                   不用颜色`,
  en: `
Exit codes:
  0  done
  1  a document has errors, an identity fails, or an input of a batch cannot be read
  2  the call is wrong
  3  an input cannot be read, or a result cannot be written

Environment:
  LC_ALL, LC_MESSAGES, LANG  language of messages (--locale comes first)
  NO_COLOR                   no colours`,
};
const COMMANDS = [
  parseCommand,
  tablesCommand,
  checkCommand,
  inspectCommand,
  batchCommand,
  seriesCommand,
  formCommand,
  explainCommand,
  schemaCommand,
];

/** Runs the command line. @returns How the program should end. */
export async function runCli(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<ExitCode> {
  const context = cliContext(localeOf(argv, environment));
  const program = programOf(context);
  try {
    await program.parseAsync(argv, { from: "user" });
    return context.exitCode();
  } catch (error) {
    return endOf(error, program, argv, context);
  }
}

function programOf(context: CliContext): Command {
  const { words } = context;
  const program = createCommand("gz-budget", SUMMARY, context, [
    "tables budget.pdf",
    "parse budget.pdf -o budget.xlsx",
    "check 2023.pdf 2024.pdf",
  ])
    .addHelpText("after", words(ENDS))
    .version(libraryVersion, "-V, --version", words({ zh: "显示版本", en: "show the version" }))
    .helpCommand("help [command]", words({ zh: "显示命令的帮助", en: "show the help of a command" }));
  for (const make of COMMANDS) program.addCommand(make(context));
  return program;
}

function endOf(error: unknown, program: Command, argv: readonly string[], context: CliContext): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return ExitCode.done;
    const name = program.commands.find((command) => command.name() === argv[0])?.name();
    if (error.code !== "commander.help") context.say(usageMessage(error, name ? `gz-budget ${name}` : "gz-budget", context.locale));
    return ExitCode.usage;
  }
  if (error instanceof UsageError) {
    context.say(error.message);
    return ExitCode.usage;
  }
  if (error instanceof BudgetError) {
    context.say(messageOf(error, context.locale));
    return exitCodeOf(error);
  }
  context.say(unexpected(error, context));
  return ExitCode.unreadable;
}
