import { type Command, CommanderError } from "commander";
import { BudgetError } from "../index.ts";
import { libraryVersion } from "../node/index.ts";
import { batchCommand } from "./batch.ts";
import { checkCommand } from "./check.ts";
import { type CliContext, cliContext } from "./cli-context.ts";
import { createCommand } from "./create-command.ts";
import { ExitCode, exitCodeOf, messageOf } from "./exit-code.ts";
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
const COMMANDS = [parseCommand, tablesCommand, checkCommand, inspectCommand, batchCommand, seriesCommand, formCommand, schemaCommand];

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
  const program = createCommand("gz-budget", SUMMARY, context)
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
