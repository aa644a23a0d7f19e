import { BudgetError } from "../model/budget-error.ts";
import { Severity } from "../model/diagnostic.ts";
import { nearestKey } from "../model/nearest-key.ts";
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
}

const KNOWN_OPTIONS: readonly string[] = ["rules", "silence", "severity", "add"] satisfies (keyof CheckOptions)[];

/**
 * The rules that a call runs, in their order, with the severities that it sets.
 *
 * @throws BudgetError `OPTION_INVALID` for an option, a rule or a family that does not exist; names the nearest one.
 */
export function rulesFor(options: CheckOptions): CheckRule[] {
  for (const key of Object.keys(options)) demand(key, KNOWN_OPTIONS, "option");
  const { rules, silence = [], severity = {}, add = [] } = options;
  const all = [...builtInRules, ...add];
  const ids = all.map(({ id }) => id);
  const names = [...new Set([...ids, ...all.map(({ family }) => family)])];
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new BudgetError("OPTION_INVALID", { detail: `add: there is a rule “${twice}” already` });
  for (const name of [...listed(rules ?? [], "rules"), ...listed(silence, "silence")]) demand(name, names, "rule");
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

function listed(names: readonly string[], option: string): readonly string[] {
  if (!Array.isArray(names)) throw new BudgetError("OPTION_INVALID", { detail: `${option} must be a list of rule ids or families` });
  return names;
}

function demand(name: string, known: readonly string[], what: string): void {
  if (known.includes(name)) return;
  const nearest = nearestKey(name, known);
  const hint = nearest ? `did you mean “${nearest}”?` : `there are: ${known.join(", ")}`;
  throw new BudgetError("OPTION_INVALID", { detail: `there is no ${what} “${name}”; ${hint}` });
}
