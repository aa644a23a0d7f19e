import { BudgetError } from "./budget-error.ts";
import { type Bilingual, type Locale, runtimeLocale } from "./locale.ts";
import { nearestKey } from "./nearest-key.ts";

const nouns = {
  option: { en: "option", zh: "选项" },
  limit: { en: "limit", zh: "上限" },
  rule: { en: "rule", zh: "规则" },
  severity: { en: "severity", zh: "严重程度" },
  table: { en: "table", zh: "表" },
  column: { en: "column", zh: "列" },
  code: { en: "code", zh: "代码" },
  format: { en: "format", zh: "格式" },
} as const satisfies Record<string, Bilingual>;

/** `OPTION_INVALID`, saying what is wrong and what to write instead. */
export function invalidOption(why: Bilingual, locale: Locale, cause?: unknown): BudgetError {
  return new BudgetError("OPTION_INVALID", { detail: why[locale] }, { cause, locale });
}

/** `OPTION_INVALID` for a name that does not exist, with the one that was most likely meant. */
export function unknownName(what: keyof typeof nouns, name: string, known: readonly string[], locale: Locale): BudgetError {
  const nearest = nearestKey(name, known);
  return invalidOption(
    {
      en: `there is no ${nouns[what].en} "${name}"; ${nearest ? `did you mean "${nearest}"?` : `known: ${known.join(", ")}`}`,
      zh: `没有${nouns[what].zh}“${name}”；${nearest ? `是否指“${nearest}”？` : `可用的有：${known.join("、")}`}`,
    },
    locale,
  );
}

/** `OPTION_INVALID` for what should count something. */
export function noCount(option: string, value: unknown, kind: "number" | "whole", locale: Locale): BudgetError {
  return invalidOption(
    {
      en: `${option} must be a ${kind === "whole" ? "whole " : ""}number above 0, not ${String(value)}`,
      zh: `${option} 须为大于 0 的${kind === "whole" ? "整数" : "数"}，而不是 ${String(value)}`,
    },
    locale,
  );
}

/**
 * The language asked for, the runtime's where none is.
 *
 * @throws BudgetError `OPTION_INVALID`, in English, for a language that there is not.
 */
export function demandLocale(locale: Locale = runtimeLocale()): Locale {
  if (locale === "zh" || locale === "en") return locale;
  const found = String(locale);
  const why = { en: `options.locale must be "zh" or "en", not "${found}"`, zh: `options.locale 须为 "zh" 或 "en"，而不是 "${found}"` };
  throw invalidOption(why, "en");
}
