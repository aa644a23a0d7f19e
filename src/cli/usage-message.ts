import type { CommanderError } from "commander";
import type { Locale } from "../index.ts";

type Quoted = readonly string[];

/** The argument parser's errors in Chinese, from the words that it quotes. */
const CHINESE: Readonly<Record<string, (quoted: Quoted, message: string) => string>> = {
  "commander.unknownOption": ([option]) => `没有选项 ${option}`,
  "commander.unknownCommand": ([command]) => `没有命令 ${command}`,
  "commander.missingArgument": ([argument]) => `缺少参数 ${argument}`,
  "commander.optionMissingArgument": ([option]) => `选项 ${option} 缺少值`,
  "commander.missingMandatoryOptionValue": ([option]) => `缺少必需的选项 ${option}`,
  "commander.excessArguments": () => "参数过多",
  "commander.invalidArgument": ([option, value], message) => {
    const allowed = /Allowed choices are (.+)\./.exec(message)?.[1];
    const reason = allowed ? `可选：${allowed.replaceAll(", ", "、")}` : (message.split("is invalid. ")[1] ?? "");
    return `选项 ${option} 的值“${value}”无效。${reason}`;
  },
};

/** What is wrong with the call, the nearest thing that is known, and where to read on. */
export function usageMessage(error: CommanderError, command: string, locale: Locale): string {
  const [first = "", ...rest] = error.message.replace(/^error: /, "").split("\n");
  const nearest = /\(Did you mean (?:one of )?(.+)\?\)/.exec(rest.join("\n"))?.[1];
  if (locale === "en") return [first, ...(nearest ? [`Did you mean ${nearest}?`] : []), `Run "${command} --help".`].join("\n");
  const quoted = [...first.matchAll(/'([^']*)'/g)].map(([, words = ""]) => words);
  const said = CHINESE[error.code]?.(quoted, first) ?? first;
  return [said, ...(nearest ? [`是否想用 ${nearest}？`] : []), `请运行“${command} --help”。`].join("\n");
}
