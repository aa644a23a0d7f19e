import { Severity } from "../model/diagnostic.ts";
import { invalidOption, unknownName } from "../model/invalid-option.ts";
import type { Locale } from "../model/locale.ts";
import { demandOptions, language, listOf, type OptionKind, type OptionKinds, plainObject, text } from "../model/option-kinds.ts";
import { SilencedFinding } from "../model/silenced-finding.ts";
import type { BudgetDocument } from "../tables/budget-document.ts";
import type { Form } from "../tables/define-table.ts";
import { demandDocuments } from "../tables/demand-documents.ts";
import { demandForms } from "../tables/demand-forms.ts";
import { builtInForms } from "../tables/forms.ts";
import { demandTables } from "./demand-tables.ts";
import type { CheckRule } from "./rule.ts";
import { builtInRules } from "./rules/built-in-rules.ts";

export interface CheckOptions {
  /** Ids or families of the rules to run. @default all rules that the forms promise */
  readonly rules?: readonly string[] | undefined;
  /** Rules not to run, by their ids or families; or single instances that are known to fail, which then count as not checked. */
  readonly silence?: readonly (string | SilencedFinding)[] | undefined;
  /** Severity of a rule's inconsistent findings, by its id. @default the rule's own; `info` where two figures are one last decimal apart */
  readonly severity?: Readonly<Record<string, Severity>> | undefined;
  /** Further rules, in the same declaration as the built-in ones. */
  readonly add?: readonly CheckRule[] | undefined;
  /**
   * Forms that the documents may follow: what they promise is missed where it is not there, and rules of one's own may name their tables and
   * columns. @default the built-in ones
   */
  readonly forms?: readonly Form[] | undefined;
  /** Language of errors; a report has both. @default the runtime's: Chinese where that is Chinese, else English */
  readonly locale?: Locale | undefined;
}

const ruleName = { en: "the id or the family of a rule", zh: "规则编号或类别" };
/** A finding without a place would be a whole rule. */
const instance: OptionKind = {
  words: { en: "{ rule, table, row, column } or { rule, text }", zh: "{ rule, table, row, column } 或 { rule, text }" },
  accepts: (entry) => {
    const { data } = SilencedFinding.safeParse(entry);
    return data !== undefined && (data.table ?? data.row ?? data.column ?? data.text) !== undefined;
  },
};
const ruleOrInstance: OptionKind = {
  words: { en: `${ruleName.en}, or ${instance.words.en}`, zh: `${ruleName.zh}，或 ${instance.words.zh}` },
  accepts: (entry) => text.accepts(entry) || instance.accepts(entry),
};
const kinds: OptionKinds<CheckOptions> = {
  rules: listOf(text, ruleName),
  silence: listOf(ruleOrInstance),
  severity: plainObject,
  add: listOf(plainObject, { en: "a rule", zh: "规则" }),
  forms: listOf(plainObject, { en: "a form", zh: "表式" }),
  locale: language,
};

/** What a call asks for. */
export interface CheckPlan {
  /** The rules to run, in their order. */
  readonly rules: readonly CheckRule[];
  /** The forms that the documents may follow. */
  readonly forms: readonly Form[];
  /** Severities that the call sets, by the ids of their rules. */
  readonly severities: ReadonlyMap<string, Severity>;
  /** Instances to set aside. */
  readonly silenced: readonly SilencedFinding[];
}

/**
 * Resolves the options of a call.
 *
 * @param documents What is checked: a rule of the caller's own may name their tables besides those of the forms.
 * @throws BudgetError `OPTION_INVALID` for an option, a rule, a family, a table or a column that does not exist; names the nearest one.
 */
export function checkPlan(options: CheckOptions, documents: readonly BudgetDocument[]): CheckPlan {
  const { rules, silence = [], severity = {}, add = [], forms = builtInForms, locale } = demandOptions(options, kinds);
  demandDocuments("checkBudget", documents, locale);
  const silenced = silence.filter((entry) => typeof entry !== "string");
  const notRun = silence.filter((entry) => typeof entry === "string");
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
  demandForms(forms, locale);
  demandTables(add, forms, documents, locale);
  for (const name of [...(rules ?? []), ...notRun]) demand(name, known, "rule");
  for (const { rule } of silenced) demand(rule, ids, "rule");
  for (const [id, value] of Object.entries(severity)) {
    demand(id, ids, "rule");
    if (!Severity.options.includes(value)) demand(value, Severity.options, "severity");
  }
  const named = ({ id, family }: CheckRule, list: readonly string[]) => list.includes(id) || list.includes(family);
  const wanted = (rule: CheckRule) => (rules ? rules.includes(rule.id) || (!rule.optIn && named(rule, rules)) : !rule.optIn);
  return {
    rules: all.filter((rule) => wanted(rule) && !named(rule, notRun)),
    forms,
    severities: new Map(Object.entries(severity)),
    silenced,
  };
}
