import type { Command } from "commander";
import type { BudgetErrorCode, DiagnosticCode } from "../index.ts";
import { errorCatalogue } from "../model/budget-error.ts";
import { diagnosticCatalogue } from "../model/diagnostic.ts";
import { unknownName } from "../model/invalid-option.ts";
import type { Locale } from "../model/locale.ts";
import { builtInRules, type CheckRule } from "../rules.ts";
import type { CliContext, Words } from "./cli-context.ts";
import { createCommand } from "./create-command.ts";

/** What stands for the fields of a sentence in an example. */
const EXAMPLES: Readonly<Record<string, string>> = {
  page: "3",
  table: "8",
  count: "12",
  row: "5",
  column: "4",
  number: "8",
  text: "47..38",
};

const WORDS = {
  diagnostic: { zh: "读取提示", en: "diagnostic" },
  error: { zh: "错误", en: "error" },
  rule: { zh: "核对规则", en: "check rule" },
  example: { zh: "例如", en: "For example" },
  todo: { zh: "怎么办", en: "What to do" },
  onRequest: { zh: "仅在点名时运行", en: "runs only when it is named" },
  forms: { zh: "适用表式", en: "forms" },
  look: {
    zh: "用 gz-budget inspect 文件 -o inspect.html 查看该页读到了什么，与原文比对。",
    en: "See what was read on that page with gz-budget inspect FILE -o inspect.html, and compare it with the document.",
  },
  noDocument: {
    zh: "该文件没有得到结果；其他文件不受影响。程序中为 BudgetError 的 code。",
    en: "There is no result of this file; others are not affected. In a program it is the code of a BudgetError.",
  },
  compare: {
    zh: "不符时请核对所列页上的数字：原文如此印，是文件之误；与原文不同，请用 gz-budget inspect 查看并反馈。",
    en: "Where it does not hold, compare the figures on the pages that are named: printed so, it is the document's mistake; read otherwise, see gz-budget inspect and report it.",
  },
  settings: {
    zh: "不运行：--silence {id}；改级别：--severity {id}=warning。",
    en: "Not to run it: --silence {id}; another severity: --severity {id}=warning.",
  },
} as const satisfies Record<string, Words>;

/** `gz-budget explain CODE` */
export function explainCommand(context: CliContext): Command {
  const { words, locale } = context;
  const summary = { zh: "解释代码：读取提示、错误或核对规则", en: "say what a code means: of a diagnostic, an error or a rule" };
  return createCommand("explain", summary, context, ["explain interpret.bad-amount", "explain W1"])
    .argument("<code>", words({ zh: "代码，如 read.no-text-layer、ENCRYPTED、X1", en: "such as read.no-text-layer, ENCRYPTED, X1" }))
    .action((code: string) => context.write(explanationOf(code, locale)));
}

/**
 * What a code means, an example, and what to do.
 *
 * @throws BudgetError `OPTION_INVALID` for a code that there is not; names the nearest one.
 */
export function explanationOf(code: string, locale: Locale): string {
  const say = (words: Words) => words[locale];
  const rule = builtInRules.find(({ id }) => id.toLowerCase() === code.toLowerCase());
  if (rule) return ruleText(rule, say);
  if (Object.hasOwn(diagnosticCatalogue, code)) {
    const entry = diagnosticCatalogue[code as DiagnosticCode];
    return paragraphs(
      `${code}  ${say(WORDS.diagnostic)}, ${entry.severity}`,
      entry[locale],
      exampleOf(entry[locale], say),
      [WORDS.todo, WORDS.look],
      say,
    );
  }
  const error = code.toUpperCase();
  if (Object.hasOwn(errorCatalogue, error)) {
    const entry = errorCatalogue[error as BudgetErrorCode];
    return paragraphs(`${error}  ${say(WORDS.error)}`, entry[locale], exampleOf(entry[locale], say), [WORDS.todo, WORDS.noDocument], say);
  }
  const known = [...Object.keys(diagnosticCatalogue), ...Object.keys(errorCatalogue), ...builtInRules.map(({ id }) => id)];
  throw unknownName("code", code, known, locale);
}

function ruleText({ id, family, severity, forms, optIn, sentence }: CheckRule, say: (words: Words) => string): string {
  const head = [`${id}  ${say(WORDS.rule)}`, family, severity, ...(optIn ? [say(WORDS.onRequest)] : [])].join(", ");
  const promised = forms ? `${say(WORDS.forms)}: ${forms.join(", ")}\n` : "";
  return `${head}\n\n${say(sentence)}\n${promised}\n${say(WORDS.todo)}: ${say(WORDS.compare)}\n${say(WORDS.settings).replaceAll("{id}", id)}\n`;
}

function paragraphs(
  head: string,
  meaning: string,
  example: string,
  [title, todo]: readonly [Words, Words],
  say: (words: Words) => string,
): string {
  return `${head}\n\n${meaning}\n${example}\n${say(title)}: ${say(todo)}\n`;
}

/** The sentence as it may be read, where it has fields to fill. */
function exampleOf(sentence: string, say: (words: Words) => string): string {
  const filled = sentence.replace(/\{(\w+)\}/g, (_, name: string) => EXAMPLES[name] ?? "…");
  return filled === sentence ? "" : `${say(WORDS.example)}: ${filled}\n`;
}
