import { BudgetError } from "../model/budget-error.ts";
import type { Locale } from "../model/locale.ts";
import { nearestKey } from "../model/nearest-key.ts";

/** @throws BudgetError OPTION_INVALID for a key that does not exist, naming the nearest one. */
export function demandKnown(what: "option" | "limit", key: string, known: readonly string[], locale: Locale): void {
  if (known.includes(key)) return;
  const nearest = nearestKey(key, known);
  const hint = nearest ? `did you mean "${nearest}"?` : `known: ${known.join(", ")}`;
  throw new BudgetError("OPTION_INVALID", { detail: `there is no ${what} "${key}"; ${hint}` }, { locale });
}
