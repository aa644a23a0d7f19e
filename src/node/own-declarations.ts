import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { builtInForms, type Form, formOf, national } from "../forms.ts";
import { invalidOption } from "../model/invalid-option.ts";
import { type Locale, runtimeLocale } from "../model/locale.ts";
import type { OptionKind } from "../model/option-kinds.ts";
import { resolveOptions } from "../parse-options.ts";
import type { CheckRule } from "../rules.ts";

/** Path or URL of a module; each process that reads files imports it, as what it declares cannot be handed from one to the other. */
export type ModuleAddress = string | URL;

export interface LoadOptions {
  /** Language of errors. @default the runtime's: Chinese where that is Chinese, else English */
  readonly locale?: Locale | undefined;
}

/** Forms of the package that are asked for by name. */
const named: Readonly<Record<string, Form>> = { national };

export const formsAddress: OptionKind = {
  words: {
    en: 'the path of a module that exports forms or of a JSON file (each file is read in a process of its own), or "national"',
    zh: "导出表式的模块或表式 JSON 文件的路径（每个文件在独立进程中读取），或 “national”",
  },
  accepts: isAddress,
};
export const rulesAddress: OptionKind = {
  words: { en: "the path of a module or a JSON file with rules", zh: "含规则的模块或 JSON 文件的路径" },
  accepts: isAddress,
};

/**
 * The built-in forms and those of a module: every form that it exports, alone or in a list; or the one that a JSON file describes.
 *
 * @param from Path or URL of an ES module or of a JSON file (`formOf` of `gz-budget/forms`); `"national"` stands for the form of the same name in `gz-budget/forms`.
 * @throws BudgetError `OPTION_INVALID` when it cannot be imported, exports no form, or a form is wrong.
 * @example parseBudget(bytes, { forms: await loadForms("my-forms.js") })
 */
export async function loadForms(from: ModuleAddress, { locale = runtimeLocale() }: LoadOptions = {}): Promise<readonly Form[]> {
  const own = Object.hasOwn(named, String(from)) ? [named[String(from)] as Form] : await formsOfFile(from, locale);
  return resolveOptions({ forms: [...builtInForms, ...own], locale }).forms;
}

async function formsOfFile(from: ModuleAddress, locale: Locale): Promise<readonly Form[]> {
  const forms = await exportedBy(from, isForm, "form", locale);
  return isJson(urlOf(from)) ? forms.map((file) => formOf(file, locale)) : forms;
}

/**
 * The rules of a module, or of a JSON file with a list of them: every rule that it exports, alone or in a list.
 *
 * @throws BudgetError `OPTION_INVALID` when it cannot be imported or has no rule.
 * @example checkBudget(budget, { add: await loadRules("my-rules.js") })
 */
export function loadRules(from: ModuleAddress, { locale = runtimeLocale() }: LoadOptions = {}): Promise<readonly CheckRule[]> {
  return exportedBy(from, isRule, "rule", locale);
}

/** The module's address for another process, which may work in another folder. */
export function addressOf(from: ModuleAddress): string {
  return Object.hasOwn(named, String(from)) ? String(from) : urlOf(from).href;
}

/** What results depend on: the address and, of a file, its text. */
export function declarationOf(from: ModuleAddress | undefined): string | undefined {
  if (from === undefined || Object.hasOwn(named, String(from))) return from?.toString();
  try {
    return readFileSync(fileURLToPath(urlOf(from)), "utf8");
  } catch {
    return addressOf(from);
  }
}

async function exportedBy<Declaration>(
  from: ModuleAddress,
  is: (value: unknown) => value is Declaration,
  what: "form" | "rule",
  locale: Locale,
): Promise<readonly Declaration[]> {
  const exported = await valuesOf(urlOf(from), from, locale);
  const found = [...new Set(exported.flat().filter(is))];
  if (found.length > 0) return found;
  const nouns = { form: { en: "form", zh: "表式" }, rule: { en: "rule", zh: "规则" } } as const;
  throw invalidOption({ en: `"${from}" exports no ${nouns[what].en}`, zh: `“${from}”没有导出${nouns[what].zh}` }, locale);
}

async function valuesOf(url: URL, from: ModuleAddress, locale: Locale): Promise<readonly unknown[]> {
  try {
    if (isJson(url)) return [JSON.parse(readFileSync(fileURLToPath(url), "utf8"))];
    return Object.values(await import(/* webpackIgnore: true */ /* @vite-ignore */ url.href));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw invalidOption({ en: `"${from}" cannot be imported: ${why}`, zh: `无法导入“${from}”：${why}` }, locale, cause);
  }
}

function urlOf(from: ModuleAddress): URL {
  return from instanceof URL ? from : /^(file|data):/.test(from) ? new URL(from) : pathToFileURL(from);
}

function isJson({ pathname }: URL): boolean {
  return pathname.endsWith(".json");
}

function isAddress(value: unknown): boolean {
  return value instanceof URL || (typeof value === "string" && value !== "");
}

function isForm(value: unknown): value is Form {
  return typeof value === "object" && value !== null && "id" in value && "tables" in value;
}

function isRule(value: unknown): value is CheckRule {
  return typeof value === "object" && value !== null && "id" in value && "family" in value;
}
