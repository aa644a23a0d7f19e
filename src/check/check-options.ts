import { Severity } from "../model/diagnostic.ts";
import { demandLocale, invalidOption, unknownName } from "../model/invalid-option.ts";
import type { Locale } from "../model/locale.ts";
import type { BudgetDocument } from "../tables/budget-document.ts";
import type { CheckRule } from "./rule.ts";
import { builtInRules } from "./rules/built-in-rules.ts";

export interface CheckOptions {
  /** Ids or families of the rules to run. @default all rules that the forms promise */
  readonly rules?: readonly string[] | undefined;
  /** Ids or families of rules not to run. */
  readonly silence?: readonly string[] | undefined;
  /** Severity of a rule's inconsistent findings, by its id. */
  readonly severity?: Readonly<Record<string, Severity>> | undefined;
  /** Further rules, in the same declaration as the built-in ones. */
  readonly add?: readonly CheckRule[] | undefined;
  /** Language of errors; a report has both. @default the runtime's: Chinese where that is Chinese, else English */
  readonly locale?: Locale | undefined;
}

const KNOWN_OPTIONS: readonly string[] = ["rules", "silence", "severity", "add", "locale"] satisfies (keyof CheckOptions)[];

/**
 * The rules that a call runs, in their order, with the severities that it sets.
 *
 * @throws BudgetError `OPTION_INVALID` for an option, a rule or a family that does not exist; names the nearest one.
 */
export function rulesFor(options: CheckOptions): CheckRule[] {
  const locale = demandLocale(options.locale);
  const demand = (name: string, known: readonly string[], what: "option" | "rule" | "severity") => {
    if (!known.includes(name)) throw unknownName(what, name, known, locale);
  };
  for (const key of Object.keys(options)) demand(key, KNOWN_OPTIONS, "option");
  const { rules, silence = [], severity = {}, add = [] } = options;
  const all = [...builtInRules, ...add];
  const ids = all.map(({ id }) => id);
  const names = [...new Set([...ids, ...all.map(({ family }) => family)])];
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw invalidOption({ en: `add: there is a rule "${twice}" already`, zh: `add：已有规则“${twice}”` }, locale);
  }
  for (const name of [...listed(rules ?? [], "rules", locale), ...listed(silence, "silence", locale)]) demand(name, names, "rule");
  for (const [id, value] of Object.entries(severity)) {
    demand(id, ids, "rule");
    if (!Severity.options.includes(value)) demand(value, Severity.options, "severity");
  }
  const named = ({ id, family }: CheckRule, list: readonly string[]) => list.includes(id) || list.includes(family);
  const wanted = (rule: CheckRule) => (rules ? rules.includes(rule.id) || (!rule.optIn && named(rule, rules)) : !rule.optIn);
  return all
    .filter((rule) => wanted(rule) && !named(rule, silence))
    .map((rule) => ({ ...rule, severity: severity[rule.id] ?? rule.severity }));
}

function listed(names: readonly string[], option: string, locale: Locale): readonly string[] {
  if (!Array.isArray(names)) {
    throw invalidOption({ en: `${option} must be a list of rule ids or families`, zh: `${option} 须为规则编号或类别的列表` }, locale);
  }
  return names;
}

/** @throws BudgetError `OPTION_INVALID` for what is no document, such as a promise of one. */
export function demandDocuments(documents: readonly BudgetDocument[], locale?: Locale): void {
  if (documents.every((document) => Array.isArray(document?.tables))) return;
  throw invalidOption(
    {
      en: "checkBudget takes what parseBudget returns: await it, or read JSON with BudgetDocument.parse",
      zh: "checkBudget 须传入 parseBudget 的结果：请先 await，或用 BudgetDocument.parse 读取 JSON",
    },
    demandLocale(locale),
  );
}
