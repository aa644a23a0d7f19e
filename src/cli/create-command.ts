import { type Argument, Command, Option } from "commander";
import type { CliContext, Words } from "./cli-context.ts";

const HELP: Words = { zh: "显示帮助", en: "show this help" };
const LOCALE: Words = { zh: "信息的语言", en: "language of messages" };
const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
};
const DEFAULT: Words = { zh: "默认", en: "default" };
const CHOICES: Words = { zh: "可选", en: "one of" };

const EXAMPLES: Words = { zh: "示例：", en: "Examples:" };

/**
 * A command with what all have: help and its words in the language of the call, `--locale`, errors that are thrown instead of printed.
 *
 * @param examples Calls, without the name of the program, that its help ends with.
 */
export function createCommand(name: string, summary: Words, context: CliContext, examples: readonly string[]): Command {
  const { locale } = context;
  return new Command(name)
    .addHelpText("after", `\n${context.words(EXAMPLES)}\n${examples.map((example) => `  gz-budget ${example}\n`).join("")}`)
    .description(context.words(summary))
    .helpOption("-h, --help", context.words(HELP))
    .addOption(new Option("--locale <locale>", context.words(LOCALE)).choices(["zh", "en"]).default(locale, locale))
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .configureHelp({
      styleTitle: (title) => (locale === "zh" ? (TITLES[title] ?? title) : title),
      optionDescription: (option) => describe(option, context),
      argumentDescription: (argument) => describe(argument, context),
    });
}

/** The description with the choices and the default, in the language of the call. */
function describe({ description, argChoices, defaultValueDescription }: Option | Argument, { words }: CliContext): string {
  const facts = [
    ...(argChoices ? [`${words(CHOICES)} ${argChoices.join(" | ")}`] : []),
    ...(defaultValueDescription ? [`${words(DEFAULT)} ${defaultValueDescription}`] : []),
  ];
  return facts.length > 0 ? `${description} (${facts.join("; ")})` : description;
}
