import { Severity } from "../model/diagnostic.ts";
import { invalidOption, unknownName } from "../model/invalid-option.ts";
import type { Locale } from "../model/locale.ts";
import { demandOptions, language, listOf, type OptionKinds, plainObject, text } from "../model/option-kinds.ts";
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

const names = listOf(text, { en: "the id or the family of a rule", zh: "规则编号或类别" });
const kinds: OptionKinds<CheckOptions> = {
  rules: names,
  silence: names,
  severity: plainObject,
  add: listOf(plainObject, { en: "a rule", zh: "规则" }),
  locale: language,
};

/**
 * The rules that a call runs, in their order, with the severities that it sets.
 *
 * @throws BudgetError `OPTION_INVALID` for an option, a rule or a family that does not exist; names the nearest one.
 */
export function rulesFor(options: CheckOptions): CheckRule[] {
  const { rules, silence = [], severity = {}, add = [], locale } = demandOptions(options, kinds);
  const demand = (name: string, known: readonly string[], what: "rule" | "severity") => {
    if (!known.includes(name)) throw unknownName(what, name, known, locale);
  };
  const all = [...builtInRules, ...add];
  const ids = all.map(({ id }) => id);
  const known = [...new Set([...ids, ...all.map(({ family }) => family)])];
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw invalidOption({ en: `add: there is a rule "${twice}" already`, zh: `add：已有规则“${twice}”` }, locale);
  }
  for (const name of [...(rules ?? []), ...silence]) demand(name, known, "rule");
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
