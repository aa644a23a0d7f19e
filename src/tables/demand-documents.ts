import { invalidOption } from "../model/invalid-option.ts";
import { type Locale, runtimeLocale } from "../model/locale.ts";
import type { BudgetDocument } from "./budget-document.ts";

/**
 * @param caller The function that was called, as its caller knows it.
 * @throws BudgetError `OPTION_INVALID` for what is no document, such as a promise of one
 */
export function demandDocuments(caller: string, documents: readonly BudgetDocument[], locale: Locale = runtimeLocale()): void {
  if (Array.isArray(documents) && documents.every((document: BudgetDocument | undefined) => Array.isArray(document?.tables))) return;
  throw invalidOption(
    {
      en: `${caller} takes what parseBudget returns: await it, or read JSON with BudgetDocument.parse`,
      zh: `${caller} 须传入 parseBudget 的结果：请先 await，或用 BudgetDocument.parse 读取 JSON`,
    },
    locale,
  );
}
