import * as z from "zod";
import { BudgetError } from "../model/budget-error.ts";
import { Severity } from "../model/diagnostic.ts";
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

const schema = z.strictObject({
  rules: z.array(z.string()).readonly().optional(),
  silence: z.array(z.string()).readonly().optional(),
  severity: z.record(z.string(), Severity).optional(),
  add: z
    .array(z.custom<CheckRule>((value) => typeof value === "object" && value !== null && "id" in value && "sentence" in value))
    .readonly()
    .optional(),
});

/**
 * The rules that a call runs, in their order, with the severities that it sets.
 *
 * @throws BudgetError `OPTION_INVALID` for an option, a rule or a family that does not exist; names the nearest one.
 */
export function rulesFor(options: CheckOptions): CheckRule[] {
  const { rules, silence = [], severity = {}, add = [] } = resolved(options);
  const all = [...builtInRules, ...add];
  const names = new Set(all.flatMap(({ id, family }) => [id, family]));
  const ids = new Set(all.map(({ id }) => id));
  for (const name of [...(rules ?? []), ...silence]) demand(name, names, "rule");
  for (const id of Object.keys(severity)) demand(id, ids, "rule");
  const named = ({ id, family }: CheckRule, list: readonly string[]) => list.includes(id) || list.includes(family);
  return all
    .filter((rule) => (rules ? rules.includes(rule.id) || (!rule.optIn && named(rule, rules)) : !rule.optIn) && !named(rule, silence))
    .map((rule) => ({ ...rule, severity: severity[rule.id] ?? rule.severity }));
}

function resolved(options: CheckOptions): CheckOptions {
  for (const key of Object.keys(options)) demand(key, new Set(Object.keys(schema.shape)), "option");
  const parsed = schema.safeParse(options);
  if (!parsed.success) throw new BudgetError("OPTION_INVALID", { detail: z.prettifyError(parsed.error) });
  return parsed.data;
}

function demand(name: string, known: ReadonlySet<string>, what: string): void {
  if (known.has(name)) return;
  const nearest = [...known].sort((a, b) => distance(name, a) - distance(name, b))[0];
  throw new BudgetError("OPTION_INVALID", { detail: `${what} “${name}” does not exist; did you mean “${nearest}”?` });
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, char] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (char === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
