import { checkClaims } from "./check-claim.ts";
import type { Checked } from "./checked.ts";
import type { Ledger } from "./ledger-shapes.ts";
import type { CheckRule } from "./rule.ts";
import { runStructure } from "./structure/run-structure.ts";
import { budgetOf, priorYearOf } from "./structure/several-documents.ts";

/** Every instance of every rule, document by document. */
export function runRules(rules: readonly CheckRule[], ledgers: readonly Ledger[]): Checked[] {
  return ledgers.flatMap((ledger) => {
    const related = { priorYear: priorYearOf(ledger, ledgers), budget: budgetOf(ledger, ledgers) };
    return rules
      .filter((rule) => appliesTo(rule, ledger))
      .flatMap((rule) => ("structure" in rule ? runStructure(rule, ledger, ledgers) : checkClaims(rule, ledger, related)));
  });
}

/** A document that follows no single form is checked by every rule: what a rule needs has to be there anyway. */
function appliesTo({ forms }: CheckRule, { document: { form } }: Ledger): boolean {
  return !forms || form === "unknown" || forms.includes(form);
}
